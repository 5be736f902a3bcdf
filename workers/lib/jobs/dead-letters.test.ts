import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { alerts, deadLetters } from '#db/schema/jobs.ts'
import { aBatch } from '../testing/queue.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, type World } from '../testing/world.ts'
import { keepDeadLetters } from './dead-letters.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(() => world.startAfresh())

const keep = async (bodies: unknown[], open = () => world.ctx({ kind: 'job', name: 'dead-letters' })) => {
  const batch = aBatch(bodies, 'guildhall-jobs-dead', 6)
  await keepDeadLetters(batch, open)
  return batch.tried
}

const kept = () => world.ctx().db.select().from(deadLetters)

describe('the queue gives up on a message', () => {
  it('F18 I8 it is kept with an alert, and the operator gets one mail', async () => {
    const poison = { job: 'newsletter.welcome', input: { id: 7 } }
    expect((await keep([poison]))[0]?.outcome).toBe('acked')
    const [letter] = await kept()
    expect(letter).toMatchObject({ message: poison, attempts: 6, settledAt: null })
    const [alert] = await world.ctx().db.select().from(alerts)
    expect(alert).toMatchObject({ subject: `dead-letter:${letter?.id}` })
    expect(alert?.message).toContain('newsletter.welcome')
    await world.settle()
    expect(world.letters.map(({ to }) => to)).toEqual(['operator@guildhall.test'])
  })

  it('F17 it is kept once, however often it comes', async () => {
    await keep([{ job: 'a', input: {} }])
    await expectNoChange(world, async () => {
      expect((await keep([{ job: 'a', input: {} }]))[0]?.outcome).toBe('acked')
    })
  })

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['text', 'text'],
    ['a number', 7],
    ['a list', [1, 2]],
    ['a NUL', { job: 'a\0b', input: { text: 'a\0b' } }],
    ['half a surrogate pair', { job: 'a', input: { text: '\ud800' } }],
    ['a date', { job: 'a', at: new Date(0) }],
    ['a job that is no text', { job: { toString: 'no' } }],
    ['a very long name', { job: 'a'.repeat(10_000), input: {} }],
    ['a line break in its name', { job: 'a\r\nBcc: evil@example.org', input: {} }],
  ])('F18 I8 it is kept whatever it holds: %s', async (_, poison) => {
    expect((await keep([poison]))[0]?.outcome).toBe('acked')
    expect(await kept()).toHaveLength(1)
    expect(await world.ctx().db.select().from(alerts)).toHaveLength(1)
    await world.settle()
    expect(world.letters).toHaveLength(1)
    expect(world.letters[0]?.subject).not.toMatch(/[\r\n]/)
  })

  it('F18 about the alert itself, it is kept without another alert mail', async () => {
    await keep([{ job: 'upkeep.mail-alert', input: { id: crypto.randomUUID() } }])
    expect(await kept()).toHaveLength(1)
    await world.settle()
    expect(world.letters).toHaveLength(0)
  })

  it('I8 it stays in the queue while it cannot be kept, and the others of the batch are kept', async () => {
    let opened = 0
    const away = () => {
      throw new Error('away')
    }
    const open = () => {
      const ctx = world.ctx({ kind: 'job', name: 'dead-letters' })
      return opened++ === 0 ? { ...ctx, db: new Proxy(ctx.db, { get: () => away }) } : ctx
    }
    expect((await keep([{ job: 'a' }, { job: 'b' }], open)).map(({ outcome }) => outcome)).toEqual(['retried', 'acked'])
    expect(await kept()).toHaveLength(1)
  })
})
