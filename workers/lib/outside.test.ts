import { beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from './context.ts'
import { fetchOutside, type Outside } from './outside.ts'
import { aWorld, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const PUBLIC = '151.101.1.69'

// A web in which every name leads where a test says, and every request is remembered.
function aWeb(answer: (request: Request) => Response | Promise<Response>, addresses: string[] = [PUBLIC]) {
  const asked: string[] = []
  const outside: Outside = {
    addressesOf: async () => addresses,
    fetch: async (request) => {
      asked.push(request.url)
      return answer(request)
    },
  }
  const ctx: Ctx = { ...world.ctx(), outside }
  return { ctx, asked }
}

const ok = () => new Response('hello')
const notAllowed = { status: 422, code: 'url_not_allowed' }

describe('an address that a member gave us', () => {
  it('is fetched when it leads to a public place', async () => {
    const { ctx, asked } = aWeb(ok)
    const answer = await fetchOutside(ctx, 'https://pictures.guildhall.dev/a.png')
    expect(Buffer.from(answer.body).toString()).toBe('hello')
    expect(asked).toEqual(['https://pictures.guildhall.dev/a.png'])
  })

  it.each([
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://0x7f.0.0.1/',
    'https://0177.0.0.1/',
    'https://0/',
    'https://10.1.2.3/',
    'https://100.100.100.200/',
    'https://169.254.169.254/latest/meta-data',
    'https://172.31.255.255/',
    'https://192.168.0.1/',
    'https://198.19.0.1/',
    'https://224.0.0.1/',
    'https://255.255.255.255/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:7f00:1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[2002:7f00:1::]/',
    'https://[2001:db8::1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'https://[fd12:3456::1]/',
    'https://[ff02::1]/',
    'https://localhost/',
    'https://LOCALHOST./',
    'https://app.localhost/',
    'https://postgres/',
    'https://printer.local/',
    'https://metadata.google.internal/',
    'https://①②⑦.⓪.⓪.①/',
    'http://pictures.guildhall.dev/',
    'https://pictures.guildhall.dev:8443/',
    'https://somebody@pictures.guildhall.dev/',
    'https://somebody:secret@pictures.guildhall.dev/',
    'file:///etc/passwd',
    'gopher://pictures.guildhall.dev/',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'ftp://pictures.guildhall.dev/',
    '//pictures.guildhall.dev/',
    '',
    'https://',
  ])('B84 is refused and never asked: %j', async (address) => {
    const { ctx, asked } = aWeb(ok)
    await expect(fetchOutside(ctx, address)).rejects.toMatchObject(notAllowed)
    expect(asked).toEqual([])
  })

  it.each([
    ['127.0.0.1'],
    ['10.0.0.7'],
    ['169.254.169.254'],
    ['::1'],
    ['fd00::1'],
    ['::ffff:10.0.0.1'],
    [PUBLIC, '127.0.0.1'],
    [],
  ])('B84 is refused when its name leads home: %j %j', async (...addresses) => {
    const { ctx, asked } = aWeb(ok, addresses)
    await expect(fetchOutside(ctx, 'https://rebinding.guildhall.dev/')).rejects.toMatchObject(notAllowed)
    expect(asked).toEqual([])
  })

  it.each([[PUBLIC], ['2606:4700:4700::1111']])('is fetched when its name leads to %s', async (address) => {
    const { ctx } = aWeb(ok, [address])
    expect((await fetchOutside(ctx, 'https://pictures.guildhall.dev/')).status).toBe(200)
  })

  it.each([301, 302, 303, 307, 308])('B84 is not followed when it answers %i', async (status) => {
    const { ctx, asked } = aWeb(() => new Response(null, { status, headers: { Location: 'https://127.0.0.1/' } }))
    await expect(fetchOutside(ctx, 'https://moved.guildhall.dev/')).rejects.toMatchObject(notAllowed)
    expect(asked).toHaveLength(1)
  })

  it('B84 is let go of when it sends more than we take', async () => {
    let sent = 0
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const { ctx } = aWeb(() => new Response(endless))
    const fetching = fetchOutside(ctx, 'https://large.guildhall.dev/', { bytes: 1_000_000 })
    await expect(fetching).rejects.toMatchObject({ status: 503, code: 'outside_unreachable' })
    expect(sent).toBeLessThan(2_000_000)
  })

  it.each([
    ['answers', () => new Promise<Response>(() => {})],
    ['sends its body', () => new Response(new ReadableStream({ pull: () => new Promise(() => {}) }))],
  ])('B84 is let go of when it never %s', async (_, answer) => {
    const { ctx } = aWeb(answer)
    const start = performance.now()
    const fetching = fetchOutside(ctx, 'https://slow.guildhall.dev/', { seconds: 0.2 })
    await expect(fetching).rejects.toMatchObject({ status: 503, code: 'outside_unreachable' })
    expect(performance.now() - start).toBeLessThan(2000)
  })

  it('is told as unreachable when it breaks', async () => {
    const { ctx } = aWeb(() => Promise.reject(new TypeError('fetch failed')))
    await expect(fetchOutside(ctx, 'https://broken.guildhall.dev/')).rejects.toMatchObject({ status: 503 })
  })
})
