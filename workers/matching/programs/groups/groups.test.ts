import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { pairingGroupMentors, pairingGroups, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { checkPairing } from '../checking.ts'
import type { Pairing } from '../inputs.ts'
import { readPairingPage } from '../page.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let learners: Somebody[]
let mentors: Somebody[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  learners = []
  mentors = []
  for (const handle of ['ada', 'bo', 'cleo']) {
    const who = await aMember(world, { handle, name: `${handle} of the house` })
    await anApplicant(world, program.id, who)
    learners.push(who)
  }
  for (const handle of ['lino', 'weft']) {
    const who = await aMentor(world, 2, { handle, name: `${handle} of the house` })
    await anApplicant(world, program.id, who, 'mentor')
    mentors.push(who)
  }
})

const db = () => world.ctx().db
const path = (rest = '') => `/api/programs/${program.slug}/pairing${rest}`
const BOTH = { name: 'Studio Porto', most: 1, mentors: ['lino', 'weft'] }
const form = async (group: object = BOTH, by = organiser) => by.send('POST', path('/groups'), group)
const formed = async (group: object = BOTH) => ((await (await form(group)).json()) as { id: string }).id
const change = (id: string, group: object, by = organiser) => by.send('PUT', path(`/groups/${id}`), group)
const read = async () => (await (await organiser.request(path())).json()) as Pairing
const page = () => readPairingPage(organiser.ctx, { slug: program.slug })
const pairAll = async (body: object = {}) => {
  await organiser.send('POST', path('/runs'), body)
  await world.settle()
  return read()
}
const wrongIn = async (answer: Response) => [answer.status, (await problemOf(answer)).issues?.[0]?.path]
const begin = (who: Somebody | undefined, mentor: Somebody | undefined) =>
  db()
    .insert(mentorships)
    .values({ id: newId(), participantId: who?.id ?? '', mentorId: mentor?.id ?? '', programId: program.id })

describe('mentors who take at most so many together', () => {
  it('are given no more, at any stop, and it is said why the others are with nobody and what would help', async () => {
    await form()
    for (const balance of [0, 1, 2, 3, 4]) expect((await pairAll({ balance })).pairs).toHaveLength(1)
    const draft = await read()
    expect(draft.groups).toEqual([{ name: 'Studio Porto', most: 1, begun: 0, taken: 1, mentors: expect.any(Array) }])
    expect(draft.isProved).toBe(true)
    expect(draft.leftOut.map(({ why }) => why)).toContainEqual(
      expect.stringContaining(
        '2 mentors would fit, all of them in Studio Porto, which takes 1 together, all given to better fits.',
      ),
    )
    expect(draft.helps).toContainEqual({ says: 'One more place for Studio Porto', places: 1 })
    expect(await checkPairing(organiser.ctx, { slug: program.slug })).toMatchObject({ holds: true })
  })

  it('have given a place to whoever began before', async () => {
    await form({ ...BOTH, most: 2 })
    await begin(learners[0], mentors[0])
    const { pairs, groups } = await pairAll()
    expect(pairs).toHaveLength(1)
    expect(groups).toMatchObject([{ most: 2, begun: 1, taken: 2 }])
  })

  it('can be proved again from what was written down, and not once that says otherwise', async () => {
    await form()
    await pairAll()
    const check = () => checkPairing(organiser.ctx, { slug: program.slug })
    await db().delete(pairingGroups)
    expect(await check()).toMatchObject({ holds: true })
    await db().update(pairings).set({ rules: sql`jsonb_set(rules, '{groups,0,most}', '2')` })
    expect(await check()).toMatchObject({ holds: false })
  })

  it('take nobody by hand whose place is kept for others', async () => {
    await form()
    await pairAll()
    const [pair] = (await read()).pairs
    const put = (handle = '', mentor = '', locked = true) =>
      organiser.send('PUT', path(`/places/${handle}`), { mentor, locked })
    await put(pair?.participant.handle, pair?.mentor.handle)
    const other = learners.find(({ handle }) => handle !== pair?.participant.handle)
    const mentor = mentors.find(({ handle }) => handle !== pair?.mentor.handle)
    const refused = await problemOf(await put(other?.handle, mentor?.handle))
    expect([refused.code, refused.detail]).toEqual([
      'no_room',
      'All places that Studio Porto takes together are kept for others. Let one of them go first.',
    ])
    expect((await put(pair?.participant.handle, mentor?.handle)).status).toBe(200)
    await world.settle()
    expect((await read()).pairs).toMatchObject([{ mentor: { handle: mentor?.handle }, byHand: true }])
  })

  it('are asked once more when it is published, and whoever is too many is named', async () => {
    const id = await formed({ ...BOTH, most: 2 })
    expect((await pairAll()).pairs).toHaveLength(2)
    await change(id, { ...BOTH, most: 1 })
    await organiser.send('POST', path('/publication'))
    await world.settle()
    expect((await read()).pairs.map(({ outcome }) => outcome).sort()).toEqual(['paired', 'refused'])
    expect(await db().select({ why: pairingPlaces.why }).from(pairingPlaces).where(sql`outcome = 'refused'`)).toEqual([
      { why: expect.stringContaining('Studio Porto takes 1 together, and has as many.') },
    ])
    expect(await db().select().from(mentorships)).toHaveLength(1)
  })
})

describe('an organiser who says which mentors take how many together', () => {
  it('changes that, and lets go of it', async () => {
    const id = await formed()
    expect((await page()).groups).toEqual([{ id, ...BOTH, begun: 0 }])
    expect((await change(id, { name: 'Studio Lisboa', most: 3, mentors: ['weft'] })).status).toBe(200)
    expect((await page()).groups).toEqual([{ id, name: 'Studio Lisboa', most: 3, mentors: ['weft'], begun: 0 }])
    expect((await organiser.send('DELETE', path(`/groups/${id}`))).status).toBe(200)
    expect((await page()).groups).toEqual([])
    expect(await db().select().from(pairingGroupMentors)).toEqual([])
  })

  it('reads what is wrong: a name twice, a mentor in two of them, no mentor of the program, nobody', async () => {
    const id = await formed({ ...BOTH, mentors: ['lino'] })
    expect(await wrongIn(await form({ ...BOTH, name: 'studio PORTO', mentors: ['weft'] }))).toEqual([422, 'name'])
    const twice = await problemOf(await form({ ...BOTH, name: 'Others' }))
    expect(twice.issues?.[0]).toMatchObject({
      path: 'mentors',
      message: 'lino of the house is in Studio Porto already. Each mentor is in one of them at the most.',
    })
    expect(await wrongIn(await form({ ...BOTH, name: 'Others', mentors: ['ada'] }))).toEqual([422, 'mentors'])
    expect(await wrongIn(await form({ ...BOTH, name: 'Others', mentors: [] }))).toEqual([422, 'mentors'])
    expect(await wrongIn(await form({ name: 'Others', most: 1 }))).toEqual([422, 'mentors'])
    expect(await wrongIn(await change(id, { ...BOTH, most: 0 }))).toEqual([422, 'most'])
    expect((await change(id, BOTH)).status).toBe(200)
  })

  it('has a word only in their own program', async () => {
    const id = await formed()
    const stranger = await aMember(world, { roles: ['participant', 'organiser'] })
    const own = await aProgram(world, stranger)
    expect((await form(BOTH, stranger)).status).toBe(404)
    expect((await change(id, BOTH, stranger)).status).toBe(404)
    expect(
      (await stranger.send('PUT', `/api/programs/${own.slug}/pairing/groups/${id}`, { ...BOTH, mentors: [] })).status,
    ).toBe(422)
    expect((await stranger.send('DELETE', `/api/programs/${own.slug}/pairing/groups/${id}`)).status).toBe(404)
    expect((await page()).groups).toHaveLength(1)
  })

  it('finds a mentor in no group any more who takes part no longer', async () => {
    await form()
    await db().update(programApplications).set({ state: 'withdrawn' }).where(sql`member_id = ${mentors[0]?.id}`)
    expect((await page()).groups).toMatchObject([{ mentors: ['weft'] }])
  })
})
