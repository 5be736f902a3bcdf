import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { openCtx } from '#workers/lib/context.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import type { World } from '#workers/lib/testing/world.ts'
import { RULES_AT_FIRST } from '#workers/matching/programs/inputs.ts'
import { tellPairs } from '#workers/matching/programs/publishing.ts'
import { aPerson, type Person } from './person.ts'
import { aRealPostgres, aStage, realPostgresIsHere, type Stage } from './stage.ts'

const MESSAGES = 6

describe.runIf(realPostgresIsHere)('a draft that is told by several messages at once, on a real Postgres', () => {
  let stage: Stage
  let organiser: Person
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres({ maxConnections: 200 }) })
    organiser = await aPerson(stage, { roles: ['participant', 'organiser'] })
  })
  afterAll(() => stage?.stop())

  const ctx = () => openCtx(stage.env, { kind: 'job', name: 'matching.tell-pairs' }, () => {})
  const world = { ctx } as unknown as World
  const somebody = ({ id }: Person) => ({ id }) as unknown as Somebody
  const people = (count: number, wish?: { room: number }) =>
    Promise.all(Array.from({ length: count }, () => aPerson(stage, wish)))

  // Everybody who learns is with a mentor by turns, and all of it is just being told.
  async function aDraft(learners: Person[], mentors: Person[]) {
    const program = await aProgram(world, somebody(organiser), { state: 'running' })
    for (const learner of learners) await anApplicant(world, program.id, somebody(learner))
    for (const mentor of mentors) await anApplicant(world, program.id, somebody(mentor), 'mentor')
    const rules = { ...RULES_AT_FIRST, bonds: [], choices: [], settled: [] }
    const [draft] = await ctx()
      .db.insert(pairings)
      .values({ programId: program.id, madeById: organiser.id, state: 'publishing', step: 2, seed: 1, rules })
      .returning({ id: pairings.id })
    const id = draft?.id ?? ''
    await ctx()
      .db.insert(pairingPlaces)
      .values(
        learners.map((learner, n) => ({
          pairingId: id,
          participantId: learner.id,
          mentorId: mentors[n % mentors.length]?.id ?? null,
        })),
      )
    return { ...program, draft: id }
  }

  // Whoever gave way to another comes again, as a message does that was not done.
  async function tellAll(drafts: string[]) {
    const told = await Promise.allSettled(
      drafts.flatMap((id) => Array.from({ length: MESSAGES }, () => tellPairs(ctx(), { id }))),
    )
    const refused = told.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(refused.filter((code) => code !== 'busy')).toEqual([])
    for (const id of drafts) await tellPairs(ctx(), { id })
  }

  const states = async (drafts: string[]) =>
    (await stage.sql('select state from pairings where id = any($1::uuid[])', [drafts])).map(({ state }) => state)
  const outcomes = (drafts: string[]) =>
    stage.sql(
      'select outcome, count(*)::int as n from pairing_places where pairing_id = any($1::uuid[]) group by outcome order by outcome',
      [drafts],
    )
  const pairsOf = (learners: Person[]) =>
    stage.sql(
      `select participant_id, program_id, count(*)::int as n from mentorships where participant_id = any($1::uuid[]) and state <> 'closed'
       group by 1, 2`,
      [learners.map(({ id }) => id)],
    )
  const seatsOf = (mentors: Person[]) =>
    stage.sql(
      `select mentor_id, count(*)::int as n from mentorships where mentor_id = any($1::uuid[]) and state <> 'closed' group by 1`,
      [mentors.map(({ id }) => id)],
    )

  it('F17 begins every pair once, and each side hears of it once', { timeout: 120_000 }, async () => {
    const [learners, mentors] = [await people(12), await people(4, { room: 3 })]
    const { draft } = await aDraft(learners, mentors)
    await tellAll([draft])
    expect(await states([draft])).toEqual(['published'])
    expect(await outcomes([draft])).toEqual([{ outcome: 'paired', n: 12 }])
    expect((await pairsOf(learners)).map(({ n }) => n)).toEqual(Array(12).fill(1))
    expect((await seatsOf(mentors)).map(({ n }) => n)).toEqual(Array(4).fill(3))

    await stage.tick()
    const ids = [...learners, ...mentors].map(({ id }) => id)
    const heard = () =>
      stage.sql(`select member_id from notices where kind = 'pair-made' and member_id = any($1::uuid[])`, [ids])
    await expect.poll(async () => (await heard()).length, { timeout: 30_000 }).toBe(24)
    const addresses = await stage.sql('select email from accounts where member_id = any($1::uuid[])', [
      learners.map(({ id }) => id),
    ])
    const letters = async () =>
      (await stage.letters()).filter(
        ({ to, subject }) => /together/.test(subject) && addresses.some(({ email }) => email === to),
      )
    await expect.poll(async () => (await letters()).length, { timeout: 30_000 }).toBe(12)
    await new Promise((resume) => setTimeout(resume, 2000))
    expect(new Set((await letters()).map(({ to }) => to)).size).toBe(12)
    expect(await letters()).toHaveLength(12)
    expect(await heard()).toHaveLength(24)
  })

  it('MEN-4 I6 fills no seat twice, where two programs want the same ones', { timeout: 120_000 }, async () => {
    const mentors = await people(5, { room: 1 })
    const [some, others] = [await people(5), await people(5)]
    const drafts = [(await aDraft(some, mentors)).draft, (await aDraft(others, mentors.toReversed())).draft]
    await tellAll(drafts)
    expect(await states(drafts)).toEqual(['published', 'published'])
    expect(await outcomes(drafts)).toEqual([
      { outcome: 'paired', n: 5 },
      { outcome: 'refused', n: 5 },
    ])
    expect((await seatsOf(mentors)).map(({ n }) => n)).toEqual(Array(5).fill(1))
    const why = await stage.sql(
      `select distinct why from pairing_places where pairing_id = any($1::uuid[]) and outcome = 'refused'`,
      [drafts],
    )
    for (const one of why) expect(one.why).toMatch(/^All places of .* are taken\./)
  })

  it('MEN-3 gives nobody a second mentor, where somebody pairs them by hand meanwhile', {
    timeout: 120_000,
  }, async () => {
    const [learners, mentors, others] = [await people(8), await people(4, { room: 8 }), await people(2, { room: 8 })]
    const { id, draft, slug } = await aDraft(learners, mentors)
    for (const other of others) await anApplicant(world, id, somebody(other), 'mentor')
    const handles = await stage.sql('select id, handle from members where id = any($1::uuid[])', [
      [...learners, ...others].map((one) => one.id),
    ])
    const handleOf = (who: Person) => handles.find((one) => one.id === who.id)?.handle
    const byHand = learners.flatMap((learner) =>
      others.map((other) =>
        stage.write(
          `/api/programs/${slug}/pairs`,
          { participant: handleOf(learner), mentor: handleOf(other), aim: '' },
          { Cookie: organiser.cookie },
        ),
      ),
    )
    const [, answers] = await Promise.all([tellAll([draft]), Promise.all(byHand)])
    expect(await states([draft])).toEqual(['published'])
    const pairs = await pairsOf(learners)
    expect(pairs.every(({ n }) => n === 1)).toBe(true)
    const told = await outcomes([draft])
    const begun = told.find(({ outcome }) => outcome === 'paired')?.n ?? 0
    const begunByHand = answers.filter(({ status }) => status === 201).length
    expect([pairs.length, begun + begunByHand]).toEqual([8, 8])
    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true)
  })
})
