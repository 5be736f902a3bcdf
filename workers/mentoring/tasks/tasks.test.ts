import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { comments, feedback, looks } from '#db/schema/mentoring/feedback.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { idOf } from '#workers/lib/testing/handing-in.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from '../mentorships/mentorships.ts'
import { readTask } from './tasks.ts'

let world: World
let pair: Pair
let skill: { slug: string; id: string }

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  skill = await aSkill(world, 'Hand joinery')
  pair = await aPair(world)
})

const set = async (more: object = {}, by: Somebody = pair.mentor) =>
  idOf(await by.send('POST', '/api/tasks', { pair: pair.id, title: 'Four dovetails in ash', ...more }))

const accept = (id: string) => pair.participant.send('PUT', `/api/tasks/${id}/acceptance`)

const handIn = (id: string, more: object = {}) =>
  pair.participant.send('POST', `/api/tasks/${id}/versions`, { note: 'It closes on the left.', ...more })

const aVersion = async (more: object = {}) => {
  const id = await set({ skill: skill.slug })
  await accept(id)
  return { id, submission: await idOf(await handIn(id, more)) }
}

const look = (submission: string, more: object, by: Somebody = pair.mentor) =>
  by.send('POST', '/api/feedback', {
    submission,
    verdict: 'again',
    words: 'Well sawn.',
    nextStep: 'Mark with a knife.',
    ...more,
  })

const stateOf = async (id: string) => (await world.ctx().db.select().from(tasks).where(eq(tasks.id, id)))[0]?.state

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('a task', () => {
  it('is set by the mentor of the pair, never by the participant or a stranger', async () => {
    const id = await set()
    expect(await stateOf(id)).toBe('set')
    for (const other of [pair.participant, await aMember(world, { roles: ['participant', 'mentor'] })])
      expect((await other.send('POST', '/api/tasks', { pair: pair.id, title: 'Mine' })).status).toBe(404)
  })

  it('of one’s own needs nobody, and is called done by oneself', async () => {
    const id = await idOf(await pair.participant.send('POST', '/api/tasks', { title: 'Sharpen every Sunday' }))
    expect(await stateOf(id)).toBe('accepted')
    expect((await pair.participant.send('PUT', `/api/tasks/${id}/end`)).status).toBe(200)
    expect(await stateOf(id)).toBe('done')
  })

  it('is due at the last moment of the day where the participant lives', async () => {
    const lima = await aMember(world, { timeZone: 'America/Lima' })
    pair = await aPair(world, { mentor: pair.mentor, participant: lima })
    const id = await set({ dueOn: '2026-12-24' })
    const [task] = await world.ctx().db.select().from(tasks).where(eq(tasks.id, id))
    expect(task?.dueAt?.toISOString()).toBe('2026-12-25T04:59:59.000Z')
  })

  it('has a list to tick, item by item', async () => {
    const id = await set({ checklist: ['Mark', 'Saw', 'Pare'] })
    const tick = (item: number, done: boolean) => pair.participant.send('PUT', `/api/tasks/${id}/ticks`, { item, done })
    expect((await tick(1, true)).status).toBe(200)
    expect((await tick(3, true)).status).toBe(404)
    const { task } = await readTask(pair.mentor.ctx, { id })
    expect(task.checklist.map(({ doneAt }) => doneAt !== null)).toEqual([false, true, false])
    await tick(1, false)
    expect((await readTask(pair.mentor.ctx, { id })).task.checklist[1]?.doneAt).toBeNull()
  })

  it('B47 is seen by the two of the pair and nobody else', async () => {
    const id = await set()
    const stranger = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
    await expect(readTask(stranger.ctx, { id })).rejects.toMatchObject({ status: 404 })
    expect((await readTask(pair.participant.ctx, { id })).task.title).toBe('Four dovetails in ash')
  })

  it('goes only where its state lets it, whoever writes to the table', async () => {
    const id = await set()
    expect(await codeOf(await handIn(id))).toEqual([409, 'already_so'])
    await expect(world.ctx().db.update(tasks).set({ state: 'again' })).rejects.toMatchObject({
      cause: { constraint: 'tasks_go_on_as_told' },
    })
  })
})

describe('a version', () => {
  it('moves the pair: it is the mentor’s turn, and the look is theirs', async () => {
    const { id, submission } = await aVersion({ links: ['https://example.org/corner.jpg'] })
    const { db } = world.ctx()
    const [moved] = await db.select().from(mentorships).where(eq(mentorships.id, pair.id))
    expect(moved?.turn).toBe('mentor')
    expect(await db.select().from(looks)).toMatchObject([
      { submissionId: submission, kind: 'mentor', reviewerId: pair.mentor.id, state: 'open' },
    ])
    const waiting = (await (await pair.mentor.request('/api/looks')).json()) as { looks: { id: string }[] }
    expect(waiting.looks.map((one) => one.id)).toEqual([id])
  })

  it('is late where the day has gone, and not taken at all where that was said', async () => {
    const [noted, closed] = [await set({ dueOn: '2026-01-01' }), await set({ dueOn: '2026-01-01', late: 'closed' })]
    await accept(noted)
    await accept(closed)
    await idOf(await handIn(noted))
    expect((await world.ctx().db.select().from(submissions))[0]?.wasLate).toBe(true)
    expect(await codeOf(await handIn(closed))).toEqual([409, 'too_late'])
    expect(await stateOf(closed)).toBe('accepted')
  })

  it('waits for more time when that is given', async () => {
    const id = await set({ dueOn: '2026-01-01', late: 'closed' })
    await accept(id)
    const ask = () =>
      pair.participant.send('POST', `/api/tasks/${id}/more-time`, {
        untilOn: '2099-01-01',
        reason: 'Exams until Friday.',
      })
    await idOf(await ask())
    expect(await codeOf(await ask())).toEqual([409, 'already_asked'])
    const answer = (who: Somebody) => who.send('PUT', `/api/tasks/${id}/more-time`, { decision: 'granted' })
    expect((await answer(pair.participant)).status).toBe(404)
    expect((await answer(pair.mentor)).status).toBe(200)
    await idOf(await handIn(id))
  })
})

describe('feedback', () => {
  it('asks for one more version, says what is to change, and sees in the next one whether it did (FBK-3)', async () => {
    const { id, submission } = await aVersion()
    const said = [
      { kind: 'essential', words: 'The third gapes.' },
      { kind: 'celebratory', words: 'Square!' },
      { words: '' },
    ]
    expect(await codeOf(await look(submission, { comments: [], nextStep: '' }))).toEqual([422, 'validation_failed'])
    await idOf(await look(submission, { comments: said }))
    expect(await stateOf(id)).toBe('again')
    const kept = await world.ctx().db.select().from(comments).orderBy(comments.place)
    expect(kept.map(({ kind, words }) => [kind, words])).toEqual([
      ['essential', 'The third gapes.'],
      ['celebratory', 'Square!'],
    ])
    const gape = kept[0]?.id ?? ''
    const answer = (who: Somebody) => who.send('PUT', `/api/comments/${gape}/answer`, { answer: 'change' })
    expect((await answer(pair.mentor)).status).toBe(404)
    expect((await answer(pair.participant)).status).toBe(200)

    await idOf(await handIn(id, { actedOn: [gape] }))
    const { task } = await readTask(pair.mentor.ctx, { id })
    expect(task.said.map(({ version }) => version)).toEqual([2, 1])
    expect(task.said[1]?.feedback[0]?.comments[0]).toMatchObject({ answer: 'change', actedOnIn: 2 })
  })

  it('accepts a version, which is evidence for a level from that day on', async () => {
    const { id, submission } = await aVersion()
    await idOf(await look(submission, { verdict: 'accepted', level: 3 }))
    expect(await stateOf(id)).toBe('done')
    expect(await world.ctx().db.select().from(levelClaims)).toMatchObject([
      {
        memberId: pair.participant.id,
        skillId: skill.id,
        level: 3,
        source: 'mentor',
        byId: pair.mentor.id,
        submissionId: submission,
      },
    ])
    const { timeline } = await readPairPage(pair.participant.ctx, { id: pair.id })
    expect(timeline.map(({ name }) => name)).toEqual(['feedback.given', 'task.handed-in', 'task.accepted', 'task.set'])
  })

  it('is given once for a look, and only by whose look it is', async () => {
    const { submission } = await aVersion()
    const stranger = await aMember(world, { roles: ['participant', 'mentor'] })
    expect((await look(submission, {}, stranger)).status).toBe(404)
    expect((await look(submission, {}, pair.participant)).status).toBe(404)
    await idOf(await look(submission, {}))
    expect(await codeOf(await look(submission, {}))).toEqual([409, 'already_given'])
    expect(await world.ctx().db.select().from(feedback)).toHaveLength(1)
  })

  it('acts on nothing that was said about somebody else’s work', async () => {
    const first = await aVersion()
    await idOf(await look(first.submission, { comments: [{ kind: 'essential', words: 'Gapes.' }] }))
    const [theirs] = await world.ctx().db.select().from(comments)
    pair = await aPair(world)
    await aVersion({ actedOn: [theirs?.id] })
    expect((await world.ctx().db.select().from(comments))[0]?.actedOnIn).toBeNull()
  })
})

describe('between peers', () => {
  it('either sets a task for the other and looks at it, and whose turn it is follows', async () => {
    pair = await aPair(world, { format: 'peer' })
    const { mentor: one, participant: other } = pair
    const turn = async () =>
      (await world.ctx().db.select().from(mentorships).where(eq(mentorships.id, pair.id)))[0]?.turn
    for (const [setter, doer, doersTurn, settersTurn] of [
      [one, other, 'participant', 'mentor'],
      [other, one, 'mentor', 'participant'],
    ] as const) {
      const id = await set({}, setter)
      expect(await turn()).toBe(doersTurn)
      expect((await doer.send('PUT', `/api/tasks/${id}/acceptance`)).status).toBe(200)
      const submission = await idOf(await doer.send('POST', `/api/tasks/${id}/versions`, { note: 'It closes.' }))
      expect(await turn()).toBe(settersTurn)
      expect((await look(submission, { verdict: 'accepted' }, doer)).status).toBe(404)
      await idOf(await look(submission, { verdict: 'accepted' }, setter))
      expect(await stateOf(id)).toBe('done')
    }
  })
})
