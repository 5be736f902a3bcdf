import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { routesAt, routesOf } from './lib/http/inventory.ts'
import { aKeeper } from './lib/testing/doors.ts'
import { aCircle } from './lib/testing/mentoring/circles.ts'
import { aProgram } from './lib/testing/mentoring/programs.ts'
import { problemOf } from './lib/testing/promises.ts'
import { expectNoChange } from './lib/testing/unchanged.ts'
import { aWorld, fromOurPage, ORIGIN, post, type World } from './lib/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const addresses = () => [
  ...new Set(
    routesOf(world.house)
      .filter(({ path, rule }) => path.startsWith('/api') && rule)
      .map(({ path }) => path.replace(/:\w+/g, 'a')),
  ),
]

const knows = (path: string, method: string) =>
  routesAt(routesOf(world.house), path).some((route) => route.method === method)

describe('a method that an address does not know', () => {
  it('B10 is refused with 405 and the methods it does know', () =>
    expectNoChange(world, async () => {
      for (const path of addresses())
        for (const method of ['PATCH', 'PUT', 'DELETE', 'PROPFIND', 'FOO', 'OPTIONS']) {
          if (knows(path, method)) continue
          const answer = await world.request(path, { method, headers: fromOurPage })
          expect(answer.status, `${method} ${path}`).toBe(405)
          expect(answer.headers.get('Allow'), path).toMatch(/^[A-Z]+(, [A-Z]+)*$/)
          expect(answer.headers.get('Allow')).not.toMatch(new RegExp(`\\b${method}\\b`))
        }
    }))

  it('B10 is refused by pages too: they are read, and only where a form is may something be posted', () =>
    expectNoChange(world, async () => {
      for (const [path, method, allowed] of [
        ['/skills', 'POST', 'GET, HEAD'],
        ['/', 'DELETE', 'GET, HEAD'],
        ['/api/docs', 'POST', 'GET, HEAD'],
        ['/newsletter', 'PUT', 'GET, HEAD, POST'],
      ] as const) {
        const answer = await world.request(path, { method, headers: fromOurPage })
        expect([answer.status, answer.headers.get('Allow')], `${method} ${path}`).toEqual([405, allowed])
      }
    }))

  it('is refused with 404 where there is no address', async () => {
    for (const path of ['/api', '/api/', '/api/nothing', '/api/openapiXjson', '/api/skills/a/b', '/api/health/'])
      expect((await world.request(path, { method: 'PATCH', headers: fromOurPage })).status, path).toBe(404)
  })
})

describe('HEAD', () => {
  it('B11 answers like GET, without a body', async () => {
    const quiet = (headers: Headers) =>
      Object.fromEntries([...headers].filter(([name]) => !['x-request-id', 'server-timing'].includes(name)))
    const readable = routesOf(world.house).filter(({ method, rule }) => method === 'GET' && rule)
    for (const { path } of readable) {
      const address = path.replace(/:\w+(\{.*\})?/g, 'a')
      const [get, head] = [await world.request(address), await world.request(address, { method: 'HEAD' })]
      expect(head.status, path).toBe(get.status)
      expect(quiet(head.headers), path).toEqual(quiet(get.headers))
      expect(await head.text()).toBe('')
    }
  })
})

describe('an address that is not written correctly', () => {
  const broken = ['%00', '%', '%zz', '%c0%af', '%ed%a0%80', '%ff', '%e2%82', 'a%00b', '%f8%88%80%80%80']

  it.each(broken)('B16 is refused with 400 in path and query, for pages and the API: %s', async (part) => {
    for (const path of [
      `/api/skills/${part}`,
      `/api/${part}`,
      `/${part}`,
      `/media/${part}`,
      `/api/skills?q=${part}`,
      `/?q=${part}`,
      `/api/skills?${part}=1`,
    ]) {
      const answer = await world.request(path)
      expect(answer.status, path).toBe(400)
      expect((await problemOf(answer)).code).toBe('bad_request')
    }
  })

  it('B16 is never answered with a 5xx, whatever it is', () =>
    fc.assert(
      fc.asyncProperty(fc.webPath(), fc.webQueryParameters(), async (path, query) => {
        expect((await world.request(`/api${path}?${query}`)).status).toBeLessThan(500)
      }),
      { numRuns: 100 },
    ))

  it.each(['id=1&id=2', 'q=a&q=b', 'q[]=1', 'q[a]=1', 'q=a&q[]=b', 'q=1&%71=2', 'after=x&after=y'])(
    'B15 is refused with 400 when a parameter comes twice: %s',
    async (query) => {
      const answer = await world.request(`/api/skills?${query}`)
      expect(answer.status).toBe(400)
      expect((await problemOf(answer)).code).toBe('duplicate_parameter')
    },
  )
})

describe('a cursor that was made up', () => {
  const id = '0199aaaa-0000-7000-8000-000000000001'
  const times = [
    '0000-01-01T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '9999-12-31T23:59:59.999999999Z',
    '2026-02-29T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T00:00:00+23:59',
    '2026-01-01T00:00:00-99:99',
    '2026-01-01',
    'now',
    'infinity',
    '1e9',
    '',
  ]
  const others = [
    '',
    '~',
    '~~~~',
    id,
    `${id}~`,
    `${id}~0~`,
    `${id}~NaN~a`,
    `${id}~Infinity~a`,
    `${id}~1e400~a`,
    `no-uuid~0~a`,
    'a'.repeat(401),
    `${id}~0~\u202e`,
  ]

  it('B48 B82 is refused or answered by every list, never with a 5xx', async () => {
    const lists = routesOf(world.house).filter(({ inputs }) =>
      inputs.some(({ schema }) => 'after' in Object(Reflect.get(schema, 'shape'))),
    )
    expect(lists.length).toBeGreaterThan(1)
    const keeper = await aKeeper(world)
    const { slug } = await aProgram(world, keeper)
    const circle = await aCircle(world, keeper)
    for (const path of lists.map((list) =>
      list.path
        .replace(':slug', slug)
        .replace('circles/:id', `circles/${circle}`)
        .replace('statements/:handle', `statements/${keeper.handle}`),
    ))
      for (const after of [...others, ...times.map((time) => `${id}~${time}`)]) {
        const { status } = await keeper.request(`${path}?${new URLSearchParams({ after })}`)
        expect([200, 422], `${path} ${after}`).toContain(status)
      }
  })
})

describe('headers that mean harm', () => {
  it('B19 are never given back', async () => {
    const evil = 'evil-canary'
    const answer = await world.request('/api/skills?q=x', {
      headers: {
        'X-Request-Id': evil,
        Origin: `https://${evil}`,
        'X-Forwarded-Host': evil,
        'CF-Ray': evil,
        Referer: `https://${evil}`,
      },
    })
    expect(JSON.stringify([...answer.headers])).not.toContain(evil)
    expect(await answer.text()).not.toContain(evil)
  })

  it('B20 change nothing about the answer', async () => {
    const plain = await (await world.request('/api/skills')).text()
    const strange: [string, string][] = [
      ['Accept', 'image/png'],
      ['Accept', '*/*;q=x'.repeat(500)],
      ['Accept-Language', 'xx-'.repeat(3400)],
    ]
    for (const header of strange) {
      const answer = await world.request('/api/skills', { headers: [header] })
      expect(answer.status).toBe(200)
      expect(await answer.text()).toBe(plain)
    }
  })

  it('B26 never reach a link in a mail', async () => {
    const headers = {
      Host: 'evil.test',
      'X-Forwarded-Host': 'evil.test',
      'X-Forwarded-Proto': 'http',
      Forwarded: 'host=evil.test',
    }
    await world.request('/api/newsletter', post({ email: 'host@example.org' }, headers))
    await world.settle()
    const letter = world.letters.at(-1)
    expect(letter?.to).toBe('host@example.org')
    expect(JSON.stringify(letter)).not.toContain('evil.test')
    expect(letter?.text).toContain(`${ORIGIN}/newsletter/confirm`)
  })

  it('B18 are answered even when there are five hundred cookies', async () => {
    const Cookie = Array.from({ length: 500 }, (_, n) => `c${n}=${n}`).join('; ')
    expect((await world.request('/api/skills', { headers: { Cookie } })).status).toBe(200)
  })
})

describe('an address that plays with the path', () => {
  it.each([
    '//api/health',
    '/api//health',
    '/api/./health/',
    '/API/health',
    '/api/health;x',
    '/api/health%2f',
    '/api/health/x.css',
    '/api/me/nonexistent.js',
    '/api/skills/a;.png',
    '/api/skills/a.css',
  ])('B27 B52 is not there, or is what its plain spelling is: %s', async (path) => {
    const answer = await world.request(path)
    if (new URL(path, 'https://x').pathname.startsWith('/api/')) {
      expect(answer.status).toBe(404)
      expect(answer.headers.get('Cache-Control')).toBe('no-store')
    } else expect(await answer.text()).not.toContain('"ok"')
  })

  it('B52 is the same address when its letters are merely encoded', async () => {
    expect((await world.request('/%61pi/health')).status).toBe(200)
    expect(
      (await world.request('/%61pi/newsletter', { method: 'POST', headers: { Origin: 'https://evil.test' } })).status,
    ).toBe(403)
  })
})

describe('a way into the house that nobody uses', () => {
  it.each(['/_image?href=https://evil.test/x.png', '/_actions/x', '/_server-islands/x'])(
    'B87 is closed: %s',
    async (path) => {
      for (const method of ['GET', 'POST'])
        expect((await world.request(path, { method, headers: fromOurPage })).status).toBe(404)
    },
  )
})

describe('every answer', () => {
  it('says how many round trips to the database it took', async () => {
    const answer = await world.request('/api/health')
    expect(answer.headers.get('Server-Timing')).toMatch(/^db;dur=[\d.]+;desc="\d+"$/)
  })

  it('V14.3.2 is kept nowhere when it refuses', async () => {
    for (const path of ['/api/nothing', '/api/skills/not-there', '/api/skills?limit=1'])
      expect((await world.request(path)).headers.get('Cache-Control')).toBe('no-store')
  })
})
