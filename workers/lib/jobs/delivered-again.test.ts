import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { jobs } from '#workers/jobs.ts'
import { aBusyDay } from '../testing/busy-day.ts'
import { aBatch } from '../testing/queue.ts'
import { everything, expectNoChange } from '../testing/unchanged.ts'
import { aWorld, type World } from '../testing/world.ts'
import { consume } from './consume.ts'
import type { Envelope } from './later.ts'

const NAMES = jobs.map(({ name }) => name)

let world: World
let day: Awaited<ReturnType<typeof aBusyDay>>
beforeAll(async () => {
  world = await aWorld()
  day = await aBusyDay(world)
})

const messagesFor = (name: string) => day.messages.filter(({ job }) => job === name)

const storedKeys = async () => (await world.env.MEDIA.list()).objects.map(({ key }) => key)

// Whatever leaves the house: letters are counted with the tables.
const outside = async () => [...(await storedKeys()), ...day.pushed]

async function deliver(messages: Envelope[], attempts = 1) {
  const batch = aBatch(messages, 'guildhall-jobs', attempts)
  await consume(batch, jobs, (name) => world.ctx({ kind: 'job', name }))
  expect(batch.tried.map(({ outcome }) => outcome)).toEqual(messages.map(() => 'acked'))
}

const changesNothing = async (act: () => Promise<unknown>) => {
  const before = await outside()
  await expectNoChange(world, act)
  expect(await outside()).toEqual(before)
}

describe('on a busy day', () => {
  it('every job of the house has something to do, and does it', () => {
    const idle = NAMES.filter((name) => messagesFor(name).length === 0)
    expect(idle, 'Let something happen in workers/lib/testing/busy-day.ts that wakes these jobs.').toEqual([])
    const unknown = day.messages.map(({ job }) => job).filter((name) => !NAMES.includes(name))
    expect(unknown, 'These came to the queue, but workers/jobs.ts does not list them.').toEqual([])
    expect(day.tried.filter(({ outcome }) => outcome !== 'acked')).toEqual([])
    expect(day.pushed).toHaveLength(1)
  })

  it.each(NAMES)('F17 I12 a message that comes three more times does nothing more: %s', (name) =>
    changesNothing(async () => {
      for (const message of messagesFor(name))
        for (const attempts of [1, 3]) {
          for (let n = 0; n < 3; n++) await deliver([message], attempts)
          await deliver([message, message, message], attempts)
        }
    }),
  )

  it.each(NAMES)('F18 a message about what is gone is done without effect: %s', (name) =>
    changesNothing(() => deliver(messagesFor(name).map(aboutNobody))),
  )

  it.each(NAMES)('F37 a message of another version with more in it is understood: %s', (name) =>
    changesNothing(async () => {
      for (const { input, ...rest } of messagesFor(name))
        await deliver([{ ...rest, input: { ...input, since: 'v2' }, ...{ version: 2 } }])
    }),
  )
})

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

const aboutNobody = (message: Envelope): Envelope => ({
  ...JSON.parse(JSON.stringify(message).replace(UUID, () => newId())),
  ...(message.fact && { fact: 999_999_999 }),
})

describe('on a day when every message arrives in three copies at once, and then twice more', () => {
  it('F17 I12 each letter goes out once, and so does each notice, push and file', async () => {
    const told = async () => ({
      letters: world.letters.map(({ to, subject }) => `${to}: ${subject}`).sort(),
      rows: Object.entries((await everything(world)).tables).map(([table, { rows }]) => `${rows} ${table}`),
      pushed: [...day.pushed],
      files: (await storedKeys()).length,
    })
    const calm = await told()
    await world.startAfresh()
    day = await aBusyDay(world, [3, 1, 1])
    expect(await told()).toEqual(calm)
    expect(new Set(world.letters.map(({ key }) => key)).size).toBe(world.letters.length)
  })
})
