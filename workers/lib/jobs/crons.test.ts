import { sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { crons } from '#workers/jobs.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, type World } from '../testing/world.ts'
import { runCrons } from './crons.ts'
import { cron } from './later.ts'

let world: World
let runs: string[]
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  runs = []
})

const EVERY_MINUTE = '* * * * *'
const minute = (n: number) => new Date(Date.UTC(2026, 10, 20, 12, n))
const fire = (list: Parameters<typeof runCrons>[0], slot: Date, when = EVERY_MINUTE) =>
  runCrons(list, when, slot, (name) => world.ctx({ kind: 'cron', name }))

const counting = (name: string, leaseSeconds = 50) =>
  cron(name, EVERY_MINUTE, async () => void runs.push(name), leaseSeconds)

const theLeaseEnds = () =>
  world.ctx().db.execute(sql`update cron_leases set leased_until = now() - interval '1 second'`)

// A run that goes on until it is told to end.
function aLongRun(name: string) {
  const { promise, resolve: end } = Promise.withResolvers<void>()
  const list = [
    cron(name, EVERY_MINUTE, async () => {
      runs.push(name)
      await promise
    }),
  ]
  return { list, end }
}

describe('a cron fires', () => {
  it('runs what is due and nothing else', async () => {
    await fire(
      [counting('a'), cron('other', '17 3 * * *', async () => void runs.push('other')), counting('b')],
      minute(0),
    )
    expect(runs.sort()).toEqual(['a', 'b'])
  })

  it('F33 does the work once when it fires twice, one after the other and at the same time', async () => {
    await fire([counting('a')], minute(0))
    await fire([counting('a')], minute(0))
    await Promise.all([1, 2, 3].map(() => fire([counting('b')], minute(0))))
    expect(runs).toEqual(['a', 'b'])
  })

  it('F33 runs again in its next slot, and never for a slot that is past', async () => {
    for (const n of [1, 2, 1, 0, 2, 3]) await fire([counting('a')], minute(n))
    expect(runs).toHaveLength(3)
  })

  it('F33 runs once after it was skipped for six hours', async () => {
    await fire([counting('a')], minute(0))
    await fire([counting('a')], minute(360))
    expect(runs).toHaveLength(2)
  })

  it('F33 does not overlap itself', async () => {
    const { list, end } = aLongRun('long')
    const first = fire(list, minute(0))
    await expect.poll(() => runs.length).toBe(1)
    await fire(list, minute(1))
    expect(runs).toHaveLength(1)
    end()
    await first
    await fire(list, minute(2))
    expect(runs).toHaveLength(2)
  })

  it('F33 gives way when it died half-way, once its lease has ended', async () => {
    const { list } = aLongRun('dies')
    void fire(list, minute(0))
    await expect.poll(() => runs.length).toBe(1)
    await theLeaseEnds()
    void fire(list, minute(1))
    await expect.poll(() => runs.length).toBe(2)
  })

  it('F33 does not let a late run end the lease of the one that took over', async () => {
    const slow = aLongRun('slow')
    const late = fire(slow.list, minute(0))
    await expect.poll(() => runs.length).toBe(1)
    await theLeaseEnds()
    const successor = aLongRun('slow')
    void fire(successor.list, minute(1))
    await expect.poll(() => runs.length).toBe(2)
    slow.end()
    await late
    await fire([counting('slow')], minute(2))
    expect(runs).toHaveLength(2)
  })

  it('F33 fails alone: the others run, and it runs again in its next slot after its lease', async () => {
    const failing = cron(
      'fails',
      EVERY_MINUTE,
      async () => {
        runs.push('fails')
        throw new Error('no')
      },
      50,
    )
    await fire([failing, counting('a')], minute(0))
    expect(runs.sort()).toEqual(['a', 'fails'])
    expect(world.lines.filter((line) => line.includes('cron failed'))).toHaveLength(1)
    await theLeaseEnds()
    await fire([failing], minute(1))
    expect(runs).toHaveLength(3)
  })
})

describe('the crons of the house', () => {
  it('have names of their own, and leases that end before what they promise', () => {
    expect(new Set(crons.map(({ name }) => name)).size).toBe(crons.length)
    for (const { when, leaseSeconds } of crons) if (when === EVERY_MINUTE) expect(leaseSeconds).toBeLessThan(60)
  })

  it('F33 change nothing the second time', async () => {
    for (const { when } of crons) await fire(crons, minute(0), when)
    await expectNoChange(world, async () => {
      for (const { when } of crons) await fire(crons, minute(0), when)
    })
  })
})
