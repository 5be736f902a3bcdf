import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { pages, slot, whenGiven } from '#db/reading.ts'
import { quizQuestions } from '#db/schema/mentoring/growth.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { forbidden, notFound } from '#workers/lib/errors.ts'
import type { NewQuestion, QuestionPage, QuestionSearch, QuizId } from './inputs.ts'

// The bank is kept by those who teach the skill. A question is never changed, so that an old test stays what it was: a better one
// is added, and the old one rests.
export async function addQuestion(ctx: MemberCtx, question: NewQuestion): Promise<{ id: string }> {
  const { skill, level, text, options, right, explanation } = question
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(quizQuestions)
      .select(
        sql`select ${newId()}::uuid, skill.id, ${level}::int, ${text}, array(select jsonb_array_elements_text(${JSON.stringify(options)}::jsonb)),
          ${right}::int, ${explanation}, ${ctx.member.id}::uuid, now(), null::timestamptz
          from ${skills} skill where skill.slug = ${skill} and ${teaches(ctx.member.id)}`,
      )
      .returning({ id: quizQuestions.id }),
    fact('question.added', { skill, level }),
  )
  if (!added)
    throw forbidden(
      'teaches_something_else',
      'Questions are asked by mentors who teach the skill. Say in your profile that you do.',
    )
  return added
}

// Whoever wrote the questions would pass their own test, so it takes a mentor.
const teaches = (memberId: string | SQL) => sql`exists (
  select from ${memberSkills} taught join ${members} mentor on mentor.id = taught.member_id and 'mentor' = any(mentor.roles)
  where taught.member_id = ${memberId}::uuid and taught.skill_id = skill.id and taught.bond = 'teaches')`

export async function retireQuestion(ctx: MemberCtx, { id }: QuizId): Promise<{ id: string }> {
  const skill = sql`exists (select from ${skills} skill where skill.id = ${quizQuestions.skillId} and ${teaches(ctx.member.id)})`
  const [retired] = await commit(
    ctx,
    ctx.db
      .update(quizQuestions)
      .set({ retiredAt: sql`now()` })
      .where(and(eq(quizQuestions.id, id), isNull(quizQuestions.retiredAt), skill))
      .returning({ id: quizQuestions.id }),
    fact('question.retired'),
  )
  if (!retired) throw notFound('question among those you teach')
  return retired
}

const PAGE = 24

const bank = pages<QuestionPage>({
  name: 'questions',
  rows: sql`select question.id, skill.name as skill, skill.slug, question.level, question.text, question.options,
      question.right_option as "right", question.explanation, author.name as by
    from ${quizQuestions} question join ${skills} skill on skill.id = question.skill_id left join ${members} author on author.id = question.by_id
    where question.retired_at is null and ${whenGiven('skill', sql`skill.slug = ${slot('skill')}`)}
      and ${teaches(sql`${slot('me')}`)}
      and ${whenGiven('id', sql`question.id < ${slot('id')}::uuid`)}
    order by question.id desc limit ${PAGE + 1}`,
  key: sql`id`,
  size: PAGE,
})

// Of the skills one teaches, the newest first.
export function readQuestions({ db, member }: MemberCtx, { skill, after }: QuestionSearch) {
  return bank(db, { me: member.id, skill, id: after?.[0] })
}
