import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { settings } from '#db/schema/settings.ts'
import { aListing, aSale, aWork } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { changeHandle } from '#workers/people/handles/handles.ts'
import { NEW_HOUSE } from '#workers/settings/settings.ts'
import { Design } from './design.ts'
import { readMySite } from './own.ts'
import { close, goBack, keepDesign, publish } from './sites.ts'

let world: World
let anna: Somebody
const { handleOf, site, arrange, get, read, openSite, aMinuteLater } = siteOf(
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

describe('a site', () => {
  it('is nowhere before it is published: its address leads to the profile', async () => {
    await arrange({ line: 'Bowls and spoons' })
    const answer = await get()
    expect([answer.status, answer.headers.get('Location')]).toEqual([302, `/members/${await handleOf()}`])
  })

  it('is there for everybody once it is published, with the works that hang for all', async () => {
    const slug = await aWork(anna, 'A quiet bowl')
    await openSite({ line: 'Bowls and spoons' })
    expect(await read()).toContain('Bowls and spoons')
    expect(await read(`/work/${slug}`)).toContain('<h1 dir="auto">A quiet bowl</h1>')
    expect(await read('/work')).toContain('A quiet bowl')
  })

  it('shows what was published, not what its member works on meanwhile', async () => {
    await openSite({ line: 'As it was' })
    await arrange({ line: 'As it will be' })
    await aMinuteLater()
    expect(await read()).toContain('As it was')
  })

  it('tells the second of two tabs, and keeps what the first one said', async () => {
    await arrange({ line: 'one' })
    const both = { design: Design.parse({ line: 'two' }), version: 1 }
    await keepDesign(anna.ctx, both)
    await expect(keepDesign(anna.ctx, both)).rejects.toMatchObject({ code: 'changed_elsewhere' })
  })

  it('that is taken down answers 404, and opens again with the next publishing', async () => {
    await openSite()
    await close(anna.ctx)
    await world.settle()
    expect((await get()).status).toBe(404)
    await publish(anna.ctx)
    await world.settle()
    expect((await get()).status).toBe(200)
  })

  it('says which community it is a part of, by the name it has', async () => {
    await world
      .ctx()
      .db.insert(settings)
      .values({ ...NEW_HOUSE, name: 'The Weavers' })
    await openSite()
    expect(await read()).toContain('Part of The Weavers')
  })

  it('follows its member to another handle, with every address', async () => {
    await openSite()
    const before = await handleOf()
    await changeHandle(anna.ctx, { handle: 'anna-turns' })
    await aMinuteLater()
    const answer = await world.request(`/@${before}/about?from=mail`)
    expect([answer.status, answer.headers.get('Location')]).toEqual([308, '/@anna-turns/about?from=mail'])
    expect((await get('/about')).status).toBe(200)
  })

  it('is not published while its member is kept among members, and why is told', async () => {
    await arrange()
    await world
      .ctx()
      .db.update(members)
      .set({ visibility: { profile: 'members' } })
      .where(eq(members.id, anna.id))
    await expect(publish(anna.ctx)).rejects.toMatchObject({ code: 'not_for_everybody' })
    expect((await site())?.state).toBe('draft')
  })

  it('has one address for each page', async () => {
    await openSite()
    const handle = await handleOf()
    for (const [asked, leads] of [
      [`/@${handle}/`, `/@${handle}`],
      [`/@${handle}/about/`, `/@${handle}/about`],
      [`/@${handle.toUpperCase()}/about`, `/@${handle}/about`],
      [`/@${handle}/index.html`, `/@${handle}`],
    ] as const) {
      const answer = await world.request(asked)
      expect([asked, answer.status, answer.headers.get('Location')]).toEqual([asked, 308, leads])
    }
  })
})

describe('a version', () => {
  it('that was published before comes back as a version of its own', async () => {
    await openSite({ line: 'The first' })
    await openSite({ line: 'The second' })
    await goBack(anna.ctx, { number: 1 })
    await world.settle()
    expect(await read()).toContain('The first')
    const { design, versions, isShown } = await readMySite(anna.ctx)
    expect([design.line, isShown]).toEqual(['The first', true])
    expect(versions.map(({ number, backTo }) => [number, backTo])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ])
  })

  it('that comes back does not bring back what was hidden meanwhile', async () => {
    const slug = await aWork(anna, 'A quiet bowl')
    await openSite({ line: 'The first' })
    await world.ctx().db.update(projects).set({ visibility: 'me' }).where(eq(projects.slug, slug))
    await openSite({ line: 'The second' })
    await goBack(anna.ctx, { number: 1 })
    await world.settle()
    expect(await read()).not.toContain('A quiet bowl')
  })

  it('that never was is not there', async () => {
    await openSite()
    await expect(goBack(anna.ctx, { number: 9 })).rejects.toMatchObject({ status: 404 })
  })
})

describe('what a site shows', () => {
  it('I10 leaves it when it is not for everybody any more', async () => {
    const slug = await aWork(anna, 'A quiet bowl')
    await openSite()
    await world.ctx().db.update(projects).set({ visibility: 'members' }).where(eq(projects.slug, slug))
    await aMinuteLater()
    expect((await get(`/work/${slug}`)).status).toBe(404)
    expect(await read()).not.toContain('A quiet bowl')
  })

  it('says within a minute that a piece is sold', async () => {
    const slug = await aListing(anna, { kind: 'original', copies: 1 })
    await openSite()
    expect(await read('/shop')).not.toContain('Sold')
    await aSale(world, [slug])
    await aMinuteLater()
    expect(await read('/shop')).toContain('Sold')
  })

  it('F26 is nothing while its member is suspended', async () => {
    await openSite()
    await world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id))
    await aMinuteLater()
    expect((await get()).status).toBe(404)
  })
})
