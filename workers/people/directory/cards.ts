import { type SQL, sql } from 'drizzle-orm'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { plainOf } from '#workers/lib/markdown.ts'
import { isPartOpen, nearnessTo } from '../profiles/visibility.ts'
import type { MemberCard } from './inputs.ts'
import { timeForYou } from './time-for-you.ts'

export type FoundCard = Omit<MemberCard, 'line' | 'sharedHours' | 'mostly'> & {
  id: string
  distance: number
  at: string
  quote: string | null
  story: string
  sharedWeek: string | null
}

// The card of each member in `picked`, with what their reader may see.
export function cardsOfPicked(readerId: string | undefined): SQL {
  const near = nearnessTo('member', readerId)
  const open = (part: Parameters<typeof isPartOpen>[0]) => isPartOpen(part, 'member', sql`its.nearness`)
  return sql`select member.id, picked.distance, picked.at, member.handle, member.name, member.craft, member.portrait,
      'mentor' = any(member.roles) as "isMentor",
      case when ${open('place')} then member.place else '' end as place,
      case when ${open('story')} then member.quote end as quote,
      case when ${open('story')} then left(member.story, 500) else '' end as story,
      case when ${open('works')} then ${latestWork} end as work,
      case when ${open('skills')} then ${skillsOf('teaches', 3)} else '[]' end as teaches,
      case when ${open('skills')} then ${skillsOf('learns', 3)} else '[]' end as learns,
      case when 'mentor' = any(member.roles) then hours.mentees_at_most end as places,
      case when 'mentor' = any(member.roles) and hours.paused_until > current_date then hours.paused_until end as "awayUntil",
      case when ${open('availability')} and member.id is distinct from ${readerId ?? null}::uuid
        then (hours.week & mine.week)::text end as "sharedWeek"
    from picked join ${members} member on member.id = picked.id
    cross join lateral (select ${near} as nearness offset 0) its
    left join ${availability} hours on hours.member_id = member.id
    left join ${availability} mine on mine.member_id = ${readerId ?? null}::uuid
    order by picked.distance, picked.at desc, picked.id desc`
}

const latestWork = sql`(select json_build_object('slug', slug, 'title', title, 'picture', '/media/' || picture, 'alt', alt,
    'width', width, 'height', height)
  from ${projects} where member_id = member.id and visibility = 'public' order by finished_at desc nulls last limit 1)`

const skillsOf = (bond: 'teaches' | 'learns', most: number) => sql`(
  select coalesce(json_agg(json_build_object('slug', slug, 'name', name)), '[]') from (
    select skill.slug, skill.name from ${memberSkills} bound join ${skills} skill on skill.id = bound.skill_id and skill.shown
    where bound.member_id = member.id and bound.bond = ${bond} order by bound.level desc nulls last, skill.name limit ${most}) best)`

type Clock = { zone: string; now: Date }

export function asCard(found: FoundCard, { zone, now }: Clock): MemberCard {
  const { id: _, distance: _d, at: _a, quote, story, sharedWeek, ...card } = found
  return { ...card, line: quote ?? firstSentence(plainOf(story, 400)), ...timeForYou(sharedWeek, zone, now) }
}

const LONGEST = 140

function firstSentence(text: string): string {
  const sentence = /^.{12,}?[.!?。！？](?=\s|$)/u.exec(text)?.[0] ?? text
  return sentence.length <= LONGEST ? sentence : `${sentence.slice(0, LONGEST).replace(/\s+\S*$/, '')} …`
}
