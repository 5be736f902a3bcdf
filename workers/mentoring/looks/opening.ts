import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import { mayLookAsPeer } from '../sight.ts'

// So many days each of them has.
export const DAYS = { self: 2, peer: 4, mentor: 7 } as const

// Whose turn it is after that: first by oneself, then a peer where there is one, then the mentor.
export type After = 'handing-in' | 'self' | 'peer'

// `changed` has the task of the version under `task`.
export const opensNext = (after: SQL, version: SQL, task: SQL, changed: SQL): SQL => sql`
  insert into ${looks} (id, submission_id, kind, reviewer_id, due_at)
  select ${newId()}::uuid, ${version}, next.kind, case next.kind when 'self' then task.participant_id when 'mentor' then task.set_by_id end,
    now() + make_interval(days => case next.kind when 'self' then ${DAYS.self}::int when 'peer' then ${DAYS.peer}::int else ${DAYS.mentor}::int end)
  from ${changed} join ${tasks} task on task.id = ${task} join ${mentorships} pair on pair.id = task.mentorship_id
    cross join lateral (select case
      when ${after} = 'handing-in' and 'self' = any(task.looks_first) then 'self'
      when ${after} <> 'peer' and 'peer' = any(task.looks_first) and ${somebodyMay} then 'peer'
      else 'mentor' end as kind) next
  returning 1`

// A step that nobody could take would only keep the mentor from looking.
const somebodyMay = sql`exists (
  select from ${mentorships} near join ${members} peer on peer.id = near.participant_id
  where near.state <> 'closed' and (near.mentor_id = pair.mentor_id or near.circle_id = pair.circle_id or near.program_id = pair.program_id)
    and ${mayLookAsPeer(sql`peer.id`)})`
