import { sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { goalProgress, goalSteps, goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { zoneOf } from '../requests/queue.ts'
import { seesContent } from '../sight.ts'
import type { Goal, GoalId, GoalPage, GoalSearch } from './inputs.ts'
import { countOfJars, listOfJars, type SavedFor } from './jars.ts'

const PAGE = 24

const asGoal = sql`
  select goal.id, goal.title, goal.why, goal.measure, goal.starts_at as "startsAt", goal.target, goal.reached,
    greatest(0, least(1, (goal.reached - goal.starts_at) / (goal.target - goal.starts_at)))::float8 as share,
    goal.due_on as "dueOn", goal.set_at as "setAt", goal.reached_at as "reachedAt", goal.dropped_at as "droppedAt",
    goal.mentorship_id as pair,
    (select other.name from ${mentorships} pair join ${members} other
        on other.id = case when pair.participant_id = goal.member_id then pair.mentor_id else pair.participant_id end
      where pair.id = goal.mentorship_id) as "sharedWith",
    (select count(*) from ${goalSteps} step where step.goal_id = goal.id and step.done_at is not null)::int + saved.filled as "stepsDone",
    (select count(*) from ${goalSteps} step where step.goal_id = goal.id)::int + saved.jars as steps
  from ${goals} goal cross join lateral (${countOfJars}) saved`

const SHOWN = {
  open: sql`goal.reached_at is null and goal.dropped_at is null`,
  reached: sql`goal.reached_at is not null and goal.dropped_at is null`,
  dropped: sql`goal.dropped_at is not null`,
}

const key = sql`id || '~' || to_char("setAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const listOf = (show: keyof typeof SHOWN) =>
  pages<GoalPage>({
    name: 'goals',
    rows: sql`${asGoal} where goal.member_id = ${slot('me')}::uuid and ${SHOWN[show]}
        and ${whenGiven('id', sql`(goal.set_at, goal.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
      order by goal.set_at desc, goal.id desc limit ${PAGE + 1}`,
    key,
    size: PAGE,
  })

const lists = { open: listOf('open'), reached: listOf('reached'), dropped: listOf('dropped') }

export function readGoals({ db, member }: MemberCtx, { show, after }: GoalSearch) {
  const [id, since] = after ?? []
  return lists[show](db, { me: member.id, id, since })
}

export async function readGoalsPage(ctx: MemberCtx, search: GoalSearch) {
  const [page, { me }] = await Promise.all([
    readGoals(ctx, search),
    readTogether(ctx.db, { me: zoneOf(ctx.member.id) }),
  ])
  return { page, me: me[0] ?? { timeZone: 'UTC' } }
}

export type WholeGoal = Goal & {
  mine: boolean
  whose: string
  remindEvery: number | null
  list: { id: string; title: string; doneAt: string | null }[]
  progress: { reached: number; words: string; at: string }[]
  jars: SavedFor[]
}

// For its owner, and for whoever sees the work of the pair it is shared with.
export async function readGoal({ db, member }: MemberCtx, { id }: GoalId) {
  const { goal, me } = await readTogether(db, { goal: whole(member.id, id), me: zoneOf(member.id) })
  return { goal: goal[0] ?? refuse(notFound('goal')), me: me[0] ?? { timeZone: 'UTC' } }
}

const whole = (memberId: string, id: string): Shelf<WholeGoal> => sql`
  select listed.*, goal.member_id = ${memberId}::uuid as mine, owner.name as whose, goal.remind_every as "remindEvery",
    (select coalesce(json_agg(json_build_object('id', step.id, 'title', step.title, 'doneAt', step.done_at) order by step.place), '[]')
      from ${goalSteps} step where step.goal_id = goal.id) as list,
    (select coalesce(json_agg(json_build_object('reached', made.reached, 'words', made.words, 'at', made.at) order by made.at, made.id), '[]')
      from ${goalProgress} made where made.goal_id = goal.id) as progress,
    (${listOfJars}) as jars
  from (${asGoal} where goal.id = ${id}::uuid) listed join ${goals} goal on goal.id = listed.id join ${members} owner on owner.id = goal.member_id
  where goal.member_id = ${memberId}::uuid or ${isSharedWith(memberId)}`

const isSharedWith = (memberId: string) => sql`(goal.seen_by <> 'me' and exists (
  select from ${mentorships} pair where pair.id = goal.mentorship_id and ${seesContent(memberId)}))`

// What stands on the page of a pair.
export const goalsOfPair = (pairId: string): Shelf<Goal> => sql`
  ${asGoal} where goal.mentorship_id = ${pairId}::uuid and goal.seen_by <> 'me' and goal.dropped_at is null
  order by goal.reached_at is not null, goal.set_at desc limit 12`
