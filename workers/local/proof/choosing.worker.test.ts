import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Postgres } from '#db/local/embedded.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { waysOfWorking } from '#db/schema/matching.ts'
import { pairingChoices, pairingRules, pairings } from '#db/schema/mentoring/pairings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import type { World } from '#workers/lib/testing/world.ts'
import { RULES_AT_FIRST } from '#workers/matching/programs/inputs.ts'
import { leaveDrafts } from '#workers/matching/programs/leaving.ts'
import { pairProgram } from '#workers/matching/programs/running.ts'
import { MOST_FOR_A_MENTOR } from '#workers/matching/programs/talks/finding.ts'
import { findTalks } from '#workers/matching/programs/talks/talks.ts'
import { unsay } from '#workers/matching/programs/unsaying.ts'
import { aPerson, type Person } from './person.ts'
import { aRealPostgres, realPostgresIsHere } from './stage.ts'

const MESSAGES = 4

describe.runIf(realPostgresIsHere)('people who choose while the house does something, on a real Postgres', () => {
  let postgres: Postgres
  let pool: pg.Pool
  let organiser: Person
  let sent: { input: { id: string } }[]
  beforeAll(async () => {
    postgres = await aRealPostgres({ maxConnections: 200 })
    await migrateDatabase(postgres.url)
    pool = new pg.Pool({ connectionString: postgres.url, max: 40 })
    organiser = await aPerson({ sql }, { roles: ['participant', 'organiser'] })
    sent = []
  })
  afterAll(async () => {
    await pool?.end()
    await postgres?.stop()
  })

  const sql = async (query: string, values?: unknown[]) => (await pool.query(query, values)).rows
  const queue = { send: async (message: (typeof sent)[number]) => void sent.push(message) }
  const ctx = () =>
    ({
      ...{ db: drizzle({ client: pool, casing: 'snake_case' }), now: new Date(), env: { JOBS: queue } },
      ...{ actor: { kind: 'job', name: 'matching.find-talks' }, requestId: null, announce: () => {} },
    }) as unknown as Ctx
  const world = { ctx } as unknown as World
  const somebody = ({ id }: Person) => ({ id }) as unknown as Somebody
  const people = (count: number, wish?: { room: number }) =>
    Promise.all(Array.from({ length: count }, () => aPerson({ sql }, wish)))

  async function aProgramOf(learners: Person[], mentors: Person[], process: 'both' | 'talks') {
    const program = await aProgram(world, somebody(organiser), { state: 'running' })
    for (const learner of learners) await anApplicant(world, program.id, somebody(learner))
    for (const mentor of mentors) await anApplicant(world, program.id, somebody(mentor), 'mentor')
    const rules = { ...RULES_AT_FIRST, process, asksOthers: false }
    await ctx().db.insert(pairingRules).values({ programId: program.id, rules })
    return { ...program, rules }
  }

  describe('talks that several messages find at the same moment', () => {
    const ask = (program: string) =>
      sql(`update pairing_rules set talks_asked_at = clock_timestamp() where program_id = $1`, [program])
    const findAll = (id: string) => Array.from({ length: MESSAGES }, () => findTalks(ctx(), { id }))
    const most = async (of: 'participant_id' | 'mentor_id', program: string) =>
      (
        await sql(`select count(*)::int as n from pairing_talks where program_id = $1 group by ${of} order by 1 desc`, [
          program,
        ])
      )[0]?.n
    const rounds = async (program: string) =>
      (
        await sql(
          `select data ->> 'round' as round from events where name = 'talks.proposed' and subject = $1 order by 1`,
          [program],
        )
      ).map(({ round }) => round)

    it('F17 are found once, and told once', { timeout: 120_000 }, async () => {
      const { id } = await aProgramOf(await people(8), await people(4, { room: 3 }), 'talks')
      await ask(id)
      await Promise.all(findAll(id))
      expect(await most('participant_id', id)).toBe(3)
      expect(await most('mentor_id', id)).toBe(MOST_FOR_A_MENTOR)
      expect(await rounds(id)).toEqual(['1'])
    })

    it('give nobody too many, also where people come in and talks are asked for again meanwhile', {
      timeout: 120_000,
    }, async () => {
      for (let time = 0; time < 2; time++) {
        const [late, mentors] = [await people(6), await people(5, { room: 3 })]
        const { id } = await aProgramOf(await people(4), mentors, 'talks')
        const comeIn = late.map(async (one) => {
          await anApplicant(world, id, somebody(one))
          await ask(id)
        })
        await ask(id)
        await Promise.all([...findAll(id), ...comeIn, ...findAll(id)])
        await findTalks(ctx(), { id })
        expect(await most('participant_id', id)).toBeLessThanOrEqual(3)
        expect(await most('mentor_id', id)).toBeLessThanOrEqual(MOST_FOR_A_MENTOR)
        const all = await rounds(id)
        expect(new Set(all).size).toBe(all.length)
        const [{ without }] = (await sql(
          `select count(*)::int as without from program_applications applied where program_id = $1 and part = 'participant'
            and not exists (select from pairing_talks talk where talk.program_id = $1 and talk.participant_id = applied.member_id)`,
          [id],
        )) as [{ without: number }]
        expect(without).toBe(0)
      }
    })
  })

  describe('what is taken back while a run writes down who takes part', { timeout: 120_000 }, () => {
    // The run waits at its draft, with what it saw; meanwhile something happens that no message can find in the draft yet.
    async function meanwhile(
      happens: (two: { learner: Person; mentor: Person; programId: string }) => Promise<unknown>,
    ) {
      const [[learner], mentors] = [await people(1), await people(2, { room: 1 })]
      const [mentor] = mentors
      if (!learner || !mentor) throw new Error('Nobody came.')
      const { id: programId, rules } = await aProgramOf([learner], mentors, 'both')
      const { db } = ctx()
      await db.insert(waysOfWorking).values({ memberId: learner.id, pace: 2 })
      await db.insert(pairingChoices).values({ programId, memberId: learner.id, otherId: mentor.id, place: 1 })
      const input = { ...rules, bonds: [], choices: [], settled: [] }
      const [draft] = await db
        .insert(pairings)
        .values({ programId, madeById: organiser.id, seed: 1, rules: input })
        .returning({ id: pairings.id })
      const holding = new pg.Client({ connectionString: postgres.url })
      await holding.connect()
      await holding.query('begin')
      await holding.query('select from pairings where id = $1 for update', [draft?.id])
      const run = pairProgram(ctx(), { id: draft?.id ?? '' })
      await expect.poll(waiting, { timeout: 40_000 }).toBe(1)
      const happened = happens({ learner, mentor, programId })
      // What wants the same draft waits behind the run.
      await Promise.race([happened, new Promise((resume) => setTimeout(resume, 500))])
      await holding.query('commit')
      await happened
      await holding.end()
      await run
      for (const { input: again } of sent.splice(0)) await pairProgram(ctx(), again)
      const [found] = await sql(
        `select state, rules -> 'choices' as choices, (select told -> 'ways' ->> 0 from pairing_people where pairing_id = draft.id and member_id = $2) as pace
         from pairings draft where id = $1`,
        [draft?.id, learner.id],
      )
      return found
    }
    const waiting = async () =>
      (
        await sql(
          `select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%with begun as%'`,
        )
      )[0]?.n

    it('is in the draft where nothing was taken back', async () => {
      expect(await meanwhile(async () => {})).toMatchObject({ state: 'ready', pace: '2', choices: [{ place: 1 }] })
    })

    it('is not in it: how somebody likes to work', async () => {
      const found = await meanwhile(async ({ learner }) => {
        await sql('delete from ways_of_working where member_id = $1', [learner.id])
        await unsay(ctx(), learner)
      })
      expect(found).toMatchObject({ state: 'ready', pace: null, choices: [{ place: 1 }] })
    })

    it('is not in it: whom somebody chose', async () => {
      const found = await meanwhile(async ({ learner }) => {
        await sql('delete from pairing_choices where member_id = $1', [learner.id])
        await unsay(ctx(), learner)
      })
      expect(found).toMatchObject({ state: 'ready', pace: '2', choices: [] })
    })

    it('is not in it: whoever gave their place back', async () => {
      const found = await meanwhile(async ({ mentor, programId }) => {
        const [applied] = await sql(
          `update program_applications set state = 'withdrawn' where member_id = $1 and program_id = $2 returning id`,
          [mentor.id, programId],
        )
        await leaveDrafts(ctx(), { id: String(applied?.id) })
      })
      expect(found).toMatchObject({ state: 'ready', pace: '2', choices: [] })
    })
  })
})
