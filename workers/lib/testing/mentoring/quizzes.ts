import { eq, or, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { memberSkills, skillCategories, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { QUESTIONS } from '#workers/mentoring/quizzes/rules.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const QUIZ = '0199aaaa-0000-7000-8000-0000000000e1'

const answer = { options: ['Yes', 'No'], right: 0, explanation: 'It does.' }

// A skill with questions enough for a test, which this member teaches.
async function taughtSkill(world: World, { id }: Somebody) {
  const { db } = world.ctx()
  const slug = 'door-hanging'
  await db.insert(skillCategories).values({ slug: 'crafts', name: 'Crafts' }).onConflictDoNothing()
  const texts = { summary: slug, description: slug, firstStep: slug, ladder: ['1', '2', '3', '4', '5'] }
  await db
    .insert(skills)
    .values({ id: newId(), slug, name: 'Hanging doors', category: 'crafts', ...texts })
    .onConflictDoNothing()
  const [skill] = await db.select().from(skills).where(eq(skills.slug, slug))
  const skillId = skill?.id ?? ''
  await db
    .update(members)
    .set({ roles: sql`array(select distinct unnest(${members.roles} || '{mentor}'))` })
    .where(eq(members.id, id))
  await db.insert(memberSkills).values({ memberId: id, skillId, bond: 'teaches' }).onConflictDoNothing()
  await db.delete(quizQuestions).where(eq(quizQuestions.skillId, skillId))
  const asked = Array.from({ length: QUESTIONS }, () => ({
    id: newId(),
    skillId,
    level: 2,
    text: 'Does it swing?',
    ...answer,
  }))
  await db.insert(quizQuestions).values(asked)
  return { slug, skillId, questions: asked.map((one) => one.id) }
}

async function aQuiz(world: World, keeper: Somebody, id: string = newId()) {
  const { skillId, questions } = await taughtSkill(world, await aMember(world))
  const { db } = world.ctx()
  await db.delete(quizAttempts).where(or(eq(quizAttempts.id, id), eq(quizAttempts.memberId, keeper.id)))
  await db.insert(quizAttempts).values({ id, memberId: keeper.id, skillId, level: 2, questions })
  return id
}

async function aQuestion(world: World, owner: Somebody) {
  return (await taughtSkill(world, owner)).questions[0] ?? ''
}

export const QUIZ_ACCEPTED = {
  'POST /api/quizzes': async (world: World, keeper: Somebody) => {
    await world.ctx().db.delete(quizAttempts).where(eq(quizAttempts.memberId, keeper.id))
    return { skill: (await taughtSkill(world, keeper)).slug, level: 2 }
  },
  'PUT /api/quizzes/:id/answers': async (world: World, keeper: Somebody) => {
    await aQuiz(world, keeper, QUIZ)
    return { answers: [] }
  },
  'POST /api/questions': async (world: World, keeper: Somebody) => ({
    skill: (await taughtSkill(world, keeper)).slug,
    level: 2,
    text: 'Which side carries the hinge?',
    ...answer,
  }),
}

export const QUIZ_AT = { 'PUT /api/quizzes/:id/answers': () => `/api/quizzes/${QUIZ}/answers` }

export const QUIZ_BELONGINGS = {
  'GET /api/quizzes/:id': { make: (world: World, owner: Somebody) => aQuiz(world, owner) },
  'PUT /api/quizzes/:id/answers': {
    make: (world: World, owner: Somebody) => aQuiz(world, owner),
    body: { answers: [] },
  },
  'DELETE /api/questions/:id': { make: aQuestion },
}
