import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { recommendationAnswers } from '#db/schema/matching.ts'
import { blocks, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices, pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programOrganisers, programSkills } from '#db/schema/mentoring/programs.ts'
import { notices } from '#db/schema/notifications.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { checkPairing } from './checking.ts'
import type { Pairing } from './inputs.ts'
import { goOnTelling, publishPairing, tellPairs } from './publishing.ts'
import { goOnPairing, pairProgram } from './running.ts'

type Skill = 'linocut' | 'weaving'
let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let skillIds: Record<Skill, string>

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  skillIds = { linocut: (await aSkill(world, 'Linocut')).id, weaving: (await aSkill(world, 'Weaving')).id }
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  await db().insert(programSkills).values({ programId: program.id, skillId: skillIds.linocut })
})

const db = () => world.ctx().db
const path = (rest = '') => `/api/programs/${program.slug}/pairing${rest}`
const has = (who: Somebody, bond: 'teaches' | 'learns', slug: Skill) =>
  db().insert(memberSkills).values({ memberId: who.id, skillId: skillIds[slug], bond })
const learner = async (handle: string, slug: Skill = 'linocut') => {
  const who = await aMember(world, { handle, name: `${handle} of the house` })
  await anApplicant(world, program.id, who)
  await has(who, 'learns', slug)
  return who
}
const teacher = async (handle: string, { room = 1, slug = 'linocut' as Skill } = {}) => {
  const who = await aMentor(world, room, { handle, name: `${handle} of the house` })
  await anApplicant(world, program.id, who, 'mentor')
  await has(who, 'teaches', slug)
  return who
}
const pairAll = async (by = organiser, body: object = {}) => {
  const answer = await by.send('POST', path('/runs'), body)
  await world.settle()
  return answer
}
const read = async (by = organiser) => (await (await by.request(path())).json()) as Pairing
const twos = ({ pairs }: Pairing) =>
  pairs.map(({ participant, mentor }) => `${participant.handle} ${mentor.handle}`).sort()
const set = (rules: object) => organiser.send('PUT', path('/rules'), rules)
const put = (who: Somebody, mentor: Somebody, locked = false) =>
  organiser.send('PUT', path(`/places/${who.handle}`), { mentor: mentor.handle, locked })
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]
const theDraft = async () => (await db().select().from(pairings))[0]

async function aCrowd() {
  const people = { ada: await learner('ada'), bo: await learner('bo', 'weaving'), cleo: await learner('cleo') }
  const mentors = { lino: await teacher('lino'), weft: await teacher('weft', { slug: 'weaving' }) }
  return { ...people, ...mentors }
}

describe('pairing a whole program', () => {
  it('gives each a mentor who teaches what they look for, says why, and is proved', async () => {
    await aCrowd()
    expect((await pairAll()).status).toBe(202)
    const draft = await read()
    expect(draft).toMatchObject({ state: 'ready', people: 3, isProved: true })
    expect(twos(draft)).toContain('bo weft')
    expect(draft.pairs.find(({ participant }) => participant.handle === 'bo')?.reasons).toContain(
      'weft teaches Weaving, which bo wants to learn.',
    )
    expect(draft.leftOut).toHaveLength(1)
    expect(draft.leftOut[0]?.why).toMatch(/^2 mentors would fit, all full of better fits/)
    expect(draft.helps.map(({ says }) => says)).toContain('One more place with lino of the house')
    expect(draft.stops.map(({ balance }) => balance)).toEqual([0, 1, 2, 3, 4])
    expect(await db().select().from(mentorships)).toEqual([])
    expect(JSON.stringify(await db().select().from(pairingPeople))).not.toMatch(/"(cost|price)"/)
  })

  it('asks nobody who has a mentor, was asked, left or is away', async () => {
    const { ada, bo, lino } = await aCrowd()
    await db()
      .insert(mentorships)
      .values({ id: newId(), mentorId: lino.id, participantId: ada.id, programId: program.id })
    await db().update(programApplications).set({ state: 'withdrawn' }).where(eq(programApplications.memberId, bo.id))
    await pairAll()
    expect(await read()).toMatchObject({
      people: 1,
      pairs: [{ participant: { handle: 'cleo' }, mentor: { handle: 'weft' } }],
    })
  })

  it('B47 never puts two together of whom one blocked the other, or would rather not, and tells nobody', async () => {
    const { ada, bo, lino, weft } = await aCrowd()
    await db().insert(blocks).values({ memberId: lino.id, blockedId: ada.id })
    const rather = { kind: 'mentor', answer: 'dismissed', because: 'not-with-them' } as const
    await db()
      .insert(recommendationAnswers)
      .values({ memberId: bo.id, otherId: weft.id, ...rather })
    await pairAll()
    const draft = await read()
    expect(twos(draft).filter((two) => two === 'ada lino' || two === 'bo weft')).toEqual([])
    expect(draft.pairs).toHaveLength(2)
    expect(JSON.stringify(draft)).not.toMatch(/rather not|blocked/)
  })

  it('keeps to what each asked of the other', async () => {
    const { ada, bo, cleo, lino } = await aCrowd()
    for (const [n, { id: memberId }] of [ada, bo, cleo].entries())
      await db()
        .insert(wishes)
        .values({ memberId, strength: 'must', ...(n === 0 ? { skillId: skillIds.linocut } : { language: 'fr' }) })
    await pairAll()
    expect(twos(await read())).toEqual(['ada lino'])
    expect(lino.handle).toBe('lino')
  })

  it('says at once where there is nobody to pair', async () => {
    expect(await codeOf(await pairAll())).toEqual([409, 'nobody_waits'])
    await learner('ada')
    expect(await codeOf(await pairAll())).toEqual([409, 'no_mentors'])
    await teacher('lino')
    const stranger = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await pairAll(stranger)).status).toBe(404)
    expect((await stranger.request(path())).status).toBe(404)
    expect(await db().select().from(pairings)).toEqual([])
  })

  it('keeps to the rules: a must, somebody’s most, two who may never and two who must', async () => {
    const { ada, cleo, lino, weft } = await aCrowd()
    const bind = (who: Somebody, mentor: Somebody, bond: string) =>
      organiser.send('PUT', path('/bonds'), { participant: who.handle, mentor: mentor.handle, bond })
    expect((await set({ balance: 4, skills: 'must' })).status).toBe(204)
    await bind(ada, lino, 'never')
    await pairAll()
    expect(twos(await read())).toEqual(['bo weft', 'cleo lino'])
    await bind(ada, lino, 'must')
    await bind(cleo, weft, 'must')
    await pairAll()
    expect(twos(await read())).toEqual(['ada lino', 'cleo weft'])
    await bind(cleo, weft, 'neither')
    await pairAll()
    expect(twos(await read())).toEqual(['ada lino', 'bo weft'])
    expect((await set({ balance: 4, words: 'must' })).status).toBe(422)
    expect((await set({ balance: 4, fewest: 3, most: 1 })).status).toBe(422)
    expect((await bind(lino, weft, 'must')).status).toBe(422)
  })
})

describe('a draft in an organiser’s hands', () => {
  it('keeps what is locked and pairs the rest anew around who was moved', async () => {
    const { ada, bo, lino, weft } = await aCrowd()
    await pairAll()
    expect((await put(ada, weft)).status).toBe(200)
    await world.settle()
    const moved = await read()
    expect(twos(moved)).toContain('ada weft')
    expect(moved.pairs.find(({ participant }) => participant.handle === 'ada')).toMatchObject({
      locked: true,
      byHand: true,
    })
    expect(twos(moved)).not.toContain('bo weft')
    expect(await codeOf(await put(bo, weft))).toEqual([409, 'no_room'])
    expect((await put(ada, weft, false)).status).toBe(200)
    await pairAll()
    expect(twos(await read())).toContain('bo weft')
    expect(await codeOf(await put(lino, weft))).toEqual([404, 'not_found'])
  })

  it('can be checked again from what was written down, and the check fails when a pair is exchanged behind its back', async () => {
    await aCrowd()
    await pairAll()
    const draft = await theDraft()
    const check = () => checkPairing(organiser.ctx, { slug: program.slug })
    expect(await check()).toMatchObject({ holds: true, proof: draft?.found?.proof })
    await db().update(pairingPlaces).set({ mentorId: null }).where(sql`mentor_id is not null`)
    expect(await check()).toMatchObject({ holds: false })
  })

  it('is dropped without a trace of who took part', async () => {
    await aCrowd()
    await pairAll()
    expect((await organiser.send('DELETE', path())).status).toBe(204)
    expect(await db().select().from(pairingPeople)).toEqual([])
    expect(await db().select().from(pairingPlaces)).toEqual([])
    expect(await read()).toMatchObject({ state: null, pairs: [] })
  })

  it('F17 is the same when the message comes again, and when two runs cross', async () => {
    await aCrowd()
    await pairAll()
    const [draft, before] = [await theDraft(), await read()]
    for (let time = 0; time < 3; time++) await pairProgram(world.ctx(), { id: draft?.id ?? '' })
    expect(await read()).toEqual(before)
    await Promise.all([organiser.send('POST', path('/runs'), {}), organiser.send('POST', path('/runs'), {})])
    await world.settle()
    expect(await read()).toMatchObject({ state: 'ready', pairs: before.pairs })
    expect(await db().select().from(pairings)).toHaveLength(1)
  })

  it('F20 goes on when a message was lost, and stays as it was until a run is whole', async () => {
    await aCrowd()
    await pairAll()
    const before = await read()
    await db()
      .update(pairings)
      .set({ state: 'running', step: 0, movedAt: new Date(Date.now() - 600_000) })
    expect(twos(await read())).toEqual(twos(before))
    await goOnPairing(world.ctx())
    await world.settle()
    expect(await read()).toMatchObject({ state: 'ready', pairs: before.pairs })
  })
})

describe('a run that fails', () => {
  const fails = (minutesAgo: number) =>
    db()
      .update(pairings)
      .set({ state: 'running', step: 0, rules: sql`'{}'`, movedAt: new Date(Date.now() - minutesAgo * 60_000) })
  const triedAgain = async () => {
    const before = world.queue.length
    await goOnPairing(world.ctx())
    return world.queue.splice(before).length
  }

  it('F20 is tried again every two minutes for an hour, and then waits until somebody pairs anew', async () => {
    await aCrowd()
    await pairAll()
    const tries: Record<number, number> = {}
    for (const minutes of [1, 3, 59, 61, 600]) {
      await fails(minutes)
      tries[minutes] = await triedAgain()
    }
    expect(tries).toEqual({ 1: 0, 3: 1, 59: 1, 61: 0, 600: 0 })
    await pairAll()
    expect(await read()).toMatchObject({ state: 'ready', run: 2 })
  })

  it('can be dropped while it is on its way, and what comes of it later is not kept', async () => {
    await aCrowd()
    await pairAll()
    await fails(0)
    const { id = '' } = (await theDraft()) ?? {}
    expect((await organiser.send('DELETE', path())).status).toBe(204)
    await pairProgram(world.ctx(), { id })
    expect(await read()).toMatchObject({ state: null, pairs: [] })
    expect(await db().select().from(pairingPeople)).toEqual([])
  })
})

describe('publishing a draft', () => {
  it('begins each pair of the program, asks whoever did not say yes yet, and both sides hear of it', async () => {
    const [ada, bo] = [await learner('ada'), await learner('bo', 'weaving')]
    const lino = await teacher('lino')
    const other = await aMentor(world, 1, { handle: 'other', name: 'other of the house' })
    await has(other, 'teaches', 'weaving')
    await has(other, 'teaches', 'linocut')
    await pairAll()
    expect((await read()).pairs.find(({ mentor }) => mentor.handle === 'other')?.takesPart).toBe(false)
    expect((await organiser.send('POST', path('/publication'))).status).toBe(202)
    await world.settle()
    expect(await read()).toMatchObject({ state: 'published' })
    expect((await read()).pairs.map(({ outcome }) => outcome).sort()).toEqual(['asked', 'paired'])
    expect(await db().select().from(mentorships)).toMatchObject([
      { participantId: ada.id, mentorId: lino.id, programId: program.id },
    ])
    expect(await db().select().from(mentorshipRequests)).toMatchObject([
      { participantId: bo.id, mentorId: other.id, programId: program.id },
    ])
    const heard = await db().select().from(notices).where(eq(notices.kind, 'pair-made'))
    expect(heard.map(({ memberId }) => memberId).sort()).toEqual([ada.id, lino.id].sort())
    expect(await db().select().from(pairingPeople)).toEqual([])
  })

  it('says who could not begin, because much happened since, and begins the others', async () => {
    const { ada, lino, weft } = await aCrowd()
    await pairAll()
    await db().update(availability).set({ menteesAtMost: 0 }).where(eq(availability.memberId, lino.id))
    await organiser.send('POST', path('/publication'))
    await world.settle()
    const { pairs } = await read()
    expect(pairs.find(({ mentor }) => mentor.handle === 'lino')).toMatchObject({
      outcome: 'refused',
      why: expect.stringContaining('All places of lino of the house are taken'),
    })
    expect((await db().select().from(mentorships)).map(({ mentorId }) => mentorId)).toEqual([weft.id])
    expect(ada.id).toBeTruthy()
  })

  it('B47 brings nobody to whom they said meanwhile that they would rather not be with, and tells nobody why', async () => {
    await aCrowd()
    await pairAll()
    const placed = await db().select().from(pairingPlaces)
    const [one, two] = placed.flatMap(({ participantId, mentorId }) => (mentorId ? [{ participantId, mentorId }] : []))
    if (!one || !two) throw new Error('Two have a mentor.')
    const rather = { kind: 'mentor', answer: 'dismissed', because: 'not-with-them' } as const
    await db()
      .insert(recommendationAnswers)
      .values({ memberId: one.participantId, otherId: one.mentorId, ...rather })
    await db()
      .insert(pairingChoices)
      .values({ programId: program.id, memberId: two.mentorId, otherId: two.participantId, place: 0 })
    await organiser.send('POST', path('/publication'))
    await world.settle()
    expect((await read()).pairs.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['refused', expect.stringContaining('cannot be brought together')],
      ['refused', expect.stringContaining('cannot be brought together')],
    ])
    expect(await db().select().from(mentorships)).toEqual([])
  })

  it('goes on when whoever pressed the button organises it no longer', async () => {
    await aCrowd()
    await pairAll()
    const other = await aMember(world, { roles: ['participant', 'organiser'] })
    await publishPairing(organiser.ctx, { slug: program.slug })
    await db().update(programOrganisers).set({ memberId: other.id })
    await world.settle()
    expect((await db().select().from(pairingPlaces)).map(({ outcome }) => outcome).sort()).toEqual(
      ['paired', 'paired', null].sort(),
    )
    expect((await theDraft())?.state).toBe('published')
  })

  it('F17 F20 tells each pair once, however often and wherever it is interrupted', async () => {
    await aCrowd()
    await pairAll()
    const draft = (await theDraft())?.id ?? ''
    await publishPairing(organiser.ctx, { slug: program.slug })
    await Promise.all([tellPairs(world.ctx(), { id: draft }), tellPairs(world.ctx(), { id: draft })])
    await db()
      .update(pairings)
      .set({ state: 'publishing', movedAt: new Date(Date.now() - 600_000) })
    await goOnTelling(world.ctx())
    await world.settle()
    expect(await db().select().from(mentorships)).toHaveLength(2)
    expect((await theDraft())?.state).toBe('published')
  })

  it('pairs who is left in a further draft, with every pair that began kept', async () => {
    const { lino } = await aCrowd()
    await pairAll()
    await organiser.send('POST', path('/publication'))
    await world.settle()
    await db().update(availability).set({ menteesAtMost: 3 }).where(eq(availability.memberId, lino.id))
    await pairAll()
    const { pairs, state } = await read()
    expect([state, pairs.length, pairs[0]?.mentor.handle]).toEqual(['ready', 1, 'lino'])
    expect(await db().select().from(mentorships)).toHaveLength(2)
  })
})
