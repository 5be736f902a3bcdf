import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { comments, feedback, looks, phrases } from '#db/schema/mentoring/feedback.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { rememberPhrases } from '../phrases/phrases.ts'
import { scoresFit } from '../rubrics/rubrics.ts'
import type { CommentAnswer, CommentId, NewFeedback } from './inputs.ts'
import { pinsFit } from './pins.ts'

// The look is finished, and with it, in one statement, everything that follows: what was said, each comment, where the
// task goes from here, and the level that an accepted piece is evidence for. Of two who finish one look, one is first.
export async function giveFeedback(ctx: MemberCtx, given: NewFeedback) {
  const id = newId()
  const [finished] = await commit(
    ctx,
    ctx.db
      .update(looks)
      .set({ state: 'done', doneAt: sql`now()` })
      .where(
        and(
          eq(looks.submissionId, given.submission),
          eq(looks.reviewerId, ctx.member.id),
          eq(looks.kind, 'mentor'),
          eq(looks.state, 'open'),
          scoresFit(given.scores, sql`${looks.submissionId}`),
          pinsFit(given.comments, sql`${looks.submissionId}`),
        ),
      )
      .returning({
        id: sql<string>`${id}::uuid`.as('id'),
        lookId: sql`${looks.id}`.as('look_id'),
        submissionId: looks.submissionId,
        ...ofTask,
      }),
    pairFact('feedback.given', { verdict: given.verdict, nextStep: given.nextStep.slice(0, 300) }),
    (changed) => written(ctx, given, changed),
    (changed) => commented(ctx, given, changed),
    (changed) => moved(given, changed),
    (changed) => rememberPhrases(ctx, given.comments, changed),
    ...(given.verdict === 'accepted' && given.level ? [(changed: SQL) => claimed(ctx, given.level ?? 1, changed)] : []),
  )
  return finished ? { id: finished.id, verdict: given.verdict } : refuse(await whyNot(ctx, given))
}

const ofSubmission = (column: string) =>
  sql`(select ${sql.identifier('task')}.${sql.identifier(column)} from ${submissions} handed join ${tasks} task on task.id = handed.task_id where handed.id = looks.submission_id)`

export const ofTask = {
  taskId: sql<string>`${ofSubmission('id')}`.as('task_id'),
  mentorshipId: sql<string>`${ofSubmission('mentorship_id')}`.as('mentorship_id'),
}

type Given = Omit<NewFeedback, 'submission' | 'verdict'> & { verdict: NewFeedback['verdict'] | null }

// `changed` is a look that was finished; its id is the one of what was said.
export const written = (
  { member }: MemberCtx,
  { verdict, words, rewrite, nextStep, level, scores }: Given,
  changed: SQL,
) => sql`
  insert into ${feedback} (id, submission_id, look_id, by_id, verdict, words, rewrite, next_step, level, scores, rubric_version_id)
  select changed.id, changed.submission_id, changed.look_id, ${member.id}::uuid, ${verdict}, ${words}, ${rewrite}, ${nextStep}, ${level ?? null}, ${JSON.stringify(scores)}::jsonb,
    (select rubric_version_id from ${submissions} where id = changed.submission_id)
  from ${changed} returning 1`

// Words one has said before keep which of one's phrases they are (MEN-5).
export const commented = ({ member }: MemberCtx, { comments: all }: Pick<Given, 'comments'>, changed: SQL) => sql`
  insert into ${comments} (id, feedback_id, kind, words, media_id, x, y, at_ms, phrase_id, place)
  select (said ->> 'id')::uuid, changed.id, said ->> 'kind', said ->> 'words', (said ->> 'media')::uuid, (said ->> 'x')::real, (said ->> 'y')::real, (said ->> 'atMs')::int,
    (select phrase.id from ${phrases} phrase join ${tasks} task on task.id = changed.task_id
      where phrase.owner_id = ${member.id}::uuid and phrase.kind = said ->> 'kind' and md5(phrase.words) = md5(said ->> 'words')
        and phrase.skill_id is not distinct from task.skill_id limit 1), place
  from ${changed}, jsonb_array_elements(${JSON.stringify(all.map((one) => ({ id: newId(), ...one })))}::jsonb) with ordinality as list(said, place)
  returning 1`

const moved = ({ verdict }: NewFeedback, changed: SQL) => sql`
  update ${tasks} set state = ${verdict === 'accepted' ? 'done' : 'again'}, moved_at = now(), done_at = case when ${verdict} = 'accepted' then now() end
  from ${changed} where ${tasks.id} = changed.task_id returning 1`

const claimed = ({ member }: MemberCtx, level: number, changed: SQL) => sql`
  insert into ${levelClaims} (id, member_id, skill_id, level, source, by_id, submission_id)
  select ${newId()}::uuid, task.participant_id, task.skill_id, ${level}, 'mentor', ${member.id}::uuid, changed.submission_id
  from ${changed} join ${tasks} task on task.id = changed.task_id where task.skill_id is not null
  on conflict do nothing returning 1`

export const SCORES_OF_ANOTHER = {
  path: 'scores',
  message:
    'These scores are not of the rubric this version was handed in under. Nothing was sent: please open the task once more.',
}

export const PIN_ELSEWHERE = {
  path: 'comments',
  message:
    'A comment points at a file that this version does not have. Nothing was sent: please set the pin once more.',
}

async function whyNot({ db, member }: MemberCtx, { submission, scores }: NewFeedback) {
  const [there] = await db
    .select({ state: looks.state, isScored: scoresFit(scores, sql`${submission}::uuid`) as SQL<boolean> })
    .from(looks)
    .where(and(eq(looks.submissionId, submission), eq(looks.reviewerId, member.id), eq(looks.kind, 'mentor')))
  if (there?.state === 'open') return invalid([there.isScored ? PIN_ELSEWHERE : SCORES_OF_ANOTHER])
  if (!there && (await othersLookFirst(db, member.id, submission)))
    return conflict('Others look at this version first. You hear of it as soon as it is your turn.', 'not_yet')
  return there
    ? conflict('Somebody was quicker: this version has its feedback already.', 'already_given')
    : notFound('version')
}

async function othersLookFirst(db: MemberCtx['db'], me: string, submission: string) {
  const [first] = await db
    .select({ id: looks.id })
    .from(looks)
    .where(
      and(
        eq(looks.submissionId, submission),
        eq(looks.state, 'open'),
        sql`exists (select from ${submissions} handed join ${tasks} task on task.id = handed.task_id
          where handed.id = ${submission}::uuid and task.set_by_id = ${me}::uuid)`,
      ),
    )
  return first !== undefined
}

// What the participant makes of a comment.
export async function answerComment(ctx: MemberCtx, { id }: CommentId, { answer }: CommentAnswer) {
  const task = sql`from ${feedback} said join ${submissions} handed on handed.id = said.submission_id join ${tasks} task on task.id = handed.task_id
    where said.id = ${comments.feedbackId}`
  const [answered] = await commit(
    ctx,
    ctx.db
      .update(comments)
      .set({ answer, answeredAt: sql`now()` })
      .where(and(eq(comments.id, id), sql`exists (select ${task} and task.participant_id = ${ctx.member.id}::uuid)`))
      .returning({
        id: comments.id,
        answer: comments.answer,
        mentorshipId: sql<string>`(select task.mentorship_id ${task})`.as('mentorship_id'),
      }),
    pairFact('comment.answered', { answer }),
  )
  return answered ? { id: answered.id, answer } : refuse(notFound('comment'))
}
