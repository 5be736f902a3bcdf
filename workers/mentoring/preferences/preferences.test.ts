import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { preferences } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Standings } from './inputs.ts'

let world: World
let idrissa: Somebody
let kwame: Somebody
let taskId: string
let versions: string[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  const pair = await aPair(world)
  idrissa = pair.participant
  kwame = pair.mentor
  ;({ taskId, versions } = await aTaskWith(3, pair.id))
})

async function aTaskWith(many: number, mentorshipId: string) {
  const id = newId()
  const { db } = world.ctx()
  const whose = { participantId: idrissa.id, setById: kwame.id, mentorshipId }
  await db.insert(tasks).values({ id, ...whose, title: 'A dovetail', state: 'handed-in', versions: many })
  const rows = Array.from({ length: many }, (_, n) => ({
    id: newId(),
    taskId: id,
    version: n + 1,
    note: `Try ${n + 1}`,
  }))
  await db.insert(submissions).values(rows)
  return { taskId: id, versions: rows.map((row) => row.id) }
}

const prefer = (who: Somebody, [a, b]: [number, number], choice: string, more = {}) =>
  who.send('POST', '/api/preferences', { a: versions[a], b: versions[b], choice, reason: 'It closes.', ...more })

const standings = async (who: Somebody) =>
  (await (await who.send('GET', `/api/tasks/${taskId}/standings`)).json()) as Standings

const kept = () => world.ctx().db.select().from(preferences)

const agree = (who: Somebody, agrees = true) => who.send('PUT', '/api/my/preference-consent', { agrees })

const lines = async () => {
  const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  const text = await (await organiser.send('GET', '/api/preferences/lines')).text()
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
}

describe('which of two versions is better', () => {
  it('is one choice, from whichever side it is said', async () => {
    await prefer(kwame, [1, 0], 'a')
    await prefer(idrissa, [0, 1], 'b')
    const said = await kept()
    expect(new Set(said.map(({ aId, bId, choice }) => [aId, bId, choice].join())).size).toBe(1)
    expect(said).toHaveLength(2)
  })

  it('said again is what one thinks now', async () => {
    await prefer(kwame, [0, 1], 'a')
    await prefer(kwame, [0, 1], 'same', { criteria: ['clearer', 'clearer'] })
    expect(await kept()).toMatchObject([{ choice: 'same', criteria: ['clearer'] }])
  })

  it('puts the versions in an order, with a figure for how much it is worth', async () => {
    expect(await standings(idrissa)).toEqual({ choices: 0, raters: 0, reliability: 0, order: [] })
    await prefer(kwame, [0, 1], 'b')
    await prefer(kwame, [1, 2], 'b')
    await prefer(idrissa, [0, 2], 'b')
    const { choices, raters, order } = await standings(idrissa)
    expect({ choices, raters, order: order.map(({ version }) => version) }).toEqual({
      choices: 3,
      raters: 2,
      order: [3, 2, 1],
    })
  })

  it.each([
    ['without a reason', { reason: '  ' }],
    ['by a criterion of their own', { criteria: ['loudest'] }],
    ['of one with itself', { same: true }],
  ])('is not taken %s', async (_, wrong) => {
    const { same, ...more } = wrong as { same?: boolean }
    await expectNoChange(world, async () =>
      expect((await prefer(kwame, same ? [0, 0] : [0, 1], 'a', more)).status).toBe(422),
    )
  })

  it('B47 is for those who see the task, and of one task only', async () => {
    const stranger = await aMember(world)
    const other = await aPair(world)
    const [first = ''] = versions
    const { versions: others } = await aTaskWith(1, other.id)
    await expectNoChange(world, async () => {
      expect((await prefer(stranger, [0, 1], 'a')).status).toBe(404)
      expect((await stranger.send('GET', `/api/tasks/${taskId}/standings`)).status).toBe(404)
      const across = { a: first, b: others[0], choice: 'a', reason: 'It closes.' }
      expect((await kwame.send('POST', '/api/preferences', across)).status).toBe(404)
    })
  })
})

describe('choices that leave the house', () => {
  it('are those of people who agreed, about work whose maker agreed', async () => {
    await prefer(kwame, [0, 1], 'b', { criteria: ['better-made'] })
    expect(await lines()).toEqual([])
    await agree(kwame)
    expect(await lines()).toEqual([])
    await agree(idrissa)
    const [line] = await lines()
    expect(line).toMatchObject({ context: { task: 'A dovetail' }, reason: 'It closes.', criteria: ['better-made'] })
    expect(line[line.choice]).toMatchObject({ version: 2, note: 'Try 2' })
    expect(await lines()).toHaveLength(1)
  })

  it('name nobody, and tell one rater from another', async () => {
    await agree(kwame)
    await agree(idrissa)
    await prefer(kwame, [0, 1], 'b')
    await prefer(kwame, [1, 2], 'b')
    await prefer(idrissa, [0, 2], 'a')
    const told = await lines()
    const text = JSON.stringify(told)
    for (const { id, handle } of [kwame, idrissa]) {
      expect(text).not.toContain(id)
      expect(text).not.toContain(handle)
    }
    const raters = told.map(({ rater }) => rater)
    expect(new Set(raters).size).toBe(2)
  })

  it('are none of theirs from the moment somebody takes it back', async () => {
    await agree(kwame)
    await agree(idrissa)
    await prefer(kwame, [0, 1], 'b')
    await agree(idrissa, false)
    expect(await lines()).toEqual([])
    expect(await (await idrissa.send('GET', '/api/my/preference-consent')).json()).toEqual({ agrees: false })
  })
})
