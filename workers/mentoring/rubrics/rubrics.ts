import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { pages, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { type Criterion, rubrics, rubricVersions, submissions, taskTemplates } from '#db/schema/mentoring/tasks.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'
import type { RubricPage, RubricSearch } from './inputs.ts'

export type Rubric = { title: string; version: number; criteria: Criterion[] }

// A rubric in the version that was kept.
export const rubricOf = (versionId: SQL): SQL => sql`(
  select json_build_object('title', rubric.title, 'version', kept.version, 'criteria', kept.criteria)
  from ${rubricVersions} kept join ${rubrics} rubric on rubric.id = kept.rubric_id where kept.id = ${versionId})`

// What may be chosen for a task: one's own, by name.
export const rubricsOf = (memberId: string): Shelf<{ id: string; title: string }> => sql`
  select rubric.id, rubric.title from ${rubrics} rubric where rubric.owner_id = ${memberId}::uuid order by rubric.title, rubric.id limit 100`

const NOWHERE = '00000000-0000-0000-0000-000000000000'

// Where there is no such rubric of this member, or of a template that is shared with its rubric, the task cannot be written.
export const newestOf = (rubricId: string, memberId: string): SQL<string> => sql`coalesce((
  select kept.id from ${rubricVersions} kept join ${rubrics} rubric on rubric.id = kept.rubric_id
  where rubric.id = ${rubricId}::uuid and (rubric.owner_id = ${memberId}::uuid or exists (
    select from ${taskTemplates} shown where shown.rubric_id = rubric.id and shown.shared and shown.owner_id = rubric.owner_id))
  order by kept.version desc limit 1), ${NOWHERE}::uuid)`

export function ifRubricIsMissing(error: unknown) {
  if (constraintOf(error) === 'tasks_rubric_version_id_rubric_versions_id_fk')
    throw invalid([{ path: 'rubric', message: 'This rubric is no longer there. Please choose another one.' }])
}

// Every score names a criterion of the very version the work was handed in under, and one of its levels.
export const scoresFit = (scores: Record<string, number>, submissionId: SQL): SQL => sql`not exists (
  select from jsonb_each_text(${JSON.stringify(scores)}::jsonb) score where not exists (
    select from ${submissions} handed join ${rubricVersions} kept on kept.id = handed.rubric_version_id,
      jsonb_array_elements(kept.criteria) criterion
    where handed.id = ${submissionId} and criterion ->> 'key' = score.key
      and score.value::int between 1 and jsonb_array_length(criterion -> 'levels')))`

const PAGE = 24

const mine = pages<RubricPage>({
  name: 'rubrics',
  rows: sql`select rubric.id, rubric.title, newest.version, newest.criteria, rubric.created_at as "createdAt"
    from ${rubrics} rubric cross join lateral (
      select kept.version, kept.criteria from ${rubricVersions} kept where kept.rubric_id = rubric.id order by kept.version desc limit 1) newest
    where rubric.owner_id = ${slot('me')}::uuid
      and ${whenGiven('id', sql`(rubric.created_at, rubric.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by rubric.created_at desc, rubric.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readRubrics({ db, member }: MemberCtx, { after }: RubricSearch) {
  const [id, since] = after ?? []
  return mine(db, { me: member.id, id, since })
}
