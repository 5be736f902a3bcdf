import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members, STANDINGS } from '#db/schema/people.ts'
import { corporaAreHere, linesOf, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { aFullProfile, aSkill, EVENINGS, workTogether } from '../profiles/testing/full-profile.ts'
import { MemberPage } from './inputs.ts'
import { timeForYou } from './time-for-you.ts'

const COUNT = 60

let world: World
let reader: Somebody
beforeAll(async () => {
  world = await aWorld()
  reader = await aMember(world, { handle: 'reader' })
  const { db } = world.ctx()
  const ids = Array.from({ length: COUNT }, newId)
  await db.insert(members).values(
    ids.map((id, n) => ({
      id,
      handle: `walker-${n}`,
      name: `Walker ${n}`,
      languages: n % 3 === 0 ? ['pt-BR'] : ['es', 'en'],
      experience: n % 2 === 0 ? ('curious' as const) : ('professional' as const),
      roles: n % 4 === 0 ? ['participant' as const, 'mentor' as const] : ['participant' as const],
      // Three at a time joined in the very same moment.
      joinedAt: new Date(Date.UTC(2026, 0, 1, 12, Math.floor(n / 3))),
    })),
  )
  const lino = await aSkill(world, 'linocut', 'Linocut', ['block printing', 'linogravure'])
  await db.insert(memberSkills).values(
    ids.map((memberId, n) => ({
      memberId,
      skillId: lino,
      bond: n % 5 === 0 ? ('teaches' as const) : ('learns' as const),
    })),
  )
})

type Asker = Pick<Somebody, 'request'>
type Query = Record<string, string>

async function find(asker: Asker, query: Query = {}, path = '/api/members') {
  const answer = await asker.request(`${path}?${new URLSearchParams(query)}`)
  expect(answer.status, JSON.stringify(query)).toBe(200)
  return MemberPage.parse(await answer.json())
}

async function walk(asker: Asker, query: Query = {}, path?: string) {
  const found: MemberPage['members'] = []
  let after: string | null = null
  do {
    const page: MemberPage = await find(asker, { ...query, ...(after && { after }) }, path)
    found.push(...page.members)
    after = page.next
  } while (after)
  return found
}

const handles = async (asker: Asker, query?: Query, path?: string) =>
  (await walk(asker, query, path)).map(({ handle }) => handle)

const walkers = (fits: (n: number) => boolean) =>
  Array.from({ length: COUNT }, (_, n) => n)
    .filter(fits)
    .map((n) => `walker-${n}`)
    .sort()

const onlyWalkers = (found: string[]) => found.filter((handle) => handle.startsWith('walker-')).sort()

const change = (handle: string, to: Partial<typeof members.$inferInsert>) =>
  world.ctx().db.update(members).set(to).where(eq(members.handle, handle))

describe('somebody walks along the wall', () => {
  it('meets everybody once', async () => {
    for (const asker of [world, reader]) {
      const met = await handles(asker)
      expect(new Set(met).size).toBe(met.length)
      expect(onlyWalkers(met)).toEqual(walkers(() => true))
    }
  })

  it.each<[Query, (n: number) => boolean]>([
    [{ language: 'pt' }, (n) => n % 3 === 0],
    [{ language: 'en', experience: 'curious' }, (n) => n % 3 !== 0 && n % 2 === 0],
    [{ skill: 'linocut' }, () => true],
    [{ skill: 'linocut', bond: 'teaches' }, (n) => n % 5 === 0],
    [{ category: 'crafts', bond: 'learns', language: 'pt' }, (n) => n % 5 !== 0 && n % 3 === 0],
    [{ category: 'music' }, () => false],
    [{ language: 'xx' }, () => false],
  ])('meets everybody of whom all is true, and nobody else: %o', async (query, fits) => {
    expect(onlyWalkers(await handles(reader, query))).toEqual(walkers(fits))
  })

  it('meets among mentors only mentors', async () => {
    expect(onlyWalkers(await handles(world, {}, '/api/mentors'))).toEqual(walkers((n) => n % 4 === 0))
    expect(onlyWalkers(await handles(world, { skill: 'linocut' }, '/api/mentors'))).toEqual(
      walkers((n) => n % 20 === 0),
    )
  })

  it('takes one round trip a page', async () => {
    for (const query of ['', '?q=walker', '?language=pt&experience=curious', '?hours=3'])
      for (const asker of [world, reader])
        for (const path of ['/api/members', '/api/mentors'])
          expect((await asker.request(path + query)).headers.get('Server-Timing')).toMatch(/desc="1"/)
  })

  it('sees first who made something last', async () => {
    const maker = await aFullProfile(world, { handle: 'last-maker' })
    await world
      .ctx()
      .db.execute(sql`update projects set finished_at = now() + interval '1 hour' where member_id = ${maker.id}`)
    const [first] = (await find(world)).members
    expect(first).toMatchObject({ handle: 'last-maker', work: { title: 'A jug', width: 4, height: 3 } })
  })
})

describe('a search', () => {
  beforeAll(async () => {
    await aFullProfile(world, { handle: 'wanjiru', name: 'Wanjirũ Kamau' })
    await aFullProfile(world, { handle: 'naim', name: 'نعيم الصبّاغ' })
    await aFullProfile(world, { handle: 'chiyo', name: '森下 千代' })
    await aFullProfile(world, { handle: 'daon', name: '서다온' })
    await aFullProfile(world, { handle: 'aigerim', name: 'Айгерим Сейтова' })
    await aFullProfile(world, { handle: 'obrien', name: "Seán O'Brien-Ní Dhomhnaill" })
  })

  it.each([
    ['wanjiru', 'wanjiru'],
    ['Wanjirũ', 'wanjiru'],
    ['wanjuru kamau', 'wanjiru'],
    ['kamua', 'wanjiru'],
    ['الصبّاغ', 'naim'],
    ['千代', 'chiyo'],
    ['서다온', 'daon'],
    ['айгерим', 'aigerim'],
    ['сейтова', 'aigerim'],
    ["o'brien", 'obrien'],
    ['sean', 'obrien'],
  ])('B59 finds a name in any script, with a slip of the finger: %s', async (q, handle) => {
    expect((await handles(world, { q })).slice(0, 3)).toContain(handle)
  })

  it.each(['linocut', 'linokut', 'linogravure', 'block printing', 'blok printing'])(
    'finds those who do what a skill or its other name says: %s',
    async (q) => expect(onlyWalkers(await handles(reader, { q })).length).toBe(COUNT),
  )

  it('keeps to the filters, and meets everybody once', async () => {
    const found = await handles(reader, { q: 'linocut', language: 'pt', bond: 'teaches', category: 'crafts' })
    expect(onlyWalkers(found)).toEqual(walkers((n) => n % 15 === 0))
    const all = await handles(reader, { q: 'walker' })
    expect(new Set(all).size).toBe(all.length)
    expect(onlyWalkers(all)).toEqual(walkers(() => true))
  })
})

describe('what a member keeps to themselves', () => {
  it('ACC-1 finds nobody for whom it is not: neither by words nor by filters', async () => {
    await aSkill(world, 'secret-craft', 'Falconry')
    const shy = await aFullProfile(world, { handle: 'shy', name: 'Xanthippe' })
    const found = async (asker: Asker) => ({
      byName: (await handles(asker, { q: 'xanthippe' })).includes('shy'),
      byInterest: (await handles(asker, { q: 'beekeeping' })).includes('shy'),
      bySkill: (await handles(asker, { skill: 'full-skill' })).includes('shy'),
      bySkillWord: (await handles(asker, { q: 'full skill' })).includes('shy'),
      byLanguage: (await handles(asker, { language: 'gl' })).includes('shy'),
      byExperience: (await handles(asker, { experience: 'practised' })).includes('shy'),
    })
    const all = (is: boolean) => ({
      byName: is,
      byInterest: is,
      bySkill: is,
      bySkillWord: is,
      byLanguage: is,
      byExperience: is,
    })
    await change('shy', { interests: ['beekeeping'] })
    expect(await found(world)).toEqual(all(true))
    const kept = (circle: string) =>
      Object.fromEntries(['interests', 'skills', 'languages', 'experience'].map((part) => [part, circle]))
    await change('shy', { visibility: kept('members') })
    expect(await found(world)).toEqual({ ...all(false), byName: true })
    expect(await found(reader)).toEqual(all(true))
    await change('shy', { visibility: kept('mentors') })
    expect(await found(reader)).toEqual({ ...all(false), byName: true })
    await change('shy', { visibility: { profile: 'members' } })
    expect(await found(world)).toEqual(all(false))
    expect(await found(reader)).toEqual(all(true))
    await change('shy', { visibility: { profile: 'me' } })
    expect(await found(reader)).toEqual(all(false))
    expect(shy.handle).toBe('shy')
  })

  it('ACC-1 is not on a card for those it is not for', async () => {
    const owner = await aFullProfile(world, { handle: 'carded', name: 'Quirinus' })
    const mentor = await aMember(world, { roles: ['mentor'] })
    await workTogether(world, owner, mentor)
    await world.ctx().db.insert(availability).values({ memberId: mentor.id, week: EVENINGS })
    const parts = { story: 'mentors', place: 'mentors', works: 'mentors', skills: 'mentors', availability: 'mentors' }
    await change('carded', { visibility: parts })
    const cardFor = async (asker: Asker) =>
      (await find(asker, { q: 'quirinus' })).members.find((one) => one.handle === 'carded')
    const hidden = { line: '', place: '', work: null, teaches: [], learns: [], sharedHours: null, mostly: null }
    const open = { line: 'the story', place: 'the place', work: { title: 'A jug' }, sharedHours: 10 }
    expect(await cardFor(world)).toMatchObject(hidden)
    expect(await cardFor(reader)).toMatchObject(hidden)
    expect(await cardFor(mentor)).toMatchObject(open)
    expect(await cardFor(owner)).toMatchObject({ ...open, sharedHours: null })
    await change('carded', { visibility: {} })
    await world.ctx().db.update(accounts).set({ ageBand: '13-15' }).where(eq(accounts.memberId, owner.id))
    expect(await cardFor(world)).toMatchObject({ place: '', line: '' })
    expect(await cardFor(reader)).toMatchObject({ place: 'the place' })
  })

  it.each(STANDINGS)('ACC-1 SAF-1 a member who is %s is met or not', async (standing) => {
    await aFullProfile(world, { handle: `standing-${standing}`, name: 'Zebulon', standing })
    const admin = await aMember(world, { roles: ['organiser', 'admin'] })
    for (const asker of [world, reader, admin])
      for (const query of [{ q: 'zebulon' }, { skill: 'full-skill' }, {}] as Query[])
        expect((await handles(asker, query)).includes(`standing-${standing}`)).toBe(
          standing === 'active' || standing === 'leaving',
        )
  })

  it('ACC-1 is met by nobody who was suspended a moment ago, and as a guest by who still waits', async () => {
    const suspended = await aMember(world, { standing: 'suspended' })
    expect(await handles(suspended)).toEqual([])
    const waiting = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    await aFullProfile(world, { handle: 'among-us', visibility: { profile: 'members' } })
    expect(await handles(reader)).toContain('among-us')
    expect(await handles(waiting)).not.toContain('among-us')
  })
})

describe('mentors who have time', () => {
  beforeAll(async () => {
    const { db } = world.ctx()
    await db.insert(availability).values({ memberId: reader.id, week: EVENINGS }).onConflictDoNothing()
    for (const [handle, more] of Object.entries({
      'has-room': { menteesAtMost: 1 },
      'is-full': { menteesAtMost: 0 },
      'is-away': { menteesAtMost: 3, pausedUntil: '2999-01-01' },
      'is-back': { menteesAtMost: 3, pausedUntil: '2020-01-01' },
    })) {
      const mentor = await aMember(world, { handle, roles: ['mentor'] })
      const week = handle === 'is-back' ? `${'0'.repeat(36)}1111${'0'.repeat(296)}` : EVENINGS
      await db.insert(availability).values({ memberId: mentor.id, week, ...more })
    }
  })

  const ours = async (query: Query) =>
    (await handles(reader, query, '/api/mentors')).filter((handle) => /^(has|is)-/.test(handle)).sort()

  it('are those with room who are not away', async () => {
    expect(await ours({ open: 'yes' })).toEqual(['has-room', 'is-back'])
    expect(await ours({})).toEqual(['has-room', 'is-away', 'is-back', 'is-full'])
  })

  it('are those whose week shares so many hours with mine', async () => {
    expect(await ours({ hours: '10' })).toEqual(['has-room', 'is-away', 'is-full'])
    expect(await ours({ hours: '2', open: 'yes' })).toEqual(['has-room', 'is-back'])
    expect(await ours({ hours: '11' })).toEqual([])
    expect(await handles(world, { hours: '1' }, '/api/mentors')).toEqual([])
  })

  it('say when that is on my clock', async () => {
    const { members: found } = await find(reader, { q: 'is-back' }, '/api/mentors')
    expect(found.find(({ handle }) => handle === 'is-back')).toMatchObject({
      places: 3,
      sharedHours: 2,
      mostly: { day: 1, part: 'evening' },
    })
  })

  it('tell a guest how many more they take, not when', async () => {
    const { members: found } = await find(world, { q: 'has-room' }, '/api/mentors')
    expect(found.find(({ handle }) => handle === 'has-room')).toMatchObject({ places: 1, sharedHours: null })
  })
})

describe('half hours of a week', () => {
  it('are told by the day and its part on the wall of whoever asks', () => {
    const sunday = `${'0'.repeat(335)}1`
    const now = new Date('2026-11-21T12:00:00Z')
    expect(timeForYou(sunday, 'UTC', now)).toEqual({ sharedHours: 0.5, mostly: { day: 7, part: 'night' } })
    expect(timeForYou(sunday, 'Pacific/Auckland', now).mostly).toEqual({ day: 1, part: 'afternoon' })
    expect(timeForYou(EVENINGS, 'America/Recife', now).mostly).toEqual({ day: 1, part: 'afternoon' })
    expect(timeForYou('0'.repeat(336), 'UTC', now)).toEqual({ sharedHours: 0, mostly: null })
    expect(timeForYou(null, 'UTC', now)).toEqual({ sharedHours: null, mostly: null })
  })
})

describe('a search that means harm', () => {
  const harmless = async (parameter: string, value: string) => {
    const start = performance.now()
    const answer = await reader.request(`/api/members?${new URLSearchParams({ [parameter]: value })}`)
    expect([200, 422], `${parameter}=${value}`).toContain(answer.status)
    expect(performance.now() - start, `${parameter}=${value}`).toBeLessThan(1000)
    return answer
  }

  it.each([
    '%',
    '_',
    '\\',
    '.*',
    '(a+)+$',
    '[',
    '(((((',
    "'",
    '"',
    '--',
    '$1',
    '~',
    '{',
    '}',
    'a,b',
    '\u202e',
    '👩‍👩‍👧',
    'ﷺ',
    'ﬁ',
  ])('B82 finds what it says or nothing, and never breaks: %s', async (q) =>
    expect((await harmless('q', q)).status).toBe(200),
  )

  it.each([
    'sort=name',
    'limit=-1',
    'limit=100000',
    'page=1e9',
    'offset=1',
    'category=everything',
    'language=english',
    'language=%27',
    'experience=god',
    'bond=loves',
    'open=no',
    'hours=0',
    'hours=-1',
    'hours=1e3',
    'hours=99',
    'skill=Lino%20cut',
    'facets=here',
    `q=${'a'.repeat(101)}`,
    `q=${'a'.repeat(10_240)}`,
  ])('B82 is refused when it asks for what is not offered: %s', async (query) => {
    for (const path of ['members', 'mentors']) expect((await reader.request(`/api/${path}?${query}`)).status).toBe(422)
  })

  it('B83 runs no SQL of its own, in any parameter', () =>
    expectNoChange(world, async () => {
      const injections = [
        "' or 1=1--",
        "'; drop table members;--",
        "1' and (select pg_sleep(5))--",
        "' || (select pg_sleep(5)) || '",
        "teaches:x'],array['here",
        '{here}',
        '$$; select pg_sleep(5); $$',
        "\\'; select 1; --",
        "%' and 1=cast((select version()) as int)--",
      ]
      for (const value of injections)
        for (const parameter of ['q', 'skill', 'bond', 'category', 'language', 'experience', 'open', 'hours', 'after'])
          await harmless(parameter, value)
    }))

  it.skipIf(!corporaAreHere)('B59 B82 never breaks for each naughty string', async () => {
    for (const text of [...naughtyStrings(), ...linesOf('unicode/fuzzdb-naughty-unicode.txt')])
      await harmless('q', text)
  })

  it.each([
    'x',
    '~',
    '~~',
    'a~0~b',
    `${newId()}~NaN~2026-01-01T00:00:00Z`,
    `${newId()}~0~0000-01-01T00:00:00Z`,
    `${newId()}~1e400~2026-01-01T00:00:00Z`,
    `${newId()}~-1~2026-01-01T00:00:00Z`,
    `${newId()}~0~2026-01-01T00:00:00Z`,
    'a'.repeat(401),
  ])('B82 B48 is refused or answered when its cursor is made up: %s', async (after) => {
    for (const q of ['', 'walker']) {
      const answer = await reader.request(`/api/members?${new URLSearchParams({ after, ...(q && { q }) })}`)
      expect([200, 422]).toContain(answer.status)
    }
  })
})
