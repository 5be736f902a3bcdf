import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { siteCopies } from '#db/schema/portfolios/copies.ts'
import { posts } from '#db/schema/portfolios/posts.ts'
import { projectMedia } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { crawled } from '#site/portfolio/crawling.ts'
import { aListing, aWork } from '#workers/lib/testing/market.ts'
import { aFile, bucketOf } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { unzipped } from '#workers/lib/testing/zip.ts'
import { Design, THEMES } from '../design.ts'
import { keepDesign } from '../sites.ts'
import { copiesOf, copyAt, dropOldCopies } from './copies.ts'
import type { SiteCopy } from './inputs.ts'
import { packSite } from './packing.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna', name: 'Anna Weaver' })
})

const ask = (address?: string) => anna.send('PUT', '/api/site/copy', address === undefined ? {} : { address })
const read = async () => (await anna.request('/api/site/copy')).json<SiteCopy>()
const take = () => anna.request('/api/site/copy/file')
const rows = () => world.ctx().db.select().from(siteCopies)
const kept = () => [...bucketOf(world).kept.keys()].filter((key) => key.startsWith(copiesOf(anna.id)))

async function packed(address?: string) {
  expect((await ask(address)).status).toBe(202)
  await world.settle()
  return unzipped(Buffer.from(await (await take()).arrayBuffer()))
}

const inFolder = (files: Map<string, Buffer>, folder: string) =>
  new Map([...files].flatMap(([name, file]) => (name.startsWith(folder) ? [[name.slice(folder.length), file]] : [])))

const arrange = (design: object) => keepDesign(anna.ctx, { design: Design.parse(design), version: 0 })

// With everything a site may have: pictures in many sizes, something to hear and to read, a shop, a blog, pages of one's own.
async function aWholeSite(design: object = {}) {
  const { db, env } = world.ctx()
  await env.MEDIA.put('works/bowl.webp', 'a picture of a bowl')
  await aListing(anna)
  const slug = await aWork(anna, 'A bowl that sounds')
  const [work] = await db.select({ id: projects.id }).from(projects).where(eq(projects.slug, slug))
  for (const [place, kind] of (['image', 'audio', 'file'] as const).entries()) {
    const mediaId = await aPiece(kind)
    await db.insert(projectMedia).values({ projectId: work?.id ?? '', mediaId, place })
  }
  const outAt = new Date(Date.now() - 60_000)
  const words = 'It takes a *year*: see [the market](/market) and [my letters](https://letters.example/?a=1&b=2).'
  for (const slug of ['drying', 'oiling'])
    await db
      .insert(posts)
      .values({ memberId: anna.id, slug, title: `On ${slug}`, words, tags: ['wood', 'Naïve & slow'], outAt })
  await db.insert(posts).values({ memberId: anna.id, slug: 'not-yet', title: 'A draft', words: 'Still mine alone.' })
  const pages = [{ slug: 'studio', title: 'The studio', words: 'Come by, or [look around](/works).' }]
  await arrange({ welcome: 'See [what I sell](/market).', pages, ...design })
}

async function aPiece(kind: 'image' | 'audio' | 'file') {
  const { MEDIA } = world.env
  const id = newId()
  const at = (name: string) => `_private/media/${id}/${name}`
  if (kind !== 'image') {
    await MEDIA.put(at('arrived'), `what is to be heard or read`)
    const type = { audio: 'audio/mpeg', file: 'application/pdf' }[kind]
    return aFile(world, anna, { id, kind, type, key: at('arrived'), name: `A ${kind}`, variants: [] })
  }
  const variants = [480, 960].flatMap((width) =>
    ['avif', 'webp'].map((type) => ({
      key: at(`${width}.${type}`),
      width,
      height: 72,
      type: `image/${type}`,
      bytes: 9,
    })),
  )
  for (const { key } of variants) await MEDIA.put(key, `a picture`)
  return aFile(world, anna, { id, variants, width: 960, height: 720 })
}

const PLACES = ['file:///home/anna/Downloads/site/', 'https://example.org/', 'https://example.org/some/deep/path/']

describe('a site that is taken along', () => {
  it.each(THEMES)(
    'SIT-1 has no link, picture, recording, style or feed that leads nowhere, wherever it lies: %s',
    async (theme) => {
      await aWholeSite({ theme })
      const site = inFolder(await packed(), 'site/')
      for (const base of PLACES) expect({ base, ...crawled(site, base) }).toEqual({ base, broken: [], lost: [] })
      expect([...site.keys()].filter((path) => /^[im]\//.test(path))).toHaveLength(7)
    },
  )

  it('SIT-1 says where it is to whoever comes from elsewhere, once that is known', async () => {
    await aWholeSite()
    const site = inFolder(await packed('example.org/anna/'), 'site/')
    expect(crawled(site, 'https://example.org/anna/')).toEqual({ broken: [], lost: [] })
    expect(crawled(site, 'file:///home/anna/').broken).toEqual([])
    expect(site.get('sitemap.xml')?.toString()).toContain('<loc>https://example.org/anna/blog/drying/</loc>')
    expect(site.get('feed.xml')?.toString()).toContain('<link>https://example.org/anna/blog/drying/</link>')
    expect(site.get('about/index.html')?.toString()).toContain('rel="canonical" href="https://example.org/anna/about/"')
    expect(site.get('404.html')?.toString()).toContain('href="https://example.org/anna/"')
  })

  it('leads to the community for what is bought there, in the shop as in what its member wrote', async () => {
    await aWholeSite()
    const page = inFolder(await packed(), 'site/')
      .get('studio/index.html')
      ?.toString()
    expect(page).toContain('href="https://guildhall.test/works"')
  })

  it('shows nothing that the site does not, and brings drafts as data beside it', async () => {
    await aWholeSite()
    const files = await packed()
    const site = [...inFolder(files, 'site/').values()].map(String).join('\n')
    expect(site).not.toContain('Still mine alone')
    expect(site).not.toContain('_private')
    const data = inFolder(files, 'data/')
    expect(JSON.parse(String(data.get('posts.json'))).map(({ slug }: { slug: string }) => slug)).toContain('not-yet')
    expect(JSON.parse(String(data.get('shown.json'))).works[0].cover.sizes[0].file).toMatch(/^i\//)
    expect([...data.values()].join('\n')).not.toContain('_private')
  })

  it('tells how to put it where others see it', async () => {
    await aWholeSite()
    const text = (await packed()).get('README.txt')?.toString()
    expect(text).toContain('A site by Anna Weaver, taken along from https://guildhall.test/@anna')
    expect(text).toContain('index.html')
  })

  it('is whole before anything was arranged', async () => {
    expect(crawled(inFolder(await packed(), 'site/'), PLACES[0] ?? '')).toEqual({ broken: [], lost: [] })
  })

  it('goes without what storage lost, and writes that down', async () => {
    await aWholeSite()
    await world.env.MEDIA.delete('works/bowl.webp')
    await packed()
    expect((await read()).state).toBe('ready')
    expect(world.lines.join('\n')).toContain('works/bowl.webp')
  })
})

describe('the copy', () => {
  it('is told how far it is, from nothing to ready', async () => {
    expect((await read()).state).toBe('none')
    await ask()
    expect(await read()).toMatchObject({ state: 'waiting', done: 0 })
    await world.settle()
    const { state, done, total, bytes } = await read()
    expect([state, done === total, (bytes ?? 0) > 1000]).toEqual(['ready', true, true])
    expect((await take()).headers.get('Content-Disposition')).toBe('attachment; filename="anna.zip"')
  })

  it('is for its member only', async () => {
    await packed()
    const other = await aMember(world)
    expect((await other.request('/api/site/copy/file')).status).toBe(404)
    expect((await world.request('/api/site/copy/file')).status).toBe(401)
    const asPicture = await world.request(`/media/${copyAt(anna.id, 1)}`)
    expect((await asPicture.text()).startsWith('PK')).toBe(false)
  })

  it('is packed once, however often it is asked for meanwhile', async () => {
    await Promise.all([ask(), ask(), ask()])
    await ask()
    expect(await rows()).toMatchObject([{ turn: 1 }])
    await world.settle()
    expect(kept()).toEqual([copyAt(anna.id, 1)])
  })

  it('takes the place of the one before', async () => {
    await packed()
    await packed()
    expect(kept()).toEqual([copyAt(anna.id, 2)])
  })

  it('F17 F25 is made good where its job died at any write, and is the same when it comes again', async () => {
    await aWholeSite()
    await ask()
    const { createMultipartUpload } = bucketOf(world)
    Object.assign(world.env.MEDIA, { createMultipartUpload: () => Promise.reject(new Error('workerd was killed')) })
    await world.settle()
    expect((await read()).state).toBe('packing')
    Object.assign(world.env.MEDIA, { createMultipartUpload })
    await packSite(world.ctx(), { id: anna.id })
    await packSite(world.ctx(), { id: anna.id })
    expect((await read()).state).toBe('ready')
    expect(kept()).toEqual([copyAt(anna.id, 1)])
  })

  it('that never came can be asked for again after an hour', async () => {
    await ask()
    world.queue.length = 0
    await world.ctx().db.update(siteCopies).set({ askedAt: sql`now() - interval '61 minutes'` })
    expect((await read()).state).toBe('failed')
    await packed()
    expect(await rows()).toMatchObject([{ turn: 2, state: 'ready' }])
  })

  it('F40 of somebody who left meanwhile is thrown away by the job itself', async () => {
    await ask()
    const { createMultipartUpload } = bucketOf(world)
    Object.assign(world.env.MEDIA, {
      createMultipartUpload: async (...given: Parameters<typeof createMultipartUpload>) => {
        await world.ctx().db.delete(siteCopies)
        return createMultipartUpload(...given)
      },
    })
    await packSite(world.ctx(), { id: anna.id })
    expect(kept()).toEqual([])
  })

  it('is kept for a day', async () => {
    await packed()
    await world.ctx().db.update(siteCopies).set({ expiresAt: sql`now() - interval '1 minute'` })
    expect((await read()).state).toBe('gone')
    expect((await problemOf(await take())).code).toBe('not_found')
    await dropOldCopies(world.ctx({ kind: 'cron', name: 'drop-old-site-copies' }))
    expect([kept(), (await rows())[0]?.state]).toEqual([[], 'gone'])
  })

  it.each([
    'javascript:alert(1)',
    'https://anna:secret@example.org',
    'https://example.org/?a=1',
    'no address',
    'http://localhost',
  ])('is not packed for %s', async (address) => {
    expect((await ask(address)).status).toBe(422)
    expect(await rows()).toEqual([])
  })
})
