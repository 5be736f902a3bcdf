import { type SQL, sql } from 'drizzle-orm'
import { events } from '#db/schema/events.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { rubricVersions, tasks } from '#db/schema/mentoring/tasks.ts'
import { type Ctx, nameOf } from '#workers/lib/context.ts'
import { liesBehind, since } from './going-on.ts'

// `pairs`: the pairs, with the columns of `asPair`; `items`: what is laid before them; `tells`: the fact of each pair for
// which something became different.
type Laying = { pairs: SQL; items: SQL; tells: string }
type Laid = { reached: number; last: string | null }

// Each pair's copy of the plan, in one statement: what they lack they get, what they have not begun follows the plan, and
// what is in somebody's hands stays in them. Laid out twice, it is there once: see tasks_from_the_plan_once.
export async function layOut(ctx: Ctx, { pairs, items, tells }: Laying): Promise<Laid> {
  const { rows } = await ctx.db.execute<Laid>(sql`
    with pairs as materialized (${pairs}), items as materialized (${items}), laid as materialized (${laidOut}),
    fresh_tasks as (${freshTasks}), changed_tasks as (${changedTasks}), gone_tasks as (${goneTasks}),
    fresh_goals as (${freshGoals}), changed_goals as (${changedGoals}), gone_goals as (${goneGoals}),
    told as (${tell(ctx, tells)})
    select (select count(*)::int from pairs) as reached, (select id from pairs order by id desc limit 1) as last`)
  ctx.announce()
  return rows[0] ?? { reached: 0, last: null }
}

export const asPair = sql`pair.id, pair.mentor_id, pair.participant_id, pair.skill_id, pair.moved_at, pair.started_at, pair.plan_since, learner.time_zone, program.name as program`

// Counted from the day on which the plan began, where the one lives who does it. What would be over already gets a week.
export const DAYS_FOR_WHAT_IS_LATE = 7
export const dueOn = (pair: SQL, item: SQL, zone: SQL) => sql`(case
  when (${since(pair)} at time zone ${zone})::date + ${item}.after_days < (now() at time zone ${zone})::date
    then (now() at time zone ${zone})::date + ${DAYS_FOR_WHAT_IS_LATE}::int
  else (${since(pair)} at time zone ${zone})::date + ${item}.after_days end)`

const laidOut = sql`
  select pairs.id as pair_id, pairs.mentor_id, pairs.participant_id, pairs.moved_at, items.id as item_id, items.kind, items.title,
    items.text, items.version, items.dropped, coalesce(items.skill_id, pairs.skill_id) as skill_id, due.day,
    ((due.day + 1)::timestamp at time zone pairs.time_zone) - interval '1 second' as due_at,
    (select kept.id from ${rubricVersions} kept where kept.rubric_id = items.rubric_id order by kept.version desc limit 1) as rubric_version_id
  from pairs cross join items cross join lateral (select ${dueOn(sql`pairs`, sql`items`, sql`pairs.time_zone`)} as day) due
  where not ${liesBehind(sql`pairs`, sql`items`)}`

const freshTasks = sql`
  insert into ${tasks} (id, participant_id, set_by_id, mentorship_id, skill_id, rubric_version_id, plan_item_id, plan_version,
    title, description, due_at, moved_at)
  select gen_random_uuid(), participant_id, mentor_id, pair_id, skill_id, rubric_version_id, item_id, version, title, text, due_at, moved_at
  from laid where kind = 'task' and not dropped
  on conflict (mentorship_id, plan_item_id) do nothing returning mentorship_id`

const ofTask = sql`from laid where task.mentorship_id = laid.pair_id and task.plan_item_id = laid.item_id
  and task.state = 'set' and coalesce(task.plan_version, 0) < laid.version`

const changedTasks = sql`
  update ${tasks} task set title = laid.title, description = laid.text, skill_id = laid.skill_id, due_at = laid.due_at,
    rubric_version_id = laid.rubric_version_id, plan_version = laid.version
  ${ofTask} and not laid.dropped returning task.mentorship_id`

// It is nobody's copy any more, so that a part which is put back comes anew.
const goneTasks = sql`
  update ${tasks} task set state = 'dropped', plan_version = laid.version, plan_item_id = null ${ofTask} and laid.dropped returning task.mentorship_id`

const freshGoals = sql`
  insert into ${goals} (id, member_id, mentorship_id, plan_item_id, plan_version, skill_id, title, why, target, due_on)
  select gen_random_uuid(), participant_id, pair_id, item_id, version, skill_id, title, text, 1, day
  from laid where kind = 'milestone' and not dropped
  on conflict (mentorship_id, plan_item_id) do nothing returning mentorship_id`

const ofGoal = sql`from laid where goal.mentorship_id = laid.pair_id and goal.plan_item_id = laid.item_id
  and goal.reached = goal.starts_at and goal.reached_at is null and goal.dropped_at is null and coalesce(goal.plan_version, 0) < laid.version`

const changedGoals = sql`
  update ${goals} goal set title = laid.title, why = laid.text, skill_id = laid.skill_id, due_on = laid.day, plan_version = laid.version
  ${ofGoal} and not laid.dropped returning goal.mentorship_id`

const goneGoals = sql`
  update ${goals} goal set dropped_at = now(), plan_version = laid.version, plan_item_id = null ${ofGoal} and laid.dropped returning goal.mentorship_id`

const tell = (ctx: Ctx, name: string) => sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select ${name}, pairs.id::text, ${nameOf(ctx.actor)}, jsonb_build_object('mentorship', pairs.id, 'program', pairs.program,
    'fresh', count(*) filter (where what = 'fresh'), 'changed', count(*) filter (where what = 'changed'), 'gone', count(*) filter (where what = 'gone')),
    ${ctx.requestId}
  from (select mentorship_id, 'fresh' as what from fresh_tasks union all select mentorship_id, 'fresh' from fresh_goals
    union all select mentorship_id, 'changed' from changed_tasks union all select mentorship_id, 'changed' from changed_goals
    union all select mentorship_id, 'gone' from gone_tasks union all select mentorship_id, 'gone' from gone_goals) became
    join pairs on pairs.id = became.mentorship_id
  group by pairs.id, pairs.program returning 1`
