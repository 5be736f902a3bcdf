import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { feedback, looks } from '#db/schema/mentoring/feedback.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { notices } from '#db/schema/notifications.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import { aPainter } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readTask } from '../tasks/tasks.ts'
import { handOnLooks } from './handing-on.ts'
import { readLook } from './looks.ts'

let world: World
let pair: Pair
let peer: Somebody
let stranger: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  Object.assign(world.env, { IMAGES: aPainter([]) })
  pair = await aPair(world)
  peer = (await aPair(world, { mentor: pair.mentor })).participant
  stranger = (await aPair(world)).participant
})

async function aVersion(looksFirst: string[], files: string[] = []) {
  const task = await idOf(
    await pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'Dovetails', looksFirst }),
  )
  await pair.participant.send('PUT', `/api/tasks/${task}/acceptance`)
  const version = { note: 'Left side.', files }
  return { task, submission: await idOf(await pair.participant.send('POST', `/api/tasks/${task}/versions`, version)) }
}

const stepsOf = async (submission: string) =>
  (await world.ctx().db.select().from(looks).where(eq(looks.submissionId, submission)).orderBy(looks.opensAt)).map(
    ({ kind, state }) => `${kind} ${state}`,
  )

const openLook = async (submission: string) => {
  const all = await world.ctx().db.select().from(looks).where(eq(looks.submissionId, submission))
  return all.find(({ state }) => state === 'open')?.id ?? 'none'
}

const take = (who: Somebody, id: string) => who.send('PUT', `/api/looks/${id}/reviewer`)

const give = (who: Somebody, id: string, more: object = {}) =>
  who.send('POST', `/api/looks/${id}/feedback`, { words: 'The left one is tight.', ...more })

const waitingFor = async (who: Somebody) =>
  ((await (await who.request('/api/looks/waiting')).json()) as { looks: { id: string; kind: string }[] }).looks

const toLookAt = async () =>
  ((await (await pair.mentor.request('/api/looks')).json()) as { looks: { id: string }[] }).looks.map(({ id }) => id)

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

const late = () =>
  world
    .ctx()
    .db.update(looks)
    .set({ dueAt: new Date(Date.now() - 1000) })

describe('FBK-2 looks before the mentor’s', () => {
  it('open one after the other: oneself, a peer, the mentor', async () => {
    const { task, submission } = await aVersion(['peer', 'self'])
    expect(await stepsOf(submission)).toEqual(['self open'])
    expect(await toLookAt()).toEqual([])
    expect((await give(pair.participant, await openLook(submission))).status).toBe(201)
    expect(await stepsOf(submission)).toEqual(['self done', 'peer open'])
    const second = await openLook(submission)
    expect((await take(peer, second)).status).toBe(200)
    expect((await give(peer, second, { comments: [{ kind: 'essential', words: 'Saw on the line.' }] })).status).toBe(
      201,
    )
    expect(await stepsOf(submission)).toEqual(['self done', 'peer done', 'mentor open'])
    expect(await toLookAt()).toEqual([task])
    const said = (await readTask(pair.mentor.ctx, { id: task })).task.said[0]?.feedback ?? []
    expect(said.map(({ step, verdict }) => [step, verdict])).toEqual([
      ['self', null],
      ['peer', null],
    ])
  })

  it('keep the mentor from nothing but this version, and say so', async () => {
    const { submission } = await aVersion(['self'])
    const look = { submission, verdict: 'accepted', words: 'Done.' }
    expect(await codeOf(await pair.mentor.send('POST', '/api/feedback', look))).toEqual([409, 'not_yet'])
    await give(pair.participant, await openLook(submission))
    expect((await pair.mentor.send('POST', '/api/feedback', look)).status).toBe(201)
  })

  it('are left out where nobody could take one', async () => {
    pair = await aPair(world)
    const { submission } = await aVersion(['peer'])
    expect(await stepsOf(submission)).toEqual(['mentor open'])
  })

  it('F33 that nobody finished by their day are the mentor’s, once, however often the cron comes', async () => {
    const { task, submission } = await aVersion(['self', 'peer'])
    await handOnLooks(world.ctx())
    expect(await stepsOf(submission)).toEqual(['self open'])
    const id = await openLook(submission)
    await late()
    await handOnLooks(world.ctx())
    await handOnLooks(world.ctx())
    expect(await stepsOf(submission)).toEqual(['self handed-on', 'mentor open'])
    expect(await toLookAt()).toEqual([task])
    expect(await codeOf(await give(pair.participant, id))).toEqual([409, 'already_given'])
  })
})

describe('a peer', () => {
  it('who learns from the same mentor is offered the look; strangers, the maker and the mentor are not', async () => {
    const { submission } = await aVersion(['peer'])
    const id = await openLook(submission)
    expect(await waitingFor(peer)).toMatchObject([{ id, kind: 'peer' }])
    for (const who of [stranger, pair.participant, pair.mentor]) {
      expect(await waitingFor(who)).toEqual([])
      expect((await take(who, id)).status).toBe(404)
      expect((await give(who, id)).status).toBe(404)
      await expect(readLook(who.ctx, { id })).rejects.toMatchObject({ status: 404 })
    }
  })

  it.each([
    ['has blocked the other', () => ({ memberId: peer.id, blockedId: pair.participant.id })],
    ['was blocked by the other', () => ({ memberId: pair.participant.id, blockedId: peer.id })],
  ])('who %s is not offered it, and loses sight of what they took', async (_, block) => {
    const { submission } = await aVersion(['peer'])
    const id = await openLook(submission)
    await take(peer, id)
    await world.ctx().db.insert(blocks).values(block())
    expect(await waitingFor(peer)).toEqual([])
    await expect(readLook(peer.ctx, { id })).rejects.toMatchObject({ status: 404 })
    expect((await give(peer, id)).status).toBe(404)
  })

  it('who is grown up does not look at the work of somebody who is not', async () => {
    await world.ctx().db.update(accounts).set({ ageBand: '13-15' }).where(eq(accounts.memberId, pair.participant.id))
    const { submission } = await aVersion(['peer'])
    expect(await stepsOf(submission)).toEqual(['mentor open'])
  })

  it('sees the version only once the look is theirs, and of the task nothing but that version', async () => {
    const file = await aFile(world, pair.participant)
    const { task, submission } = await aVersion(['peer'], [file])
    const id = await openLook(submission)
    const picture = () => peer.request(`/media/m/${file}/480`)
    expect((await readLook(peer.ctx, { id })).look).toMatchObject({
      title: 'Dovetails',
      version: null,
      description: null,
    })
    expect((await picture()).status).toBe(404)
    await take(peer, id)
    expect((await readLook(peer.ctx, { id })).look.version).toMatchObject({ note: 'Left side.', files: [{ id: file }] })
    expect((await picture()).status).toBe(200)
    await expect(readTask(peer.ctx, { id: task })).rejects.toMatchObject({ status: 404 })
    await late()
    await handOnLooks(world.ctx())
    expect((await picture()).status).toBe(404)
    await expect(readLook(peer.ctx, { id })).rejects.toMatchObject({ status: 404 })
  })

  it('gives a look back, and somebody else may take it', async () => {
    const other = (await aPair(world, { mentor: pair.mentor })).participant
    const { submission } = await aVersion(['peer'])
    const id = await openLook(submission)
    await take(peer, id)
    expect(await codeOf(await take(other, id))).toEqual([409, 'already_taken'])
    expect(await codeOf(await take(peer, id))).toEqual([409, 'already_yours'])
    expect((await peer.send('DELETE', `/api/looks/${id}/reviewer`)).status).toBe(200)
    expect((await take(other, id)).status).toBe(200)
  })
})

describe('who hears of it', () => {
  const kindsTold = async (who: Somebody) => {
    await world.settle()
    return (await world.ctx().db.select().from(notices).where(eq(notices.memberId, who.id))).map(({ kind }) => kind)
  }

  it('is the peer first, then the maker and the mentor', async () => {
    const { submission } = await aVersion(['peer'])
    expect(await kindsTold(peer)).toContain('look-asked')
    expect(await kindsTold(pair.mentor)).toEqual([])
    const id = await openLook(submission)
    await take(peer, id)
    await idOf(await give(peer, id))
    expect(await kindsTold(pair.mentor)).toEqual(['look-turn'])
    expect(await kindsTold(pair.participant)).toContain('look-given')
  })

  it('is the mentor, where a look was not finished in time', async () => {
    await aVersion(['self'])
    await world.settle()
    await late()
    await handOnLooks(world.ctx())
    expect(await kindsTold(pair.mentor)).toEqual(['look-handed-on'])
    expect((await world.ctx().db.select().from(feedback)).length).toBe(0)
  })
})

describe('a mentor who does not wait', () => {
  const skip = (who: Somebody, id: string, reason = 'The kiln is fired tomorrow.') =>
    who.send('PUT', `/api/looks/${id}/skip`, { reason })
  const told = async () =>
    (await world.ctx().db.select().from(notices).where(eq(notices.kind, 'look-skipped'))).map(
      ({ memberId }) => memberId,
    )

  it('skips an open first look with a reason, which the maker and the peer hear, and looks', async () => {
    const { task, submission } = await aVersion(['peer'])
    const id = await openLook(submission)
    await take(peer, id)
    expect((await skip(pair.mentor, id, '')).status).toBe(422)
    expect((await skip(pair.mentor, id)).status).toBe(200)
    expect(await stepsOf(submission)).toEqual(['peer handed-on', 'mentor open'])
    expect(await toLookAt()).toEqual([task])
    const [version] = (await readTask(pair.participant.ctx, { id: task })).task.said
    expect(version?.looks.map(({ kind, skipped }) => [kind, skipped])).toEqual([
      ['peer', 'The kiln is fired tomorrow.'],
      ['mentor', null],
    ])
    await world.settle()
    expect((await told()).sort()).toEqual([pair.participant.id, peer.id].sort())
    expect((await give(peer, id)).status).not.toBe(201)
    expect(await codeOf(await skip(pair.mentor, id))).toEqual([409, 'already_so'])
  })

  it('is the one whose task it is, and never skips their own', async () => {
    const { submission } = await aVersion(['self'])
    const id = await openLook(submission)
    for (const who of [pair.participant, peer, stranger]) expect((await skip(who, id)).status).toBe(404)
    await skip(pair.mentor, id)
    expect((await skip(pair.mentor, await openLook(submission))).status).toBe(404)
  })
})
