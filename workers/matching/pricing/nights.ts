import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorPrices, priceNights } from '#db/schema/matching/prices.ts'
import { matchRuns } from '#db/schema/matching.ts'
import { mentorSeats } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'

export type Night = {
  night: string
  round: number
  after: string | null
  mean: number
  spread: number
  lists: number
}

const AT_ONCE = 200

export async function beginNight({ db }: Ctx, night: string) {
  await db.execute(sql`
    with began as (insert into ${priceNights} (night, mean, spread, lists)
      select ${night}::date, coalesce(avg(ln(fit)), 0), coalesce(nullif(stddev_pop(ln(fit)), 0), 1), count(distinct member_id)
      from ${matchRuns} left join lateral unnest(fits) fit on fit > 0 where cardinality(among) > 0
      on conflict do nothing returning night)
    update ${mentorPrices} set expected = 0 where expected <> 0 and exists (select from began)`)
}

// The lists that come next, and what mentors cost; nothing where no such night began.
export async function readLists({ db }: Ctx, night: string) {
  const { nights, lists, prices } = await readTogether(db, {
    nights:
      sql`select night::text, round, after, mean, spread, lists from ${priceNights} where night = ${night}::date` as Shelf<Night>,
    lists: sql`select member_id as id, among, fits from ${matchRuns}
      where member_id > coalesce((select after from ${priceNights} where night = ${night}::date), '00000000-0000-0000-0000-000000000000')
        and cardinality(among) > 0 order by member_id limit ${AT_ONCE}` as Shelf<{
      id: string
      among: string[]
      fits: number[]
    }>,
    prices: sql`select member_id as id, price from ${mentorPrices} where price > 0` as Shelf<{
      id: string
      price: number
    }>,
  })
  return nights[0] && { night: nights[0], lists, prices }
}

type Asked = { found: { id: string; expected: number }[]; after: string | null }

export async function addToExpected({ db }: Ctx, night: Night, { found, after }: Asked): Promise<boolean> {
  const { rows } = await db.execute(sql`
    with step as (update ${priceNights} set after = ${after}::uuid where ${standsAt(night)} returning night),
    added as (insert into ${mentorPrices} (member_id, expected)
      select found.id, found.expected from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) found(id uuid, expected float8)
        join ${members} mentor on mentor.id = found.id where exists (select from step) order by found.id
      on conflict (member_id) do update set expected = mentor_prices.expected + excluded.expected)
    select night from step`)
  return rows.length > 0
}

export async function readSeats({ db }: Ctx) {
  const { open } = await readTogether(db, {
    open: sql`select priced.member_id as id, priced.price, priced.expected, times.mentees_at_most - coalesce(held.taken, 0) as seats
      from ${mentorPrices} priced join ${availability} times on times.member_id = priced.member_id
        left join ${mentorSeats} held on held.mentor_id = priced.member_id
      where times.mentees_at_most > coalesce(held.taken, 0) order by priced.member_id` as Shelf<{
      id: string
      price: number
      expected: number
      seats: number
    }>,
  })
  return open
}

export async function keepPrices({ db }: Ctx, night: Night, found: { id: string; price: number; share: number }[]) {
  const { rows } = await db.execute(sql`
    with step as (update ${priceNights} set round = round + 1, after = null where ${standsAt(night)} returning night),
    kept as (update ${mentorPrices} set expected = 0, price = found.price, share = found.share
      from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) found(id uuid, price float8, share int)
      where mentor_prices.member_id = found.id and exists (select from step))
    select night from step`)
  return rows.length > 0
}

const standsAt = ({ night, round, after }: Night): SQL =>
  sql`night = ${night}::date and round = ${round} and after is not distinct from ${after}::uuid`
