import { beforeEach, describe, expect, it, vi } from 'vitest'
import { copiesOf } from './copies.ts'
import { fromTheEdge } from './edge-cache.ts'

const PUBLIC = 'public, max-age=60, stale-while-revalidate=300'
const PAGE = 'https://guildhall.test/skills'

let edge: Cache
let clock: number
let served: number
let serve: (request: Request) => Response
let later: Promise<unknown>[]

beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue(undefined)
  edge = anEdge()
  clock = Date.UTC(2026, 10, 21)
  served = 0
  serve = (request) => page(`${request.url} ${request.headers.get('Cookie') ?? 'guest'} ${served}`)
  later = []
})

describe('a page that is the same for everybody', () => {
  it('is made once and handed out with the same bytes, its age and no round trip', async () => {
    const ask = aHouse()
    const [first, second] = [await ask(PAGE), await askIn(20, ask)]
    expect(await second.text()).toBe(await first.text())
    expect(served).toBe(1)
    expect([first.headers.get('Age'), second.headers.get('Age')]).toEqual([null, '20'])
    expect(second.headers.get('Server-Timing')).toBe('db;dur=0.0;desc="0"')
    expect(second.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/)
    expect(second.headers.get('X-Request-Id')).not.toBe(first.headers.get('X-Request-Id'))
    expect(second.headers.get('Cache-Control')).toBe(PUBLIC)
  })

  it('is another one for every query', async () => {
    const ask = aHouse()
    const bodies = ['', '?q=ink', '?q=inks', '?q=ink&tag=a'].map(async (query) => (await ask(PAGE + query)).text())
    expect(new Set(await Promise.all(bodies)).size).toBe(4)
  })

  it('is handed out once more while a new one is made, and then the new one is', async () => {
    const ask = aHouse()
    const old = await (await ask(PAGE)).text()
    const stale = await askIn(90, ask)
    expect([await stale.text(), stale.headers.get('Age')]).toEqual([old, '90'])
    await ask(PAGE)
    await Promise.all(later)
    expect(served).toBe(2)
    expect(await (await ask(PAGE)).text()).not.toBe(old)
  })

  it('is made anew when the old one is too old', async () => {
    const ask = aHouse()
    await ask(PAGE)
    expect((await askIn(361, ask)).headers.get('Age')).toBeNull()
    expect(served).toBe(2)
  })

  it('is not sent again to whoever has it', async () => {
    const ask = aHouse()
    const etag = (await ask(PAGE)).headers.get('ETag') ?? ''
    for (const known of [etag, `"other", ${etag}`, etag.replace('W/', ''), '*']) {
      const answer = await ask(PAGE, { 'If-None-Match': known })
      expect([answer.status, await answer.text(), answer.headers.get('ETag')]).toEqual([304, '', etag])
    }
    expect((await ask(PAGE, { 'If-None-Match': '"other"' })).status).toBe(200)
  })

  it('B11 answers HEAD like GET, without a body, and a HEAD leaves nothing behind', async () => {
    const ask = aHouse()
    await ask(PAGE, {}, 'HEAD')
    expect(await (await ask(PAGE)).text()).not.toBe('')
    const head = await ask(PAGE, {}, 'HEAD')
    expect([head.status, await head.text(), head.headers.get('Age')]).toEqual([200, '', '0'])
  })
})

describe('the data centre', () => {
  it('hands on what another part of the Worker made, but never from another build', async () => {
    const [one, other, next] = [aHouse('build-1'), aHouse('build-1'), aHouse('build-2')]
    const body = await (await one(PAGE)).text()
    await Promise.all(later)
    const shared = await askIn(5, other)
    expect([await shared.text(), shared.headers.get('Age')]).toEqual([body, '5'])
    expect(shared.headers.get('Content-Type')).toBe('text/html')
    expect((await next(PAGE)).headers.get('Age')).toBeNull()
  })

  it('does no harm when it fails', async () => {
    edge = { match: () => Promise.reject(new Error('gone')), put: () => Promise.reject(new Error('gone')) } as never
    const ask = aHouse()
    expect((await ask(PAGE)).status).toBe(200)
    await Promise.all(later)
    expect((await ask(PAGE)).status).toBe(200)
  })
})

describe('what is not the same for everybody', () => {
  it.each([
    { 'Cache-Control': 'private, no-cache' },
    { 'Cache-Control': 'no-store' },
    { 'Cache-Control': 'public, max-age=0' },
    { 'Cache-Control': PUBLIC, 'Set-Cookie': 'a=b' },
    { 'Cache-Control': PUBLIC, Vary: 'Accept-Language' },
    {},
  ])('is never kept: %o', async (headers) => {
    serve = () => new Response(`made ${served}`, { headers: headers as never })
    const ask = aHouse()
    await ask(PAGE)
    expect(await (await ask(PAGE)).text()).toBe('made 2')
  })

  it.each([301, 404, 410, 500])('is never kept with status %i', async (status) => {
    serve = () => page('sorry', { status })
    const ask = aHouse()
    await ask(PAGE)
    await ask(PAGE)
    expect(served).toBe(2)
  })

  it('B71 never reaches anybody else: what a member was shown is not kept, and a member is shown nothing kept', async () => {
    const ask = aHouse()
    const members: Record<string, string>[] = [{ Cookie: 'session=ada' }, { Authorization: 'Bearer ada' }]
    for (const personal of members) {
      await ask(PAGE, personal)
      expect(await (await ask(PAGE)).text()).not.toContain('ada')
      expect((await ask(PAGE, personal)).headers.get('Age')).toBeNull()
    }
  })

  it('is never a change', async () => {
    const ask = aHouse()
    await ask(PAGE, {}, 'POST')
    await ask(PAGE, {}, 'POST')
    expect(served).toBe(2)
  })
})

describe('F1 a database that is away', () => {
  const away = () => new Response('away', { status: 503, headers: { 'Cache-Control': 'no-store', 'Retry-After': '5' } })

  it('is not noticed where a copy is left, however old; the copy says so', async () => {
    const ask = aHouse()
    const body = await (await ask(PAGE)).text()
    serve = away
    expect((await askIn(120, ask)).status).toBe(200)
    const old = await askIn(4000, ask)
    expect([old.status, await old.text(), old.headers.get('Age')]).toEqual([200, body, '4120'])
    expect(old.headers.get('Warning')).toBe('111 - "Revalidation failed"')
    expect(await (await ask(PAGE, { Cookie: 'session=ada' })).text()).toBe(body)
  })

  it('is told where there is none, and to programs', async () => {
    const ask = aHouse()
    await ask(PAGE)
    serve = away
    expect((await ask(`${PAGE}?q=ink`)).status).toBe(503)
    expect((await ask(PAGE, { Authorization: 'Bearer ada' })).status).toBe(503)
  })
})

describe('on a laptop', () => {
  it('every page is made anew', async () => {
    const ask = aHouse('build', 'local')
    await ask(PAGE)
    await ask(PAGE)
    expect(served).toBe(2)
  })
})

function aHouse(build = 'build', ENVIRONMENT = 'production') {
  const count = (request: Request) => {
    served += 1
    return serve(request)
  }
  const house = fromTheEdge(count, copiesOf(build, edge), () => clock)
  const execution = { waitUntil: (work: Promise<unknown>) => void later.push(work) }
  return async (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    house(new Request(address, { headers, method }), { ENVIRONMENT } as Env, execution as never)
}

const page = (body: string, { status = 200 } = {}) =>
  new Response(body, {
    status,
    headers: {
      'Content-Type': 'text/html',
      'Cache-Control': PUBLIC,
      'X-Request-Id': crypto.randomUUID(),
      'Server-Timing': 'db;dur=1.0;desc="1"',
    },
  })

function askIn(seconds: number, ask: ReturnType<typeof aHouse>) {
  clock += seconds * 1000
  return ask(PAGE)
}

function anEdge(): Cache {
  const kept = new Map<string, Response>()
  return {
    match: async (key: string) => kept.get(key)?.clone(),
    put: async (key: string, answer: Response) => void kept.set(key, answer),
  } as never
}
