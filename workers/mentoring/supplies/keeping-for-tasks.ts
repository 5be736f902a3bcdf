import { type SQL, sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { free } from './free.ts'
import { isLacking } from './lacking.ts'

// Tools of a task without a day are kept for so long.
const DAYS_WITHOUT_A_DAY = 14

const needs = (task: SQL) => sql`jsonb_to_recordset(${task}.supplies) as want("resourceId" uuid, quantity int)
  join ${resources} thing on thing.id = want."resourceId" and thing.retired_at is null`

const today = sql`(now() at time zone who.time_zone)::date`
const lastDay = sql`greatest(${today}, coalesce((task.due_at at time zone who.time_zone)::date, ${today} + ${DAYS_WITHOUT_A_DAY}::int))`

// Part of the statement in which a task is taken on: what it needs is kept, or the task is not taken on.
export const keepWhatItNeeds = (changed: SQL): SQL => sql`
  insert into ${supplyRequests} (id, resource_id, member_id, mentorship_id, task_id, quantity, approved, from_day, until_day, state, decided_by_id, decided_at)
  select gen_random_uuid(), thing.id, task.participant_id, task.mentorship_id, task.id, want.quantity, want.quantity,
    ${today}, ${lastDay}, 'approved', task.set_by_id, now()
  from ${changed} join ${tasks} task on task.id = changed.id join ${members} who on who.id = task.participant_id, ${needs(sql`task`)}
  returning 1`

export const tellWhatIsKept =
  (ctx: MemberCtx) =>
  (changed: SQL): SQL =>
    sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select 'supply.kept', changed.id::text, ${`member:${ctx.member.id}`}, jsonb_strip_nulls(jsonb_build_object('mentorship', task.mentorship_id,
    'supply', thing.name, 'quantity', want.quantity)), ${ctx.requestId}
  from ${changed} join ${tasks} task on task.id = changed.id, ${needs(sql`task`)} returning 1`

// A task that is dropped needs nothing any more; what was handed over already is still brought back by hand.
export const letGoOfWhatItNeeded = (changed: SQL): SQL => sql`
  update ${supplyRequests} request set state = 'cancelled', ended_at = now() from ${changed}
  where request.task_id = changed.id and request.state in ('asked', 'approved', 'part-approved') returning 1`

type Lack = { name: string; unit: string; kind: string; wanted: number; free: number }

export async function sayWhatTheTaskLacks(ctx: MemberCtx, taskId: string, error: unknown): Promise<never> {
  if (!isLacking(error)) throw error
  const { rows } = await ctx.db.execute<Lack>(sql`
    select thing.name, thing.unit, thing.kind, want.quantity as wanted, ${free('thing', sql`daterange(${today}, ${lastDay}, '[]')`)} as free
    from ${tasks} task join ${members} who on who.id = task.participant_id, ${needs(sql`task`)}
    where task.id = ${taskId}::uuid and task.participant_id = ${ctx.member.id}::uuid`)
  const lacks = (rows as Lack[]).filter((need) => need.free < need.wanted)
  throw conflict(
    `${sentenceOf(lacks)} Nothing was kept and the task waits for you; tell your mentor, or ask the organisers on the page of supplies.`,
    'not_enough',
  )
}

function sentenceOf(lacks: Lack[]) {
  if (lacks.length === 0) return 'What this task needs was promised to somebody else a moment ago.'
  const said = lacks.map(
    ({ name, wanted, free: there }) => `${name} (${wanted} needed, ${there === 0 ? 'none' : there} free)`,
  )
  return `There is not enough of what this task needs: ${new Intl.ListFormat('en').format(said)}.`
}
