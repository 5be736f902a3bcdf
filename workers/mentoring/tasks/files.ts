import { sql } from 'drizzle-orm'
import { submissionFiles, submissions, taskFiles, tasks } from '#db/schema/mentoring/tasks.ts'
import type { Use } from '#workers/media/uses.ts'
import { seesVersionAsPeer, seesVersionInCircle } from '../sight.ts'
import { maySee } from './may-see.ts'

// Whoever sees a task sees what was brought for it.
export const taskFilesUse: Use = {
  holds: sql`exists (select from ${taskFiles} file where file.media_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${taskFiles} file join ${tasks} task on task.id = file.task_id
    where file.media_id = piece.id and ${maySee(memberId)})`,
}

export const submissionFilesUse: Use = {
  holds: sql`exists (select from ${submissionFiles} file where file.media_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${submissionFiles} file join ${submissions} version on version.id = file.submission_id
      join ${tasks} task on task.id = version.task_id
    where file.media_id = piece.id and (${maySee(memberId)} or ${seesVersionAsPeer(memberId)} or ${seesVersionInCircle(memberId)}))`,
}
