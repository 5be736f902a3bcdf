import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { comments, feedback } from '#db/schema/mentoring/feedback.ts'
import { submissionFiles, submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import { hangFiles, ifFileIsMissing } from '#workers/media/pieces.ts'
import { opensNext } from '../looks/opening.ts'
import { whyNot } from './doing.ts'
import type { NewVersion, TaskId } from './inputs.ts'

// One statement: the version, whose turn it is to look at it, and which comments it acts on.
export async function handIn(ctx: MemberCtx, { id }: TaskId, version: NewVersion) {
  const submissionId = newId()
  const isMine = and(eq(tasks.participantId, ctx.member.id), sql`${tasks.mentorshipId} is not null`)
  const [handedIn] = await commit(
    ctx,
    ctx.db
      .update(tasks)
      .set({ state: 'handed-in', movedAt: sql`now()`, versions: sql`${tasks.versions} + 1` })
      .where(and(eq(tasks.id, id), inArray(tasks.state, ['accepted', 'again']), isMine, isInTime))
      .returning({
        id: tasks.id,
        version: tasks.versions,
        mentorshipId: tasks.mentorshipId,
        dueAt: tasks.dueAt,
        submission: sql<string>`${submissionId}::uuid`.as('submission'),
      }),
    pairFact('task.handed-in', { submission: submissionId, note: version.note.slice(0, 300) }),
    (changed) => submission(submissionId, version, changed),
    hangFiles(ctx, filesOf(submissionId), version.files),
    (changed) => opensNext(sql`'handing-in'`, sql`${submissionId}::uuid`, sql`changed.id`, changed),
    fact('look.opened', { submission: submissionId }),
    (changed) => actedOn(submissionId, version.actedOn, changed),
  ).catch(ifFileIsMissing)
  return handedIn ? { id: handedIn.submission, version: handedIn.version } : refuse(await whyNotNow(ctx, id, isMine))
}

const filesOf = (id: string) => ({ table: sql`${submissionFiles}`, column: sql`submission_id`, id: sql`${id}::uuid` })

const isInTime = sql`(${tasks.late} <> 'closed' or ${tasks.dueAt} is null or ${tasks.dueAt} >= now())`

const submission = (id: string, { note, links }: NewVersion, changed: SQL) => sql`
  insert into ${submissions} (id, task_id, version, note, links, rubric_version_id, was_late)
  select ${id}::uuid, changed.id, changed.versions, ${note}, ${JSON.stringify(links.map((url) => ({ url, title: '' })))}::jsonb,
    (select rubric_version_id from ${tasks} where id = changed.id), coalesce(changed.due_at < now(), false)
  from ${changed} returning 1`

// Only what was said about an earlier version of the same task.
const actedOn = (submissionId: string, ids: string[], changed: SQL) => sql`
  update ${comments} comment set acted_on_in = ${submissionId}::uuid
  from ${changed}, ${feedback} said, ${submissions} earlier
  where comment.id = any(${`{${ids.join()}}`}::uuid[]) and said.id = comment.feedback_id and earlier.id = said.submission_id
    and earlier.task_id = changed.id returning 1`

async function whyNotNow(ctx: MemberCtx, id: string, isMine: SQL | undefined) {
  const [late] = await ctx.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.id, id), isMine, inArray(tasks.state, ['accepted', 'again']), sql`not ${isInTime}`))
  return late
    ? conflict('The day for this one has gone. Ask for more time, and hand it in then.', 'too_late')
    : whyNot(ctx, id, isMine)
}
