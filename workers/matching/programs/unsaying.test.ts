import { eq, type SQL, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { wishes } from '#db/schema/matching/wishes.ts'
import { recommendationAnswers } from '#db/schema/matching.ts'
import { pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programSkills } from '#db/schema/mentoring/programs.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { matchingForgotten } from '../forgetting.ts'
import { checkPairing } from './checking.ts'
import { choose as chooseAnew } from './choosing/choosing.ts'
import type { Pairing } from './inputs.ts'
import { pairProgram } from './running.ts'
import { letGoOfDrafts, unsay } from './unsaying.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let ada: Somebody
let bo: Somebody
let lino: Somebody
let weft: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  const { id: skillId } = await aSkill(world, 'Linocut')
  await db().insert(programSkills).values({ programId: program.id, skillId })
  ada = await aMember(world, { handle: 'ada' })
  bo = await aMember(world, { handle: 'bo' })
  lino = await aMentor(world, 1, { handle: 'lino' })
  weft = await aMentor(world, 1, { handle: 'weft' })
  for (const learner of [ada, bo]) await anApplicant(world, program.id, learner)
  for (const mentor of [lino, weft]) await anApplicant(world, program.id, mentor, 'mentor')
  await db().insert(memberSkills).values({ memberId: lino.id, skillId, bond: 'teaches' })
  await organiser.send('PUT', `/api/programs/${program.slug}/pairing/rules`, {
    process: 'both',
    balance: 4,
    asksOthers: false,
  })
})

const db = () => world.ctx().db
const QUIET = { pace: null, words: null, plan: null, company: null, understanding: null, meetings: null, aim: null }
const likes = (who: Somebody, said: Partial<Record<keyof typeof QUIET, number>>) =>
  who.send('PUT', '/api/my/ways', { ...QUIET, ...said })
const wish = async (who: Somebody): Promise<string> => {
  const answer = await who.send('POST', '/api/my/wishes', { strength: 'must', language: 'fr' })
  expect(answer.status).toBe(204)
  return (await db().select().from(wishes).where(eq(wishes.memberId, who.id)))[0]?.id ?? ''
}
const choose = (who: Somebody, mentor: Somebody, place: number | '') =>
  who.send('PUT', `/api/programs/${program.slug}/choices`, { choices: [{ handle: mentor.handle, place }] })
const pair = async () => {
  await organiser.send('POST', `/api/programs/${program.slug}/pairing/runs`, {})
  await world.settle()
}
const read = async () => (await (await organiser.request(`/api/programs/${program.slug}/pairing`)).json()) as Pairing
const check = () => checkPairing(organiser.ctx, { slug: program.slug })
const told = async ({ id }: Somebody) =>
  (await db().select().from(pairingPeople).where(eq(pairingPeople.memberId, id)))[0]?.told
const draft = async () => (await db().select().from(pairings))[0]

async function expectOutOfDate() {
  expect(await read()).toMatchObject({ state: 'ready', isOutOfDate: true, isProved: false, stops: [], helps: [] })
  expect(await check()).toBeUndefined()
  await pair()
  expect(await read()).toMatchObject({ isOutOfDate: false, isProved: true })
  expect(await check()).toMatchObject({ holds: true })
}

describe('what a draft keeps of somebody who takes part', () => {
  it('loses how they like to work as soon as they take it back, and cannot be summed up until it is paired anew', async () => {
    await likes(ada, { pace: 2, plan: -1 })
    await pair()
    expect(await told(ada)).toMatchObject({ ways: [2, null, -1, null, null, null, null] })
    expect(await read()).toMatchObject({ isOutOfDate: false, isProved: true })
    await likes(ada, { plan: -1 })
    await world.settle()
    expect(await told(ada)).toMatchObject({ ways: [null, null, -1, null, null, null, null] })
    expect((await read()).pairs).toHaveLength(2)
    await expectOutOfDate()
  })

  it('loses a wish that they let go of, and so do the reasons of every pair', async () => {
    const id = await wish(ada)
    await pair()
    await db().execute(
      sql`update ${pairingPlaces} set told = told || '{"reasons": ["wishes", "skills"], "caution": "wishes"}' where told is not null`,
    )
    await ada.send('DELETE', `/api/my/wishes/${id}`)
    await world.settle()
    expect(await told(ada)).toMatchObject({ wishes: [] })
    for (const place of await db().select().from(pairingPlaces))
      expect(place.told ?? { reasons: ['skills'], caution: null }).toMatchObject({ reasons: ['skills'], caution: null })
    await expectOutOfDate()
  })

  it('loses whom they chose when they choose otherwise, and the place in that list', async () => {
    await choose(ada, weft, 1)
    await choose(bo, lino, 1)
    await pair()
    expect((await read()).pairs.flatMap(({ reasons }) => reasons).join()).toContain('first')
    await choose(ada, weft, '')
    expect((await draft())?.rules.choices).toEqual([{ memberId: bo.id, otherId: lino.id, place: 1 }])
    expect((await read()).pairs.flatMap(({ reasons }) => reasons).join()).not.toContain('first')
    await expectOutOfDate()
  })

  it('loses that they would rather not be with somebody when they take it back', async () => {
    const rather = { kind: 'mentor', answer: 'dismissed', because: 'not-with-them' } as const
    await db()
      .insert(recommendationAnswers)
      .values({ memberId: ada.id, otherId: lino.id, ...rather })
    await pair()
    expect((await draft())?.rules.choices).toEqual([{ memberId: ada.id, otherId: lino.id, place: 0 }])
    expect((await ada.send('DELETE', `/api/my/apart/${lino.handle}`)).ok).toBe(true)
    await world.settle()
    expect((await draft())?.rules.choices).toEqual([])
    await expectOutOfDate()
  })

  it('F17 keeps all that is still said, also where they say more, and is touched once', async () => {
    await likes(ada, { pace: 2 })
    await choose(ada, weft, 1)
    await pair()
    await likes(ada, { pace: 2, aim: 1 })
    await wish(bo)
    await world.settle()
    await expectNoChange(world, () => letGoOfDrafts(world.ctx()))
    expect(await check()).toMatchObject({ holds: true })
    await likes(ada, {})
    await world.settle()
    await expectNoChange(world, () => unsay(world.ctx(), { id: ada.id }))
  })

  it('loses it in the night where no message came', async () => {
    await likes(ada, { pace: 2 })
    await pair()
    await likes(ada, {})
    await letGoOfDrafts(world.ctx())
    expect(await told(ada)).toMatchObject({ ways: Array(7).fill(null) })
    expect(await read()).toMatchObject({ isOutOfDate: true })
  })

  it('loses whom they chose in the night, where the house ended between keeping another choice and telling the draft', async () => {
    await choose(ada, weft, 1)
    await pair()
    const { db: whole } = ada.ctx
    let trips = 1
    const execute = (query: SQL) =>
      trips-- > 0 ? whole.execute(query) : Promise.reject(new Error('The house ended here.'))
    const ctx = { ...ada.ctx, db: Object.assign(Object.create(whole), { execute }) }
    await expect(chooseAnew(ctx, { slug: program.slug }, { choices: [] })).rejects.toThrow('The house ended here.')
    expect((await draft())?.rules.choices).toHaveLength(1)
    await letGoOfDrafts(world.ctx())
    expect((await draft())?.rules.choices).toEqual([])
    await expectOutOfDate()
  })

  it('begins a run anew that was on its way with it', async () => {
    await likes(ada, { pace: 2 })
    await pair()
    await db().update(pairings).set({ state: 'running', step: 1 })
    await likes(ada, {})
    await unsay(world.ctx(), { id: ada.id })
    expect(await draft()).toMatchObject({ state: 'running', step: 0, run: 2 })
    await pairProgram(world.ctx(), { id: (await draft())?.id ?? '' })
    expect(await told(ada)).toMatchObject({ ways: Array(7).fill(null) })
    expect(await check()).toMatchObject({ holds: true })
  })

  it('is gone with whoever leaves the house, and nothing is claimed of it any more', async () => {
    await pair()
    for (const forget of matchingForgotten(ada.id)) await db().execute(forget)
    expect(await told(ada)).toBeUndefined()
    await expectOutOfDate()
  })
})

describe('a draft that nobody touched for four weeks', () => {
  const lies = (days: number) =>
    db().execute(sql`update ${pairings} set moved_at = now() - make_interval(days => ${days})`)

  it('is let go of by the night, with its pairs and what was kept by hand still there to be paired anew', async () => {
    await choose(ada, weft, 1)
    await likes(bo, { pace: 2 })
    await pair()
    await organiser.send('PUT', `/api/programs/${program.slug}/pairing/places/ada`, { mentor: 'weft', locked: true })
    await lies(27)
    await expectNoChange(world, () => letGoOfDrafts(world.ctx()))
    await lies(29)
    await letGoOfDrafts(world.ctx())
    expect(await db().select().from(pairingPeople)).toEqual([])
    expect((await draft())?.rules).toMatchObject({ bonds: [], choices: [], settled: [] })
    const { pairs } = await read()
    expect(pairs.map(({ reasons }) => reasons)).toEqual([[], []])
    expect(pairs.find(({ participant }) => participant.handle === 'ada')).toMatchObject({
      locked: true,
      takesPart: true,
    })
    await expectOutOfDate()
    expect((await read()).pairs.find(({ participant }) => participant.handle === 'ada')?.mentor.handle).toBe('weft')
  })

  it('can still be published as it stands', async () => {
    await pair()
    await lies(29)
    await letGoOfDrafts(world.ctx())
    await organiser.send('POST', `/api/programs/${program.slug}/pairing/publication`)
    await world.settle()
    expect((await read()).pairs.map(({ outcome }) => outcome)).toEqual(['paired', 'paired'])
  })
})
