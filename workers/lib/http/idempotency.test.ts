import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressOf, aKeeper, changing, type Door, headersFor, isOnce, jsonDoors, knock } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { everything, expectNoChange } from '../testing/unchanged.ts'
import { aWorld, ORIGIN, post, type World } from '../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const ask = (email: string, key: string, headers = {}) =>
  world.request('/api/newsletter', post({ email }, { 'Idempotency-Key': key, ...headers }))

const facts = async () => {
  const { rows } = await world.ctx().db.execute(sql`select count(*)::int as n from events`)
  return rows[0].n
}

const aKey = () => crypto.randomUUID()

const rememberingDoors = async () => (await jsonDoors(world)).filter((door) => door.once)

describe('the same Idempotency-Key sent again', () => {
  it('B72 gives the answer of the first time and changes nothing, on every route that takes JSON', {
    timeout: 180_000,
  }, async () => {
    for (const door of await rememberingDoors()) {
      const key = { 'Idempotency-Key': aKey() }
      const first = await knock(world, door, JSON.stringify(door.accepted), key)
      expect(first.ok, door.name).toBe(true)
      await expectNoChange(world, async () => {
        for (let n = 0; n < 3; n++) {
          const again = await knock(world, door, JSON.stringify(door.accepted), key)
          expect(again.status, door.name).toBe(first.status)
          expect(await again.text(), door.name).toBe(await first.clone().text())
        }
      })
    }
  })

  it('B72 is refused with 409 when it asks for something else, and changes nothing', async () => {
    for (const door of await rememberingDoors()) {
      const key = { 'Idempotency-Key': aKey() }
      const body = JSON.stringify(await door.fresh())
      expect((await knock(world, door, body, key)).ok, door.name).toBe(true)
      await expectNoChange(world, async () => {
        const other = await knock(world, door, `${body} `, key)
        expect(other.status, door.name).toBe(409)
        expect((await problemOf(other)).code).toBe('idempotency_mismatch')
      })
    }
  })

  it('B72 is refused with 409 also when the first request had nothing to change', async () => {
    await ask('known@example.org', aKey())
    await world.ctx().db.execute(sql`
      update newsletter_subscriptions set status = 'confirmed', confirmed_at = now() where email = 'known@example.org'`)
    const key = aKey()
    expect((await ask('known@example.org', key)).status).toBe(202)
    const other = await ask('other@example.org', key)
    expect(other.status).toBe(409)
  })

  it('V6.3.8 does not betray by its 409 who reads the newsletter', async () => {
    await ask('reader@example.org', aKey())
    await world.ctx().db.execute(sql`
      update newsletter_subscriptions set status = 'confirmed', confirmed_at = now() where email = 'reader@example.org'`)
    const answers = []
    for (const email of ['reader@example.org', 'nobody@example.org']) {
      const key = aKey()
      await ask(email, key)
      answers.push((await ask('probe@example.org', key)).status)
    }
    expect(answers[0]).toBe(answers[1])
  })

  it('B72 works for one effect, whatever mixture of keys and repeats arrives', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }),
        async (keys, order) => {
          const before = await facts()
          const used = new Set<string>()
          for (const n of order) {
            const key = keys[n % keys.length] ?? ''
            used.add(key)
            expect((await ask(`${key}@example.org`, key)).status).toBe(202)
          }
          expect(await facts()).toBe(before + used.size)
        },
      ),
      { numRuns: 15 },
    ))

  it('B72 has one effect when twenty arrive at once', async () => {
    const key = aKey()
    const before = await facts()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask('at-once@example.org', key)))
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]))
    expect(await facts()).toBe(before + 1)
  })

  it('B72 counts as another request on another route', async () => {
    const [one, other] = (await rememberingDoors()).filter(({ headers }) => !headers.Cookie) as [Door, Door]
    const key = { 'Idempotency-Key': aKey() }
    await knock(world, one, JSON.stringify(one.accepted), key)
    expect((await knock(world, other, JSON.stringify(other.accepted), key)).status).toBe(409)
  })
})

describe('an Idempotency-Key that is none', () => {
  it.each(['', 'short', 'a'.repeat(201), 'with space', 'tab\tinside', 'ümlaut-key'])(
    'B72 is refused with 400 on every route that would remember it, and nothing changes: "%s"',
    async (key) => {
      const keeper = await aKeeper(world)
      await expectNoChange(world, async () => {
        for (const route of changing(world).filter(isOnce)) {
          const form = route.inputs.some(({ source }) => source === 'form')
          const answer = await world.request(`${addressOf(route)}${form ? '?token=x' : ''}`, {
            method: route.method,
            body: form ? 'List-Unsubscribe=One-Click' : '{}',
            headers: {
              Origin: ORIGIN,
              'Content-Type': form ? 'application/x-www-form-urlencoded' : 'application/json',
              'Idempotency-Key': key,
              ...headersFor(route, keeper),
            },
          })
          expect(answer.status, route.path).toBe(400)
          expect((await problemOf(answer)).code).toBe('bad_idempotency_key')
        }
      })
    },
  )
})

describe('a request without a key', () => {
  it('B72 leaves no key behind', async () => {
    const before = (await everything(world)).tables.idempotency_keys
    await world.request('/api/newsletter', post({ email: 'keyless@example.org' }))
    expect((await everything(world)).tables.idempotency_keys).toEqual(before)
  })
})
