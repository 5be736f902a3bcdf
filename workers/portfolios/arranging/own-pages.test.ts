import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { MOST_PAGES } from '../design.ts'
import { Looks, WrittenPage } from '../inputs.ts'
import { readMySite } from '../own.ts'
import { publish } from '../sites.ts'
import { arrange, keepLooks } from './arranging.ts'
import { addPage, keepPage, markOf, removePage } from './own-pages.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna' })
})

const PLAIN_LOOKS = { title: '', line: '', theme: 'wall', palette: 'works', language: 'en', welcome: '', about: '' }

const pages = async () => (await readMySite(anna.ctx)).design.pages
const write = (slug: string, page: object = {}) =>
  anna.send('PUT', `/api/site/pages/${slug}`, { slug, title: 'The studio', ...page })
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

describe('a page of one’s own', () => {
  it('begins with a title, and its address follows from it', async () => {
    expect(await addPage(anna.ctx, { title: 'Où je travaille' })).toEqual({ slug: 'ou-je-travaille' })
    expect(await addPage(anna.ctx, { title: 'Où je travaille?' })).toEqual({ slug: 'ou-je-travaille-2' })
    expect(await addPage(anna.ctx, { title: '工房' })).toEqual({ slug: 'page-1' })
    expect(await addPage(anna.ctx, { title: 'About' })).toEqual({ slug: 'about-2' })
    expect((await pages()).map(({ title }) => title)).toEqual(['Où je travaille', 'Où je travaille?', '工房', 'About'])
  })

  it('is on the site once it is published, with its title as it was typed and no HTML from it', async () => {
    await write('studio', {
      title: '<img src=x onerror=alert(1)> & more',
      words: '<script>alert(1)</script>\n\n**Come by.**',
    })
    await publish(anna.ctx)
    await world.settle()
    const page = await (await world.request('/@anna/studio')).text()
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; more</h1>')
    expect(page).toContain('<strong>Come by.</strong>')
    expect(page).not.toMatch(/<img|<script>/)
  })

  it('gets another address, and the menu goes with it', async () => {
    await write('studio')
    await arrange(anna.ctx, () => ({ menu: [{ to: 'studio', label: 'Here', hidden: false }] }))
    const [page] = await pages()
    await write('studio', { slug: 'workshop', was: page && markOf(page) })
    const { design } = await readMySite(anna.ctx)
    expect([design.pages.map(({ slug }) => slug), design.menu[0]?.to]).toEqual([['workshop'], 'workshop'])
  })

  it('that is taken away leaves the menu too', async () => {
    await write('studio')
    await arrange(anna.ctx, () => ({ menu: [{ to: 'studio', label: 'Here', hidden: false }] }))
    await removePage(anna.ctx, { slug: 'studio' })
    const { design } = await readMySite(anna.ctx)
    expect([design.pages, design.menu]).toEqual([[], []])
    await expect(removePage(anna.ctx, { slug: 'studio' })).rejects.toMatchObject({ status: 404 })
  })

  it('of somebody else is neither read nor changed nor taken away', async () => {
    await write('studio', { words: 'Mine.' })
    const bo = await aMember(world)
    expect((await bo.send('DELETE', '/api/site/pages/studio')).status).toBe(404)
    expect((await bo.send('PUT', '/api/site/pages/studio', { slug: 'studio', title: 'His', words: '' })).status).toBe(
      200,
    )
    expect(await pages()).toEqual([{ slug: 'studio', title: 'The studio', words: 'Mine.' }])
    expect((await readMySite(bo.ctx)).design.pages).toEqual([{ slug: 'studio', title: 'His', words: '' }])
  })
})

describe('what a page cannot be', () => {
  it.each(['work', 'blog', 'contact', '404', 'a', 'sitemap', 'a/b', '..', '%2e%2e', 'x'.repeat(61), '-a', 'ä'])(
    'is at the address %s',
    async (slug) =>
      expectNoChange(world, async () =>
        expect([404, 422]).toContain((await write(encodeURIComponent(slug), { slug })).status),
      ),
  )

  it('is the thirteenth, from wherever it comes', async () => {
    for (let n = 1; n <= MOST_PAGES; n++) await write(`page-${n}`)
    expect(await codeOf(await write('page-13'))).toEqual([409, 'too_many_pages'])
    await expect(addPage(anna.ctx, { title: 'One more' })).rejects.toMatchObject({ code: 'too_many_pages' })
    expect(await pages()).toHaveLength(MOST_PAGES)
  })

  it('is at the address of another', async () => {
    await write('studio')
    await write('shows')
    const was = markOf({ slug: 'shows', title: 'The studio', words: '' })
    expect((await write('shows', { slug: 'studio', was })).status).toBe(422)
  })

  it('has no title, or one of blanks alone', async () => {
    for (const title of ['', '   ', 'x'.repeat(81)]) expect((await write('studio', { title })).status).toBe(422)
  })
})

describe('two tabs', () => {
  it('with one page: the second is told, and nothing is overwritten', async () => {
    await write('studio', { words: 'As it was' })
    const was = markOf({ slug: 'studio', title: 'The studio', words: 'As it was' })
    expect((await write('studio', { words: 'From the first', was })).status).toBe(200)
    expect(await codeOf(await write('studio', { words: 'From the second', was }))).toEqual([409, 'changed_elsewhere'])
    expect((await pages())[0]?.words).toBe('From the first')
  })

  it('with one page that the other took away: what is written is not lost silently', async () => {
    await write('studio')
    await removePage(anna.ctx, { slug: 'studio' })
    const was = markOf({ slug: 'studio', title: 'The studio', words: '' })
    expect(await codeOf(await write('studio', { was }))).toEqual([409, 'changed_elsewhere'])
  })

  it('with two pages do not get in each other’s way', async () => {
    await write('studio')
    await write('shows')
    const marks = (await pages()).map(markOf)
    await keepPage(anna.ctx, { slug: 'studio' }, WrittenPage.parse({ slug: 'studio', title: 'One', was: marks[0] }))
    await keepPage(anna.ctx, { slug: 'shows' }, WrittenPage.parse({ slug: 'shows', title: 'Two', was: marks[1] }))
    expect((await pages()).map(({ title }) => title)).toEqual(['One', 'Two'])
  })

  it('saying the same twice changes nothing the second time', async () => {
    expect((await write('studio', { words: 'Come by.' })).status).toBe(200)
    expect((await write('studio', { words: 'Come by.' })).status).toBe(200)
    expect(await pages()).toHaveLength(1)
  })

  it('with the looks: what the other one wrote stays', async () => {
    await write('studio')
    await keepLooks(anna.ctx, Looks.parse({ ...PLAIN_LOOKS, version: '1', line: 'Bowls' }))
    const { design } = await readMySite(anna.ctx)
    expect([design.line, design.pages.length]).toEqual(['Bowls', 1])
    await expect(keepLooks(anna.ctx, Looks.parse({ ...PLAIN_LOOKS, version: '1' }))).rejects.toMatchObject({
      code: 'changed_elsewhere',
    })
  })
})

describe('long words', () => {
  it('in twelve pages, in any script, are kept and published', async () => {
    for (let n = 1; n <= MOST_PAGES; n++)
      expect((await write(`page-${n}`, { words: '木'.repeat(20_000) })).status).toBe(200)
    for (const [n, design] of [{ about: '木'.repeat(20_000) }, { welcome: '椀'.repeat(20_000) }].entries())
      expect((await anna.send('PUT', '/api/site', { design, version: MOST_PAGES + n })).status).toBe(200)
    await publish(anna.ctx)
    await world.settle()
    expect(await (await world.request('/@anna/page-12')).text()).toContain('木'.repeat(100))
    expect(await pages()).toHaveLength(MOST_PAGES)
  })

  it('count their lines as they are read, however they were sent', async () => {
    expect((await write('studio', { words: 'a\r\n'.repeat(10_000) })).status).toBe(200)
    expect((await pages())[0]?.words).toBe('a\n'.repeat(10_000))
    expect((await write('studio', { words: 'a'.repeat(20_001) })).status).toBe(422)
  })
})
