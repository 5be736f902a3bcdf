import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sites } from '#db/schema/portfolios/sites.ts'
import { projects } from '#db/schema/projects.ts'
import { copiesOf } from '#workers/lib/http/copies.ts'
import { fromTheEdge, type Serve } from '#workers/lib/http/edge-cache.ts'
import { aWork } from '#workers/lib/testing/market.ts'
import { bucketOf } from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter, webp } from '#workers/lib/testing/pictures.ts'
import { siteOf } from '#workers/lib/testing/sites.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { point } from './pointing.ts'
import { close, publish } from './sites.ts'
import { signAt } from './storage.ts'

let world: World
let anna: Somebody
const { handleOf, arrange, get, read, openSite } = siteOf(
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
    const digest = /[0-9a-f]{32}/.exec((await get('/about')).headers.get('ETag') ?? '')?.[0]
    await openSite({ theme: 'notebook' })
    expect((await get(`/${style}`)).status).toBe(200)
    expect((await get(`/a/${digest}.css`)).status).toBe(404)
  })

  const aSharedPicture = async () => {
    const slug = await aWork(anna)
    await world.ctx().db.update(projects).set({ picture: 'seed/works/bowl.webp' }).where(eq(projects.slug, slug))
    await world.env.MEDIA.put('seed/works/bowl.webp', webp)
    await openSite({ palette: 'moss' })
    const shared = /og:image" content="https:\/\/guildhall\.test\/@[^/]+(\/i\/shared[^"]+)"/
    return shared.exec(await read(`/work/${slug}`))?.[1] ?? ''
  }

  it('is the work whole on the ground of the site, for whoever shows a link to it; drawn once', async () => {
    const path = await aSharedPicture()
    const drawn: object[] = []
    Object.assign(world.env, { IMAGES: aPainter(drawn) })
    expect((await get(path)).headers.get('Content-Type')).toBe('image/jpeg')
    expect((await get(path)).status).toBe(200)
    expect(drawn).toHaveLength(1)
  })

  it('F21 is an honest 503 for such a picture while nobody draws, and the page stands all the same', async () => {
    const path = await aSharedPicture()
    const { IMAGES } = world.env
    Object.assign(world.env, { IMAGES: { input: () => expect.fail('the service that draws is away') } })
    const answers = [(await get(path)).status, (await get()).status]
    Object.assign(world.env, { IMAGES })
    expect(answers).toEqual([503, 200])
  })

  it('F21 is drawn again for the next one who asks, when it could not be kept', async () => {
    const path = await aSharedPicture()
    const drawn: object[] = []
    Object.assign(world.env, { IMAGES: aPainter(drawn) })
    const { put } = bucketOf(world)
    Object.assign(world.env.MEDIA, { put: async () => Promise.reject(new Error('workerd was killed')) })
    const first = (await get(path)).status
    Object.assign(world.env.MEDIA, { put })
    expect([first, (await get(path)).status, drawn.length]).toEqual([503, 200, 2])
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

describe('a copy of a page that the edge keeps', () => {
  beforeEach(() => void vi.spyOn(console, 'info').mockReturnValue(undefined))

  const anEdge = () => {
    const clock = { now: Date.now() }
    const house: Serve = (request) =>
      world.request(new URL(request.url).pathname, { headers: Object.fromEntries(request.headers) })
    const serve = fromTheEdge(house, copiesOf('this-build', undefined), () => clock.now)
    const env = { ENVIRONMENT: 'production' } as Env
    const execution = { waitUntil: () => {} } as never
    const ask = async (headers: HeadersInit = {}) =>
      serve(new Request(`https://guildhall.test/@${await handleOf()}`, { headers }), env, execution)
    return { clock, ask }
  }

  it('is in the sandbox like the page, and not sent again to whoever has it', async () => {
    await openSite()
    const { ask } = anEdge()
    const first = await ask()
    const again = await ask()
    expect([again.headers.get('Age'), again.headers.get('ETag')]).toEqual(['0', first.headers.get('ETag')])
    expect(again.headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(again.headers.get('X-Robots-Tag')).toBe('noai, noimageai')
    expect((await ask({ 'If-None-Match': first.headers.get('ETag') ?? '' })).status).toBe(304)
  })

  it('F27 is gone twenty seconds after its site was taken down', async () => {
    await openSite()
    const { clock, ask } = anEdge()
    expect((await ask()).status).toBe(200)
    await close(anna.ctx)
    await world.settle()
    clock.now += 20_000
    expect((await ask()).status).toBe(404)
    clock.now += 1000
    expect((await ask()).status).toBe(404)
  })

  it('F21 is better than nothing while storage is away', async () => {
    await openSite({ line: 'Bowls and spoons' })
    const { clock, ask } = anEdge()
    await ask()
    clock.now += 60_000
    const { get: readFile } = bucketOf(world)
    Object.assign(world.env.MEDIA, { get: async () => Promise.reject(new Error('storage is away')) })
    const answer = await ask()
    Object.assign(world.env.MEDIA, { get: readFile })
    expect([answer.status, (await answer.text()).includes('Bowls and spoons')]).toEqual([200, true])
  })
})
