import { globSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { aMember, type Somebody } from './lib/testing/people.ts'
import { problemOf } from './lib/testing/promises.ts'
import { aWorld, fromOurPage, type World } from './lib/testing/world.ts'
import { PAGES, pageAt } from './pages.ts'

// What a page shows when it cannot show itself: nobody asks for these by name.
const SORRY = ['/404', '/500']

const FILES = globSync('site/pages/**/*.{astro,ts}')
  .filter((file) => !/\/_[^/]+$/.test(file))
  .map((file) => ({ file, address: addressOf(file), source: readFileSync(file, 'utf8') }))
  .filter(({ address }) => !SORRY.includes(address))

function addressOf(file: string) {
  const path = file
    .slice('site/pages'.length)
    .replace(/\.(astro|ts)$/, '')
    .replace(/\/index$/, '')
  return path.replace(/\[(\w+)\]/g, ':$1') || '/'
}

const listed = new Map(PAGES)
const example = (address: string) => address.replace(/:\w+/g, 'a-name')

describe('the pages of the house', () => {
  it('V16.5.3 are exactly those with a line in workers/pages.ts', () => {
    const addresses = FILES.map(({ address }) => address)
    expect([...listed.keys()].sort()).toEqual(addresses.sort())
    expect(listed.size).toBe(PAGES.length)
  })

  it('are each held by their own line and by no other', () => {
    for (const [address, rule] of PAGES) {
      expect(pageAt(example(address)), address).toBe(rule)
      if (address !== '/') expect(pageAt(`${example(address)}/`), address).toBe(rule)
    }
  })

  it('of people in charge are theirs, those of members are theirs', () => {
    for (const [address, rule] of PAGES) {
      if (/^\/admin(\/|$)/.test(address)) expect(rule.for, address).toBe('admins')
      if (/^\/organise(\/|$)/.test(address)) expect(rule.for, address).toBe('organisers')
      if (/^\/(settings|inbox|home|welcome|looking|prove)(\/|$)/.test(address))
        expect(rule.for, address).toBe('members')
    }
  })

  it('that ask for a member are only open to somebody who is one', () => {
    for (const { address, source } of FILES)
      if (source.includes('memberCtx(Astro)'))
        expect(['members', 'mentors', 'organisers', 'admins'], address).toContain(listed.get(address)?.for)
  })

  it('take a form exactly where one is read', () => {
    const reads = /\b(posted|postedOneOf)[(<]|readForm\(|method === 'POST'/
    for (const { address, source } of FILES) {
      const takes = reads.test(source) || source.includes(`method="post" action="${address}"`)
      expect([address, listed.get(address)?.form ?? false]).toEqual([address, takes])
    }
  })
})

describe('an address that no page has', () => {
  let world: World
  let admin: Somebody
  beforeAll(async () => {
    world = await aWorld()
    admin = await aMember(world, { roles: ['participant', 'organiser', 'admin'] })
  })

  const NOWHERE = [
    '/debug',
    '/.git/HEAD',
    '/.env',
    '/.dev.vars',
    '/wrangler.toml',
    '/_worker.js',
    '/entry.mjs.map',
    '/__scheduled',
    '/cdn-cgi/handler/scheduled',
    '/openapi.json',
    '/404',
    '/500',
    '/administrator',
    '/admin-old',
    '/admin/debug',
    '/admin/.git/HEAD',
    '/organiser',
    '/settings/x.css',
    '/settings/account/x.js',
    '/home.html',
    '/home/index.html',
    '/inbox/index.html',
    '/members/index.html',
    '/works/never.html',
    '/account/x.css',
    '/inbox/a/b;.png',
    '/members/a/x.css',
    '/members/a;.png',
  ]

  it.each(NOWHERE)('B27 B87 V16.5.3 is not there for anybody, and is kept nowhere: %s', async (path) => {
    for (const ask of [world.request, admin.request])
      for (const method of ['GET', 'HEAD', 'POST']) {
        const answer = await ask(path, { method, headers: fromOurPage })
        expect(answer.status, method).toBe(404)
        expect(answer.headers.get('Cache-Control')).toBe('no-store')
      }
  })

  const GUARDED = PAGES.filter(([, rule]) => !['everyone', 'visitors'].includes(rule.for)).map(([address]) => address)

  it.each(GUARDED)('B52 opens no more than its plain spelling does: %s', async (address) => {
    const path = example(address)
    const plain = await world.request(path)
    expect([plain.status, (await problemOf(plain)).code]).toEqual([401, 'not_signed_in'])
    for (const trick of tricksWith(path)) {
      const answer = await world.request(trick)
      expect([401, 404], trick).toContain(answer.status)
      const posted = await world.request(trick, { method: 'POST', headers: fromOurPage, body: '{}' })
      expect([401, 404, 405], trick).toContain(posted.status)
    }
  })

  it('B52 sends a guest with a browser to sign in, and tells a program that it has to', async () => {
    for (const path of ['/admin', '/admin/', '/%61dmin', '/x/../admin', '/settings/account', '/organise']) {
      const page = await world.request(path, { headers: { Accept: 'text/html' } })
      expect([page.status, page.headers.get('Location')], path).toEqual([
        303,
        expect.stringMatching(/^\/sign-in\?next=%2F/),
      ])
      expect((await world.request(path)).status).toBe(401)
    }
  })
})

function tricksWith(path: string) {
  const [, first = ''] = path
  const code = first.charCodeAt(0).toString(16)
  return [
    `/${path}`,
    `//${path}`,
    `${path}//`,
    `${path}/.`,
    `/.${path}`,
    `/x/..${path}`,
    `/x/%2e%2e${path}`,
    `/%${code}${path.slice(2)}`,
    `/%25${code}${path.slice(2)}`,
    `/%2525${code}${path.slice(2)}`,
    `/%252f${path.slice(1)}`,
    `${path}%2f`,
    `${path}%2F..%2f`,
    `${path}%5c`,
    `/%5c${path.slice(1)}`,
    `/\\${path.slice(1)}`,
    `${path};x`,
    `${path};`,
    `${path}%3bx`,
    `${path}%20`,
    `${path}%09`,
    `${path}.html`,
    `${path}/index.html`,
    `${path}.`,
    path.toUpperCase(),
    path.replace(/^\/./, (start) => start.toUpperCase()),
    path.replace(/\/(?=[^/]*$)/, '//'),
    path.replace(/[a-z](?=[^/]*$)/, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
  ]
}
