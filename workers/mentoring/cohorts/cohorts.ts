import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { cohorts, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid, notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import type { NewRound, RoundId } from './inputs.ts'

const shape = { id: cohorts.id }

// A finished program takes nobody any more, so it gets no further rounds.
export async function addRound(ctx: MemberCtx, { slug }: ProgramSlug, round: NewRound) {
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(cohorts)
      .select(
        sql`select ${newId()}::uuid, program.id, ${round.name}, ${round.startsOn}::date, ${round.endsOn}::date, ${round.seats}::int, 0
          from ${programs} program join ${programOrganisers} organiser on organiser.program_id = program.id and organiser.member_id = ${ctx.member.id}::uuid
          where program.slug = ${slug} and program.state <> 'finished'`,
      )
      .returning(shape),
    fact('program.round-added', { name: round.name, seats: round.seats }),
  )
  return added ?? refuse(notFound('program'))
}

export async function changeRound(ctx: MemberCtx, { id }: RoundId, round: NewRound) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(cohorts)
      .set(round)
      .where(and(eq(cohorts.id, id), isOrganised(ctx)))
      .returning(shape),
    fact('program.round-changed', { name: round.name, seats: round.seats }),
  ).catch(tooFewSeats)
  return changed ?? refuse(notFound('round'))
}

const isOrganised = ({ member }: MemberCtx) =>
  sql`${cohorts}.program_id in (select program_id from ${programOrganisers} where member_id = ${member.id}::uuid)`

function tooFewSeats(error: unknown): never {
  if (constraintOf(error) !== 'cohorts_have_room') throw error
  throw invalid([{ path: 'seats', message: 'More people than that have a place already.' }])
}
