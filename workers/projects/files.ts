import { sql } from 'drizzle-orm'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import type { Use } from '#workers/media/uses.ts'
import { hangsForAll, type Looker, seesWork } from './sight.ts'

const madeBy = sql`${projects} work join ${members} maker on maker.id = work.member_id`

// Whoever sees a work sees what hangs in it.
const inWork = (seen: ReturnType<typeof seesWork>) => sql`exists (
  select from ${projectMedia} file, ${madeBy} where file.media_id = piece.id and work.id = file.project_id and ${seen})`

// And how it came to be, where its maker shows that.
const inItsProcess = (seen: ReturnType<typeof seesWork>) => sql`exists (
  select from ${submissionFiles} file join ${submissions} version on version.id = file.submission_id
    join ${tasks} task on task.id = version.task_id, ${madeBy}
  where file.media_id = piece.id and work.task_id = task.id and work.shows_process and task.participant_id = work.member_id and ${seen})`

const seenBy = (looker: Looker) => sql`(${inWork(seesWork(looker))} or ${inItsProcess(seesWork(looker))})`

export const workFilesUse: Use = {
  holds: sql`exists (select from ${projectMedia} file where file.media_id = piece.id)`,
  seenBy: (id) => seenBy({ id }),
  seenByAll: sql`(${inWork(hangsForAll)} or ${inItsProcess(hangsForAll)})`,
  seenWith: (linkHash) => seenBy({ id: undefined, linkHash }),
}
