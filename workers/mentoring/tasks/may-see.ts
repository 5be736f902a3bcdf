import { type SQL, sql } from 'drizzle-orm'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { seesContent } from '../sight.ts'

// `task` is the name under which the query knows the table tasks.
export const maySee = (memberId: string): SQL => sql`(
  ${memberId}::uuid in (task.participant_id, task.set_by_id)
  or exists (select from ${mentorships} pair where pair.id = task.mentorship_id and ${seesContent(memberId)}))`
