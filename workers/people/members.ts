import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { headcounts, members } from '#db/schema/people.ts'

export type Voice = { handle: string; name: string; craft: string; portrait: string | null; quote: string }

export const voices = (limit: number): Shelf<Voice> => sql`
  select member.handle, member.name, member.craft, member.portrait, member.open_quote as quote from ${members} member
  where member.open_quote is not null order by length(member.open_quote), member.id limit ${limit}`

export const countOfMembers = (): Shelf<{ members: number; zones: number }> => sql`
  select coalesce(sum(members), 0)::int as members, count(distinct now() at time zone time_zone)::int as zones
  from ${headcounts} where standing in ('active', 'leaving') and members > 0`

// As many as one sitemap may list.
export const everyOpenHandle = (): Shelf<{ handle: string }> => sql`
  select member.handle from ${members} member where member.open_facets @> array['here']
  order by member.last_seen_making desc, member.id desc limit 50000`
