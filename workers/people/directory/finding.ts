import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import type { MemberSearch } from './inputs.ts'

export const PAGE = 24

// Hours are compared one member at a time: at most so many for one page, the rest for the next.
export const LOOKED_THROUGH = 1500

export type Looking = { search: MemberSearch; among: 'members' | 'mentors'; readerId: string | undefined }

export type Key = { id: string; distance: number; at: string }

// Who is found: `found` holds the members that the filters leave, in order, `picked` the page of them.
export function finding(looking: Looking): SQL {
  const { search } = looking
  const isSlow = search.open !== undefined || search.hours !== undefined
  const limit = isSlow ? sql`${LOOKED_THROUGH}` : sql`${PAGE + 1}`
  return sql`found as materialized (${search.q ? heard(looking) : walked(looking, limit)}),
    picked as (select found.* from found ${isSlow ? withTime(looking) : sql``} ${inOrder} limit ${PAGE + 1})`
}

const inOrder = sql`order by found.distance, found.at desc, found.id desc`

// For the next page when the hours of so many were compared and too few fit.
export const edge = sql`(select json_build_object('id', id, 'distance', distance, 'at', at) from found
  ${inOrder} offset ${LOOKED_THROUGH - 1} limit 1)`

function walked(looking: Looking, limit: SQL): SQL {
  const [id, , at] = looking.search.after ?? []
  const further = id ? sql`and (member.last_seen_making, member.id) < (${at}::timestamptz, ${id}::uuid)` : sql``
  return sql`select member.id, 0::numeric as distance, member.last_seen_making as at from ${members} member
    where ${fits(looking)} ${further} order by member.last_seen_making desc, member.id desc limit ${limit}`
}

function heard(looking: Looking): SQL {
  const { all, any } = facetsOf(looking)
  const [id, distance, at] = looking.search.after ?? []
  const further = id
    ? sql`where distance > ${distance}::numeric or distance = ${distance}::numeric
        and (at, id) < (${at}::timestamptz, ${id}::uuid)`
    : sql``
  return sql`select * from (
    select member.id, round((1 - heard.closeness)::numeric, 4) as distance, member.last_seen_making as at
    from members_that_sound_like(${looking.search.q}, ${!looking.readerId}, ${all}, ${any ?? sql`null`}) heard
    join ${members} member using (id) where ${stillHere(looking)}) heard ${further}`
}

// Up to so many; above that nobody counts.
export const COUNTED = 500

export const howMany = (looking: Looking): Shelf<{ count: number | null }> =>
  looking.search.hours || looking.search.open || looking.search.q
    ? notCounted
    : sql`select count(*)::int as count from (
        select from ${members} member where ${fits(looking)} limit ${COUNTED + 1}) found`

export const notCounted: Shelf<{ count: number | null }> = sql`select null::int as count`

const facets = ({ readerId }: Looking) => (readerId ? sql`member.facets` : sql`member.open_facets`)

function fits(looking: Looking): SQL {
  const { all, any } = facetsOf(looking)
  const either = any ? sql`and ${facets(looking)} && ${any}` : sql``
  return sql`${facets(looking)} @> ${all} ${either} and ${stillHere(looking)}`
}

// A token lives for some minutes; whoever was suspended in that time finds nobody.
const stillHere = ({ readerId }: Looking) =>
  readerId ? sql`(select standing in ('active', 'leaving') from ${members} where id = ${readerId}::uuid)` : sql`true`

function facetsOf({ search, among }: Looking): { all: SQL; any: SQL | undefined } {
  const bond = among === 'mentors' ? 'teaches' : search.bond
  const all = [
    among === 'mentors' && 'mentor',
    search.open && 'takes-mentees',
    search.hours && 'has-hours',
    search.language && `speaks:${search.language}`,
    search.experience && `experience:${search.experience}`,
    bond && search.skill && `${bond}:${search.skill}`,
    bond && search.category && `${bond}/${search.category}`,
  ].filter((facet) => typeof facet === 'string')
  const either = bond ? undefined : search.skill ? `:${search.skill}` : search.category && `/${search.category}`
  return {
    all: asArray(all.length > 0 ? all : ['here']),
    any: either ? asArray([`teaches${either}`, `learns${either}`]) : undefined,
  }
}

const asArray = (words: string[]) =>
  sql`array[${sql.join(
    words.map((word) => sql`${word}`),
    sql`, `,
  )}]::text[]`

function withTime({ search, readerId }: Looking): SQL {
  const present = sql`(hours.paused_until is null or hours.paused_until <= current_date)`
  const shared = sql`bit_count(hours.week & (select week from ${availability} where member_id = ${readerId ?? null}::uuid))`
  // `offset 0` keeps Postgres from reading the whole table beside so few members.
  return sql`cross join lateral (select * from ${availability} where member_id = found.id offset 0) hours
    where ${search.open ? present : sql`true`} and ${search.hours ? sql`${shared} >= ${search.hours * 2}` : sql`true`}`
}
