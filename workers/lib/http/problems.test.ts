import { beforeAll, describe, expect, it, vi } from 'vitest'
import { DatabaseUnavailable } from '#db/patience.ts'
import { api } from '#workers/api.ts'
import { front } from '#workers/front.ts'
import type { Ctx } from '../context.ts'
import { conflict } from '../errors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { asking, aWorld, post, type World } from '../testing/world.ts'
import type { Pages } from './pages.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const SECRET = 'the vault opens with 4711'

// The same house, but everything it asks the database fails with what is given.
function aHouseWhere(fails: () => unknown, pages: Pages = async () => new Response('a page')) {
  const failing: Record<string, unknown> = {
    execute: fails,
    _: { session: { prepareQuery: () => ({ execute: fails }) } },
    with: () => ({ select: () => ({ from: fails }) }),
  }
  const { db } = world.ctx()
  const broken = new Proxy(db, { get: (_, name) => failing[String(name)] ?? Reflect.get(db, name) })
  const house = front((_env, _execution, id): Ctx => ({ ...world.ctx({ kind: 'guest' }, id), db: broken }), pages, api)
  return asking(house, world.env)
}

const circular: Record<string, unknown> = { vault: SECRET }
circular.self = circular

const faults: [string, () => unknown][] = [
  ['an error', () => Promise.reject(new Error(SECRET))],
  [
    'an error thrown at once',
    () => {
      throw new Error(SECRET)
    },
  ],
  [
    'an error with a circular cause',
    () => {
      const error = new Error(SECRET)
      error.cause = error
      throw error
    },
  ],
  ['an error of Postgres', () => Promise.reject(Object.assign(new Error(SECRET), { code: '42P01', detail: SECRET }))],
  [
    'a string',
    () => {
      throw SECRET
    },
  ],
  ['a rejected string', () => Promise.reject(SECRET)],
  ['nothing', () => Promise.reject()],
  [
    'null',
    () => {
      throw null
    },
  ],
  ['an object that contains itself', () => Promise.reject(circular)],
  [
    'a symbol',
    () => {
      throw Symbol(SECRET)
    },
  ],
]

describe('something unexpected goes wrong', () => {
  it.each(faults)('B86 is answered with 500, told to nobody, and logged once: %s', async (_, fails) => {
    const ask = aHouseWhere(fails)
    for (const [path, init] of [
      ['/api/skills', {}],
      ['/api/newsletter', post({ email: 'a@example.org' })],
    ] as const) {
      world.lines.length = 0
      const answer = await ask(path, init)
      expect(answer.status).toBe(500)
      const text = await answer.clone().text()
      expect(text).not.toContain('4711')
      expect(text).not.toMatch(/\.ts|at \w+ \(|select|insert/i)
      expect((await problemOf(answer)).code).toBe('unexpected')
      expect(world.lines.filter((line) => line.includes('request failed'))).toHaveLength(1)
    }
  })

  it.each(faults)('B86 leaves the next request as it was: %s', async (_, fails) => {
    await aHouseWhere(fails)('/api/skills')
    expect((await world.request('/api/skills')).status).toBe(200)
  })

  it.each(faults)('B86 is told by a page where a page was asked for, and logged once: %s', async (_, fails) => {
    const page: Pages = async (_c, _request, refusal) => {
      if (refusal) return new Response(`<h1>${refusal.message}</h1>`, { headers: { 'Content-Type': 'text/html' } })
      await fails()
      return new Response()
    }
    world.lines.length = 0
    const answer = await aHouseWhere(fails, page)('/skills', { headers: { Accept: 'text/html' } })
    expect(answer.status).toBe(500)
    const text = await answer.text()
    expect(text).toContain('<h1>')
    expect(text).not.toContain('4711')
    expect(world.lines.filter((line) => line.includes('failed'))).toHaveLength(1)
  })

  it.each(['text/html', '*/*'])(
    'V16.5.4 answers even when the page that should tell it fails too: %s',
    async (Accept) => {
      for (const [, fails] of faults) {
        const page: Pages = async () => {
          await fails()
          return new Response()
        }
        const answer = await aHouseWhere(fails, page)('/skills', { headers: { Accept } })
        expect(answer.status).toBe(500)
        expect(await answer.text()).not.toContain('4711')
      }
    },
  )

  it.each(['text/html', 'application/json'])(
    'V16.5.4 answers even when the request cannot be opened: %s',
    async (Accept) => {
      const house = front(
        () => {
          throw new Error(SECRET)
        },
        async () => new Response('a page'),
        api,
      )
      const told = vi.spyOn(console, 'error').mockImplementation(() => {})
      for (const path of ['/api/health', '/']) {
        const answer = await asking(house, world.env)(path, { headers: { Accept } })
        expect(answer.status).toBe(500)
        expect(await answer.text()).not.toContain('4711')
      }
      expect(told).toHaveBeenCalledTimes(2)
      told.mockRestore()
    },
  )

  it('B86 changes nothing', () =>
    expectNoChange(world, () =>
      aHouseWhere(() => Promise.reject(new Error(SECRET)))('/api/newsletter', post({ email: 'a@example.org' })),
    ))
})

describe('the database is away', () => {
  it('F1 is answered with 503 and when to come back, without its reason', async () => {
    const ask = aHouseWhere(() => Promise.reject(new Error('Failed query', { cause: new DatabaseUnavailable(SECRET) })))
    for (const [path, init] of [
      ['/api/skills', {}],
      ['/api/newsletter', post({ email: 'a@example.org' })],
    ] as const) {
      const answer = await ask(path, init)
      expect(answer.status).toBe(503)
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
      expect(await answer.text()).not.toContain('4711')
    }
  })
})

describe('something is refused', () => {
  it('is told with its code and sentence, and is no error in the log', async () => {
    world.lines.length = 0
    const answer = await aHouseWhere(() => Promise.reject(conflict('This was taken already.')))('/api/skills')
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'conflict', detail: 'This was taken already.' })
    expect(world.lines.filter((line) => line.includes('request failed'))).toHaveLength(0)
  })
})
