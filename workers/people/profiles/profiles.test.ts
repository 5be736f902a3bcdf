import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { formerHandles, members, STANDINGS } from '#db/schema/people.ts'
import { corporaAreHere, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Profile } from './inputs.ts'
import { aFullProfile, praise, workTogether } from './testing/full-profile.ts'
import { CIRCLES, maySee, type Nearness, PARTS, type Part } from './visibility.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

type Asker = Pick<Somebody, 'request'>

const read = async (asker: Asker, handle: string, query = '') => {
  const answer = await asker.request(`/api/members/${handle}${query}`)
  return answer.ok ? Profile.parse(await answer.json()) : answer.status
}

// What of each part an answer gives away.
const GIVEN: Record<Exclude<Part, 'profile'>, (profile: Profile) => unknown> = {
  story: ({ story }) => story,
  place: ({ place, timeZone }) => place || timeZone,
  languages: ({ languages }) => languages.length,
  experience: ({ experience }) => experience,
  work: ({ work }) => work.length,
  certifications: ({ certifications }) => certifications.length,
  achievements: ({ achievements }) => achievements.length,
  links: ({ links }) => links.length,
  interests: ({ interests }) => interests.length,
  goals: ({ goals }) => goals,
  offers: ({ offers }) => offers,
  skills: ({ teaches, learns, alsoLearns }) => teaches.length || learns.length || alsoLearns.length,
  availability: ({ hours }) => hours.length,
  works: ({ works, countOfWorks }) => works.length || countOfWorks,
}

const PARTS_SHOWN = PARTS.filter((part) => part !== 'profile')

const givenIn = (profile: Profile | number) =>
  typeof profile === 'number' ? profile : PARTS_SHOWN.filter((part) => Boolean(GIVEN[part](profile)))

const allowed = (nearness: Nearness, shown: { visibility: Record<string, string>; minor: boolean }) =>
  maySee(nearness, 'profile', shown) ? PARTS_SHOWN.filter((part) => maySee(nearness, part, shown)) : 404

async function askersOf(owner: Somebody): Promise<[Nearness, Asker][]> {
  const mentor = await aMember(world, { roles: ['participant', 'mentor'] })
  const companion = await aMember(world)
  const organiser = await aMember(world, { roles: ['organiser'] })
  await workTogether(world, owner, mentor)
  await workTogether(world, owner, companion)
  const suspended = await aMember(world, { standing: 'suspended' })
  const waiting = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
  return [
    ['guest', world],
    ['guest', suspended],
    ['guest', waiting],
    ['member', await aMember(world)],
    ['member', await aMember(world, { roles: ['mentor'] })],
    ['member', companion],
    ['member', organiser],
    ['member', await aMember(world, { roles: ['admin'] })],
    ['mentor', mentor],
    ['me', owner],
  ]
}

describe('a profile, by reader and by what its member wishes', () => {
  it.each(CIRCLES)('ACC-1 B47 gives exactly the parts that are for its reader: all for %s', async (circle) => {
    for (const ageBand of ['adult', '13-15'] as const) {
      const visibility = Object.fromEntries(PARTS.map((part) => [part, part === 'profile' ? 'everyone' : circle]))
      const owner = await aFullProfile(world, { visibility, ageBand })
      for (const [nearness, asker] of await askersOf(owner))
        expect(givenIn(await read(asker, owner.handle)), `${nearness}, ${ageBand}`).toEqual(
          allowed(nearness, { visibility, minor: ageBand !== 'adult' }),
        )
    }
  })

  it.each(CIRCLES)('ACC-1 B47 B49 is not there for those it is not for: profile for %s', async (circle) => {
    const owner = await aFullProfile(world, { visibility: { profile: circle } })
    for (const [nearness, asker] of await askersOf(owner))
      expect(givenIn(await read(asker, owner.handle)), nearness).toEqual(
        allowed(nearness, { visibility: { profile: circle }, minor: false }),
      )
  })

  it.each(STANDINGS)('ACC-1 SAF-1 follows the standing of its member: %s', async (standing) => {
    const owner = await aFullProfile(world, { standing, ageBand: '13-15' })
    const seen = async (asker: Asker) => typeof (await read(asker, owner.handle)) !== 'number'
    const told = {
      guest: await seen(world),
      member: await seen(await aMember(world)),
      organiser: await seen(await aMember(world, { roles: ['organiser'] })),
      admin: await seen(await aMember(world, { roles: ['admin'] })),
      suspendedAdmin: await seen(await aMember(world, { roles: ['admin'], standing: 'suspended' })),
      me: await seen(owner),
    }
    const here = standing === 'active' || standing === 'leaving'
    const waiting = standing === 'waiting'
    expect(told).toEqual({
      guest: here,
      member: here,
      organiser: here || waiting,
      admin: true,
      suspendedAdmin: here,
      me: here || waiting,
    })
  })

  it('SAF-1 leads no stranger out of the house to a minor', async () => {
    const visibility = Object.fromEntries(PARTS.map((part) => [part, 'everyone']))
    const owner = await aFullProfile(world, { visibility, ageBand: '13-15' })
    const text = await (await world.request(`/api/members/${owner.handle}`)).text()
    expect(text).not.toMatch(/https:|the place|Madrid|13-15/)
    expect(await (await owner.request(`/api/members/${owner.handle}`)).text()).toContain('https:')
  })

  it('takes one round trip', async () => {
    const owner = await aFullProfile(world)
    for (const asker of [world, owner])
      expect((await asker.request(`/api/members/${owner.handle}`)).headers.get('Server-Timing')).toMatch(/desc="1"/)
  })

  it('is never kept where somebody else could find it', async () => {
    const owner = await aFullProfile(world)
    for (const asker of [world, owner])
      expect((await asker.request(`/api/members/${owner.handle}`)).headers.get('Cache-Control')).toBe(
        'private, no-cache',
      )
  })
})

describe('"see my profile as …"', () => {
  it.each(['guest', 'member', 'mentor', 'me'] as const)('shows the owner what a %s sees', async (as) => {
    const visibility = { story: 'mentors', goals: 'me', place: 'members' }
    const owner = await aFullProfile(world, { visibility })
    const seen = await read(owner, owner.handle, `?as=${as}`)
    expect(givenIn(seen)).toEqual(allowed(as, { visibility, minor: false }))
    expect(seen).toMatchObject({ nearness: as })
  })

  it('opens nothing to anybody else', async () => {
    const owner = await aFullProfile(world, { visibility: { story: 'me' } })
    for (const asker of [world, await aMember(world, { roles: ['organiser', 'admin'] })])
      expect(await read(asker, owner.handle, '?as=me')).toMatchObject({ story: '' })
    expect((await world.request(`/api/members/${owner.handle}?as=admin`)).status).toBe(422)
  })
})

describe('a handle', () => {
  it('is understood in either case, and still leads there after it was given up', async () => {
    const owner = await aFullProfile(world, { handle: 'anna-weaves' })
    await world.ctx().db.insert(formerHandles).values({ handle: 'anna-knits', memberId: owner.id })
    for (const handle of ['anna-weaves', 'Anna-Weaves', 'anna-knits', 'ANNA-KNITS'])
      expect(await read(world, handle), handle).toMatchObject({ handle: 'anna-weaves' })
  })

  it.each([
    '0',
    '-1',
    '1.5',
    '1e9',
    '9223372036854775808',
    "' or 1=1--",
    'a'.repeat(41),
    '..',
    '%2e%2e',
    'nobody',
    '_',
    'ａnna',
  ])('B48 that nobody has is not there: %s', async (handle) => {
    expect((await world.request(`/api/members/${encodeURIComponent(handle)}`)).status).toBe(404)
  })
})

describe('what people write about themselves', () => {
  it.skipIf(!corporaAreHere)('B59 comes back as it was written, whatever the script', async () => {
    const owner = await aFullProfile(world)
    const texts = naughtyStrings().filter((text) => text && !text.includes('\0') && text.isWellFormed())
    for (const text of [...texts, 'نعيم الصبّاغ', '森下 千代', '서다온', 'Olúwaṣeun Adébáyọ̀', '👩‍🎨']) {
      await world
        .ctx()
        .db.update(members)
        .set({ name: text, story: text, offers: text })
        .where(eq(members.id, owner.id))
      expect(await read(world, owner.handle)).toMatchObject({ name: text, story: text, offers: text })
    }
  })
})

describe('skills on a profile', () => {
  it('say the level in the words of the ladder, with evidence and with who endorsed them', async () => {
    const owner = await aFullProfile(world)
    const endorser = await aMember(world, { handle: 'endorser', name: 'Ennis' })
    await praise(world, owner, endorser, 'Never late.')
    const profile = await read(world, owner.handle)
    expect(profile).toMatchObject({
      teaches: [
        {
          slug: 'full-skill',
          level: 4,
          rung: 'Surprises others',
          evidence: [{ title: 'the evidence' }],
          endorsements: [{ words: 'Never late.', by: { handle: 'endorser', name: 'Ennis' } }],
        },
      ],
      alsoLearns: ['the word'],
    })
  })

  it('ACC-1 name no endorser to whom they are not there', async () => {
    const owner = await aFullProfile(world)
    const shy = await aMember(world, { name: 'Shy' })
    const gone = await aMember(world, { name: 'Gone' })
    await praise(world, owner, shy)
    await praise(world, owner, gone)
    const { db } = world.ctx()
    await db
      .update(members)
      .set({ visibility: { profile: 'members' } })
      .where(eq(members.id, shy.id))
    await db.update(members).set({ standing: 'suspended' }).where(eq(members.id, gone.id))
    const namesFor = async (asker: Asker, query?: string) => {
      const profile = await read(asker, owner.handle, query)
      return typeof profile === 'number' ? profile : profile.teaches[0]?.endorsements.map(({ by }) => by.name)
    }
    expect(await namesFor(world)).toEqual([])
    expect(await namesFor(await aMember(world))).toEqual(['Shy'])
    expect(await namesFor(owner)).toEqual(['Shy'])
    expect(await namesFor(owner, '?as=guest')).toEqual([])
  })
})

describe('hours of a mentor', () => {
  it('are told on the clock of a reader who has hours too', async () => {
    const owner = await aFullProfile(world, { visibility: { place: 'me' } })
    const reader = await aFullProfile(world)
    expect(await read(reader, owner.handle)).toMatchObject({
      places: 2,
      sharedHours: [1, 2, 3, 4, 5].map((day) => ({ day, from: '18:00', until: '20:00' })),
    })
    expect(await read(await aMember(world), owner.handle)).toMatchObject({ sharedHours: [] })
    expect(await read(owner, owner.handle)).toMatchObject({ sharedHours: [] })
  })
})
