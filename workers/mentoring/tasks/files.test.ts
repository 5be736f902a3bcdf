import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aFile, bring, FILES } from '#workers/lib/testing/media.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from './tasks.ts'

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

const setWith = (files: string[]) =>
  pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'Four dovetails in ash', files })

async function aTaskTakenOn() {
  const id = await idOf(await setWith([]))
  await pair.participant.send('PUT', `/api/tasks/${id}/acceptance`)
  return id
}

const handIn = (id: string, files: string[]) => pair.participant.send('POST', `/api/tasks/${id}/versions`, { files })

const sees = async (who: Somebody, id: string) => (await who.request(`/media/m/${id}/480`)).status === 200

describe('files of a version', () => {
  it('are handed in with it, in their order, and say enough without words', async () => {
    const id = await aTaskTakenOn()
    const files = [
      await aFile(world, pair.participant),
      await aFile(world, pair.participant, { name: 'left.jpg' }),
    ].reverse()
    expect((await handIn(id, files)).status).toBe(201)
    const { task } = await readTask(pair.mentor.ctx, { id })
    expect(task.said[0]?.files.map((file) => file.id)).toEqual(files)
    expect(task.said[0]?.files[0]).toMatchObject({ name: 'left.jpg', kind: 'image', state: 'ready', widths: [480] })
  })

  it('may still be looked at, and are shown to nobody until they were', async () => {
    const id = await aTaskTakenOn()
    const { id: file } = await bring(pair.participant, FILES.jpeg)
    await handIn(id, [file])
    expect((await readTask(pair.mentor.ctx, { id })).task.said[0]?.files[0]?.state).toBe('looking')
    expect(await sees(pair.mentor, file)).toBe(false)
    await world.settle()
    expect(await sees(pair.mentor, file)).toBe(true)
  })

  it('B49 are seen by the two of the pair, and by nobody else', async () => {
    const id = await aTaskTakenOn()
    const file = await aFile(world, pair.participant)
    const others = [
      await aMember(world),
      await aMember(world, { roles: ['participant', 'mentor', 'organiser', 'admin'] }),
    ]
    expect(await sees(pair.mentor, file)).toBe(false)
    await handIn(id, [file])
    expect(await sees(pair.mentor, file)).toBe(true)
    for (const other of others) expect(await sees(other, file)).toBe(false)
    expect((await world.request(`/media/m/${file}/480`)).status).toBe(404)
  })

  it.each([
    ['content', true],
    ['progress', false],
    ['pairs', false],
  ] as const)('are seen by organisers of a program that promised to look at %s: %s', async (sight, seen) => {
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    const { db } = world.ctx()
    const programId = newId()
    await db.insert(programs).values({
      id: programId,
      slug: `p-${programId}`,
      name: 'Joinery',
      summary: '.',
      consent: '.',
      sight,
      startsOn: '2026-01-01',
      endsOn: '2027-01-01',
    })
    await db.insert(programOrganisers).values({ programId, memberId: organiser.id })
    pair = await aPair(world, { programId })
    const id = await aTaskTakenOn()
    const file = await aFile(world, pair.participant)
    await handIn(id, [file])
    expect(await sees(organiser, file)).toBe(seen)
  })

  it('B49 are one’s own: a foreign, unfinished or refused one stops everything, and nothing is handed in', async () => {
    const id = await aTaskTakenOn()
    const coming = { state: 'coming', readyAt: null } as const
    const wrong = [
      await aFile(world, pair.mentor),
      newId(),
      await aFile(world, pair.participant, coming),
      await aFile(world, pair.participant, { ...coming, state: 'refused' }),
    ]
    for (const file of wrong) {
      const answer = await handIn(id, [await aFile(world, pair.participant), file])
      expect([answer.status, (await problemOf(answer)).issues?.[0]?.path]).toEqual([422, 'files'])
    }
    const { db } = world.ctx()
    expect(await db.select().from(submissions)).toEqual([])
    expect((await db.select().from(tasks).where(eq(tasks.id, id)))[0]?.state).toBe('accepted')
  })

  it('cannot be taken away afterwards; what hangs nowhere can', async () => {
    const id = await aTaskTakenOn()
    const [held, free] = [await aFile(world, pair.participant), await aFile(world, pair.participant)]
    await handIn(id, [held])
    const answer = await pair.participant.send('DELETE', `/api/media/${held}`)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([409, 'in_use'])
    expect(await sees(pair.mentor, held)).toBe(true)
    expect((await pair.participant.send('DELETE', `/api/media/${free}`)).status).toBe(200)
  })

  it('are twelve at most, and a version of nothing is none', async () => {
    const id = await aTaskTakenOn()
    expect(
      (
        await handIn(
          id,
          Array.from({ length: 13 }, () => newId()),
        )
      ).status,
    ).toBe(422)
    expect((await handIn(id, [])).status).toBe(422)
  })
})

describe('files of a task', () => {
  it('come with it, and are seen by whoever is to do it', async () => {
    const file = await aFile(world, pair.mentor)
    expect(await sees(pair.participant, file)).toBe(false)
    const id = await idOf(await setWith([file]))
    expect((await readTask(pair.participant.ctx, { id })).task.files[0]?.id).toBe(file)
    expect(await sees(pair.participant, file)).toBe(true)
  })

  it('B49 are the setter’s own: with a foreign one, no task is set', async () => {
    const answer = await setWith([await aFile(world, pair.participant)])
    expect([answer.status, (await problemOf(answer)).issues?.[0]?.path]).toEqual([422, 'files'])
    expect(await world.ctx().db.select().from(tasks)).toEqual([])
  })
})
