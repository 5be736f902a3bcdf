import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { levelClaims, quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { Answers, NewQuiz, QuizId, Result } from './inputs.ts'
import { QUESTIONS, REST_HOURS, SHARE_TO_PASS } from './rules.ts'

// A few questions of the bank, another few each time. Whoever left one open goes on with that.
export async function startQuiz(ctx: MemberCtx, { skill, level }: NewQuiz): Promise<{ id: string }> {
  const [started] = await commit(
    ctx,
    ctx.db
      .insert(quizAttempts)
      .select(
        sql`select ${newId()}::uuid, ${ctx.member.id}::uuid, skill.id, ${level}::int, drawn.ids, '[]'::jsonb, null::int, null::int, now(), null::timestamptz
          from ${skills} skill cross join lateral (${drawn(level)}) drawn
          where skill.slug = ${skill} and cardinality(drawn.ids) = ${QUESTIONS} and not ${rests(ctx.member.id, level)}`,
      )
      .onConflictDoNothing()
      .returning({ id: quizAttempts.id }),
    fact('quiz.started', { skill, level }),
  )
  return started ?? openOrWhyNot(ctx, skill, level)
}

const drawn = (level: number) => sql`
  select coalesce(array_agg(id), '{}') as ids from (select question.id from ${quizQuestions} question
    where question.skill_id = skill.id and question.level = ${level} and question.retired_at is null order by random() limit ${QUESTIONS}) few`

const rests = (memberId: string, level: number) => sql`exists (
  select from ${quizAttempts} attempt where attempt.member_id = ${memberId}::uuid and attempt.skill_id = skill.id
    and attempt.level = ${level} and attempt.passed = 0 and attempt.finished_at > now() - make_interval(hours => ${REST_HOURS}))`

async function openOrWhyNot({ db, member }: MemberCtx, slug: string, level: number) {
  const {
    rows: [found],
  } = await db.execute<{ open: string | null; rests: boolean }>(sql`
    select (select attempt.id from ${quizAttempts} attempt where attempt.member_id = ${member.id}::uuid
        and attempt.skill_id = skill.id and attempt.finished_at is null) as open,
      ${rests(member.id, level)} as rests
    from ${skills} skill where skill.slug = ${slug}`)
  if (found?.open) return { id: found.open }
  if (found?.rests) throw conflict('Sleep over it: this test opens again tomorrow.', 'resting')
  throw notFound('test')
}

// Counted in the database, which alone knows what is right. Passed, it says one thing: this level, by a test.
export async function finishQuiz(ctx: MemberCtx, { id }: QuizId, { answers }: Answers): Promise<Result> {
  const score = rightAnswers(answers)
  const passed = sql`(${score} >= ceil(cardinality(${quizAttempts.questions}) * ${SHARE_TO_PASS}::numeric))::int`
  const kept = answers.map(({ question, chosen }) => ({ questionId: question, chosen }))
  const [finished] = await commit(
    ctx,
    ctx.db
      .update(quizAttempts)
      .set({ answers: kept, score, passed, finishedAt: sql`now()` })
      .where(
        and(eq(quizAttempts.id, id), eq(quizAttempts.memberId, ctx.member.id), sql`${quizAttempts.finishedAt} is null`),
      )
      .returning({
        id: quizAttempts.id,
        memberId: quizAttempts.memberId,
        skillId: quizAttempts.skillId,
        level: quizAttempts.level,
        score: quizAttempts.score,
        passed: quizAttempts.passed,
      }),
    fact('quiz.finished'),
    claimed,
  )
  if (!finished) throw await whyNotFinished(ctx, id)
  return { id, score: finished.score ?? 0, passed: finished.passed === 1 }
}

const rightAnswers = (answers: Answers['answers']) => sql<number>`(
  select count(*)::int from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as said(question uuid, chosen int)
    join ${quizQuestions} question on question.id = said.question and question.right_option = said.chosen
  where question.id = any(${quizAttempts.questions}))`

const claimed = (changed: SQL) => sql`
  insert into ${levelClaims} (id, member_id, skill_id, level, source, attempt_id)
  select ${newId()}::uuid, changed.member_id, changed.skill_id, changed.level, 'test', changed.id
  from ${changed} where changed.passed = 1 on conflict do nothing returning 1`

async function whyNotFinished({ db, member }: MemberCtx, id: string) {
  const [mine] = await db
    .select({ id: quizAttempts.id })
    .from(quizAttempts)
    .where(and(eq(quizAttempts.id, id), eq(quizAttempts.memberId, member.id)))
  return mine ? conflict('This test is over already; its answers stand.', 'finished') : notFound('test')
}
