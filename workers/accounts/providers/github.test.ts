import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { identities } from '#db/schema/accounts/providers.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { arrive } from './arriving.ts'
import { beginVisit } from './visits.ts'

let world: World
let emails: object[]
let sent: string[]
let wrong: Record<string, Response>
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  world.env.PROVIDERS = JSON.stringify([
    { id: 'github', name: 'GitHub', kind: 'github', clientId: 'guildhall', clientSecret: 'secret' },
  ])
  emails = [
    { email: 'other@example.org', primary: false, verified: true },
    { email: 'anna@example.org', primary: true, verified: true },
  ]
  sent = []
  wrong = {}
  world.outside.fetch = async (request) => {
    sent.push(await request.clone().text())
    return wrong[request.url] ?? answers()[request.url] ?? new Response('', { status: 404 })
  }
})
afterEach(() => {
  world.outside.fetch = async () => Promise.reject(new Error('A test reaches outside.'))
})

const TOKEN = 'https://github.com/login/oauth/access_token'
const USER = 'https://api.github.com/user'
const EMAILS = 'https://api.github.com/user/emails'

const answers = (): Record<string, Response> => ({
  [TOKEN]: Response.json({ access_token: 'gho_1', token_type: 'bearer' }),
  [USER]: Response.json({ id: 4711, login: 'anna-codes', name: 'Anna' }),
  [EMAILS]: Response.json(emails),
})

async function visit(change: (back: URL) => void = () => {}) {
  const going = world.ctx()
  const url = await beginVisit(going, 'github', { purpose: 'sign-in', next: '/works' })
  const back = new URL('https://guildhall.test/sign-in/from/github')
  back.search = new URLSearchParams({ code: 'abc', state: url.searchParams.get('state') ?? '' }).toString()
  change(back)
  const headers = new Headers({ Cookie: going.cookies[0]?.split(';')[0] ?? '' })
  return { url, to: arrive(world.ctx(), 'github', back, headers) }
}

describe('signing in with GitHub', () => {
  it('knows somebody by their number, and by the primary address that GitHub confirmed', async () => {
    await aMember(world, { handle: 'anna' })
    const { url, to } = await visit()
    expect(url.origin + url.pathname).toBe('https://github.com/login/oauth/authorize')
    expect(url.searchParams.get('code_challenge_method')).toBe('S256')
    expect(await to).toBe('/works')
    const rows = await world.ctx().db.select().from(identities)
    expect(rows).toMatchObject([{ issuer: 'https://github.com', subject: '4711', email: 'anna@example.org' }])
    const form = new URLSearchParams(sent[0])
    expect(form.get('redirect_uri')).toBe('https://guildhall.test/sign-in/from/github')
    expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/)
  })

  it('B45 trusts no address that is not confirmed, and none that is not the primary one', async () => {
    await aMember(world, { handle: 'anna' })
    emails = [{ email: 'anna@example.org', primary: true, verified: false }]
    await expect((await visit()).to).rejects.toMatchObject({ code: 'address_unconfirmed' })
    emails = [{ email: 'anna@example.org', primary: false, verified: true }]
    await expect((await visit()).to).rejects.toMatchObject({ code: 'address_unconfirmed' })
  })

  it('B45 refuses a code that GitHub refuses, and one that names another issuer', async () => {
    wrong[TOKEN] = Response.json({ error: 'bad_verification_code' })
    await expect((await visit()).to).rejects.toMatchObject({ status: 400, code: 'provider_refused' })
    const mixed = await visit((back) => back.searchParams.set('iss', 'https://evil.test'))
    await expect(mixed.to).rejects.toMatchObject({ status: 400, code: 'provider_refused' })
    const doubled = await visit((back) => back.searchParams.append('code', 'another'))
    await expect(doubled.to).rejects.toMatchObject({ status: 400, code: 'provider_refused' })
  })

  it('F36 gives 503 while GitHub does not answer as it does', async () => {
    for (const url of [TOKEN, USER, EMAILS]) {
      wrong = { [url]: new Response('<h1>Unicorn</h1>', { status: 502 }) }
      await expect((await visit()).to).rejects.toMatchObject({ status: 503, code: 'provider_unavailable' })
    }
  })
})
