import { and, eq, inArray, sql } from 'drizzle-orm'
import { pages, slot, whenGiven } from '#db/reading.ts'
import { cohorts, programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ApplicationId, OwnPage, OwnSearch, StepTick } from './inputs.ts'

const PAGE = 12

const list = pages<OwnPage>({
  name: 'applications',
  rows: sql`select applied.id, applied.state, applied.part, json_build_object('slug', program.slug, 'name', program.name) as program,
      (select round.name from ${cohorts} round where round.id = applied.cohort_id) as round,
      (select count(*)::int from jsonb_array_elements(program.steps) step where not (step ->> 'key') = any(applied.steps_done)) as "left",
      applied.words, applied.applied_at as "appliedAt"
    from ${programApplications} applied join ${programs} program on program.id = applied.program_id
    where applied.member_id = ${slot('me')}::uuid
      and ${whenGiven('id', sql`(applied.applied_at, applied.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by applied.applied_at desc, applied.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("appliedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  size: PAGE,
})

export function readOwnApplications({ db, member }: MemberCtx, { after }: OwnSearch) {
  const [id, since] = after ?? []
  return list(db, { me: member.id, id, since })
}

const shape = { id: programApplications.id, state: programApplications.state }

const isMine = ({ member }: MemberCtx, { id }: ApplicationId) =>
  and(
    eq(programApplications.id, id),
    eq(programApplications.memberId, member.id),
    inArray(programApplications.state, ['applied', 'accepted']),
  )

// A place that was taken is free again for somebody else.
export async function withdraw(ctx: MemberCtx, which: ApplicationId) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .update(programApplications)
      .set({ state: 'withdrawn', decidedAt: sql`coalesce(${programApplications.decidedAt}, now())` })
      .where(isMine(ctx, which))
      .returning(shape),
    fact('program.withdrawn'),
  )
  return gone ?? refuse(notFound('application'))
}

// Only what the program asks for now can be ticked off.
export async function tickOff(ctx: MemberCtx, which: ApplicationId, { step, done }: StepTick) {
  const without = sql`array_remove(${programApplications.stepsDone}, ${step})`
  const [ticked] = await commit(
    ctx,
    ctx.db
      .update(programApplications)
      .set({ stepsDone: done ? sql`array_append(${without}, ${step})` : without })
      .where(and(isMine(ctx, which), asksFor(step)))
      .returning(shape),
    fact(done ? 'program.step-done' : 'program.step-undone', { step }),
  )
  return ticked ?? refuse(notFound('step'))
}

const asksFor = (step: string) => sql`exists (select from ${programs} program
  where program.id = ${programApplications}.program_id and program.steps @> ${JSON.stringify([{ key: step }])}::jsonb)`
