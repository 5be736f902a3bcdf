import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { phrases } from '#db/schema/mentoring/feedback.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from '../tasks/tasks.ts'
import type { PhrasePage } from './inputs.ts'

let world: World
let pair: Pair
let joinery: string

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  joinery = (await aSkill(world, 'Hand joinery')).slug
  pair = await aPair(world)
})

async function aVersion(skill?: string) {
  const task = { pair: pair.id, title: 'Four dovetails in ash', ...(skill && { skill }) }
  const id = await idOf(await pair.mentor.send('POST', '/api/tasks', task))
  await pair.participant.send('PUT', `/api/tasks/${id}/acceptance`)
  const note = 'It closes on the left.'
  return { id, submission: await idOf(await pair.participant.send('POST', `/api/tasks/${id}/versions`, { note })) }
}

const KNIFE = { kind: 'actionable', words: 'Mark with a knife.' }
const SQUARE = { kind: 'celebratory', words: 'Square!' }

const say = (submission: string, comments: object[]) =>
  pair.mentor.send('POST', '/api/feedback', { submission, verdict: 'accepted', comments })

const atHand = async (id: string) => (await readTask(pair.mentor.ctx, { id })).phrases.map(({ words }) => words)

const listed = async (query = '', who = pair.mentor) =>
  ((await (await who.request(`/api/phrases${query}`)).json()) as PhrasePage).phrases

describe('MEN-5 what a mentor said', () => {
  it('is at hand for the next version of the same skill, what was said most first, and for no other skill', async () => {
    await say((await aVersion(joinery)).submission, [SQUARE, KNIFE])
    await say((await aVersion(joinery)).submission, [KNIFE])
    expect(await atHand((await aVersion(joinery)).id)).toEqual(['Mark with a knife.', 'Square!'])
    expect(await atHand((await aVersion()).id)).toEqual([])
  })

  it('is kept once and counted each time, where the same line stands twice as well', async () => {
    await say((await aVersion()).submission, [KNIFE, KNIFE])
    await say((await aVersion()).submission, [KNIFE, { ...KNIFE, kind: 'essential' }])
    expect((await listed()).map(({ kind, uses }) => [kind, uses]).sort()).toEqual([
      ['actionable', 3],
      ['essential', 1],
    ])
  })

  it('is told to be their own words where they say it again, and not where it is new', async () => {
    const isPhrase = async (id: string) =>
      (await readTask(pair.participant.ctx, { id })).task.said[0]?.feedback[0]?.comments.map((said) => said.isPhrase)
    const first = await aVersion(joinery)
    await say(first.submission, [KNIFE])
    const again = await aVersion(joinery)
    await say(again.submission, [SQUARE, KNIFE])
    const elsewhere = await aVersion()
    await say(elsewhere.submission, [KNIFE])
    expect(await Promise.all([first, again, elsewhere].map(({ id }) => isPhrase(id)))).toEqual([
      [false],
      [false, true],
      [false],
    ])
  })

  it('is not kept where the feedback was not given', async () => {
    const { submission } = await aVersion()
    await say(submission, [SQUARE])
    expect((await say(submission, [KNIFE])).status).toBe(409)
    expect((await listed()).map(({ words }) => words)).toEqual(['Square!'])
  })

  it('is offered to nobody else, neither on the task nor in the list', async () => {
    await say((await aVersion(joinery)).submission, [KNIFE])
    const { id } = await aVersion(joinery)
    expect((await readTask(pair.participant.ctx, { id })).phrases).toEqual([])
    const other = await aMember(world, { roles: ['participant', 'mentor'] })
    expect(await listed('', other)).toEqual([])
    expect(await listed()).toHaveLength(1)
  })

  it('is listed by skill', async () => {
    await say((await aVersion(joinery)).submission, [KNIFE])
    await say((await aVersion()).submission, [SQUARE])
    expect((await listed(`?skill=${joinery}`)).map(({ words, skill }) => [words, skill])).toEqual([
      ['Mark with a knife.', 'Hand joinery'],
    ])
  })

  it('is let go by its owner, and is gone from then on', async () => {
    await say((await aVersion()).submission, [KNIFE])
    const [phrase] = await world.ctx().db.select().from(phrases)
    const letGo = (who = pair.mentor) => who.send('DELETE', `/api/phrases/${phrase?.id}`)
    expect((await letGo(pair.participant)).status).toBe(404)
    expect((await letGo()).status).toBe(200)
    expect(await listed()).toEqual([])
    expect((await letGo()).status).toBe(404)
  })
})
