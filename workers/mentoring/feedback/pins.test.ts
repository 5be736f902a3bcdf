import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { handedIn, idOf } from '#workers/lib/testing/handing-in.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aPainter } from '#workers/lib/testing/pictures.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from '../tasks/tasks.ts'

let world: World
let pair: Pair

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  Object.assign(world.env, { IMAGES: aPainter([]) })
  pair = await aPair(world)
})

async function aPicture() {
  const file = await aFile(world, pair.participant)
  return { file, ...(await handedIn(pair, { note: 'Left side.', files: [file] })) }
}

const point = (submission: string, pin: object) =>
  pair.mentor.send('POST', '/api/feedback', {
    submission,
    verdict: 'accepted',
    comments: [{ kind: 'optional', words: 'Here.', ...pin }],
  })

describe('a pin', () => {
  it('points at a place in a picture of the version, and is shown with its comment', async () => {
    const { id, file, submission } = await aPicture()
    await idOf(await point(submission, { media: file, x: 0.25, y: 0.5 }))
    const { task } = await readTask(pair.participant.ctx, { id })
    expect(task.said[0]?.feedback[0]?.comments[0]?.pin).toMatchObject({ media: file, x: 0.25, y: 0.5, atMs: null })
  })

  it('points at no picture of another version, and at no moment of a picture: nothing is given', async () => {
    const [one, other] = [await aPicture(), await aPicture()]
    expect((await point(one.submission, { media: other.file, x: 0, y: 0 })).status).toBe(422)
    expect((await point(one.submission, { media: one.file, atMs: 42_000 })).status).toBe(422)
    expect((await readTask(pair.mentor.ctx, { id: one.id })).task.state).toBe('handed-in')
  })

  it.each([
    ['half a place', { x: 0.5 }],
    ['a place and a moment', { x: 0.5, y: 0.5, atMs: 1 }],
    ['nothing in its file', {}],
    ['a place outside', { x: 1.5, y: 0.5 }],
  ])('with %s is none', async (_, pin) => {
    const { file, submission } = await aPicture()
    expect((await point(submission, { media: file, ...pin })).status).toBe(422)
  })
})
