import { type SQL, sql } from 'drizzle-orm'
import { workedTogether } from '#db/schema/people/endorsements.ts'
import { members, type Role, type Standing } from '#db/schema/people.ts'
import { belongs } from '#workers/lib/http/audience.ts'

// What a member may show or keep. 'profile' is that they are here at all; name, portrait and craft go with it.
export const PARTS = [
  'profile',
  'story',
  'place',
  'languages',
  'experience',
  'work',
  'certifications',
  'achievements',
  'links',
  'interests',
  'goals',
  'offers',
  'skills',
  'availability',
  'works',
] as const
export type Part = (typeof PARTS)[number]

// Whom a member may let see a part, from the closest outwards.
export const CIRCLES = ['me', 'mentors', 'members', 'everyone'] as const
export type Circle = (typeof CIRCLES)[number]

// How near somebody stands to the member whose profile they read.
export const NEARNESSES = ['guest', 'member', 'mentor', 'me'] as const
export type Nearness = (typeof NEARNESSES)[number]

export type Shown = { standing: Standing; visibility: Record<string, string>; minor: boolean }
export type Reader = { id: string; standing: Standing; roles: Role[] }

const KEPT_AMONG_MEMBERS = new Set<Part>(['work', 'goals', 'availability'])

// What could lead a stranger to a child.
const KEPT_FROM_STRANGERS = new Set<Part>([
  'story',
  'place',
  'work',
  'certifications',
  'achievements',
  'links',
  'availability',
])

export const houseDefault = (part: Part): Circle => (KEPT_AMONG_MEMBERS.has(part) ? 'members' : 'everyone')

export const circleOf = (part: Part, { visibility, minor }: Omit<Shown, 'standing'>): Circle => {
  const wished = CIRCLES.find((circle) => circle === (visibility[part] ?? houseDefault(part))) ?? 'me'
  return minor && wished === 'everyone' && KEPT_FROM_STRANGERS.has(part) ? 'members' : wished
}

export const maySee = (nearness: Nearness, part: Part, shown: Omit<Shown, 'standing'>): boolean =>
  REACHES[circleOf(part, shown)].has(nearness)

const REACHES: Record<Circle, Set<Nearness>> = {
  me: new Set(['me']),
  mentors: new Set(['me', 'mentor']),
  members: new Set(['me', 'mentor', 'member']),
  everyone: new Set(NEARNESSES),
}

// A minor whose guardian has not agreed is met by nobody, and meets others as a guest would.
export function nearnessOf(reader: Reader | undefined, member: { id: string }, hasWorkedTogether: boolean): Nearness {
  if (!reader) return 'guest'
  if (reader.id === member.id) return 'me'
  if (!isHere(reader.standing)) return 'guest'
  return hasWorkedTogether && reader.roles.includes('mentor') ? 'mentor' : 'member'
}

export function isThereFor(reader: Reader | undefined, nearness: Nearness, member: Shown): boolean {
  const inCharge = reader && isHere(reader.standing) ? reader : { roles: [] }
  if (isHere(member.standing)) return maySee(nearness, 'profile', member)
  if (member.standing === 'waiting') return nearness === 'me' || belongs(inCharge, 'organisers')
  return belongs(inCharge, 'admins')
}

const isHere = (standing: Standing) => standing === 'active' || standing === 'leaving'

// The same in SQL, where rows are many. Numbers stand for nearness and circles, from guest and everyone = 0 to me = 3;
// the table of members goes by the given name.
export type Alias = 'member' | 'maker' | 'host' | 'endorser'

const RANKS: Record<Nearness, number> = { guest: 0, member: 1, mentor: 2, me: 3 }

export const nearnessAs = (nearness: Nearness): SQL => sql`${RANKS[nearness]}::int`

export function nearnessTo(alias: Alias, readerId: string | undefined): SQL {
  if (!readerId) return nearnessAs('guest')
  const id = sql`${sql.identifier(alias)}.id`
  return sql`case
    when ${id} = ${readerId}::uuid then 3
    when not exists (${readerWho(readerId, sql`true`)}) then 0
    when ${isMyMentor(id, readerId)} then 2
    else 1 end`
}

export const isPartOpen = (part: Part, alias: Alias, nearness: SQL): SQL =>
  sql`audience_rank(${sql.param(part)}::text, ${column(alias, 'visibility')}, ${column(alias, 'minor')}) <= (${nearness})`

export const isMemberThere = (alias: Alias, nearness: SQL, readerId?: string): SQL => {
  const standing = column(alias, 'standing')
  const here = sql`${standing} in ('active', 'leaving') and ${isPartOpen('profile', alias, nearness)}`
  if (!readerId) return sql`(${here})`
  const inCharge = (roles: SQL) => sql`exists (${readerWho(readerId, sql`reader.roles && ${roles}`)})`
  return sql`(${here}
    or ${standing} = 'waiting' and ((${nearness}) = 3 or ${inCharge(sql`array['organiser', 'admin']`)})
    or ${standing} in ('suspended', 'gone') and ${inCharge(sql`array['admin']`)})`
}

// For what is the same for all who come by.
export const isOpenToEveryone = (part: Part, alias: Alias): SQL =>
  sql`(${isMemberThere(alias, nearnessAs('guest'))} and ${isPartOpen(part, alias, nearnessAs('guest'))})`

// Whoever mentors me works with me: a trigger on mentorships says so.
const isMyMentor = (member: SQL, readerId: string) => sql`exists (
  select from ${workedTogether} pair join ${members} reader on reader.id = pair.other_id
  where pair.member_id = ${member} and pair.other_id = ${readerId}::uuid and 'mentor' = any(reader.roles))`

const readerWho = (readerId: string, is: SQL) => sql`
  select from ${members} reader where reader.id = ${readerId}::uuid and reader.standing in ('active', 'leaving') and ${is}`

const column = (alias: Alias, name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
