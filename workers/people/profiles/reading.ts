import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { availability, type WeeklyHours } from '#db/schema/people/availability.ts'
import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { type EntryKind, profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillEvidence, skills, skillWords } from '#db/schema/people/skills.ts'
import { type EXPERIENCES, formerHandles, members, type Role, type Standing } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { shownBy } from '#workers/mentoring/testimonials/testimonials.ts'
import { isWithin } from '#workers/projects/sight.ts'
import { worksBy } from '#workers/projects/works.ts'
import type { Entry, ProfileSkill } from './inputs.ts'
import { isMemberThere, type Nearness, nearnessAs, nearnessTo, type Reader, type Shown } from './visibility.ts'

export type FoundReader = Reader & { timeZone: string; weekly: WeeklyHours | null }

export type FoundMember = Shown & {
  id: string
  handle: string
  name: string
  craft: string
  portrait: string | null
  joinedAt: string
  roles: Role[]
  standing: Standing
  story: string
  place: string
  timeZone: string
  languages: string[]
  experience: (typeof EXPERIENCES)[number] | null
  interests: string[]
  goals: string
  offers: string
  weekly: WeeklyHours | null
  places: number | null
  awayUntil: string | null
  countOfWorks: number
  hasWorkedTogether: boolean
}

export type FoundSkill = ProfileSkill & { bond: 'teaches' | 'learns' }

const WORKS = 12

// All of a profile, whoever asks: what of it they may see is decided afterwards.
export function wholeProfile(handle: string, readerId: string | undefined, as: Nearness | undefined) {
  const id = sql`(select coalesce(
    (select id from ${members} where handle = ${handle}::citext),
    (select member_id from ${formerHandles} where handle = ${handle}::citext)))`
  const ofEndorsers = as && as !== 'me' ? nearnessAs(as) : nearnessTo('endorser', readerId)
  const near = (alias: 'maker' | 'member') =>
    isWithin(as ? nearnessAs(as) : nearnessTo(alias, readerId), as ? undefined : readerId)
  return {
    reader: whoReads(readerId),
    member: theMember(id, { readerId, seesWork: near('member') }),
    skills: theirSkills(id, isMemberThere('endorser', ofEndorsers)),
    testimonials: shownBy(id, isMemberThere('endorser', ofEndorsers)),
    words: sql`select bond, word from ${skillWords} where member_id = ${id} order by word` as Shelf<{
      bond: 'teaches' | 'learns'
      word: string
    }>,
    entries: theirEntries(id),
    works: worksBy(id, near('maker'), WORKS),
  }
}

const whoReads = (id: string | undefined): Shelf<FoundReader> => sql`
  select reader.id, reader.standing, reader.roles, reader.time_zone as "timeZone", hours.weekly
  from ${members} reader left join ${availability} hours on hours.member_id = reader.id
  where reader.id = ${id ?? null}::uuid`

type Reading = { readerId: string | undefined; seesWork: SQL }

const theMember = (id: SQL, { readerId, seesWork }: Reading): Shelf<FoundMember> => sql`
  select member.id, member.handle, member.name, member.craft, member.portrait, member.joined_at as "joinedAt", member.roles,
    member.standing, member.visibility, member.minor, member.story, member.place, member.time_zone as "timeZone",
    member.languages, member.experience, member.interests, member.learning_goals as goals, member.offers,
    hours.weekly, hours.mentees_at_most as places,
    case when hours.paused_until > current_date then hours.paused_until end as "awayUntil",
    (select count(*)::int from ${projects} work where work.member_id = member.id and work.visibility <> 'me' and ${seesWork}) as "countOfWorks",
    exists (select from ${workedTogether} pair
      where pair.member_id = member.id and pair.other_id = ${readerId ?? null}::uuid) as "hasWorkedTogether"
  from ${members} member left join ${availability} hours on hours.member_id = member.id where member.id = ${id}`

const theirSkills = (id: SQL, isEndorserThere: SQL): Shelf<FoundSkill> => sql`
  select its.bond, skill.slug, skill.name, skill.category, its.level, skill.ladder[its.level] as rung, its.assessed_at as "assessedAt",
    coalesce((select json_agg(json_build_object('title', title, 'url', url) order by added_at)
      from ${skillEvidence} where member_id = its.member_id and skill_id = its.skill_id), '[]') as evidence,
    coalesce((select json_agg(json_build_object('words', said.words, 'at', said.at, 'by', json_build_object(
        'handle', endorser.handle, 'name', endorser.name, 'craft', endorser.craft, 'portrait', endorser.portrait))
        order by said.words = '', said.at desc)
      from ${endorsements} said join ${members} endorser on endorser.id = said.endorser_id
      where said.member_id = its.member_id and said.skill_id = its.skill_id and ${isEndorserThere}), '[]') as endorsements
  from ${memberSkills} its join ${skills} skill on skill.id = its.skill_id and skill.shown
  where its.member_id = ${id} order by its.level desc nulls last, skill.name`

const theirEntries = (id: SQL): Shelf<Entry & { kind: EntryKind }> => sql`
  select kind, title, "by", url, since, until, text from ${profileEntries} where member_id = ${id}
  order by kind, place, since desc nulls last, id`
