import { type SQL, sql } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import { comments, feedback, looks } from '#db/schema/mentoring/feedback.ts'
import { submissionFiles, submissions } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import { type Piece, piecesOn } from '#workers/media/pieces.ts'
import { type Rubric, rubricOf } from '../rubrics/rubrics.ts'
import type { Task } from './inputs.ts'

export type Comment = {
  id: string
  kind: 'essential' | 'actionable' | 'optional' | 'celebratory'
  words: string
  answer: 'keep' | 'change' | 'next-task' | null
  actedOnIn: number | null
  // Words of the giver's own that they had said before.
  isPhrase: boolean
  pin: { media: string; name: string; x: number | null; y: number | null; atMs: number | null } | null
}
export type Said = {
  id: string
  verdict: 'accepted' | 'again' | null
  words: string
  nextStep: string
  rewrite: string
  level: number | null
  scores: Record<string, number>
  givenAt: string
  by: Task['setBy']
  step: 'self' | 'peer' | 'mentor'
  helped: number | null
  comments: Comment[]
}
export type Version = {
  id: string
  version: number
  note: string
  links: { url: string; title: string }[]
  files: Piece[]
  rubric: Rubric | null
  wasLate: boolean
  handedInAt: string
  feedback: Said[]
  looks: Look[]
}

// Whose turn it is, or was.
export type Look = {
  id: string
  kind: 'self' | 'peer' | 'mentor'
  state: 'open' | 'done' | 'handed-on'
  dueAt: string
  // Why the mentor did not wait for it.
  skipped: string | null
  by: Task['setBy'] | null
}

export const person = (alias: string) => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('handle', ${column('handle')}, 'name', ${column('name')}, 'portrait', ${column('portrait')})`
}

const pin = sql`(select json_build_object('media', piece.id, 'name', piece.name, 'x', comment.x, 'y', comment.y, 'atMs', comment.at_ms)
  from ${media} piece where piece.id = comment.media_id)`

const saidWhere = (
  which: SQL,
) => sql`(select coalesce(json_agg(json_build_object('id', feedback.id, 'verdict', feedback.verdict, 'words', feedback.words,
    'nextStep', feedback.next_step, 'rewrite', feedback.rewrite, 'level', feedback.level, 'scores', feedback.scores, 'givenAt', feedback.given_at, 'by', ${person('giver')}, 'step', look.kind, 'helped', feedback.helped,
    'comments', (select coalesce(json_agg(json_build_object('id', comment.id, 'kind', comment.kind, 'words', comment.words,
        'answer', comment.answer, 'isPhrase', comment.phrase_id is not null, 'pin', ${pin}, 'actedOnIn', (select version from ${submissions} where id = comment.acted_on_in)) order by comment.place), '[]')
      from ${comments} comment where comment.feedback_id = feedback.id)) order by feedback.given_at), '[]')
  from ${feedback} feedback join ${looks} look on look.id = feedback.look_id join ${members} giver on giver.id = feedback.by_id
  where feedback.submission_id = version.id and ${which})`

const looksAt = sql`(select coalesce(json_agg(json_build_object('id', look.id, 'kind', look.kind, 'state', look.state, 'dueAt', look.due_at, 'skipped', look.skipped_because,
    'by', case when who.id is not null then ${person('who')} end) order by array_position(array['self', 'peer', 'mentor'], look.kind)), '[]')
  from ${looks} look left join ${members} who on who.id = look.reviewer_id where look.submission_id = version.id)`

// A version with what was said about it, as far as `which` lets the reader know.
export const versionWith = (
  which: SQL,
) => sql`json_build_object('id', version.id, 'version', version.version, 'note', version.note,
  'links', version.links, 'files', ${piecesOn(sql`${submissionFiles}`, sql`file.submission_id = version.id`)}, 'rubric', ${rubricOf(sql`version.rubric_version_id`)},
  'wasLate', version.was_late, 'handedInAt', version.handed_in_at, 'feedback', ${saidWhere(which)}, 'looks', ${looksAt})`

export const versions = sql`(select coalesce(json_agg(${versionWith(sql`true`)} order by version.version desc), '[]')
  from ${submissions} version where version.task_id = task.id)`
