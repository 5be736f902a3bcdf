import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { comments, feedback } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { Said } from './texts.ts'

const MOST = 300

// What others wrote for this member alone.
export const saidTo = (id: SQL): Shelf<Said> => sql`
  select writer.name as by, concat_ws(chr(10), given.words, given.rewrite, given.next_step,
    (select string_agg(comment.words, chr(10)) from ${comments} comment where comment.feedback_id = given.id)) as words
  from ${feedback} given join ${submissions} version on version.id = given.submission_id
    join ${tasks} task on task.id = version.task_id join ${members} writer on writer.id = given.by_id
  where task.participant_id = ${id} and given.by_id <> ${id} order by given.given_at desc limit ${MOST}`
