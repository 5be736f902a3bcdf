import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aWork } from '#workers/lib/testing/market.ts'
import { bucketOf } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { build } from './building.ts'
import { readPublishing } from './publishing.ts'
import { publish } from './sites.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
})

const { arrange } = siteOf(
  () => world,
  () => anna,
)
const step = async () => (await readPublishing(anna.ctx)).step

describe('a publishing', () => {
  it('is told from its turn in the queue until the site is there, with how long it took', async () => {
    expect(await step()).toBe('none')
    await arrange()
    await publish(anna.ctx)
    expect(await step()).toBe('queued')
    await world.settle()
    const { step: last, seconds } = await readPublishing(anna.ctx)
    expect([last, seconds !== null && seconds < 60]).toEqual(['live', true])
  })

  it('says how many of its files are written, where there are many', async () => {
    for (let n = 0; n < 20; n++) await aWork(anna, `Bowl ${n}`)
    await arrange()
    await publish(anna.ctx)
    const { put } = bucketOf(world)
    const seen: string[] = []
    Object.assign(world.env.MEDIA, {
      put: async (...given: Parameters<typeof put>) => {
        const { step, done, total } = await readPublishing(anna.ctx)
        seen.push(`${step} ${done}/${total}`)
        return put(...given)
      },
    })
    await build(world.ctx(), { id: anna.id })
    Object.assign(world.env.MEDIA, { put })
    expect(seen[0]).toMatch(/^building 0\/[23]\d$/)
    expect(seen).toContain(seen[0]?.replace('0/', '8/'))
  })

  it('is the business of its member alone', async () => {
    await arrange()
    await publish(anna.ctx)
    const bo = await aMember(world)
    expect(await (await bo.send('GET', '/api/site/publishing')).json()).toMatchObject({ step: 'none' })
  })
})
