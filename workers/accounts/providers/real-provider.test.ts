import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { aMember } from '#workers/lib/testing/people.ts'
import { aRealProvider, type RealProvider } from '#workers/lib/testing/real-provider.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { arrive } from './arriving.ts'
import { beginVisit } from './visits.ts'

let world: World
let provider: RealProvider
beforeAll(async () => {
  for (const loud of ['info', 'warn', 'error', 'log'] as const) vi.spyOn(console, loud).mockImplementation(() => {})
  world = await aWorld()
  provider = await aRealProvider('https://guildhall.test/sign-in/from/real')
  world.outside.fetch = (request) => fetch(request)
  world.env.PROVIDERS = JSON.stringify([provider.listed])
})
afterAll(() => {
  vi.restoreAllMocks()
  provider.stop()
})

describe('a real OpenID provider', () => {
  it('signs somebody in whose address both sides confirmed', async () => {
    const anna = await aMember(world, { handle: 'anna' })
    const going = world.ctx()
    const asked = await beginVisit(going, 'real', { purpose: 'sign-in', next: '/works' })
    const back = await provider.signIn(asked, 'anna')
    expect(back.searchParams.get('iss')).toBe(provider.issuer)
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
    const back = await provider.signIn(
      await beginVisit(going, 'real', { purpose: 'sign-in', next: '' }),
      'somebody-new',
    )
    const headers = new Headers({ Cookie: going.cookies[0]?.split(';')[0] ?? '' })
    expect(await arrive(world.ctx(), 'real', back, headers)).toBe('/sign-in/new')
  })
})
