import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { projects } from '#db/schema/projects.ts'
import { aListing, aWork } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { ArrangedMenu, ArrangedWorks } from '../inputs.ts'
import { firstOf, readArrangement } from './arrangement.ts'
import { keepMenu, keepWorks } from './ordering.ts'
import { addPage } from './own-pages.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna' })
})

const { openSite, read } = siteOf(
  () => world,
  () => anna,
)

const menu = async () => (await readArrangement(anna.ctx)).menu.filter(({ isShown }) => isShown).map(({ to }) => to)
const orderMenu = (order: string[], hidden: string[] = [], labels: Record<string, string> = {}) => {
  const entries = order.map((to) => ({ to, label: labels[to] ?? '', ...(!hidden.includes(to) && { shown: 'on' }) }))
  return keepMenu(anna.ctx, ArrangedMenu.parse({ entries, order }))
}
const works = async () => (await readArrangement(anna.ctx)).works.map(({ title }) => title)
const orderWorks = (order: string[], hidden: string[] = []) => {
  const works = order.map((slug) => ({ slug, ...(!hidden.includes(slug) && { shown: 'on' }) }))
  return keepWorks(anna.ctx, ArrangedWorks.parse({ works, order }))
}

describe('the menu', () => {
  it('leads where something is, until its member arranges it', async () => {
    expect(await menu()).toEqual(['about', 'contact'])
    await aWork(anna)
    await aWork(anna)
    await addPage(anna.ctx, { title: 'The studio' })
    expect(await menu()).toEqual(['work', 'gallery', 'about', 'contact', 'the-studio'])
  })

  it('stands on the site as it was arranged, under the names it was given', async () => {
    await aWork(anna)
    await addPage(anna.ctx, { title: 'The studio' })
    await orderMenu(['the-studio', 'about', 'work', 'contact'], ['about', 'contact'], { work: 'Bowls <b>' })
    await openSite((await readArrangement(anna.ctx)).design)
    const links = [...(await read()).matchAll(/<a class="to" href="([^"]+)"[^>]*>([^<]+)</g)].map(([, to, label]) => [
      to,
      label,
    ])
    expect(links).toEqual([
      ['/@anna/the-studio', 'The studio'],
      ['/@anna/work', 'Bowls &lt;b&gt;'],
    ])
  })

  it('remembers what was said of a section that is empty for a while, and takes in what comes', async () => {
    const slug = await aListing(anna)
    await orderMenu(['shop', 'about', 'work'], ['shop'])
    await anna.send('DELETE', `/api/listings/${slug}`)
    await world.ctx().db.update(projects).set({ visibility: 'me' }).where(eq(projects.memberId, anna.id))
    await orderMenu(['about'])
    expect((await readArrangement(anna.ctx)).design.menu.map(({ to, hidden }) => [to, hidden])).toEqual([
      ['about', false],
      ['shop', true],
      ['work', false],
    ])
    await addPage(anna.ctx, { title: 'Shows' })
    expect(await menu()).toEqual(['about', 'contact', 'shows'])
  })

  it('leads nowhere else, whatever is sent', async () => {
    await orderMenu(['about', 'admin', '../..', 'https://evil.test'])
    expect((await readArrangement(anna.ctx)).design.menu.map(({ to }) => to)).toEqual(['about'])
  })
})

describe('the works', () => {
  it('stand on the site as they were ordered, without those that were left out', async () => {
    const [one, two, three] = [await aWork(anna, 'One'), await aWork(anna, 'Two'), await aWork(anna, 'Three')]
    await orderWorks([one, three, two], [three])
    await openSite((await readArrangement(anna.ctx)).design)
    const hung = [...(await read('/work')).matchAll(/<span class="name"[^>]*>([^<]+)</g)].map(([, title]) => title)
    expect(hung).toEqual(['One', 'Two'])
    expect(await read('/work')).not.toContain('Three')
  })

  it('that come later stand before those that were never moved', async () => {
    const [one, two] = [await aWork(anna, 'One'), await aWork(anna, 'Two'), await aWork(anna, 'Three')]
    await orderWorks([one, ...(await readArrangement(anna.ctx)).newest.filter((slug) => slug !== one)])
    expect((await readArrangement(anna.ctx)).design.first).toEqual([one])
    await aWork(anna, 'Four')
    expect(await works()).toEqual(['One', 'Four', 'Three', 'Two'])
    expect(two).toBeTruthy()
  })

  it('of others, and those that are not for all, are not put in order', async () => {
    const theirs = await aWork(await aMember(world), 'Theirs')
    const mine = await aWork(anna, 'Mine')
    const hidden = await aWork(anna, 'Hidden')
    await world.ctx().db.update(projects).set({ visibility: 'members' }).where(eq(projects.slug, hidden))
    await orderWorks([hidden, theirs, mine], [theirs])
    const { design } = await readArrangement(anna.ctx)
    expect([design.first, design.leftOut, await works()]).toEqual([[], [], ['Mine']])
  })
})

describe('the fewest that have to be named', () => {
  const newest = ['e', 'd', 'c', 'b', 'a']
  it.each([
    [['e', 'd', 'c', 'b', 'a'], []],
    [['a', 'e', 'd', 'c', 'b'], ['a']],
    [['d', 'e', 'c', 'b', 'a'], ['d']],
    [
      ['e', 'd', 'c', 'a', 'b'],
      ['e', 'd', 'c', 'a'],
    ],
  ])('of %j are %j', (wished, named) => expect(firstOf(wished, newest)).toEqual(named))
})
