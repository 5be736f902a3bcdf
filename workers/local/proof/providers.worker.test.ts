import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { anIdentityProvider, type IdentityProvider } from '#workers/lib/testing/identity-provider.ts'
import { aRealProvider, type RealProvider } from '#workers/lib/testing/real-provider.ts'
import { aStage, ORIGIN, type Stage } from './stage.ts'

let stage: Stage
let provider: RealProvider
let faulty: IdentityProvider
beforeAll(async () => {
  for (const loud of ['info', 'warn', 'error', 'log'] as const) vi.spyOn(console, loud).mockImplementation(() => {})
  provider = await aRealProvider(`${ORIGIN}/sign-in/from/real`)
  faulty = await anIdentityProvider()
  const listed = { id: 'faulty', name: 'Faulty', issuer: faulty.issuer, clientId: 'guildhall', clientSecret: 'secret' }
  stage = await aStage({ vars: { PROVIDERS: JSON.stringify([provider.listed, listed]) } })
})
afterAll(async () => {
  vi.restoreAllMocks()
  await stage.stop()
  provider.stop()
  await faulty.stop()
})

const page = { Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Origin: ORIGIN }

const goTo = (id: string) =>
  stage.ask(`/sign-in/with/${id}`, {
    method: 'POST',
    redirect: 'manual',
    headers: page,
    body: new URLSearchParams({ purpose: 'sign-in', next: '/works' }),
  })

const cookiesOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

const awayOf = (answer: Response) => new URL(answer.headers.get('Refresh')?.replace(/^0; url=/, '') ?? '')

const comeBack = (url: URL, Cookie: string) =>
  stage.ask(url.pathname + url.search, { redirect: 'manual', headers: { Accept: 'text/html', Cookie } })

describe('the built Worker and a real OpenID provider', () => {
  it('find each other through the pages, and welcome somebody new', async () => {
    const going = await goTo('real')
    expect(going.status).toBe(200)
    const back = await provider.signIn(awayOf(going), 'somebody-new')
    const arrived = await comeBack(back, cookiesOf(going))
    expect(arrived.status).toBe(303)
    expect(arrived.headers.get('Location')).toBe('/sign-in/new')
    const welcome = await stage.ask('/sign-in/new', { headers: { ...page, Cookie: cookiesOf(arrived) } })
    expect(await welcome.text()).toContain('somebody-new@example.org')

    const again = await comeBack(back, cookiesOf(going))
    expect(again.status).toBe(400)
    expect(await again.text()).toContain('Please begin again')
  })
})

describe('F36 a provider that does not answer', () => {
  it.each([{ nothing: true }, { wait: 10_000 }, { large: '/.well-known/openid-configuration' as const }])(
    'gives 503 within five seconds, and the sign-in page still opens: %j',
    async (does) => {
      faulty.does = does
      const begun = performance.now()
      const answer = await goTo('faulty')
      expect(answer.status).toBe(503)
      expect(performance.now() - begun).toBeLessThan(5000)
      expect(await answer.text()).toContain('Faulty does not answer right now')
      expect((await stage.ask('/sign-in', { headers: page })).status).toBe(200)
      expect((await goTo('real')).status).toBe(200)
    },
  )
})
