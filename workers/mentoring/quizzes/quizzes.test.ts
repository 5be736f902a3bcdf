import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { levelClaims, quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Quiz, Result } from './inputs.ts'
import { QUESTIONS } from './rules.ts'

let world: World
let joinery: { id: string; slug: string }
let idrissa: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  joinery = await aSkill(world, 'Joinery')
  idrissa = await aMember(world)
})

const RIGHT = 1

const questionsAt = async (level: number, many = QUESTIONS) => {
  const row = { skillId: joinery.id, level, options: ['a', 'b', 'c'], right: RIGHT, explanation: 'Because b.' }
  const rows = Array.from({ length: many }, (_, n) => ({ id: newId(), text: `Question ${n}`, ...row }))
  await world.ctx().db.insert(quizQuestions).values(rows)
}

const start = (who: Somebody, level = 2) => who.send('POST', '/api/quizzes', { skill: 'joinery', level })

const started = async (who: Somebody, level = 2): Promise<Quiz> => {
  const answer = await start(who, level)
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  return (await (await who.send('GET', `/api/quizzes/${id}`)).json()) as Quiz
}

const answering = (quiz: Quiz, right: number) =>
  quiz.questions.map(({ id }, n) => ({ question: id, chosen: n < right ? RIGHT : 0 }))

const finish = (who: Somebody, quiz: Quiz, answers: unknown) =>
  who.send('PUT', `/api/quizzes/${quiz.id}/answers`, { answers })

const claims = () => world.ctx().db.select().from(levelClaims)

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('a test', () => {
  it('asks a few of the questions of a level, and does not tell what is right before it is over', async () => {
    await questionsAt(2, 12)
    await questionsAt(3)
    const quiz = await started(idrissa)
    expect(quiz.questions).toHaveLength(QUESTIONS)
    expect(new Set(quiz.questions.map(({ id }) => id)).size).toBe(QUESTIONS)
    expect(quiz.questions.every(({ right, explanation }) => right === null && explanation === null)).toBe(true)
    expect(JSON.stringify(quiz)).not.toContain('Because')
  })

  it('is not there where the bank has too few questions', async () => {
    await questionsAt(2, QUESTIONS - 1)
    expect(await codeOf(await start(idrissa))).toEqual([404, 'not_found'])
  })

  it('goes on when it was left open, and is never two', async () => {
    await questionsAt(2, 12)
    const first = await started(idrissa)
    expect((await started(idrissa)).id).toBe(first.id)
    await Promise.all([start(idrissa), start(idrissa), start(idrissa)])
    expect(await world.ctx().db.select().from(quizAttempts)).toHaveLength(1)
  })

  it('passed, is evidence of this level by a test, once', async () => {
    await questionsAt(2)
    const quiz = await started(idrissa)
    const answer = await finish(idrissa, quiz, answering(quiz, 4))
    expect((await answer.json()) as Result).toMatchObject({ score: 4, passed: true })
    expect(await claims()).toMatchObject([{ memberId: idrissa.id, level: 2, source: 'test', attemptId: quiz.id }])
    await expectNoChange(world, async () =>
      expect(await codeOf(await finish(idrissa, quiz, answering(quiz, 5)))).toEqual([409, 'finished']),
    )
  })

  it('tells why when it is over, also where an answer is missing', async () => {
    await questionsAt(2)
    const quiz = await started(idrissa)
    await finish(idrissa, quiz, answering(quiz, 3).slice(0, 2))
    const over = (await (await idrissa.send('GET', `/api/quizzes/${quiz.id}`)).json()) as Quiz
    expect(over).toMatchObject({ score: 2, passed: false })
    expect(over.questions.map(({ chosen }) => chosen)).toEqual([1, 1, null, null, null])
    expect(over.questions.every(({ explanation }) => explanation === 'Because b.')).toBe(true)
  })

  it('not passed, rests until tomorrow, at this level only', async () => {
    await questionsAt(2)
    await questionsAt(3)
    const quiz = await started(idrissa)
    await finish(idrissa, quiz, [])
    expect(await claims()).toEqual([])
    expect(await codeOf(await start(idrissa))).toEqual([409, 'resting'])
    await started(idrissa, 3)
  })

  it('counts an answer once, and none to a question it did not ask', async () => {
    await questionsAt(2, QUESTIONS)
    const quiz = await started(idrissa)
    await questionsAt(2, 10)
    const [first] = answering(quiz, 1)
    expect((await finish(idrissa, quiz, Array(5).fill(first))).status).toBe(422)
    const others = (await world.ctx().db.select().from(quizQuestions)).filter(
      ({ id }) => !quiz.questions.some((one) => one.id === id),
    )
    const answer = await finish(
      idrissa,
      quiz,
      others.map(({ id }) => ({ question: id, chosen: RIGHT })),
    )
    expect((await answer.json()) as Result).toMatchObject({ score: 0, passed: false })
  })

  it('is passed exactly from four in five on, however it is answered', async () => {
    await questionsAt(2)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 5 }), async (choices) => {
        const who = await aMember(world)
        const quiz = await started(who)
        const answers = quiz.questions.map(({ id }, n) => ({ question: id, chosen: choices[n] }))
        const result = (await (await finish(who, quiz, answers)).json()) as Result
        const right = choices.filter((chosen) => chosen === RIGHT).length
        expect(result).toMatchObject({ score: right, passed: right >= 4 })
      }),
      { numRuns: 15 },
    )
  })

  it('B47 is one’s own: others neither read nor answer it', async () => {
    await questionsAt(2)
    const quiz = await started(idrissa)
    const other = await aMember(world)
    expect((await other.send('GET', `/api/quizzes/${quiz.id}`)).status).toBe(404)
    await expectNoChange(world, async () => expect((await finish(other, quiz, answering(quiz, 5))).status).toBe(404))
  })
})

describe('the bank of questions', () => {
  const question = {
    skill: 'joinery',
    level: 2,
    text: 'Which way does a board cup?',
    options: ['Towards the bark', 'Away from the bark', ''],
    right: 0,
    explanation: 'The outer rings shrink more.',
  }

  const aTeacher = async () => {
    const mentor = await aMember(world, { roles: ['participant', 'mentor'] })
    await world.ctx().db.insert(memberSkills).values({ memberId: mentor.id, skillId: joinery.id, bond: 'teaches' })
    return mentor
  }

  it('is filled by those who teach the skill, and by nobody else', async () => {
    const teacher = await aTeacher()
    expect((await teacher.send('POST', '/api/questions', question)).status).toBe(201)
    const stranger = await aMember(world, { roles: ['participant', 'mentor'] })
    await expectNoChange(world, async () => {
      expect(await codeOf(await stranger.send('POST', '/api/questions', question))).toEqual([
        403,
        'teaches_something_else',
      ])
      expect((await idrissa.send('POST', '/api/questions', question)).status).toBe(403)
    })
    expect(await (await teacher.send('GET', '/api/questions')).json()).toMatchObject({
      questions: [{ text: question.text, options: ['Towards the bark', 'Away from the bark'], right: 0 }],
    })
    expect(await (await stranger.send('GET', '/api/questions')).json()).toEqual({ questions: [], next: null })
  })

  it.each([
    ['one answer', { options: ['Yes'] }],
    ['two that are the same', { options: ['Yes', 'Yes'] }],
    ['an answer that is not there', { right: 2 }],
    ['no explanation', { explanation: ' ' }],
    ['a sixth rung', { level: 6 }],
  ])('takes no question with %s', async (_, wrong) => {
    const teacher = await aTeacher()
    await expectNoChange(world, async () =>
      expect((await teacher.send('POST', '/api/questions', { ...question, ...wrong })).status).toBe(422),
    )
  })

  it('keeps for old tests what no test asks any more', async () => {
    const teacher = await aTeacher()
    await questionsAt(2)
    const quiz = await started(idrissa)
    for (const { id } of quiz.questions) expect((await teacher.send('DELETE', `/api/questions/${id}`)).status).toBe(200)
    const answer = await finish(idrissa, quiz, answering(quiz, 5))
    expect((await answer.json()) as Result).toMatchObject({ passed: true })
    expect((await start(await aMember(world))).status).toBe(404)
  })
})
