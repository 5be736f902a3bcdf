import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { posts, postVersions } from '#db/schema/portfolios/posts.ts'
import { siteChanges } from '#db/schema/portfolios/sites.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { postPreviewLink, previewLink } from '../preview.ts'
import { comeOut, takeBack } from './coming-out.ts'
import { bringBack, readVersion, readVersions } from './history.ts'
import { ChangedPost, type NewPost, type PostPage, NewPost as Wish } from './inputs.ts'
import { pictureInWords } from './picture-words.ts'
import { readPost } from './posts.ts'
import { beginPost, changeByForm, changePost, removePost } from './writing.ts'

let world: World
let anna: Somebody
const { handleOf, get, read, openSite, aMinuteLater } = siteOf(
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

const begin = (wish: Partial<NewPost> = {}) =>
  beginPost(anna.ctx, Wish.parse({ title: 'On drying wood', words: 'It takes a *year*.', ...wish }))

async function change(id: string, wish: object) {
  const { title, words, tags, version } = await readPost(anna.ctx, { id })
  return changePost(anna.ctx, { id }, ChangedPost.parse({ title, words, tags, version, ...wish }))
}

async function aPostThatIsOut(wish: Partial<NewPost> = {}) {
  const post = await begin(wish)
  await comeOut(anna.ctx, post, {})
  return post
}

const rowOf = async (id: string) => (await world.ctx().db.select().from(posts).where(eq(posts.id, id)))[0]
const historyOf = async (id: string) => (await readVersions(anna.ctx, { id })).versions.map(({ number }) => number)

describe('a post that is begun', () => {
  it('has its address from its title', async () => {
    expect((await begin({ title: 'Über Äpfel, & Öl!' })).slug).toBe('uber-apfel-ol')
    expect((await begin({ title: '木を乾かす' })).slug).toBe('post')
  })

  it('with the title of another one has an address of its own', async () => {
    const slugs = [(await begin()).slug, (await begin()).slug]
    expect([slugs[0], slugs[1]?.startsWith('on-drying-wood-'), slugs[0] === slugs[1]]).toEqual([
      'on-drying-wood',
      true,
      false,
    ])
  })

  it('asked for twice under one key is one post', async () => {
    const asked = () =>
      anna.request('/api/posts', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'the-first-post', Origin: world.env.ORIGIN },
        body: JSON.stringify({ title: 'On drying wood' }),
      })
    const [one, other] = [await (await asked()).json(), await (await asked()).json()]
    expect(other).toEqual(one)
    expect(await world.ctx().db.select().from(posts)).toHaveLength(1)
  })

  it('SIT-3 is a draft: nowhere on the site, in its feeds or in the preview of the site', async () => {
    const { id, slug } = await begin({ title: 'Not yet for you' })
    await openSite()
    await aMinuteLater()
    for (const path of ['', `/blog/${slug}`, '/feed.xml', '/sitemap.xml'])
      expect(await read(path)).not.toContain('Not yet for you')
    expect(await (await world.request(`${previewLink(anna.ctx)}/blog/${slug}`)).text()).not.toContain('Not yet for you')
    expect(await (await world.request(`${postPreviewLink(anna.ctx, id)}/blog/${slug}`)).text()).toContain(
      'Not yet for you',
    )
  })

  it('tells the site nothing while it is written, so nothing is built', async () => {
    await openSite()
    const { id } = await begin()
    await change(id, { words: 'It takes two years.' })
    expect(await world.ctx().db.select().from(siteChanges)).toEqual([])
  })
})

describe('the preview of a post', () => {
  it('V8.2.2 shows no post of anybody else, whoever has the link', async () => {
    const bo = await aMember(world)
    const { id, slug } = await begin({ title: 'Mine alone' })
    const link = postPreviewLink(bo.ctx, id)
    expect(await (await world.request(`${link}/blog/${slug}`)).text()).not.toContain('Mine alone')
    expect((await world.request(link.slice(0, -3))).status).toBe(404)
  })
})

describe('a post that comes out', () => {
  it('is on the site within a minute, with its tags, in the archive and in every feed', async () => {
    await openSite()
    const { slug } = await aPostThatIsOut({ tags: ['Green wood'] })
    await aMinuteLater()
    expect(await read(`/blog/${slug}`)).toContain('It takes a <em>year</em>')
    for (const path of ['/blog', '/blog/tag/green-wood', '/feed.xml', '/atom.xml', '/feed.json', '/sitemap.xml'])
      expect(await read(path), path).toContain(slug)
  })

  it('is read as it was published while its writer goes on with it, and says what changed a minute after that is published', async () => {
    await openSite()
    const { id, slug } = await aPostThatIsOut({ tags: ['wood'] })
    await aMinuteLater()
    const before = [await read(`/blog/${slug}`), await read('/atom.xml')]
    await change(id, { words: 'It takes t', byHand: false })
    await change(id, { title: 'On oil', words: 'It takes two.', tags: ['oil'] })
    await bringBack(anna.ctx, { id, number: 1 })
    await change(id, { title: 'On oil', words: 'It takes two.', tags: ['oil'] })
    await aMinuteLater()
    expect([await read(`/blog/${slug}`), await read('/atom.xml')]).toEqual(before)
    expect(await readPost(anna.ctx, { id })).toMatchObject({ words: 'It takes two.', isBehind: true })
    expect(await (await world.request(`${postPreviewLink(anna.ctx, id)}/blog/${slug}`)).text()).toContain(
      'It takes two.',
    )
    await comeOut(anna.ctx, { id }, {})
    await aMinuteLater()
    expect(await read(`/blog/${slug}`)).toContain('It takes two.')
    expect([(await get('/blog/tag/oil')).status, (await get('/blog/tag/wood')).status]).toEqual([200, 404])
    expect((await readPost(anna.ctx, { id })).isBehind).toBe(false)
  })

  it('leaves the site within a minute when it is taken back or deleted', async () => {
    await openSite()
    const { id, slug } = await aPostThatIsOut()
    await takeBack(anna.ctx, { id })
    await aMinuteLater()
    expect((await get(`/blog/${slug}`)).status).toBe(404)
    await comeOut(anna.ctx, { id }, {})
    await aMinuteLater()
    expect((await get(`/blog/${slug}`)).status).toBe(200)
    await removePost(anna.ctx, { id })
    await aMinuteLater()
    expect((await get(`/blog/${slug}`)).status).toBe(404)
  })

  it('keeps its address, and says why', async () => {
    const { id } = await aPostThatIsOut()
    await expect(change(id, { slug: 'another' })).rejects.toMatchObject({ issues: [{ path: 'slug' }] })
    await change(id, { title: 'On oil', slug: 'on-drying-wood' })
    expect((await change(id, { title: 'On oil and wax', slug: '' })).slug).toBe('on-drying-wood')
    await takeBack(anna.ctx, { id })
    expect((await change(id, { slug: 'another' })).slug).toBe('another')
  })

  it('keeps the day on which it came out, however often it is published', async () => {
    const { id } = await aPostThatIsOut()
    await world
      .ctx()
      .db.update(posts)
      .set({ outAt: new Date('2026-01-02T10:00:00Z') })
    await comeOut(anna.ctx, { id }, {})
    expect((await rowOf(id))?.outAt?.toISOString()).toBe('2026-01-02T10:00:00.000Z')
  })

  it('needs words', async () => {
    const { id } = await begin({ words: ' \n ' })
    await expect(comeOut(anna.ctx, { id }, {})).rejects.toMatchObject({ issues: [{ path: 'words' }] })
  })
})

describe('a post that is set for later', () => {
  it('SIT-3 is not to be seen before its time, and comes out within a minute of it as it was when that was set', async () => {
    await openSite()
    const { id, slug } = await begin()
    await comeOut(anna.ctx, { id }, { at: `${new Date().getUTCFullYear() + 1}-03-06T18:00` })
    await aMinuteLater()
    expect((await get(`/blog/${slug}`)).status).toBe(404)
    expect(await read('')).not.toContain('On drying wood')
    await change(id, { words: 'Not looked at.' })
    await world.ctx().db.update(posts).set({ outAt: sql`now() + interval '80 milliseconds'` })
    await aMinuteLater()
    await new Promise((passed) => setTimeout(passed, 100))
    await aMinuteLater()
    expect(await read(`/blog/${slug}`)).toContain('It takes a <em>year</em>')
  })

  const at = async (clock: string, now: string) => {
    await world.ctx().db.update(members).set({ timeZone: 'Europe/Madrid' }).where(eq(members.id, anna.id))
    const { id } = await begin()
    await comeOut({ ...anna.ctx, now: new Date(now) }, { id }, { at: clock })
    return (await rowOf(id))?.outAt?.toISOString()
  }

  it('comes out on the clock of its writer', async () => {
    expect(await at('2027-01-10T18:00', '2027-01-01T00:00:00Z')).toBe('2027-01-10T17:00:00.000Z')
    expect(await at('2027-07-10T18:00', '2027-01-01T00:00:00Z')).toBe('2027-07-10T16:00:00.000Z')
  })

  it('at an hour that clocks jump over comes out after the jump; at one that comes twice, the first time', async () => {
    expect(await at('2027-03-28T02:30', '2027-01-01T00:00:00Z')).toBe('2027-03-28T01:30:00.000Z')
    expect(await at('2027-10-31T02:30', '2027-01-01T00:00:00Z')).toBe('2027-10-31T00:30:00.000Z')
  })

  it('is refused where that is over, or further away than anybody plans', async () => {
    await expect(at('2026-12-31T23:00', '2027-01-01T00:00:00Z')).rejects.toMatchObject({ issues: [{ path: 'at' }] })
    await expect(at('2031-01-01T00:00', '2027-01-01T00:00:00Z')).rejects.toMatchObject({ issues: [{ path: 'at' }] })
  })
})

describe('two windows on one post', () => {
  it('lose no text: the second one is told, and what it takes the place of is kept', async () => {
    const { id, version } = await begin()
    const text = (words: string, version: number) =>
      changePost(anna.ctx, { id }, ChangedPost.parse({ title: 'On wood', words, tags: [], version }))
    await text('Of the first window', version)
    await expect(text('Of the second window', version)).rejects.toMatchObject({
      status: 409,
      code: 'changed_elsewhere',
    })
    await text('Of the second window', version + 1)
    const [last] = await historyOf(id)
    expect((await readVersion(anna.ctx, { id, number: last ?? 0 })).words).toBe('Of the first window')
  })

  it('that save at once are one after the other, and one is told', async () => {
    const { id } = await begin()
    const both = await Promise.allSettled([change(id, { words: 'one' }), change(id, { words: 'two' })])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})

describe('what a post said before', () => {
  it('is kept whenever somebody saves by hand, and comes back without losing what it says now', async () => {
    const { id } = await begin({ words: 'one' })
    await change(id, { words: 'two' })
    await change(id, { title: 'On oil', words: 'three' })
    expect(await historyOf(id)).toEqual([2, 1])
    await bringBack(anna.ctx, { id, number: 1 })
    expect(await readPost(anna.ctx, { id })).toMatchObject({ title: 'On drying wood', words: 'one', version: 4 })
    expect(await historyOf(id)).toEqual([3, 2, 1])
  })

  it('is kept every ten minutes while it saves by itself, and whenever much of it goes', async () => {
    const { id } = await begin({ words: 'one' })
    for (const words of ['one two', 'one two three', 'a'.repeat(500)]) await change(id, { words, byHand: false })
    expect(await historyOf(id)).toEqual([1])
    await change(id, { words: 'gone', byHand: false })
    expect(await historyOf(id)).toEqual([4, 1])
    await world.ctx().db.update(postVersions).set({ keptAt: sql`now() - interval '11 minutes'` })
    await change(id, { words: 'gone again', byHand: false })
    expect(await historyOf(id)).toEqual([5, 4, 1])
  })

  it('is the last forty', async () => {
    const { id } = await begin({ words: '0' })
    for (let n = 1; n <= 45; n++) await change(id, { words: `${n}` })
    const kept = await historyOf(id)
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([40, 45, 6])
  })

  it('V8.2.2 is for nobody else', async () => {
    const { id } = await begin()
    await change(id, { words: 'two' })
    const bo = await aMember(world)
    for (const [method, path] of [
      ['GET', 'versions/1'],
      ['PUT', 'versions/1/back'],
    ] as const)
      expect((await problemOf(await bo.send(method, `/api/posts/${id}/${path}`))).code).toBe('not_found')
    await expect(readVersion(anna.ctx, { id, number: 99 })).rejects.toMatchObject({ status: 404 })
    await expect(bringBack(anna.ctx, { id, number: 99 })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a picture in a post', () => {
  it('is a file of the site, with the words of its writer, and leaves it with the text', async () => {
    const picture = await aFile(world, anna)
    await openSite()
    const { id, slug } = await aPostThatIsOut({ words: pictureInWords(picture, 'Ash [split] in two') })
    await aMinuteLater()
    const page = await read(`/blog/${slug}`)
    expect(page).toMatch(/<img[^>]*alt="Ash \[split\] in two"/)
    const [, src = ''] = /<img[^>]*src="[^"]*\/@[^/]+(\/i\/[^"]+)"/.exec(page) ?? []
    expect((await get(src)).status).toBe(200)
    expect(await read('/feed.json')).toContain(`${world.env.ORIGIN}/@${await handleOf()}${src}`)
    await change(id, { words: 'It was cut out.' })
    await comeOut(anna.ctx, { id }, {})
    await aMinuteLater()
    expect((await get(src)).status).toBe(404)
  })

  it('of somebody else is only its words', async () => {
    const theirs = await aFile(world, await aMember(world))
    await openSite()
    const { slug } = await aPostThatIsOut({ words: pictureInWords(theirs, 'Not mine') })
    await aMinuteLater()
    const page = await read(`/blog/${slug}`)
    expect([page.includes('Not mine'), page.includes(theirs)]).toEqual([true, false])
  })

  it('that came with a form stands at its end', async () => {
    const picture = await aFile(world, anna, { alt: 'Ash, split' })
    const { id, version } = await begin()
    const wish = { title: 'On wood', words: 'First\r\nthis.', tags: [], version, slug: undefined, files: [picture] }
    await changeByForm(anna.ctx, { id }, wish)
    expect((await rowOf(id))?.words).toBe(`First\r\nthis.\n\n![](/media/m/${picture}/file)`)
  })

  it('stays while the post has it, and is not swept away', async () => {
    const picture = await aFile(world, anna)
    const { id } = await begin({ words: pictureInWords(picture, 'Ash') })
    expect((await anna.send('DELETE', `/api/media/${picture}`)).status).toBe(409)
    await change(id, { words: 'Without it.' })
    expect((await anna.send('DELETE', `/api/media/${picture}`)).status).toBe(409)
    await removePost(anna.ctx, { id })
    expect((await anna.send('DELETE', `/api/media/${picture}`)).status).toBe(200)
  })
})

describe('the list of one’s posts', () => {
  it('goes on where it stopped, by what they are', async () => {
    for (let n = 0; n < 30; n++) await begin({ title: `Post ${n}` })
    await aPostThatIsOut({ title: 'Out' })
    const listed = async (query: string) => (await anna.request(`/api/posts${query}`)).json<PostPage>()
    const first = await listed('')
    const rest = await listed(`?after=${encodeURIComponent(first.next ?? '')}`)
    expect([first.posts.length, rest.posts.length, rest.next]).toEqual([24, 7, null])
    expect(new Set([...first.posts, ...rest.posts].map(({ id }) => id)).size).toBe(31)
    expect((await listed('?state=out')).posts.map(({ title }) => title)).toEqual(['Out'])
  })

  it('costs one round trip, and so does saving', async () => {
    const { id, version } = await begin()
    const cost = (answer: Response) => /desc="(\d+)"/.exec(answer.headers.get('Server-Timing') ?? '')?.[1]
    const body = { title: 'On wood', words: 'two', tags: ['wood'], version }
    const answers = [await anna.request('/api/posts'), await anna.send('PUT', `/api/posts/${id}`, body)]
    expect(answers.map((answer) => [answer.status, cost(answer)])).toEqual([
      [200, '1'],
      [200, '1'],
    ])
  })
})
