import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { alerts } from '#db/schema/jobs.ts'
import { commit, fact } from '../commit.ts'
import { aWorld, type World } from '../testing/world.ts'
import { announceFacts, type Reactions } from './announce.ts'
import { later } from './later.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const Id = z.object({ id: z.string() })
const [oneLater, otherLater] = ['test.one', 'test.other'].map((name) => later(name, Id, async () => {}))
if (!oneLater || !otherLater) throw new Error('a job is missing')
const reactions: Reactions = { 'test.told': [oneLater, otherLater], 'test.quiet': [] }

const announce = () => announceFacts(world.ctx({ kind: 'cron', name: 'announce' }), reactions)

const tell = async (name = 'test.told', data?: Record<string, unknown>) => {
  const ctx = world.ctx()
  const subject = crypto.randomUUID()
  const change = ctx.db.insert(alerts).values({ subject, message: 'x' }).returning({ id: alerts.id })
  const [row] = await commit(ctx, change, fact(name, data))
  return row?.id ?? ''
}

const unsent = async () => {
  const { rows } = await world.ctx().db.execute(sql`select count(*)::int as n from events where sent_at is null`)
  return rows[0].n
}

const aMinutePasses = () =>
  world.ctx().db.execute(sql`update events set claimed_until = claimed_until - interval '61 seconds'`)

const subjectsOf = (job: string) =>
  world.queue.filter((message) => message.job === job).map((message) => message.input.id)

describe('facts wait in the outbox', () => {
  it('wake each job that reacts, with the subject and what was told', async () => {
    const id = await tell('test.told', { colour: 'blue', id: 'forged' })
    expect(await announce()).toBe(1)
    expect(world.queue.map(({ job, input }) => ({ job, input }))).toEqual([
      { job: 'test.one', input: { colour: 'blue', id } },
      { job: 'test.other', input: { colour: 'blue', id } },
    ])
    expect(world.queue.every((message) => typeof message.fact === 'number')).toBe(true)
  })

  it('are sent when nothing reacts, and wake nobody', async () => {
    await tell('test.quiet')
    await tell('test.unheard')
    expect(await announce()).toBe(2)
    expect(world.queue).toEqual([])
    expect(await unsent()).toBe(0)
  })

  it('I8 are all sent in one go, however many they are, in batches a queue can take', async () => {
    const sizes: number[] = []
    const { sendBatch } = world.env.JOBS
    Object.assign(world.env.JOBS, {
      sendBatch: async (messages: Iterable<MessageSendRequest>) => {
        const all = Array.from(messages)
        sizes.push(all.length)
        return sendBatch(all)
      },
    })
    await world.ctx().db.execute(sql`
      insert into events (name, subject, actor) select 'test.told', n::text, 'guest' from generate_series(1, 230) n`)
    expect(await announce()).toBe(230)
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100)
    expect(new Set(subjectsOf('test.one')).size).toBe(230)
    expect(await announce()).toBe(0)
  })

  it('are sent once by two who announce at the same time', async () => {
    await Promise.all(Array.from({ length: 5 }, () => tell()))
    await Promise.all([announce(), announce(), announce()])
    expect(new Set(subjectsOf('test.one')).size).toBe(5)
    expect(subjectsOf('test.one')).toHaveLength(5)
  })
})

describe('the queue does not take them', () => {
  const fails = async () => {
    throw new Error('Queue sendBatch failed: Too Many Requests')
  }

  it('F19 leaves them to the next minute, which sends them', async () => {
    const id = await tell()
    const { sendBatch } = world.env.JOBS
    Object.assign(world.env.JOBS, { sendBatch: fails })
    await expect(announce()).rejects.toThrow()
    expect(await unsent()).toBe(1)
    Object.assign(world.env.JOBS, { sendBatch })
    expect(await announce()).toBe(0)
    await aMinutePasses()
    expect(await announce()).toBe(1)
    expect(subjectsOf('test.one')).toEqual([id])
    expect(await unsent()).toBe(0)
  })

  it('F19 I13 answers the request all the same', async () => {
    Object.assign(world.env.JOBS, { sendBatch: fails })
    const answer = await world.request('/api/newsletter', {
      method: 'POST',
      body: '{"email":"a@example.org"}',
      headers: { 'Content-Type': 'application/json', 'Sec-Fetch-Site': 'same-origin' },
    })
    expect(answer.status).toBe(202)
    expect(await unsent()).toBe(1)
  })
})

describe('whoever announces dies', () => {
  it('F20 I8 at whatever step, each fact reaches its jobs after a minute, none is lost', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom('before sending', 'while sending', 'after sending'),
        fc.integer({ min: 1, max: 4 }),
        async (step, count) => {
          world.queue.length = 0
          const ids = await Promise.all(Array.from({ length: count }, () => tell()))
          const { sendBatch } = world.env.JOBS
          const ctx = world.ctx()
          Object.assign(world.env.JOBS, {
            sendBatch: async (messages: Iterable<MessageSendRequest>) => {
              const all = Array.from(messages)
              if (step === 'while sending') await sendBatch(all.slice(0, 1))
              if (step === 'after sending') await sendBatch(all)
              throw new Error('killed')
            },
          })
          await expect(announceFacts(ctx, reactions)).rejects.toThrow('killed')
          Object.assign(world.env.JOBS, { sendBatch })
          await aMinutePasses()
          await announce()
          for (const job of ['test.one', 'test.other']) expect(new Set(subjectsOf(job))).toEqual(new Set(ids))
          expect(await unsent()).toBe(0)
        },
      ),
      { numRuns: 12 },
    ))
})
