import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, changing, type Door, jsonDoors, knock } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, ORIGIN, type World } from '../testing/world.ts'
import { routesAt, routesOf } from './inventory.ts'

let world: World
let doors: Door[]
beforeAll(async () => {
  world = await aWorld()
  doors = await jsonDoors(world)
})

const json = { 'Content-Type': 'application/json' }
const session = { Cookie: '__Host-access=somebody' }

const bodyFor = (name: string) => JSON.stringify(doors.find((door) => door.name === name)?.accepted ?? {})

const everyGuarded = async (send: (route: { method: string; path: string; body: string }) => Promise<void>) => {
  const guarded = changing(world).filter(({ rule }) => (rule?.calledFrom ?? 'our pages') === 'our pages')
  expect(guarded.length).toBeGreaterThan(0)
  await expectNoChange(world, async () => {
    for (const { method, path } of guarded)
      await send({ method, path: addressOf({ path }), body: bodyFor(`${method} ${path}`) })
  })
}

describe('a request that changes something and comes from elsewhere', () => {
  it.each<[string, Record<string, string>]>([
    ['nothing says where it comes from', session],
    ['a foreign origin', { Origin: 'https://evil.test' }],
    ['an opaque origin', { Origin: 'null' }],
    ['an empty origin', { Origin: '' }],
    ['our name inside theirs', { Origin: 'https://guildhall.test.evil.test' }],
    ['our name without encryption', { Origin: 'http://guildhall.test' }],
    ['our name on another port', { Origin: 'https://guildhall.test:8443' }],
    ['our name in capitals and a path', { Origin: 'https://GUILDHALL.TEST/' }],
    ['two origins', { Origin: `${ORIGIN}, https://evil.test` }],
    ['our origin, but the browser calls it cross-site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'cross-site' }],
    ['our origin, but the browser calls it same-site', { Origin: ORIGIN, 'Sec-Fetch-Site': 'same-site' }],
    ['an address typed by hand', { 'Sec-Fetch-Site': 'none' }],
    ['same-origin claimed with a foreign origin', { Origin: 'https://evil.test', 'Sec-Fetch-Site': 'same-origin' }],
    ['a referrer from us and nothing else', { Referer: `${ORIGIN}/newsletter` }],
    ['a forwarded host that claims to be us', { Origin: 'https://evil.test', 'X-Forwarded-Host': 'evil.test' }],
  ])('B21 B22 is refused with 403 and changes nothing: %s', (_, headers) =>
    everyGuarded(async ({ method, path, body }) => {
      const answer = await world.request(path, { method, body, headers: { ...json, ...session, ...headers } })
      expect(answer.status, path).toBe(403)
      expect((await problemOf(answer)).code).toBe('csrf')
    }),
  )

  it.each([undefined, 'text/plain', 'Application/X-WWW-Form-Urlencoded', 'multipart/form-data;x'])(
    'B23 is refused with 403 when it is sent the way a form can send it: %s',
    (type) =>
      everyGuarded(async ({ method, path, body }) => {
        const headers = { Origin: 'https://evil.test', ...(type && { 'Content-Type': type }) }
        expect((await world.request(path, { method, body, headers })).status, path).toBe(403)
      }),
  )

  it('B22 is refused for pages as for the API', async () => {
    const answer = await world.request('/newsletter', { method: 'POST', headers: { Origin: 'https://evil.test' } })
    expect(answer.status).toBe(403)
  })
})

describe('a request from our own pages', () => {
  it.each<Record<string, string>>([{ Origin: ORIGIN }, { 'Sec-Fetch-Site': 'same-origin' }])(
    'passes with %o',
    async (headers) => {
      for (const door of doors) {
        const unsaid = { Origin: undefined, 'Sec-Fetch-Site': undefined }
        const answer = await knock(world, door, JSON.stringify(await door.fresh()), { ...unsaid, ...headers })
        expect(answer.ok, door.name).toBe(true)
      }
    },
  )
})

describe('a preflight from elsewhere', () => {
  it.each(['https://evil.test', 'null', 'https://guildhall.test.evil.test', 'http://guildhall.test'])(
    'B24 learns nothing it could use: %s',
    async (origin) => {
      for (const { path, method } of changing(world)) {
        const answer = await world.request(addressOf({ path }), {
          method: 'OPTIONS',
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': method,
            'Access-Control-Request-Headers': 'content-type',
          },
        })
        expect(answer.status, path).toBe(405)
        expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
      }
    },
  )
})

describe('a change asked for by a mere link', () => {
  it('B25 is refused with 405 wherever there is nothing to read, and changes nothing anywhere', () =>
    expectNoChange(world, async () => {
      const routes = routesOf(world.house)
      for (const route of changing(world))
        for (const method of ['GET', 'HEAD']) {
          const answer = await world.request(`${addressOf(route)}?token=x`, { method })
          if (routesAt(routes, addressOf(route)).some((other) => other.method === 'GET')) continue
          expect(answer.status, route.path).toBe(405)
          expect(answer.headers.get('Allow')).toContain(route.method)
        }
    }))
})
