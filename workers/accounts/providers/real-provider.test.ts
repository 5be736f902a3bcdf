import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider as RealProvider } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { arrive } from './arriving.ts'
import { beginVisit } from './visits.ts'

const CALLBACK = 'https://guildhall.test/sign-in/from/real'

let world: World
let server: Server
let issuer: string
beforeAll(async () => {
  for (const loud of ['info', 'warn', 'error', 'log'] as const) vi.spyOn(console, loud).mockImplementation(() => {})
  world = await aWorld()
  server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = { client_id: 'guildhall', client_secret: 'a secret of their own', redirect_uris: [CALLBACK] }
  const provider = new RealProvider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: 'client_secret_post' }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@example.org`, email_verified: true, name: 'Anna' }),
    }),
    pkce: { required: () => true },
  })
  server.on('request', provider.callback())
  world.outside.fetch = (request) => fetch(request)
  world.env.PROVIDERS = JSON.stringify([
    { id: 'real', name: 'Real', issuer, clientId: 'guildhall', clientSecret: client.client_secret },
  ])
})
afterAll(() => {
  vi.restoreAllMocks()
  server.closeAllConnections()
  server.close()
})

// A person who signs in there, allows what is asked, and is sent back to us.
async function signInThere(asked: URL, name: string): Promise<URL> {
  const jar = new Map<string, string>()
  let next = { url: asked, form: undefined as URLSearchParams | undefined }
  for (let step = 0; step < 12; step++) {
    const answer = await fetch(next.url, {
      redirect: 'manual',
      headers: { Cookie: [...jar].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(next.form && { method: 'POST', body: next.form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [key = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(key, value)
    }
    const location = answer.headers.get('Location')
    if (location?.startsWith(CALLBACK)) return new URL(location)
    next = location ? { url: new URL(location, next.url), form: undefined } : await filled(answer, next.url, name)
  }
  throw new Error('The provider did not send anybody back.')
}

async function filled(answer: Response, url: URL, name: string) {
  const page = await answer.text()
  const action = /action="([^"]+)"/.exec(page)?.[1]
  if (!action) throw new Error(page)
  const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
  return { url: new URL(action, url), form: new URLSearchParams({ prompt, login: name, password: 'any' }) }
}

describe('a real OpenID provider', () => {
  it('signs somebody in whose address both sides confirmed', async () => {
    const anna = await aMember(world, { handle: 'anna' })
    const going = world.ctx()
    const asked = await beginVisit(going, 'real', { purpose: 'sign-in', next: '/works' })
    const back = await signInThere(asked, 'anna')
    expect(back.searchParams.get('iss')).toBe(issuer)
    const headers = new Headers({ Cookie: going.cookies[0]?.split(';')[0] ?? '' })
    const coming = world.ctx()
    expect(await arrive(coming, 'real', back, headers)).toBe('/works')
    expect(coming.cookies.join()).toContain('__Host-refresh=')
    expect((await (await anna.request('/api/providers')).json()) as object).toMatchObject({
      providers: [{ id: 'real', email: 'anna@example.org' }],
    })
    await expect(arrive(world.ctx(), 'real', back, headers)).rejects.toMatchObject({ code: 'visit_unknown' })
  })

  it('welcomes somebody new with what it knows about them', async () => {
    const going = world.ctx()
    const back = await signInThere(await beginVisit(going, 'real', { purpose: 'sign-in', next: '' }), 'somebody-new')
    const headers = new Headers({ Cookie: going.cookies[0]?.split(';')[0] ?? '' })
    expect(await arrive(world.ctx(), 'real', back, headers)).toBe('/sign-in/new')
  })
})
