import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { jobs } from '#workers/jobs.ts'
import { aBatch } from '../testing/queue.ts'
import { everything, expectNoChange } from '../testing/unchanged.ts'
import { aWorld, post, type World } from '../testing/world.ts'
import { consume, patience } from './consume.ts'
import { type Job, later } from './later.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const work = async (bodies: unknown[], list: Job[] = jobs, attempts = 1) => {
  const batch = aBatch(bodies, 'guildhall-jobs', attempts)
  await consume(batch, list, (name) => world.ctx({ kind: 'job', name }))
  return batch.tried
}

const outcomes = async (...given: Parameters<typeof work>) => (await work(...given)).map(({ outcome }) => outcome)

// Asks a subscriber to confirm.
const aMessage = async () => {
  await world.request('/api/newsletter', post({ email: 'reader@example.org' }))
  const { rows } = await world.ctx().db.execute(sql`select id from newsletter_subscriptions`)
  return { job: 'newsletter.ask-to-confirm', input: { id: String(rows[0].id) } }
}

describe('one message of a batch fails', () => {
  it('F17 leaves the other nine done, and is tried again alone', async () => {
    const done: number[] = []
    const numbered = later('test.numbered', z.object({ n: z.number() }), async (_, { n }) => {
      if (n === 8) throw new Error('the eighth')
      done.push(n)
    })
    const bodies = Array.from({ length: 10 }, (_, n) => ({ job: 'test.numbered', input: { n: n + 1 } }))
    const result = await outcomes(bodies, [numbered.job])
    expect(result.filter((outcome) => outcome === 'retried')).toHaveLength(1)
    expect(result[7]).toBe('retried')
    expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10])
  })

  it.each([
    ['no job', { input: {} }],
    ['a job nobody knows', { job: 'newsletter.unknown', input: {} }],
    ['a job of a prototype', { job: 'constructor', input: {} }],
    ['input of another shape', { job: 'newsletter.welcome', input: { id: 7 } }],
    ['no input', { job: 'newsletter.welcome' }],
    ['nothing', null],
    ['text', 'newsletter.welcome'],
    ['a list', []],
  ])('F18 goes back to the queue when it is poison and changes nothing: %s', (_, poison) =>
    expectNoChange(world, async () => {
      const [good] = await outcomes([{ job: 'newsletter.welcome', input: { id: crypto.randomUUID() } }, poison])
      expect(good).toBe('acked')
      expect(await outcomes([poison])).toEqual(['retried'])
    }),
  )

  it.each(['a string', null, undefined, 7])('B86 goes back to the queue when it throws %s', async (thrown) => {
    const throwing = later('test.throws', z.object({}), async () => {
      throw thrown
    })
    expect(await outcomes([{ job: 'test.throws', input: {} }], [throwing.job])).toEqual(['retried'])
  })
})

describe('the patience with a failing message', () => {
  it('grows with every attempt, and never beyond what a queue allows', () => {
    const waits = Array.from({ length: 100 }, (_, n) => patience(n + 1))
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits[0]).toBe(5)
    expect(Math.max(...waits)).toBeLessThanOrEqual(900)
  })
})

describe('the mail service', () => {
  const failing = (fails: (n: number) => boolean) => {
    let n = 0
    const batch = async (body: unknown, attempts = 1) => {
      const tries = aBatch([body], 'guildhall-jobs', attempts)
      await consume(tries, jobs, (name) => {
        const ctx = world.ctx({ kind: 'job', name })
        const send: typeof ctx.mail.send = async (key, letter) => {
          if (fails(n++)) throw new Error('E_SERVICE: 500')
          await ctx.mail.send(key, letter)
        }
        return { ...ctx, mail: { send } }
      })
      return tries.tried[0]?.outcome
    }
    return batch
  }

  it('F35 is asked again when it failed, and one mail goes out', async () => {
    const message = await aMessage()
    const work = failing((n) => n < 2)
    expect([await work(message), await work(message, 2), await work(message, 3), await work(message, 4)]).toEqual([
      'retried',
      'retried',
      'acked',
      'acked',
    ])
    expect(world.letters).toHaveLength(1)
  })

  it('F20 I12 is asked again later when whoever was sending died, so the mail is late but not lost', async () => {
    const message = await aMessage()
    const dead = new Promise<never>(() => {})
    void consume(aBatch([message]), jobs, (name) => ({
      ...world.ctx({ kind: 'job', name }),
      mail: { send: () => dead },
    }))
    await expect.poll(async () => (await everything(world)).tables.mails?.rows).toBe(1)
    expect(await outcomes([message], jobs, 2)).toEqual(['retried'])
    expect(world.letters).toHaveLength(0)
    await world.ctx().db.execute(sql`update mails set claimed_at = now() - interval '6 minutes'`)
    expect(await outcomes([message], jobs, 3)).toEqual(['acked'])
    expect(world.letters).toHaveLength(1)
  })

  it('F20 has sent every mail that was left alone before the queue gives up on it', () => {
    const MOST_RETRIES = 5
    const waited = Array.from({ length: MOST_RETRIES }, (_, n) => patience(n + 1)).reduce(
      (sum, seconds) => sum + seconds,
    )
    expect(waited).toBeGreaterThan(5 * 60)
  })
})
