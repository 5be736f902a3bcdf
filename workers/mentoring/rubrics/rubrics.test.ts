import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handedIn, idOf } from '#workers/lib/testing/handing-in.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from '../tasks/tasks.ts'
import type { RubricPage } from './inputs.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

const FIT = { title: 'Fit', levels: ['Falls apart', 'Holds with glue', 'Holds without glue'] }
const LOOKS = { title: 'Looks', levels: ['Rough', 'Clean'] }

const make = (criteria: object[] = [FIT, LOOKS], who = pair.mentor) =>
  who.send('POST', '/api/rubrics', { title: 'A joint', criteria })
const renew = (id: string, criteria: object[], who = pair.mentor) =>
  who.send('POST', `/api/rubrics/${id}/versions`, { criteria })
const set = (rubric: string) => pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'Dovetails', rubric })

const handedInWith = (rubric: string) => handedIn(pair, { note: 'It closes on the left.' }, { rubric })

const look = (submission: string, scores: object[]) =>
  pair.mentor.send('POST', '/api/feedback', { submission, verdict: 'accepted', words: 'Well sawn.', scores })

const refusal = async (answer: Response) => {
  const { issues } = (await problemOf(answer)) as { issues?: { path: string }[] }
  return [answer.status, issues?.map(({ path }) => path)]
}

describe('a rubric', () => {
  it('has criteria with levels in words; rows left empty are none, and half a row is refused by name', async () => {
    await idOf(await make([FIT, { title: '', levels: '' }, { title: 'Looks', levels: 'Rough\nClean\n' }]))
    const { rubrics } = (await (await pair.mentor.request('/api/rubrics')).json()) as RubricPage
    expect(rubrics).toMatchObject([{ title: 'A joint', version: 1, criteria: [FIT, LOOKS] }])
    expect(await refusal(await make([{ title: 'Fit', levels: ['Only one'] }]))).toEqual([422, ['criteria.0.levels']])
    expect(await refusal(await make([]))).toEqual([422, ['criteria.0.title']])
  })

  it('stays as it was for what was set with it when a new version is written', async () => {
    const rubric = await idOf(await make())
    const { id } = await handedInWith(rubric)
    await idOf(await renew(rubric, [LOOKS]))
    const { task } = await readTask(pair.participant.ctx, { id })
    expect(task.rubric).toMatchObject({ title: 'A joint', version: 1, criteria: [FIT, LOOKS] })
    expect(task.said[0]?.rubric?.version).toBe(1)
    const later = await readTask(pair.participant.ctx, { id: (await handedInWith(rubric)).id })
    expect(later.task.said[0]?.rubric).toMatchObject({ version: 2, criteria: [LOOKS] })
  })

  it('of somebody else is neither renewed nor set', async () => {
    const other = await aMember(world, { roles: ['participant', 'mentor'] })
    const theirs = await idOf(await make([FIT], other))
    expect((await renew(theirs, [LOOKS])).status).toBe(404)
    expect(await refusal(await set(theirs))).toEqual([422, ['rubric']])
  })
})

describe('scores', () => {
  it('are given for criteria of the rubric, some or all, and shown with the feedback', async () => {
    const { id, submission } = await handedInWith(await idOf(await make()))
    const scores = [
      { criterion: 'c1', level: '3' },
      { criterion: 'c2', level: '' },
    ]
    await idOf(await look(submission, scores))
    const { task } = await readTask(pair.participant.ctx, { id })
    expect(task.said[0]?.feedback[0]?.scores).toEqual({ c1: 3 })
  })

  it.each([
    ['a criterion it does not have', 'c3', 1],
    ['a level it does not have', 'c2', 3],
  ])('name %s: nothing is given', async (_, criterion, level) => {
    const { id, submission } = await handedInWith(await idOf(await make()))
    expect(await refusal(await look(submission, [{ criterion, level }]))).toEqual([422, ['scores']])
    const { task } = await readTask(pair.mentor.ctx, { id })
    expect([task.state, task.said[0]?.feedback]).toEqual(['handed-in', []])
  })

  it('are judged by the version the work was handed in under, not by the newest', async () => {
    const rubric = await idOf(await make([LOOKS]))
    const { submission } = await handedInWith(rubric)
    await idOf(await renew(rubric, [FIT, LOOKS]))
    expect((await look(submission, [{ criterion: 'c2', level: 1 }])).status).toBe(422)
    await idOf(await look(submission, [{ criterion: 'c1', level: 2 }]))
  })
})
