import { type SQL, sql } from 'drizzle-orm'
import { pagesAmong, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { cohorts, programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { isOrganisedBy, whole } from '../programs/programs.ts'
import type { ApplicationPage, ApplicationSearch } from './inputs.ts'

const PAGE = 20

const answered = sql`(select coalesce(json_agg(json_build_object('label', field ->> 'label', 'kind', field ->> 'kind', 'said',
    case jsonb_typeof(applied.answers -> (field ->> 'key')) when 'array' then applied.answers -> (field ->> 'key')
      else jsonb_build_array(case applied.answers ->> (field ->> 'key') when 'true' then 'Yes' when 'false' then 'No'
        else applied.answers ->> (field ->> 'key') end) end) order by place), '[]')
  from jsonb_array_elements(applied.form) with ordinality asked (field, place) where applied.answers ? (field ->> 'key'))`

const steps = sql`(select coalesce(json_agg(json_build_object('title', step ->> 'title', 'done', (step ->> 'key') = any(applied.steps_done)) order by place), '[]')
  from jsonb_array_elements(program.steps) with ordinality wanted (step, place))`

const rows = (isFor: SQL, after: SQL, order: SQL) => sql`
  select applied.id, applied.state, applied.part, json_build_object('handle', person.handle, 'name', person.name, 'portrait', person.portrait) as by,
    (select json_build_object('id', round.id, 'name', round.name) from ${cohorts} round where round.id = applied.cohort_id) as round,
    applied.applied_at as "appliedAt", applied.decided_at as "decidedAt",
    (select decider.name from ${members} decider where decider.id = applied.decided_by_id) as "decidedBy",
    applied.words, ${answered} as answered, ${steps} as steps
  from ${programApplications} applied join ${programs} program on program.id = applied.program_id
    join ${members} person on person.id = applied.member_id
  where program.slug = ${slot('slug')} and ${isFor} and applied.state = ${slot('show')} and ${whenGiven('id', after)}
  order by ${order} limit ${PAGE + 1}`

// Those who look after the program read what was answered, and admins; nobody else does.
const mayRead = sql`(${slot('admin')}::boolean or ${isOrganisedBy(sql`${slot('me')}::uuid`)})`

const shown = {
  name: 'applications',
  rows: rows(
    mayRead,
    sql`(applied.applied_at, applied.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`,
    sql`applied.applied_at, applied.id`,
  ),
  key: sql`id || '~' || to_char("appliedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  size: PAGE,
}

type Head = { waiting: number; accepted: number; declined: number; withdrawn: number; timeZone: string }

const count = (state: string) =>
  sql`(select count(*)::int from ${programApplications} applied where applied.program_id = program.id and applied.state = ${state})`

// How many there are in each state, for whoever may read them.
const head: Shelf<Head> = sql`
  select ${count('applied')} as waiting, ${count('accepted')} as accepted, ${count('declined')} as declined,
    ${count('withdrawn')} as withdrawn, (select reader.time_zone from ${members} reader where reader.id = ${slot('me')}::uuid) as "timeZone"
  from ${programs} program where program.slug = ${slot('slug')} and ${mayRead}`

const allowed: Shelf<{ id: string }> = sql`
  select program.id from ${programs} program where program.slug = ${slot('slug')} and ${mayRead}`

const listed = pagesAmong<ApplicationPage, { program: typeof allowed }>(shown, { program: allowed })
const program = whole(sql`${slot('slug')}`, sql`${slot('me')}`)
const listedAround = pagesAmong<ApplicationPage, { head: typeof head; program: typeof program }>(shown, {
  head,
  program,
})

// The longest wait stands first.
export async function readApplications(ctx: MemberCtx, which: ProgramSlug, search: ApplicationSearch) {
  const { page, around } = await listed(ctx.db, given(ctx, which, search))
  return around.program.length > 0 ? page : refuse(notFound('program'))
}

export async function readApplicationsPage(ctx: MemberCtx, which: ProgramSlug, search: ApplicationSearch) {
  const { page, around } = await listedAround(ctx.db, given(ctx, which, search))
  const [[head], [program]] = [around.head, around.program]
  if (!head || !program) throw notFound('program')
  return { page: JSON.parse(page) as ApplicationPage, head, program }
}

function given({ member }: MemberCtx, { slug }: ProgramSlug, { show, after }: ApplicationSearch) {
  const [id, since] = after ?? []
  return { slug, me: member.id, admin: belongs(member, 'admins'), show, id, since }
}
