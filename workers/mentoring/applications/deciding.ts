import { and, eq, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { cohorts, programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import type { ApplicationDecision, ApplicationId } from './inputs.ts'

// The round counts its places itself: of two who say yes to the last one at once, one learns that it is taken.
export async function decideApplication(ctx: MemberCtx, which: ApplicationId, said: ApplicationDecision) {
  const { decision, words, round } = said
  const cohortId = sql`coalesce(${round ?? null}::uuid, ${programApplications.cohortId})`
  const [decided] = await commit(
    ctx,
    ctx.db
      .update(programApplications)
      .set({
        state: decision,
        words,
        decidedById: ctx.member.id,
        decidedAt: sql`now()`,
        ...(decision === 'accepted' && { cohortId }),
      })
      .where(
        and(
          eq(programApplications.id, which.id),
          eq(programApplications.state, 'applied'),
          isOrganised(ctx),
          decision === 'accepted' ? sql`${mayBegin} and ${hasRound(round)}` : undefined,
        ),
      )
      .returning({ id: programApplications.id, state: programApplications.state }),
    fact(`program.${decision}`),
  ).catch(noPlace)
  return decided ?? refuse(await whyNot(ctx, which, said))
}

const isOrganised = ({ member }: MemberCtx) =>
  sql`${programApplications}.program_id in (select program_id from ${programOrganisers} where member_id = ${member.id}::uuid)`

const mayBegin = sql`exists (select from ${programs} program
  where program.id = ${programApplications}.program_id and program.state in ('open', 'running'))`

// Whoever takes part needs a round of this program; a mentor may do without.
const hasRound = (round: string | undefined) =>
  round === undefined
    ? sql`(${programApplications}.part = 'mentor' or ${programApplications}.cohort_id is not null)`
    : sql`exists (select from ${cohorts} round where round.id = ${round}::uuid and round.program_id = ${programApplications}.program_id)`

function noPlace(error: unknown): never {
  if (constraintOf(error) !== 'cohorts_have_room') throw error
  throw conflict(
    'Every place of that round is taken. Make room in it, choose another, or say no; they wait on.',
    'no_room',
  )
}

async function whyNot(ctx: MemberCtx, { id }: ApplicationId, { decision }: ApplicationDecision) {
  const [there] = await ctx.db
    .select({ state: programApplications.state, program: programs.state })
    .from(programApplications)
    .innerJoin(programs, eq(programs.id, programApplications.programId))
    .where(and(eq(programApplications.id, id), isOrganised(ctx)))
  if (!there) return notFound('application')
  if (there.state === 'withdrawn') return conflict('They withdrew their application meanwhile.', 'withdrawn')
  if (there.state !== 'applied') return conflict('This application was answered already.', 'already_answered')
  if (decision === 'accepted' && !['open', 'running'].includes(there.program))
    return conflict('This program is not open, so nobody can join it now.', 'not_open')
  return invalid([{ path: 'round', message: 'Please choose one of the rounds of this program.' }])
}
