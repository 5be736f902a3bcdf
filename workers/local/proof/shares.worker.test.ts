import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '#workers/lib/context.ts'
import { keepPrices } from '#workers/matching/pricing/nights.ts'
import { keep } from '#workers/matching/recommendations/keeping.ts'
import { recommend } from '#workers/matching/recommendations/recommending.ts'
import { realPostgresIsHere } from './stage.ts'
import { aTown, type Town } from './town.ts'

const [AT_ONCE, SHARE] = [24, 3]
const NOTHING = {
  list: { among: [], fits: [] },
  people: { mentor: [], peer: [], mentee: [] },
  things: { group: [], session: [] },
}

describe.skipIf(!realPostgresIsHere)('many who are looked at in the same moment, on a real Postgres', () => {
  let town: Town
  let ways: pg.Client[]
  let ids: string[]
  beforeAll(async () => {
    town = await aTown(400)
    ways = Array.from({ length: AT_ONCE + 1 }, () => new pg.Client({ connectionString: town.url }))
    for (const way of ways) await way.connect()
    ids = (
      await town.client.query(`select id from members where handle like 'town-%' order by id limit ${AT_ONCE}`)
    ).rows.map(({ id }) => id)
    await share(SHARE)
  })
  afterAll(async () => {
    for (const way of ways ?? []) await way.end()
    await town?.leave()
  })

  const share = (most: number | null) =>
    town.client.query(
      `insert into mentor_prices (member_id, share) select member_id, $1 from availability where mentees_at_most > 0
       on conflict (member_id) do update set share = excluded.share`,
      [most],
    )
  const ctxOf = (way: pg.Client) =>
    ({ db: drizzle({ client: way, casing: 'snake_case' }), now: new Date() }) as unknown as Ctx
  const lookForAll = () => Promise.all(ids.flatMap((id, n) => (ways[n] ? [recommend(ctxOf(ways[n]), { id })] : [])))
  const timesShown = async (): Promise<number[]> =>
    (
      await town.client.query(
        `select count(*)::int as times from recommendations where kind = 'mentor' group by other_id order by 1 desc`,
      )
    ).rows.map(({ times }) => times)

  it('show no mentor beyond their share, and each of them as often as that', async () => {
    for (let round = 0; round < 6; round++) {
      await town.client.query('delete from recommendations')
      await lookForAll()
      const [most] = await timesShown()
      expect(most).toBe(SHARE)
    }
  })

  it('would show somebody far more often, were there no share', async () => {
    await share(null)
    await town.client.query('delete from recommendations')
    await lookForAll()
    expect((await timesShown())[0]).toBeGreaterThan(SHARE)
    await share(SHARE)
  })

  it('take turns: whoever leaves a place makes room, and nobody is shown beyond their share again', async () => {
    await town.client.query('delete from recommendations')
    for (let round = 0; round < 4; round++) {
      await Promise.all([
        lookForAll(),
        town.client.query(`delete from recommendations where member_id = $1`, [ids[round]]),
      ])
      expect((await timesShown())[0]).toBeLessThanOrEqual(SHARE)
    }
  })

  it('wait for nobody in a circle, also where each has the same mentors in another order', async () => {
    const { rows } = await town.client.query<{ id: string }>(
      'select member_id as id from mentor_prices order by member_id limit 40',
    )
    const told = { reasons: [], caution: null, change: null, skills: [], hoursAWeek: null, free: [] }
    const all = rows.map(({ id }) => ({ otherId: id, fit: 0.5, told }))
    const keepIn = (mentor: typeof all, n: number) => {
      const mine = mentor.filter(({ otherId }) => otherId !== ids[n])
      const found = { ...NOTHING, people: { ...NOTHING.people, mentor: mine } }
      return keep(ctxOf(ways[n] ?? town.client), ids[n] ?? '', { fact: 0, found, version: undefined })
    }
    // As among many members: in the order in which they are given.
    for (const way of ways) await way.query('set enable_hashjoin = off; set enable_mergejoin = off')
    for (let round = 0; round < 4; round++) {
      await town.client.query('delete from recommendations')
      await Promise.all(ids.map((_, n) => keepIn(n % 2 ? all : all.toReversed(), n)))
      expect(new Set(await timesShown())).toEqual(new Set([SHARE]))
    }
  })

  it('wait for no night of prices, nor it for them', async () => {
    await town.client.query(`insert into price_nights (night, mean, spread, lists) values ('2026-02-01', 0, 1, 1)`)
    const { rows } = await town.client.query<{ id: string }>(
      'select member_id as id from mentor_prices order by md5(member_id::text)',
    )
    const night = { night: '2026-02-01', round: 0, after: null, mean: 0, spread: 1, lists: 1 }
    const found = rows.map(({ id }) => ({ id, price: 0.5, share: SHARE }))
    const [, kept] = await Promise.all([
      lookForAll(),
      keepPrices(ctxOf(ways[AT_ONCE] ?? new pg.Client()), night, found),
    ])
    expect(kept).toBe(true)
    expect((await timesShown())[0]).toBeLessThanOrEqual(SHARE)
  })
})
