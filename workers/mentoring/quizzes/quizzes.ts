import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { Quiz, QuizId } from './inputs.ts'

// What was right, and why, is told when it is over.
export async function readQuiz({ db, member }: MemberCtx, { id }: QuizId): Promise<Quiz> {
  const { quiz } = await readTogether(db, {
    quiz: quizzes(sql`attempt.id = ${id}::uuid and attempt.member_id = ${member.id}::uuid`),
  })
  return quiz[0] ?? notThere()
}

const quizzes = (which: ReturnType<typeof sql>): Shelf<Quiz> => sql`
  select attempt.id, skill.name as skill, skill.slug, attempt.level, attempt.started_at as "startedAt",
    attempt.finished_at as "finishedAt", attempt.score, attempt.passed = 1 as passed, ${asked} as questions
  from ${quizAttempts} attempt join ${skills} skill on skill.id = attempt.skill_id where ${which}`

const asked = sql`(select json_agg(json_build_object('id', question.id, 'text', question.text, 'options', question.options,
    'chosen', (select (answer ->> 'chosen')::int from jsonb_array_elements(attempt.answers) answer where (answer ->> 'questionId')::uuid = question.id),
    'right', case when attempt.finished_at is not null then question.right_option end,
    'explanation', case when attempt.finished_at is not null then question.explanation end) order by place)
  from unnest(attempt.questions) with ordinality as drawn(id, place) join ${quizQuestions} question on question.id = drawn.id)`

function notThere(): never {
  throw notFound('test')
}
