import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { isOpenToEveryone } from './profiles/visibility.ts'

export type Voice = { handle: string; name: string; craft: string; portrait: string | null; quote: string }

export const voices = (limit: number): Shelf<Voice> => sql`
  select member.handle, member.name, member.craft, member.portrait, member.quote from ${members} member
  where member.quote is not null and ${isOpenToEveryone('story', 'member')}
  order by length(member.quote), member.id limit ${limit}`

export const countOfMembers = (): Shelf<{ members: number; zones: number }> => sql`
  select count(*)::int as members, count(distinct now() at time zone member.time_zone)::int as zones
  from ${members} member where member.standing in ('active', 'leaving')`

// As many as one sitemap may list.
export const everyOpenHandle = (): Shelf<{ handle: string }> => sql`
  select member.handle from ${members} member where member.open_facets @> array['here']
  order by member.last_seen_making desc, member.id desc limit 50000`
