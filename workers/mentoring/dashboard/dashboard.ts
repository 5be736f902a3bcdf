import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { circlesOf } from '../circles/circles.ts'
import type { CircleCard } from '../circles/inputs.ts'
import { isMentorsTurn } from '../looks/waiting.ts'
import type { Pair } from '../mentorships/inputs.ts'
import { pairsOf } from '../mentorships/mentorships.ts'
import { zoneOf } from '../requests/queue.ts'
import { nextTasksOf } from '../tasks/tasks.ts'
import type { Dashboard, TaughtPair } from './inputs.ts'

const MOST_PAIRS = 200

const NOTHING = sql`select 1 where false`

// What is next for me, who waits for me, and how those I teach are doing: one round trip.
export async function readDashboard(
  ctx: MemberCtx,
): Promise<Dashboard & { timeZone: string; closed: Pair[]; circles: CircleCard[] }> {
  const { id, roles } = ctx.member
  const isMentor = roles.includes('mentor')
  const { me, next, learning, pairs, closed, circles, mentoring } = await readTogether(ctx.db, {
    me: zoneOf(id),
    next: nextTasksOf(id, 5),
    learning: learningOf(id),
    pairs: isMentor ? taughtBy(id) : (NOTHING as Shelf<TaughtPair>),
    closed: isMentor ? pairsOf(id, 'mentor', ['closed']) : (NOTHING as Shelf<Pair>),
    circles: isMentor ? circlesOf(id) : (NOTHING as Shelf<CircleCard>),
    mentoring: waitingForMentor(id),
  })
  const counted = learning[0] ?? { openTasks: 0, waitingForALook: 0, openRequests: 0, mentorships: 0 }
  const waits = mentoring[0] ?? { requests: 0, toLookAt: 0, longestWaitHours: null }
  return {
    timeZone: me[0]?.timeZone ?? 'UTC',
    closed,
    circles: circles.filter(({ mentor }) => mentor.handle === ctx.member.handle),
    learning: { tasks: next, ...counted },
    mentoring: isMentor ? { pairs, ...waits } : null,
  }
}

const learningOf = (id: string): Shelf<Omit<Dashboard['learning'], 'tasks'>> => sql`
  select count(*) filter (where task.state in ('set', 'accepted', 'again'))::int as "openTasks",
    count(*) filter (where task.state = 'handed-in')::int as "waitingForALook",
    (select count(*)::int from ${mentorshipRequests} where participant_id = ${id}::uuid and state in ('waiting', 'asked')) as "openRequests",
    (select count(*)::int from ${mentorships} where participant_id = ${id}::uuid and state <> 'closed') as mentorships
  from ${tasks} task where task.participant_id = ${id}::uuid and task.state in ('set', 'accepted', 'again', 'handed-in')`

export type Waiting = Omit<NonNullable<Dashboard['mentoring']>, 'pairs'>

export const waitingForMentor = (id: string): Shelf<Waiting> => sql`
  select (select count(*)::int from ${mentorshipRequests} where mentor_id = ${id}::uuid and state in ('waiting', 'asked')) as requests,
    count(*)::int as "toLookAt", round(extract(epoch from now() - min(task.moved_at)) / 3600, 1)::float as "longestWaitHours"
  from ${tasks} task where task.set_by_id = ${id}::uuid and task.state = 'handed-in' and task.mentorship_id is not null and ${isMentorsTurn}`

// A pair that rests is left in peace; where a version waits, a look helps; where nothing is to do, a task; where it went
// quiet, a word.
const taughtBy = (id: string): Shelf<TaughtPair> => sql`
  select pair.*, extract(day from now() - pair."movedAt")::int as "quietDays", coalesce(work.open, 0) as "openTasks", coalesce(work.waiting, 0) as "toLookAt",
    case when pair.state <> 'active' then 'none'
      when coalesce(work.waiting, 0) > 0 then 'look'
      when coalesce(work.open, 0) = 0 then 'set-a-task'
      when pair."movedAt" < now() - interval '7 days' then 'write' else 'none' end as suggestion
  from (${pairsOf(id, 'mentor', ['active', 'paused'], MOST_PAIRS)}) pair left join (
    select task.mentorship_id, count(*) filter (where task.state <> 'handed-in')::int as open,
      count(*) filter (where task.state = 'handed-in' and ${isMentorsTurn})::int as waiting
    from ${tasks} task where task.set_by_id = ${id}::uuid and task.state in ('set', 'accepted', 'again', 'handed-in')
    group by task.mentorship_id) work on work.mentorship_id = pair.id
  order by coalesce(work.waiting, 0) > 0 desc, pair.state = 'active' desc, pair."movedAt", pair.id`
