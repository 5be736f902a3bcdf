import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { pairingPeople, pairingPlaces, pairingRules, pairings } from '#db/schema/mentoring/pairings.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { type Balance, type PairingState, RULES_AT_FIRST } from './inputs.ts'
import { learnersOf, teachersOf } from './reading.ts'
import { ownProgram } from './rules.ts'
import { balanceAmong } from './stops.ts'

// More is not paired at once yet: a run looks at every one of them in a single job.
const MOST_PAIRS = 2_000_000

// Everybody who has no mentor yet is paired, or paired anew around what was settled by hand.
export async function startPairing(ctx: MemberCtx, program: ProgramSlug, { balance }: Partial<Balance> = {}) {
  const own = sql`(${ownProgram(program.slug, ctx.member.id)})`
  const around = await readAround(ctx, own)
  mayBegin(around)
  const counted = { balance: balanceAmong(around.learners * around.teachers, balance ?? around.balance) }
  const rules = sql`(coalesce((select rules from ${pairingRules} where program_id = ${own}), ${JSON.stringify(RULES_AT_FIRST)}::jsonb)
    || ${JSON.stringify(counted)}::jsonb)`
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(pairings)
      .values({
        ...{ id: newId(), programId: own, madeById: ctx.member.id },
        rules: sql`${rules} || '{"bonds": [], "choices": [], "settled": [], "groups": []}'`,
        seed: sql`('x' || left(md5(${own}::text), 7))::bit(28)::int`,
      })
      .onConflictDoUpdate({
        target: pairings.programId,
        targetWhere: sql`state in ('running', 'ready', 'publishing')`,
        set: {
          ...{ state: 'running', step: 0, looked: 0, madeById: ctx.member.id },
          ...{ run: sql`${pairings.run} + 1`, rules: sql`excluded.rules`, madeAt: sql`now()`, movedAt: sql`now()` },
        },
        setWhere: sql`${pairings.state} <> 'publishing'`,
      })
      .returning(asState),
    fact('pairing.asked'),
    () => sql`insert into ${pairingRules} (program_id, rules) select ${own}, ${rules} where ${balance !== undefined}
      on conflict (program_id) do update set rules = excluded.rules, updated_at = now() returning 1`,
  )
  return begun ?? refuse(conflict('These pairs are just being told. Nothing was changed.', 'not_now'))
}

export const asState = {
  id: pairings.id,
  state: pairings.state,
  run: pairings.run,
  looked: pairings.looked,
  people: pairings.people,
}

type Around = { state: string; learners: number; teachers: number; balance: number }

const asksOthersIn = (own: SQL) =>
  sql`coalesce((select (rules ->> 'asksOthers')::boolean from ${pairingRules} where program_id = ${own}), true)`

export async function readAround({ db }: Ctx, own: SQL, asksOthers = asksOthersIn(own)): Promise<Around> {
  const { rows } = await db.execute<Around>(sql`
    select program.state, (select count(*)::int from (${learnersOf(sql`program.id`)}) who) as learners,
      (select count(*)::int from (${teachersOf(sql`program.id`, asksOthers)}) who) as teachers,
      coalesce((select (rules ->> 'balance')::int from ${pairingRules} where program_id = ${own}), ${RULES_AT_FIRST.balance}::int) as balance
    from ${programs} program where program.id = ${own}`)
  return rows[0] ?? refuse(notFound('program'))
}

export function mayBegin({ state, learners, teachers }: Around) {
  if (state === 'draft' || state === 'finished')
    throw conflict(
      `This program is ${state === 'draft' ? 'still a draft' : 'over'}, so nobody begins in it.`,
      'not_now',
    )
  if (learners === 0) throw conflict('Everybody who was accepted has a mentor, or one was asked.', 'nobody_waits')
  if (teachers === 0) throw conflict('No mentor of this program has a free place.', 'no_mentors')
  if (learners * teachers > MOST_PAIRS)
    throw conflict(
      'These are too many to be paired at once. Please pair the rounds of the program one by one.',
      'too_many',
    )
}

export async function readState({ db, member }: MemberCtx, { slug }: ProgramSlug): Promise<PairingState> {
  const { rows } = await db.execute<PairingState>(sql`select id, state, run, looked, people from ${pairings}
    where program_id = (${ownProgram(slug, member.id)}) order by made_at desc limit 1`)
  return rows[0] ?? refuse(notFound('pairing'))
}

// What counted stays; about whom goes.
export const ofNobody = sql`${pairings.rules} || '{"bonds": [], "choices": [], "settled": [], "groups": []}'`

// Nothing came of it, and nothing is kept of who took part.
export async function dropPairing(ctx: MemberCtx, { slug }: ProgramSlug) {
  const [dropped] = await commit(
    ctx,
    ctx.db
      .update(pairings)
      .set({ state: 'dropped', kept: null, found: null, rules: ofNobody, movedAt: sql`now()` })
      .where(sql`program_id = (${ownProgram(slug, ctx.member.id)}) and state in ('running', 'ready')`)
      .returning({ id: pairings.id }),
    fact('pairing.dropped'),
    (changed) => sql`delete from ${pairingPeople} where pairing_id in (select id from ${changed}) returning 1`,
    (changed) => sql`delete from ${pairingPlaces} where pairing_id in (select id from ${changed}) returning 1`,
  )
  return dropped ?? refuse(notFound('pairing'))
}
