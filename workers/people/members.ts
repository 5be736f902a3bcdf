import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { memberSkills, members, skills } from '#db/schema/people.ts'
import { isOpenToEveryone } from './profiles/visibility.ts'

export type Voice = { handle: string; name: string; craft: string; portrait: string | null; quote: string }

export const voices = (limit: number): Shelf<Voice> => sql`
  select member.handle, member.name, member.craft, member.portrait, member.quote from ${members} member
  where member.quote is not null and ${isOpenToEveryone('story', 'member')}
  order by length(member.quote), member.id limit ${limit}`

export const countOfMembers = (): Shelf<{ members: number; zones: number }> => sql`
  select count(*)::int as members, count(distinct now() at time zone member.time_zone)::int as zones
  from ${members} member where member.standing in ('active', 'leaving')`

export type MemberCard = { handle: string; name: string; craft: string; place: string; portrait: string | null }

export const teachersOf = (skillSlug: string): Shelf<MemberCard> => sql`
  select member.handle, member.name, member.craft, member.portrait,
    case when ${isOpenToEveryone('place', 'member')} then member.place else '' end as place
  from ${members} member join ${memberSkills} its on its.member_id = member.id and its.bond = 'teaches'
  join ${skills} skill on skill.id = its.skill_id
  where skill.slug = ${skillSlug} and ${isOpenToEveryone('skills', 'member')} order by member.joined_at limit 12`
