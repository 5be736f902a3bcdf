import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { mentorApplications as applications, clearances } from '#db/schema/accounts/mentor-applications.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound, refuse } from '#workers/lib/errors.ts'
import type {
  Application,
  ApplicationId,
  ApplicationPage,
  ApplicationSearch,
  Decision,
  NewApplication,
} from './inputs.ts'

const PAGE = 20

export async function applyAsMentor(ctx: MemberCtx, application: NewApplication) {
  if (ctx.member.roles.includes('mentor')) throw conflict('You are a mentor already.', 'already_mentor')
  if (ctx.member.waiting) throw forbidden('waiting', 'Your guardian has to agree before you can apply.')
  const [applied] = await commit(
    ctx,
    ctx.db
      .insert(applications)
      .values({ ...application, memberId: ctx.member.id })
      .onConflictDoNothing()
      .returning({ id: applications.id, status: applications.status }),
    fact('mentor-application.received', { member: ctx.member.id }),
  )
  return applied ?? refuse(conflict('Your application is already waiting for an answer.', 'already_applied'))
}

export async function withdrawApplication(ctx: MemberCtx) {
  const [withdrawn] = await commit(
    ctx,
    ctx.db
      .update(applications)
      .set({ status: 'withdrawn' })
      .where(and(eq(applications.memberId, ctx.member.id), eq(applications.status, 'waiting')))
      .returning({ id: applications.id, status: applications.status }),
    fact('mentor-application.withdrawn'),
  )
  return withdrawn ?? refuse(notFound('application'))
}

// Whoever decides has looked at something, and says until when it counts: no mentor without a clearance (SAF-2).
export async function decideOnApplication(ctx: MemberCtx, { id }: ApplicationId, decision: Decision) {
  const { decision: status } = decision
  const [decided] = await commit(
    ctx,
    ctx.db
      .update(applications)
      .set({
        status,
        decidedBy: ctx.member.id,
        decidedAt: sql`now()`,
        reason: status === 'declined' ? decision.reason : null,
      })
      .where(
        sql`${eq(applications.id, id)} and ${applications.status} = 'waiting' and ${applications.memberId} <> ${ctx.member.id}`,
      )
      .returning({ id: applications.id, status: applications.status, memberId: applications.memberId }),
    fact(`mentor-application.${status}`),
    ...(status === 'approved' ? makeMentor(ctx, decision.clearance) : []),
  )
  if (!decided) throw conflict('This application was decided already, or it is your own.', 'already_decided')
  return { id: decided.id, status: decided.status }
}

type Clearance = Extract<Decision, { decision: 'approved' }>['clearance']
type Changed = ReturnType<typeof sql>

const makeMentor = (ctx: MemberCtx, { what, expiresOn }: Clearance) => [
  (changed: Changed) => sql`
    update ${members} set roles = roles || array['mentor'] from ${changed}
    where ${members.id} = changed.member_id and not roles @> array['mentor'] returning 1`,
  (changed: Changed) => sql`
    insert into ${clearances} (id, member_id, what, seen_by, expires_at)
    select ${newId()}::uuid, changed.member_id, ${what}, ${ctx.member.id}::uuid, ${expiresOn}::date from ${changed} returning 1`,
]

const card = sql`
  application.id, member.handle, member.name, member.portrait, member.craft, application.motivation, application.references,
  application.status, application.applied_at as "appliedAt", application.decided_at as "decidedAt", application.reason`

const joined = sql`${applications} application join ${members} member on member.id = application.member_id`

// The one who has waited longest comes first.
const oldest = pages<ApplicationPage>({
  name: 'applications',
  rows: sql`select ${card} from ${joined}
    where application.status = ${slot('status')}
      and ${whenGiven('id', sql`(application.applied_at, application.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by application.applied_at, application.id limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("appliedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function searchApplications(ctx: MemberCtx, search: ApplicationSearch) {
  const [id, since] = search.after ?? []
  return oldest(ctx.db, { ...search, id, since })
}

export async function ownApplications(ctx: MemberCtx) {
  const { applications } = await readTogether(ctx.db, { applications: applicationsBy(ctx.member.id) })
  return applications
}

const applicationsBy = (memberId: string): Shelf<Application> => sql`
  select ${card} from ${joined} where application.member_id = ${memberId} order by application.applied_at desc limit 5`
