import { beforeEach, describe, expect, it } from 'vitest'
import { aGate, type Rank } from './gate.ts'

// Time goes on only when everybody waits.
let now: number
let sleepers: { until: number; wake: () => void }[]
beforeEach(() => {
  now = 0
  sleepers = []
})
const theGate = () => aGate(clock, sleep)
const clock = () => now
const sleep = (ms: number) => new Promise<void>((wake) => sleepers.push({ until: now + ms, wake }))
const breath = () => new Promise((resume) => setTimeout(resume, 0))

async function pass(ms: number) {
  for (const end = now + ms; now < end; ) {
    await breath()
    now += 10
    const due = sleepers.filter(({ until }) => until <= now)
    sleepers = sleepers.filter(({ until }) => until > now)
    for (const { wake } of due) wake()
  }
  await breath()
}

// Hashes until it is told to stop; whoever is inside is written down.
function aHash(inside: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<string>()
  return {
    work: () => {
      inside.push(name)
      return promise
    },
    finish: () => resolve(name),
  }
}

const outcome = (asked: Promise<unknown>) =>
  asked.then(
    () => 'in',
    (error) => error.code,
  )

function aCrowd() {
  const { through } = theGate()
  const inside: string[] = []
  const first = aHash(inside, 'first')
  const outcomes: Record<string, Promise<string>> = { first: outcome(through('new', first.work)) }
  const come = (name: string, rank: Rank) => {
    const hash = aHash(inside, name)
    hash.finish()
    outcomes[name] = outcome(through(rank, hash.work))
  }
  return { inside, first, outcomes, come, all: () => Promise.all(Object.values(outcomes)) }
}

describe('the gate in front of the hash', () => {
  it('lets one after the other through, each as soon as the one before is done', async () => {
    const { inside, first, outcomes, come, all } = aCrowd()
    for (const name of ['second', 'third']) come(name, 'new')
    await pass(500)
    expect(inside).toEqual(['first'])
    first.finish()
    await pass(100)
    expect(inside).toEqual(['first', 'second', 'third'])
    expect(await all()).toEqual(['in', 'in', 'in'])
    expect(Object.keys(outcomes)).toHaveLength(3)
  })

  it('is open again when a hash failed', async () => {
    const { through } = theGate()
    await expect(through('new', async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(await through('new', async () => 'done')).toBe('done')
  })

  it('L3 lets four wait and sends the rest away with the time to come back', async () => {
    const { through, insistOnRoom } = theGate()
    void through('new', () => new Promise(() => {}))
    for (let n = 0; n < 4; n++) void through('new', async () => 'done').catch(() => {})
    const away = { status: 429, code: 'crowded', headers: { 'Retry-After': '3' } }
    await expect(through('new', async () => 'done')).rejects.toMatchObject(away)
    expect(() => insistOnRoom('new')).toThrow(expect.objectContaining(away))
    expect(() => insistOnRoom('known')).not.toThrow()
  })

  it('L3 B32 lets a known browser go first, then who came back as told, and sends the last of the crowd away for them', async () => {
    const { inside, first, outcomes, come } = aCrowd()
    for (const name of ['a', 'b', 'c', 'd']) come(name, 'new')
    come('back', 'returning')
    come('anna', 'known')
    await pass(100)
    expect(await outcomes.c).toBe('crowded')
    expect(await outcomes.d).toBe('crowded')
    first.finish()
    await pass(200)
    expect(inside).toEqual(['first', 'anna', 'back', 'a', 'b'])
  })

  it('L3 keeps nobody waiting for longer than four seconds', async () => {
    const { outcomes, come } = aCrowd()
    come('patient', 'known')
    await pass(1200)
    let isDone = false
    void outcomes.patient?.then(() => {
      isDone = true
    })
    await pass(1000)
    expect(isDone).toBe(false)
    await pass(2000)
    expect(await outcomes.patient).toBe('crowded')
  })

  it('does not wait for those who gave up without a word, inside or in the queue', async () => {
    const { through } = aGate(clock, () => new Promise<void>(() => {}))
    for (let n = 0; n < 5; n++) void through('new', () => new Promise(() => {}))
    now += 1000
    await expect(through('new', async () => 'done')).rejects.toMatchObject({ code: 'crowded' })
    now += 1000
    expect(await through('new', async () => 'done')).toBe('done')
  })
})
