import { type SQL, sql } from 'drizzle-orm'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Along } from './handing-over.ts'

// From when the plan counts for a pair that goes on from another one of its program.
export const planSince = (changesFrom: string | null, programId: string | null): SQL => sql`(
  select coalesce(was.plan_since, was.started_at) from ${mentorships} was
  where was.id = ${changesFrom}::uuid and was.program_id = ${programId}::uuid)`

// What of the plan nobody has begun yet tells nothing of the two before: it is the next mentor's from now on.
export async function planGoesOn({ db }: Ctx, { id, mentorId, changesFrom }: Along) {
  await db.execute(sql`
    update ${tasks} task set mentorship_id = ${id}::uuid, set_by_id = ${mentorId}::uuid, set_together = null
    where task.mentorship_id = ${changesFrom}::uuid and task.plan_item_id is not null and task.state = 'set' and ${isSameProgram(id, changesFrom)}`)
  await db.execute(sql`
    update ${goals} goal set mentorship_id = ${id}::uuid
    where goal.mentorship_id = ${changesFrom}::uuid and goal.plan_item_id is not null and ${isUntouched} and ${isSameProgram(id, changesFrom)}`)
}

const isUntouched = sql`goal.reached = goal.starts_at and goal.reached_at is null and goal.dropped_at is null`

const isSameProgram = (id: string, changesFrom: string) => sql`exists (
  select from ${mentorships} one join ${mentorships} was on was.program_id = one.program_id
  where one.id = ${id}::uuid and was.id = ${changesFrom}::uuid)`

// Whoever brings what they had begun only later has been given it anew by the plan meanwhile: what they hold in their hands is
// what counts. Where both were begun, each stays where it was begun.
export async function makeWayForWhatWasBegun({ db }: Ctx, { id, changesFrom }: Along) {
  await db.execute(sql`
    update ${tasks} task set state = 'dropped', plan_item_id = null from ${tasks} begun
    where task.mentorship_id = ${id}::uuid and task.state = 'set' and begun.mentorship_id = ${changesFrom}::uuid
      and begun.plan_item_id = task.plan_item_id and begun.state in ('set', 'accepted', 'again')`)
  await db.execute(sql`
    update ${goals} goal set dropped_at = now(), plan_item_id = null from ${goals} begun
    where goal.mentorship_id = ${id}::uuid and ${isUntouched} and begun.mentorship_id = ${changesFrom}::uuid
      and begun.plan_item_id = goal.plan_item_id and begun.reached_at is null and begun.dropped_at is null`)
}

// What the pair has from the plan already does not come a second time. `was` is the table that is moved from.
export const isNotThere = (table: typeof tasks | typeof goals, id: string): SQL => sql`not exists (
  select from ${table} there where there.mentorship_id = ${id}::uuid and there.plan_item_id = ${table}.plan_item_id)`
