import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { siteBuilds, siteChanges } from '#db/schema/portfolios/sites.ts'
import { projects } from '#db/schema/projects.ts'
import { aWork } from '#workers/lib/testing/market.ts'
import { bucketOf } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { build, buildSeveral } from './building.ts'
import { collectOld } from './collecting.ts'
import { close, publish } from './sites.ts'
import { isStyle } from './storage.ts'

let world: World
let anna: Somebody
const { site, arrange, get, read, openSite, aMinuteLater } = siteOf(
  () => world,
  () => anna,
)

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
})

describe('a build', () => {
  const puts = async (work: () => Promise<unknown>) => {
    const before = new Map([...bucketOf(world).kept].map(([key, { etag }]) => [key, etag]))
    await work()
    return [...bucketOf(world).kept].filter(([key, { etag }]) => before.get(key) !== etag).map(([key]) => key)
  }

  it('of the same writes nothing', async () => {
    await aWork(anna)
    await openSite({ line: 'The same' })
    expect(
      await puts(async () => {
        await publish(anna.ctx)
        await world.settle()
      }),
    ).toEqual([])
  })

  it('asks the database four times, and three times where nothing changed', async () => {
    await aWork(anna)
    await arrange({ line: 'Bowls' })
    await publish(anna.ctx)
    const trips = async () => {
      const before = world.spent.trips
      await build(world.ctx(), { id: anna.id })
      return world.spent.trips - before
    }
    expect([await trips(), await trips()]).toEqual([4, 3])
  })

  it('writes only the pages that changed, a list of all, and the sign at the address', async () => {
    for (const title of ['One', 'Two', 'Three']) await aWork(anna, title)
    await openSite({ about: 'I turn wood.', title: 'Turning' })
    await arrange({ about: 'I turn green wood.', title: 'Turning', line: 'Bowls' })
    const written = await puts(async () => {
      await publish(anna.ctx)
      await world.settle()
    })
    expect(written).toHaveLength(4)
    expect((await world.ctx().db.select().from(siteBuilds)).at(-1)).toMatchObject({ changed: 2, written: 2 })
  })

  it('strikes out the changes it has seen, and no others', async () => {
    const slug = await aWork(anna)
    await openSite()
    await world.ctx().db.update(projects).set({ title: 'Renamed' }).where(eq(projects.slug, slug))
    expect(await world.ctx().db.select().from(siteChanges)).not.toEqual([])
    await aMinuteLater()
    expect(await world.ctx().db.select().from(siteChanges)).toEqual([])
  })

  it('F26 that began before another one turned is thrown away, and made anew', async () => {
    const slug = await aWork(anna, 'As it was')
    await openSite()
    const { put } = bucketOf(world)
    let isFirst = true
    Object.assign(world.env.MEDIA, {
      put: async (...given: Parameters<typeof put>) => {
        if (isFirst) {
          isFirst = false
          await world.ctx().db.update(projects).set({ title: 'As it is' }).where(eq(projects.slug, slug))
          await build(world.ctx(), { id: anna.id })
        }
        return put(...given)
      },
    })
    await world.ctx().db.update(projects).set({ title: 'In between' }).where(eq(projects.slug, slug))
    await build(world.ctx(), { id: anna.id })
    Object.assign(world.env.MEDIA, { put })
    expect(await read(`/work/${slug}`)).toContain('As it is')
  })

  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'F25 I10 that ends at its write %i leaves the old site whole, and is made good',
    async (last) => {
      await aWork(anna, 'One')
      await openSite({ line: 'Before' })
      const whole = await read()
      await arrange({ line: 'After', about: 'New too.', title: 'Renamed' })
      const { put } = bucketOf(world)
      let writes = 0
      Object.assign(world.env.MEDIA, {
        put: async (...given: Parameters<typeof put>) => {
          if (writes++ >= last) throw new Error('workerd was killed')
          return put(...given)
        },
      })
      await publish(anna.ctx)
      await build(world.ctx(), { id: anna.id }).catch(() => {})
      Object.assign(world.env.MEDIA, { put })
      expect([await read()]).toEqual([whole])
      await world.settle()
      await aMinuteLater()
      expect(await read()).toContain('After')
      expect((await site())?.pointed).toBe((await site())?.turn)
    },
  )
})

describe('several sites that changed', () => {
  const three = async () => {
    const others = [await aMember(world), await aMember(world)]
    for (const one of [anna, ...others])
      await siteOf(
        () => world,
        () => one,
      ).openSite({ line: 'Before' })
    await world.ctx().db.update(members).set({ name: 'Renamed' })
    return [anna.id, ...others.map(({ id }) => id)]
  }
  const linesAt = async () => {
    const rows = await world.ctx().db.select({ handle: members.handle }).from(members).orderBy(members.id)
    return Promise.all(
      rows.map(async ({ handle }) => (await (await world.request(`/@${handle}`)).text()).includes('Renamed')),
    )
  }

  it('are built with four questions to the database', async () => {
    const ids = await three()
    const before = world.spent.trips
    await buildSeveral(world.ctx(), { ids })
    expect(world.spent.trips - before).toBe(4)
    expect(await linesAt()).toEqual([true, true, true])
  })

  it('F25 are there but for the one that storage does not take, which is built later', async () => {
    const [first, ...rest] = await three()
    const { put } = bucketOf(world)
    const refusing: typeof put = async (key, ...given) => {
      if (key.includes(`${first}`)) throw new Error('storage is away')
      return put(key, ...given)
    }
    Object.assign(world.env.MEDIA, { put: refusing })
    await expect(buildSeveral(world.ctx(), { ids: [`${first}`, ...rest] })).rejects.toThrow('storage is away')
    Object.assign(world.env.MEDIA, { put })
    expect(await linesAt()).toEqual([false, true, true])
    await aMinuteLater()
    expect(await linesAt()).toEqual([true, true, true])
  })
})

describe('what no build shows any more', () => {
  const everythingIsOld = () => {
    for (const file of bucketOf(world).kept.values()) file.uploaded = new Date(Date.now() - 2 * 86_400_000)
  }

  it('goes after a day, and the site stays whole', async () => {
    await openSite({ line: 'Before' })
    await openSite({ line: 'After' })
    const before = bucketOf(world).kept.size
    await collectOld(world.ctx())
    expect(bucketOf(world).kept.size).toBe(before)
    everythingIsOld()
    await collectOld(world.ctx())
    expect(bucketOf(world).kept.size).toBeLessThan(before)
    for (const path of ['', '/about', '/nowhere']) expect((await (await get(path)).text()).length).toBeGreaterThan(200)
  })

  it('is all of it, once a site was taken down', async () => {
    await openSite()
    await close(anna.ctx)
    await world.settle()
    everythingIsOld()
    await collectOld(world.ctx())
    const left = [...bucketOf(world).kept.keys()].filter((key) => key.includes(anna.id))
    expect(left.filter((key) => !isStyle(key))).toEqual([])
  })
})
