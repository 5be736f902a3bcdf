import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { memberSkills, members, skills } from '#db/schema/people.ts'

export type MemberCard = { handle: string; name: string; craft: string; place: string; portrait: string | null }

export type Voice = MemberCard & { quote: string }

const card = sql`${members.handle}, ${members.name}, ${members.craft}, ${members.place}, ${members.portrait}`

export const voices = (limit: number): Shelf<Voice> => sql`
  select ${card}, ${members.quote} from ${members} where ${members.quote} is not null
  order by length(${members.quote}), ${members.id} limit ${limit}`

export const teachersOf = (skillSlug: string): Shelf<MemberCard> => sql`
  select ${card} from ${members}
  join ${memberSkills} on ${memberSkills.memberId} = ${members.id} and ${memberSkills.bond} = 'teaches'
  join ${skills} on ${skills.id} = ${memberSkills.skillId}
  where ${skills.slug} = ${skillSlug} order by ${members.joinedAt} limit 12`

export const countOfMembers = (): Shelf<{ members: number; zones: number }> => sql`
  select count(*)::int as members, count(distinct ${members.timeZone})::int as zones from ${members}`
