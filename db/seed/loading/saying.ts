import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import * as said from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import type { SeedComment } from '../community/mentoring/task.ts'
import type { Tx } from './ids.ts'

type Saying = { feedbackId: string; at: Date; files: string[]; comments: SeedComment[] | undefined }

export async function comment(tx: Tx, { feedbackId, at, files, comments = [] }: Saying): Promise<string[]> {
  const rows = comments.map(([kind, words, answer, pin], place) => ({
    id: newId(),
    feedbackId,
    kind,
    words,
    place,
    answer,
    answeredAt: answer ? at : null,
    ...(pin && { mediaId: files[pin[0]], x: pin[1], y: pin[2] }),
  }))
  if (rows.length > 0) await tx.insert(said.comments).values(rows)
  return rows.map(({ id }) => id)
}

// What mentors said is at hand for the next time, as if the house had kept it each time.
export const keepPhrases = (tx: Tx) =>
  tx.execute(sql`
    insert into ${said.phrases} (id, owner_id, kind, words, skill_id, uses, created_at, last_used_at)
    select gen_random_uuid(), given.by_id, comment.kind, comment.words, task.skill_id, count(*), min(given.given_at), max(given.given_at)
    from ${said.comments} comment join ${said.feedback} given on given.id = comment.feedback_id
      join ${said.looks} look on look.id = given.look_id and look.kind = 'mentor'
      join ${submissions} version on version.id = given.submission_id join ${tasks} task on task.id = version.task_id
    group by given.by_id, comment.kind, comment.words, task.skill_id`)
