import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handedIn, idOf } from '#workers/lib/testing/handing-in.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from '../tasks/tasks.ts'
import { readQuality } from './quality.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
})

async function aLook(more: object = {}) {
  const { id: task, submission } = await handedIn(pair, { note: 'Left.' })
  const look = { submission, verdict: 'accepted', words: 'Tight.', ...more }
  return { task, feedback: await idOf(await pair.mentor.send('POST', '/api/feedback', look)) }
}

const say = (feedback: string, helped: number, by = pair.participant) =>
  by.send('PUT', `/api/feedback/${feedback}/help`, { helped })

describe('how one’s looks land', () => {
  it('is summed up for the one who gave them, as soon as three have said so', async () => {
    const given = [await aLook(), await aLook(), await aLook()]
    for (const [n, { feedback }] of given.entries()) {
      expect((await readQuality(pair.mentor.ctx))?.helped).toBeNull()
      expect((await say(feedback, 3 + n)).status).toBe(200)
    }
    expect(await readQuality(pair.mentor.ctx)).toMatchObject({ given: 3, heard: 3, helped: 4 })
    expect(await readQuality(pair.participant.ctx)).toMatchObject({ given: 0, helped: null })
  })

  it('counts what was changed of what was asked for', async () => {
    const comments = [
      { kind: 'essential', words: 'Saw on the line.' },
      { kind: 'optional', words: 'Try ash.' },
      { kind: 'celebratory', words: 'Flat.' },
    ]
    const { task } = await aLook({ comments })
    const [first] = (await readTask(pair.participant.ctx, { id: task })).task.said[0]?.feedback[0]?.comments ?? []
    await pair.participant.send('PUT', `/api/comments/${first?.id}/answer`, { answer: 'change' })
    expect(await readQuality(pair.mentor.ctx)).toMatchObject({ asked: 2, answered: 1, changed: 1 })
  })

  it('is said by nobody but the one whose work it is, and between one and five', async () => {
    const { feedback } = await aLook()
    expect((await say(feedback, 5, pair.mentor)).status).toBe(404)
    expect((await say(feedback, 6)).status).toBe(422)
  })
})
