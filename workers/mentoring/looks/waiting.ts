import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { zoneOf } from '../requests/queue.ts'
import { mayLookAsPeer, seesVersionAsPeer } from '../sight.ts'
import { person } from '../tasks/versions.ts'
import type { WaitingLook, WaitingPage, WaitingSearch } from './inputs.ts'

const PAGE = 24

// One's own version that waits for one's own eyes, the looks one has taken, and those one may take.
const isMine = (me: SQL) => sql`(look.reviewer_id = ${me} and (look.kind = 'self' or ${seesVersionAsPeer(me)}))`

const mayTake = (me: SQL) => sql`(look.kind = 'peer' and look.reviewer_id is null and ${mayLookAsPeer(me)})`

const near = (me: SQL) => sql`
  select look.id from ${looks} look where look.state = 'open' and look.kind <> 'mentor' and look.reviewer_id = ${me}
  union select look.id from ${mentorships} mine
    join ${mentorships} pair on pair.mentor_id = mine.mentor_id or pair.circle_id = mine.circle_id or pair.program_id = mine.program_id
    join ${tasks} task on task.mentorship_id = pair.id and task.state = 'handed-in' and 'peer' = any(task.looks_first)
    join ${submissions} version on version.task_id = task.id
    join ${looks} look on look.submission_id = version.id and look.kind = 'peer' and look.state = 'open' and look.reviewer_id is null
  where mine.participant_id = ${me} and mine.state <> 'closed'`

// There are few that are near: each is fetched by itself, however many there are in the house.
const waitingFor = (me: SQL): SQL => sql`
  select look.id, look.kind, look.reviewer_id is not null as "isMine", task.title, skill.name as skill, version.version, look.due_at as "dueAt",
    ${person('participant')} as participant
  from (${near(me)}) one cross join lateral (select * from ${looks} look where look.id = one.id offset 0) look
    join ${submissions} version on version.id = look.submission_id join ${tasks} task on task.id = version.task_id
    cross join lateral (select * from ${mentorships} pair where pair.id = task.mentorship_id offset 0) pair
    join ${members} participant on participant.id = task.participant_id left join ${skills} skill on skill.id = task.skill_id
  where look.state = 'open' and (${isMine(me)} or ${mayTake(me)})`

const open = pages<WaitingPage>({
  name: 'looks',
  rows: sql`select * from (${waitingFor(sql`${slot('me')}::uuid`)}) look
    where ${whenGiven('id', sql`("dueAt", id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by "dueAt", id limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("dueAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

export function readWaitingLooks({ db, member }: MemberCtx, { after }: WaitingSearch) {
  const [id, since] = after ?? []
  return open(db, { me: member.id, id, since })
}

export async function readWaitingLooksPage(ctx: MemberCtx, search: WaitingSearch) {
  const [page, { me }] = await Promise.all([
    readWaitingLooks(ctx, search),
    readTogether(ctx.db, { me: zoneOf(ctx.member.id) }),
  ])
  return { page, me: me[0] ?? { timeZone: 'UTC' } }
}

export const looksThatWaitFor = (memberId: string, most: number): Shelf<WaitingLook> => sql`
  select * from (${waitingFor(sql`${memberId}::uuid`)}) look order by "dueAt", id limit ${most}`

// Whether a version is the mentor's to look at by now. `task` is the table tasks.
export const isMentorsTurn: SQL = sql`not exists (
  select from ${submissions} version join ${looks} look on look.submission_id = version.id
  where version.task_id = task.id and look.state = 'open' and look.kind <> 'mentor')`
