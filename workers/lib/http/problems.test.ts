import { beforeEach, describe, expect, it } from 'vitest'
import { DatabaseUnavailable } from '#db/patience.ts'
import { front } from '#workers/front.ts'
import type { Ctx } from '../context.ts'
import { conflict } from '../errors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { asking, aWorld, post, type World } from '../testing/world.ts'

let world: World
beforeEach(async () => {
  world = await aWorld()
})

const SECRET = 'the vault opens with 4711'

// The same house, but everything it asks the database fails with what is given.
function aHouseWhere(fails: () => unknown, pages = () => new Response('a page')) {
  const broken = new Proxy(world.ctx().db, {
    get: (db, name) => (name === 'execute' || name === 'with' ? fails : Reflect.get(db, name, db)),
  })
  const house = front((_env, _execution, id): Ctx => ({ ...world.ctx({ kind: 'guest' }, id), db: broken }), pages)
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

  it.each(faults)('B86 is answered with 500 on a page too: %s', async (_, fails) => {
    const ask = aHouseWhere(fails, fails as () => Response)
    const answer = await ask('/somewhere')
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('4711')
  })

  it('V16.5.4 answers even when the request cannot be opened at all', async () => {
    const house = front(
      () => {
        throw new Error(SECRET)
      },
      () => new Response('a page'),
    )
    const answer = await house.request('/api/health', {}, world.env)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('4711')
  })

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
    const answer = await aHouseWhere(() => Promise.reject(conflict('This was taken already.')))('/api/skills')
    expect(await problemOf(answer)).toMatchObject({ status: 409, code: 'conflict', detail: 'This was taken already.' })
    expect(world.lines.filter((line) => line.includes('request failed'))).toHaveLength(0)
  })
})
