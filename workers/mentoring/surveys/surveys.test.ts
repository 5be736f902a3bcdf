import { eq, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { surveyAnswers, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { notices } from '#db/schema/notifications.ts'
import { A_SURVEY, aPlanItem } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { programsForgotten } from '../member-data/programs.ts'
import type { Plan } from '../plan/inputs.ts'
import { askWhoseDayHasCome } from './asking.ts'
import type { Survey, SurveyResults } from './inputs.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let survey: string

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  survey = await aPlanItem(world, program.id, { ...A_SURVEY, updatedAt: days(200) })
})

// Days are counted where the learner lives: at noon of theirs, whatever the clocks did in between.
const days = (count: number) =>
  new Date(
    Temporal.Now.zonedDateTimeISO('Europe/Madrid').subtract({ days: count }).with({ hour: 12 }).epochMilliseconds,
  )
const running = async (begun: number, given: Parameters<typeof aPair>[1] = {}) => {
  const pair = await aPair(world, { programId: program.id, ...given })
  await world
    .ctx()
    .db.update(mentorships)
    .set({ startedAt: days(begun) })
    .where(eq(mentorships.id, pair.id))
  return pair
}
const ask = () => askWhoseDayHasCome(world.ctx({ kind: 'cron', name: 'ask-for-surveys' }))
const asked = () => world.ctx().db.select().from(surveysAsked)
const answer = (by: Somebody, pair: Pair, answers: object) =>
  by.send('PUT', `/api/surveys/${survey}/answers`, { pair: pair.id, answers })
const read = async (by: Somebody) => (await (await by.request(`/api/surveys/${survey}`)).json()) as Survey
const results = async () =>
  ((await (await organiser.request(`/api/programs/${program.slug}/surveys`)).json()) as SurveyResults).surveys
const codeOf = async (response: Response) => [response.status, (await problemOf(response)).code]

describe('a survey', () => {
  it('is laid before both of a pair when its day has come, once', async () => {
    const pair = await running(30)
    await running(29)
    await ask()
    await ask()
    expect(await asked()).toMatchObject([{ mentorshipId: pair.id, planItemId: survey }])
    await world.settle()
    const heard = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'survey-due'))
    expect(heard.map(({ memberId }) => memberId).sort()).toEqual([pair.mentor.id, pair.participant.id].sort())
    const told = await world.ctx().db.select().from(events).where(eq(events.name, 'survey.due'))
    expect(told).toHaveLength(1)
  })

  it('that came into the plan later waits for a yes, and pairs that rest are left in peace', async () => {
    const [pair, resting] = [await running(90), await running(90)]
    await world.ctx().db.update(mentorships).set({ state: 'paused' }).where(eq(mentorships.id, resting.id))
    await world.ctx().db.delete(surveysAsked)
    const late = await aPlanItem(world, program.id, { ...A_SURVEY, title: 'The third month', afterDays: 80 })
    await ask()
    expect((await asked()).map(({ planItemId }) => planItemId)).toEqual([survey])
    const path = `/api/programs/${program.slug}/plan`
    const { mark, impact } = (await (await organiser.request(path)).json()) as Plan
    expect(impact).toMatchObject([{ title: 'The third month', fresh: 2 }])
    await organiser.send('PUT', `${path}/pairs`, { mark })
    await ask()
    const both = (await asked()).map(({ planItemId, mentorshipId }) => `${planItemId} ${mentorshipId}`)
    expect(both.sort()).toEqual([`${survey} ${pair.id}`, `${late} ${pair.id}`].sort())
  })

  it('is answered by the two of the pair, once each, and otherwise until it closes', async () => {
    const pair = await running(30)
    await ask()
    const { participant, mentor } = pair
    expect(await read(participant)).toMatchObject({ pair: pair.id, answers: null, isOpen: true, openly: false })
    expect((await answer(participant, pair, { q1: 4, q2: true })).status).toBe(200)
    expect((await answer(participant, pair, { q1: '2', q2: 'no', q3: 'More time' })).status).toBe(200)
    expect((await answer(mentor, pair, { q1: 5 })).status).toBe(200)
    expect((await read(participant)).answers).toEqual({ q1: 2, q2: false, q3: 'More time' })
    expect(await world.ctx().db.select().from(surveyAnswers)).toHaveLength(2)
    await world
      .ctx()
      .db.update(surveysAsked)
      .set({ openUntil: days(1) })
    expect(await codeOf(await answer(participant, pair, { q1: 1 }))).toEqual([409, 'survey_closed'])
    expect((await read(participant)).answers).toMatchObject({ q1: 2 })
  })

  it('takes only answers to what was asked, and from nobody else', async () => {
    const pair = await running(30)
    await ask()
    for (const answers of [{}, { q1: 9 }, { q1: true }, { q2: 'perhaps' }, { q9: 'hello' }, { q3: '' }])
      expect((await answer(pair.participant, pair, answers)).status, JSON.stringify(answers)).toBe(422)
    for (const other of [await aMember(world), organiser, (await running(30)).mentor])
      expect((await answer(other, pair, { q1: 3 })).status).toBe(404)
    expect(await world.ctx().db.select().from(surveyAnswers)).toEqual([])
  })
})

describe('what was answered', () => {
  async function answered(count: number) {
    const pairs: Pair[] = []
    for (let n = 0; n < count; n += 1) pairs.push(await running(30))
    await ask()
    for (const [n, pair] of pairs.entries())
      await answer(pair.participant, pair, { q1: (n % 5) + 1, ...(n < 4 && { q3: `Words ${n}` }) })
    return pairs
  }
  const close = (daysAgo: number) =>
    world
      .ctx()
      .db.update(surveysAsked)
      .set({ openUntil: days(daysAgo) })
      .where(sql`open_until > now()`)

  it('INS-3 stays silent until five have answered and none of it can change, each question for itself', async () => {
    await answered(4)
    await close(3)
    const [before] = await results()
    expect(before).toMatchObject({ asked: 4, answered: null })
    expect(JSON.stringify(before)).not.toMatch(/Words|"mean":\d/)
    await answered(1)
    expect((await results())[0]).toMatchObject({ asked: 5, answered: null })
    await close(2)
    const [{ questions = [], ...after } = {}] = await results()
    expect(after).toMatchObject({ asked: 5, answered: 5 })
    expect(questions.map(({ count, counts, words }) => [count, counts, words])).toEqual([
      [5, [2, 1, 1, 1, 0], null],
      [null, null, null],
      [5, null, expect.arrayContaining(['Words 0', 'Words 3'])],
    ])
  })

  it('INS-3 tells nothing of the sixth to whoever looked after the fifth, nor of one who goes', async () => {
    const [one] = await answered(5)
    await close(3)
    const five = (await results())[0]?.questions
    expect(five?.[0]).toMatchObject({ count: 5, mean: 3 })
    const sixth = await running(30)
    await ask()
    await answer(sixth.participant, sixth, { q1: 5 })
    await close(2)
    expect((await results())[0]).toMatchObject({ asked: 6, answered: 5, questions: five })
    for (const gone of programsForgotten(sixth.participant.id)) await world.ctx().db.execute(gone)
    expect((await results())[0]?.questions).toEqual(five)
    for (const gone of programsForgotten(one?.participant.id ?? '')) await world.ctx().db.execute(gone)
    expect((await results())[0]).toMatchObject({
      answered: null,
      questions: [{ count: null }, { count: null }, { count: null }],
    })
    const kept = await world
      .ctx()
      .db.select()
      .from(surveyAnswers)
      .where(eq(surveyAnswers.memberId, one?.participant.id ?? ''))
    expect(kept.map(({ answers }) => answers)).toEqual([{ q1: null, q3: null }])
  })

  it('INS-3 counts people and not answers: one mentor of many is one', async () => {
    const first = await running(30)
    const pairs = [first]
    for (let n = 0; n < 5; n += 1) pairs.push(await running(30, { mentor: first.mentor, format: 'peer' }))
    await ask()
    for (const pair of pairs) await answer(first.mentor, pair, { q1: 1 })
    await close(1)
    expect((await results())[0]).toMatchObject({ answered: null })
  })

  it('carries no names, and is there for those who organise the program only', async () => {
    await answered(5)
    await close(1)
    const text = await (await organiser.request(`/api/programs/${program.slug}/surveys`)).text()
    expect(text).toContain('"answered":5')
    const rows = await world.ctx().db.select().from(surveyAnswers)
    for (const { memberId, mentorshipId } of rows) {
      expect(text).not.toContain(memberId)
      expect(text).not.toContain(mentorshipId)
    }
    const another = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await another.request(`/api/programs/${program.slug}/surveys`)).status).toBe(404)
  })
})
