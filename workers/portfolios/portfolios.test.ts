import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { members } from '#db/schema/people.ts'
import { siteBuilds, siteChanges, sites } from '#db/schema/portfolios/sites.ts'
import { projects } from '#db/schema/projects.ts'
import { aListing, aSale, aWork } from '#workers/lib/testing/market.ts'
import { bucketOf } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { changeHandle } from '#workers/people/handles/handles.ts'
import { build } from './building.ts'
import { collectOld } from './collecting.ts'
import { Design } from './design.ts'
import { buildChanged } from './following.ts'
import { readMySite } from './own.ts'
import { point } from './pointing.ts'
import { previewLink } from './preview.ts'
import { close, goBack, keepDesign, publish } from './sites.ts'
import { signAt } from './storage.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
})

const handleOf = async () =>
  (await world.ctx().db.select({ handle: members.handle }).from(members).where(eq(members.id, anna.id)))[0]?.handle ??
  ''
const site = async () => (await world.ctx().db.select().from(sites).where(eq(sites.memberId, anna.id)))[0]
const arrange = async (design: object = {}) =>
  keepDesign(anna.ctx, { design: Design.parse(design), version: (await site())?.version ?? 0 })
const get = async (path = '', headers: Record<string, string> = {}) =>
  world.request(`/@${await handleOf()}${path}`, { headers })
const read = async (path = '') => (await get(path)).text()

async function openSite(design: object = {}) {
  await arrange(design)
  await publish(anna.ctx)
  await world.settle()
}

// What the minute's cron does.
async function aMinuteLater() {
  await buildChanged(world.ctx())
  await world.settle()
}

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
    expect([...bucketOf(world).kept.keys()].filter((key) => key.includes(anna.id))).toEqual([])
  })
})

describe('the preview', () => {
  const preview = (path = '') => world.request(previewLink(anna.ctx) + path)

  it('shows what nobody else sees yet, in the sandbox, with its style and its pictures', async () => {
    await openSite({ line: 'As it was' })
    await arrange({ line: 'As it will be' })
    const page = await (await preview()).text()
    expect(page).toContain('As it will be')
    const [, style = ''] = /href="[^"]*\/site-preview\/[^/]+(\/a\/[^"]+)"/.exec(page) ?? []
    expect((await preview(style)).headers.get('Content-Type')).toMatch(/^text\/css/)
    expect((await preview('/about')).headers.get('Content-Security-Policy')).toMatch(/sandbox.*frame-ancestors 'self'/)
  })

  it('is there before anything was kept', async () => {
    expect((await preview()).status).toBe(200)
  })

  it('V8.2.2 is for nobody with a link that is cut off, somebody else’s or too old', async () => {
    const link = previewLink(anna.ctx)
    const old = previewLink({ ...anna.ctx, now: new Date(Date.now() - 3 * 3_600_000) })
    for (const one of [link.slice(0, -2), `${link}x`, '/site-preview/nobody', old])
      expect((await world.request(one)).status).toBe(404)
  })
})

describe('the sign at an address', () => {
  it('F26 of two that are written at once is the later truth', async () => {
    await openSite()
    const handle = await handleOf()
    const { put } = bucketOf(world)
    let isFirst = true
    Object.assign(world.env.MEDIA, {
      put: async (...given: Parameters<typeof put>) => {
        if (isFirst && given[0] === signAt(handle)) {
          isFirst = false
          await world
            .ctx()
            .db.update(sites)
            .set({ state: 'closed', build: null, turn: sql`${sites.turn} + 1` })
          await point(world.ctx(), { id: anna.id })
        }
        return put(...given)
      },
    })
    bucketOf(world).kept.delete(signAt(handle))
    await point(world.ctx(), { id: anna.id })
    Object.assign(world.env.MEDIA, { put })
    expect((await get()).status).toBe(404)
  })
})

describe('an answer from a site', () => {
  it('B57 is in the sandbox, whatever it says', async () => {
    await aWork(anna)
    await openSite()
    const { headers } = await get()
    const asked: [string, Record<string, string>][] = [
      ['', {}],
      ['/', {}],
      ['/nowhere', {}],
      ['', { 'If-None-Match': headers.get('ETag') ?? '' }],
      ['', { Range: 'bytes=0-9' }],
    ]
    const found = await Promise.all(asked.map(([path, asking]) => get(path, asking)))
    expect(found.map(({ status }) => status)).toEqual([200, 308, 404, 304, 200])
    for (const answer of [
      ...found,
      await world.request('/@nobody-here'),
      await world.request(`/@${await handleOf()}`, { method: 'POST' }),
    ]) {
      expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
      expect(answer.headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('B56 is no script, and nothing for a service worker', async () => {
    await openSite()
    expect((await get('', { 'Service-Worker': 'script' })).status).toBe(404)
    expect((await get('/sw.js')).headers.get('Content-Type')).toMatch(/^text\/html/)
  })

  it('F21 is an honest 503 while storage is away', async () => {
    await openSite()
    const { get: read } = bucketOf(world)
    Object.assign(world.env.MEDIA, { get: async () => Promise.reject(new Error('storage is away')) })
    const answer = await get()
    Object.assign(world.env.MEDIA, { get: read })
    expect(answer.status).toBe(503)
  })

  it('is the style of the build before for a page that is open, and no page of it', async () => {
    await openSite({ about: 'Soon taken back', theme: 'wall' })
    const style = /a\/[0-9a-f]{32}\.css/.exec(await read())?.[0]
    const digest = (await get('/about')).headers.get('ETag')?.slice(-33, -1)
    await openSite({ theme: 'notebook' })
    expect((await get(`/${style}`)).status).toBe(200)
    expect((await get(`/a/${digest}.css`)).status).toBe(404)
  })

  it('asks nothing of the database', async () => {
    await openSite()
    expect((await get()).headers.get('Server-Timing')).toContain('desc="0"')
  })

  it('SIT-2 says that machines may not learn from it, unless its member lets them', async () => {
    await openSite()
    expect([(await get()).headers.get('TDM-Reservation'), (await read()).includes('noai')]).toEqual(['1', true])
    await arrange({ mayTrain: true })
    await publish(anna.ctx)
    await world.settle()
    expect([(await get()).headers.get('TDM-Reservation'), (await read()).includes('noai')]).toEqual([null, false])
  })
})
