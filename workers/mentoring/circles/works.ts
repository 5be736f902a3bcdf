import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { circleShares, submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { piecesOn } from '#workers/media/pieces.ts'
import { meetsInCircle, seesVersionInCircle } from '../sight.ts'
import { person } from '../tasks/versions.ts'
import { isInCircle } from './circles.ts'
import type { CircleId, CircleSearch, WorkPage } from './inputs.ts'

const PAGE = 12

const me = sql`${slot('me')}::uuid`

// What was handed in is shown as it was: what somebody said about it stays between the two.
const shown = pages<WorkPage>({
  name: 'works',
  rows: sql`select version.id, task.title, version.version, version.note, version.links, share.at as "sharedAt",
      case when task.participant_id = ${me} then task.id end as task, ${person('maker')} as by,
      ${piecesOn(sql`${submissionFiles}`, sql`file.submission_id = version.id`)} as files
    from ${circleShares} share join ${submissions} version on version.id = share.submission_id
      join ${tasks} task on task.id = version.task_id join ${members} maker on maker.id = task.participant_id
    where share.circle_id = ${slot('circle')}::uuid and ${seesVersionInCircle(me)}
      and ${whenGiven('id', sql`(share.at, version.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by share.at desc, version.id desc limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("sharedAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export async function readWorks({ db, member }: MemberCtx, { id: circle }: CircleId, { after }: CircleSearch) {
  const [id, since] = after ?? []
  const [{ here }, works] = await Promise.all([
    readTogether(db, { here: mine(member.id, circle) }),
    shown(db, { me: member.id, circle, id, since }),
  ])
  return here.length > 0 ? works : refuse(notFound('circle'))
}

const mine = (memberId: string, id: string): Shelf<{ id: string }> =>
  sql`select circle.id from ${circles} circle where circle.id = ${id}::uuid and ${isInCircle(sql`${memberId}::uuid`)}`

export type OwnCircle = {
  id: string
  name: string
  // Those besides the mentor who would see what is shown there.
  others: string[]
  shown: string[]
}

// The circle that a task's maker is in, who would see their work there, and which versions they show. Only for the maker.
export const circleOfTask = (memberId: string, taskId: string): Shelf<OwnCircle> => sql`
  select circle.id, circle.name, array(select other.name ${others} order by other.name, other.id limit ${MOST_NAMED}) as others,
    array(select share.submission_id from ${circleShares} share join ${submissions} version on version.id = share.submission_id
      where version.task_id = task.id and share.circle_id = circle.id) as shown
  from ${tasks} task join ${mentorships} pair on pair.id = task.mentorship_id and pair.state <> 'closed'
    join ${circles} circle on circle.id = pair.circle_id
  where task.id = ${taskId}::uuid and task.participant_id = ${memberId}::uuid`

const MOST_NAMED = 50

const others: SQL = sql`from ${mentorships} near join ${members} other on other.id = near.participant_id
  where near.circle_id = circle.id and near.state <> 'closed' and other.id <> task.participant_id and ${meetsInCircle(sql`other.id`)}`
