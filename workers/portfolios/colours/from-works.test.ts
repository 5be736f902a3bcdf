import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projects } from '#db/schema/projects.ts'
import { aWork } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Rgb } from '#workers/media/pictures/pixels.ts'
import { oklch } from './standing-out.ts'

let world: World
let anna: Somebody
const { site, read, openSite, aMinuteLater } = siteOf(
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

const INDIGO: Rgb = [30, 80, 200]
const MADDER: Rgb = [200, 30, 30]

// A drawing in one colour, as the cover of a work.
async function paint(slug: string, name: string, colour: Rgb) {
  const hex = colour.map((part) => part.toString(16).padStart(2, '0')).join('')
  const picture = `seed/works/${name}.svg`
  await world.env.MEDIA.put(
    picture,
    `<svg xmlns="http://www.w3.org/2000/svg"><path fill="#${hex}" d="M0 0h9v9z"/></svg>`,
  )
  await world.ctx().db.update(projects).set({ picture }).where(eq(projects.slug, slug))
}

const styleOf = async () => {
  const [path = ''] = /a\/[0-9a-f]{32}\.css/.exec(await read()) ?? []
  return read(`/${path}`)
}
const distance = async (colour: Rgb) => Math.abs(((await site())?.colour?.hue ?? 999) - oklch(colour).hue)

describe('a site in the colours of its works', () => {
  it('follows what hangs first, within a minute', async () => {
    const slug = await aWork(anna)
    await paint(slug, 'indigo', INDIGO)
    await openSite({ palette: 'works' })
    const blue = await styleOf()
    expect(await distance(INDIGO)).toBeLessThan(1)
    await paint(slug, 'madder', MADDER)
    await aMinuteLater()
    expect(await distance(MADDER)).toBeLessThan(1)
    expect(await styleOf()).not.toBe(blue)
  })

  it('F21 keeps the colour it had while its works cannot be read', async () => {
    const slug = await aWork(anna)
    await paint(slug, 'indigo', INDIGO)
    await openSite({ palette: 'works' })
    const { get } = world.env.MEDIA
    await paint(slug, 'madder', MADDER)
    Object.assign(world.env.MEDIA, {
      get: async (key: string) => (key.includes('madder') ? Promise.reject(new Error('storage is away')) : get(key)),
    })
    await aMinuteLater()
    Object.assign(world.env.MEDIA, { get })
    expect(await distance(INDIGO)).toBeLessThan(1)
    expect((await read()).length).toBeGreaterThan(200)
  })
})
