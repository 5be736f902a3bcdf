import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { posts } from '#db/schema/portfolios/posts.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import { addressesOfPage } from '#site/portfolio/crawling.ts'
import { SECURITY_HEADERS } from '#workers/lib/http/security-headers.ts'
import { aWork } from '#workers/lib/testing/market.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { changeHandle } from '#workers/people/handles/handles.ts'
import { hostOf } from './addresses.ts'
import { Design } from './design.ts'
import { buildChanged } from './following.ts'
import { SITE_HEADERS } from './site-headers.ts'
import { keepDesign, publish } from './sites.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  Object.assign(world.env, { PORTFOLIO_ORIGIN: '', SITE_DOMAINS: '' })
  anna = await aMember(world, { handle: 'anna', name: 'Anna Weaver' })
  await world.env.MEDIA.put('works/bowl.webp', 'a picture of a bowl')
  await aWork(anna, 'A quiet bowl')
  const words = 'See [the market](/market).'
  await world
    .ctx()
    .db.insert(posts)
    .values({ memberId: anna.id, slug: 'drying', title: 'Drying', words, outAt: new Date() })
  await keepDesign(anna.ctx, { design: Design.parse({}), version: 0 })
  await publish(anna.ctx)
  await world.settle()
})

const APART = { PORTFOLIO_ORIGIN: 'https://sites.test' }
const OWN = { SITE_DOMAINS: 'anna.example=anna, bo.example = @bo' }

// As after a deploy: a minute later every site is at its new address.
async function configure(config: Record<string, string>) {
  Object.assign(world.env, config)
  await buildChanged(world.ctx())
  await world.settle()
}

const execution = { waitUntil: () => {}, passThroughOnException: () => {}, props: {} }
const ask = async (address: string, init: RequestInit = {}) => world.house.request(address, init, world.env, execution)
const leads = async (address: string) => {
  const answer = await ask(address)
  return [answer.status, answer.headers.get('Location')]
}
const read = async (address: string) => (await ask(address)).text()

describe('sites on an origin of their own', () => {
  beforeEach(() => configure(APART))

  it('are there, with every address of theirs on it', async () => {
    const page = await read('https://sites.test/@anna/blog/drying')
    expect(page).toContain('rel="canonical" href="https://sites.test/@anna/blog/drying"')
    expect(page).toContain('href="https://guildhall.test/market"')
    expect(await read('https://sites.test/@anna/sitemap.xml')).toContain('<loc>https://sites.test/@anna/work</loc>')
    expect(await read('https://sites.test/@anna/feed.xml')).toContain(
      '<link>https://sites.test/@anna/blog/drying</link>',
    )
  })

  it('are led to from where they were', async () => {
    expect(await leads('https://guildhall.test/@anna/about?from=mail')).toEqual([
      308,
      'https://sites.test/@anna/about?from=mail',
    ])
    expect(await leads('https://sites.test/@ANNA/about/')).toEqual([308, 'https://sites.test/@anna/about'])
    await changeHandle(anna.ctx, { handle: 'anna-turns' })
    await buildChanged(world.ctx())
    await world.settle()
    expect(await leads('https://sites.test/@anna/about')).toEqual([308, 'https://sites.test/@anna-turns/about'])
  })

  it('lead to the house for whoever has no site', async () => {
    expect(await leads('https://sites.test/@nobody')).toEqual([302, 'https://guildhall.test/members/nobody'])
  })

  it.each([
    '/',
    '/sign-in',
    '/api/site',
    '/api/openapi.json',
    '/media/works/bowl.webp',
    '/works',
    '/write/anna',
    '//@anna',
  ])('B52 have nothing else of the house beside them: %s', async (path) => {
    const answer = await ask(`https://sites.test${path}`, { headers: { Cookie: anna.cookie } })
    expect([answer.status, await answer.text()]).toEqual([404, 'Nothing hangs here.'])
  })
})

describe('a site on a domain of its own', () => {
  beforeEach(() => configure(OWN))

  it('SIT-1 has no link, picture, style or feed that leads nowhere', async () => {
    for (const path of ['', 'work', 'about', 'blog/drying'])
      for (const address of addressesOfPage(await read(`https://anna.example/${path}`))) {
        const { host, href } = new URL(address, `https://anna.example/${path}`)
        if (host === 'anna.example') expect([path, href, (await ask(href)).status]).toEqual([path, href, 200])
      }
    expect(await read('https://anna.example/')).toContain('rel="canonical" href="https://anna.example"')
    expect(await read('https://anna.example/feed.xml')).toContain('<link>https://anna.example/blog/drying</link>')
    expect(await read('https://anna.example/sitemap.xml')).toContain('<loc>https://anna.example/work</loc>')
  })

  it('is led to from every address it had', async () => {
    expect(await leads('https://guildhall.test/@anna/work?a=1')).toEqual([308, 'https://anna.example/work?a=1'])
    expect(await leads('https://anna.example/@anna/work')).toEqual([308, 'https://anna.example/work'])
    expect(await leads('https://anna.example/about/')).toEqual([308, 'https://anna.example/about'])
    expect(await leads('https://anna.example/index.html')).toEqual([308, 'https://anna.example/'])
  })

  it('has a page of its own for what is not there, and for nothing of the house', async () => {
    for (const path of ['/gone', '/api/site', '/sign-in', '/@bo', '/@annabel']) {
      const answer = await ask(`https://anna.example${path}`)
      expect([path, answer.status]).toEqual([path, 404])
      expect(await answer.text()).toContain('Nothing hangs here')
    }
  })

  it('tells search engines where its map is', async () => {
    expect(await read('https://anna.example/robots.txt')).toContain('Sitemap: https://anna.example/sitemap.xml')
  })

  it('is nobody’s while its member has no site', async () => {
    expect(await leads('https://bo.example/about')).toEqual([302, 'https://guildhall.test/members/bo'])
  })

  it('goes back to the house when the domain is taken away', async () => {
    await configure({ SITE_DOMAINS: '' })
    expect((await ask('https://guildhall.test/@anna/about')).status).toBe(200)
    expect(await read('https://guildhall.test/@anna')).toContain('rel="canonical" href="https://guildhall.test/@anna"')
  })

  it('is built anew once, and not every minute', async () => {
    const turns = async () => (await world.ctx().db.select().from(sites).where(eq(sites.memberId, anna.id)))[0]?.turn
    const before = await turns()
    await buildChanged(world.ctx())
    expect(world.queue).toEqual([])
    expect(await turns()).toBe(before)
  })
})

describe('every answer on a host for sites', () => {
  beforeEach(() => configure({ ...APART, ...OWN }))

  const ASKED: [string, RequestInit][] = [
    ['https://anna.example/', {}],
    ['https://anna.example/', { method: 'HEAD' }],
    ['https://anna.example/', { headers: { 'Service-Worker': 'script' } }],
    ['https://anna.example/gone', {}],
    ['https://anna.example/about/', {}],
    ['https://anna.example/', { method: 'POST', body: 'a=1' }],
    ['https://anna.example/robots.txt', {}],
    ['https://sites.test/', {}],
    ['https://sites.test/@anna', {}],
    ['https://sites.test/@nobody', {}],
    ['https://sites.test/api/sign-ins', { method: 'POST', body: '{}' }],
    ['https://sites.test/@anna', { method: 'DELETE' }],
  ]

  it.each(ASKED)('B57 is in the sandbox, and brings no cookie: %s %j', async (address, init) => {
    const answer = await ask(address, { ...init, headers: { Cookie: anna.cookie, ...init.headers } })
    for (const [name, value] of Object.entries({ ...SECURITY_HEADERS, ...SITE_HEADERS }))
      if (name !== 'Strict-Transport-Security') expect([name, answer.headers.get(name)]).toEqual([name, value])
    expect(answer.headers.get('Strict-Transport-Security')).toBe('max-age=31536000')
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })

  it('B57 also while storage is away, or too much is asked', async () => {
    Object.assign(world.env.MEDIA, { get: () => Promise.reject(new Error('R2 is away')) })
    const away = await ask('https://anna.example/')
    expect([away.status, away.headers.get('Content-Security-Policy')]).toEqual([
      503,
      SITE_HEADERS['Content-Security-Policy'],
    ])
    Object.assign(world.env, { READING: { limit: async () => ({ success: false }) } })
    expect((await ask('https://anna.example/')).status).toBe(429)
  })
})

describe('B26 a hostile host', () => {
  const env = { ORIGIN: 'https://guildhall.test', ...APART, ...OWN }

  it.each([
    ['anna.example', { of: 'anna' }],
    ['ANNA.example.', { of: 'anna' }],
    ['sites.test', 'sites'],
    ['sites.test.', 'sites'],
    ['guildhall.test', 'house'],
    ['evil.test', 'house'],
    ['anna.example.evil.test', 'house'],
    ['evil-anna.example', 'house'],
    ['www.anna.example', 'house'],
    ['anna.example:8080', 'house'],
    ['__proto__', 'house'],
    ['constructor', 'house'],
  ] as const)('%s is %j', (host, is) => expect(hostOf(env, host)).toEqual(is))

  it('is not made a site, nor named in what leads on, by headers it brings', async () => {
    await configure(OWN)
    for (const name of ['X-Forwarded-Host', 'X-Host', 'X-Original-Host', 'Forwarded']) {
      const answer = await ask('https://guildhall.test/@anna/about', { headers: { [name]: 'evil.test' } })
      expect(answer.headers.get('Location')).toBe('https://anna.example/about')
    }
    expect(await leads('https://evil.test/@anna')).toEqual([308, 'https://anna.example/'])
  })

  it('PORTFOLIO_ORIGIN that is the origin itself changes nothing', () => {
    const same = { ORIGIN: 'https://guildhall.test', PORTFOLIO_ORIGIN: 'https://guildhall.test' }
    expect(hostOf(same, 'guildhall.test')).toBe('house')
  })
})
