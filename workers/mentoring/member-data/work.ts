import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { media } from '#db/schema/media.ts'
import { comments, feedback, looks, phrases, preferenceConsents, preferences } from '#db/schema/mentoring/feedback.ts'
import { circles } from '#db/schema/mentoring/mentorships.ts'
import {
  circleShares,
  rubrics,
  rubricVersions,
  submissionFiles,
  submissions,
  taskExtensions,
  taskFiles,
  tasks,
  taskTemplates,
} from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'

const filesNamed = (files: SQL) => sql`(select json_agg(piece.name) from ${files})`

export const workForExport = (me: string): Record<string, Shelf<unknown>> => ({
  tasks: sql`
    select task.title, task.description, task.checklist, task.state, task.due_at, task.set_at, task.accepted_at, task.done_at,
      ${filesNamed(sql`${taskFiles} file join ${media} piece on piece.id = file.media_id where file.task_id = task.id`)} as files
    from ${tasks} task where task.participant_id = ${me} order by task.set_at`,
  'tasks-you-set': sql`select title, description, checklist, due_at, set_at from ${tasks}
    where set_by_id = ${me} and participant_id <> ${me} order by set_at`,
  submissions: sql`
    select task.title as task, work.version, work.note, work.links, work.was_late, work.handed_in_at,
      ${filesNamed(sql`${submissionFiles} file join ${media} piece on piece.id = file.media_id where file.submission_id = work.id`)} as files
    from ${submissions} work join ${tasks} task on task.id = work.task_id
    where task.participant_id = ${me} order by work.handed_in_at`,
  'shown-to-a-circle': sql`
    select task.title as task, work.version, circle.name as circle, share.at from ${circleShares} share
      join ${circles} circle on circle.id = share.circle_id join ${submissions} work on work.id = share.submission_id
      join ${tasks} task on task.id = work.task_id where task.participant_id = ${me} order by share.at`,
  'more-time': sql`select task.title as task, more.until, more.reason, more.state, more.words, more.asked_at, more.decided_at
    from ${taskExtensions} more join ${tasks} task on task.id = more.task_id
    where task.participant_id = ${me} order by more.asked_at`,
  'feedback-to-you': feedbackWhere(sql`task.participant_id = ${me}`),
  'feedback-by-you': feedbackWhere(sql`given.by_id = ${me}`),
  'looks-of-yours': sql`select kind, state, opens_at, due_at, done_at from ${looks} where reviewer_id = ${me} order by opens_at`,
  phrases: sql`select kind, words, uses, created_at from ${phrases} where owner_id = ${me} order by created_at`,
  preferences: sql`select choice, reason, criteria, at from ${preferences} where rater_id = ${me} order by at`,
  'preference-consent': sql`select agreed_at, withdrawn_at from ${preferenceConsents} where member_id = ${me}`,
  rubrics: sql`select rubric.title, rubric.shared, kept.version, kept.criteria, kept.created_at
    from ${rubrics} rubric join ${rubricVersions} kept on kept.rubric_id = rubric.id
    where rubric.owner_id = ${me} order by kept.created_at`,
  'task-templates': sql`select title, description, checklist, shared, uses, created_at from ${taskTemplates}
    where owner_id = ${me} order by created_at`,
})

const feedbackWhere = (isMine: SQL): Shelf<unknown> => sql`
  select task.title as task, by.name as by, given.verdict, given.words, given.scores, given.rewrite, given.next_step,
    given.level, given.given_at, given.helped,
    (select json_agg(json_build_object('kind', said.kind, 'words', said.words, 'answer', said.answer) order by said.place)
      from ${comments} said where said.feedback_id = given.id) as comments
  from ${feedback} given join ${submissions} work on work.id = given.submission_id
  join ${tasks} task on task.id = work.task_id join ${members} by on by.id = given.by_id
  where ${isMine} order by given.given_at`

// The work of the one who goes, goes with all that was said about it. What they said about the work of others belongs to
// those others, and so do rubrics and templates that were shared, or that something was judged by.
export const workForgotten = (me: string): SQL[] => [
  sql`delete from ${preferences} where rater_id = ${me}`,
  sql`delete from ${preferenceConsents} where member_id = ${me}`,
  sql`delete from ${tasks} where participant_id = ${me}`,
  sql`update ${looks} set due_at = now() where reviewer_id = ${me} and state = 'open'`,
  sql`delete from ${phrases} where owner_id = ${me}`,
  sql`delete from ${taskTemplates} where owner_id = ${me} and not shared`,
  sql`delete from ${rubrics} rubric where owner_id = ${me} and not shared and not exists (
    select from ${rubricVersions} kept where kept.rubric_id = rubric.id and (
      exists (select from ${tasks} where rubric_version_id = kept.id)
      or exists (select from ${submissions} where rubric_version_id = kept.id)
      or exists (select from ${feedback} where rubric_version_id = kept.id)))`,
]
