import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { notices } from '#db/schema/notifications.ts'
import { availability } from '#db/schema/people/availability.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { headcounts, members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { belongs } from '#workers/lib/http/audience.ts'
import { type Waiting, waitingForMentor } from '#workers/mentoring/dashboard/dashboard.ts'
import type { WaitingLook } from '#workers/mentoring/looks/inputs.ts'
import { looksThatWaitFor } from '#workers/mentoring/looks/waiting.ts'
import type { Task } from '#workers/mentoring/tasks/inputs.ts'
import { nextTasksOf } from '#workers/mentoring/tasks/tasks.ts'
import { mySkills } from '#workers/people/my-skills/my-skills.ts'
import { myTimes } from '#workers/people/my-times/my-times.ts'
import { upcomingSessions } from '#workers/sessions/sessions.ts'
import { momentsNearMe, worksNearMe } from './near-me.ts'
import { joinedLately, type Neighbour, whoWantsToLearn } from './neighbours.ts'

export type Me = {
  name: string
  handle: string
  timeZone: string
  arrival: number
  portrait: boolean
  story: boolean
  craft: boolean
  goals: boolean
  hours: boolean
  entries: number
  works: number
  unread: number
}

// What is next for me, who waits for me, what changed, how am I doing: one round trip for all of it.
export async function readHome(ctx: MemberCtx, off: readonly string[] = []) {
  const { id } = ctx.member
  const isOff = off.includes('mentoring')
  const isMentor = ctx.member.roles.includes('mentor')
  const found = await readTogether(ctx.db, {
    me: whoIAm(id),
    skills: mySkills(id),
    times: myTimes(id),
    sessions: upcomingSessions(3),
    works: worksNearMe(id, 4),
    moments: momentsNearMe(id, 4),
    newcomers: joinedLately(id, 6),
    tasks: isOff ? (NOBODY as Shelf<Task>) : nextTasksOf(id, 3),
    looks: isOff ? (NOBODY as Shelf<WaitingLook>) : looksThatWaitFor(id, MOST_LOOKS),
    waiting: isMentor && !isOff ? waitingForMentor(id) : (NOBODY as Shelf<Waiting>),
    learners: isMentor ? whoWantsToLearn(id, 6) : (NOBODY as Shelf<Neighbour>),
    house: belongs(ctx.member, 'organisers') ? howTheHouseIs : NO_FIGURES,
  })
  return { ...found, me: found.me[0], times: found.times[0], house: found.house[0], waiting: found.waiting[0] }
}

const MOST_UNREAD = 100
const MOST_LOOKS = 10

const whoIAm = (id: string): Shelf<Me> => sql`
  select me.name, me.handle, me.time_zone as "timeZone", me.arrival, me.portrait is not null as portrait, me.story <> '' as story,
    me.craft <> '' as craft, me.learning_goals <> '' as goals,
    exists (select from ${availability} kept where kept.member_id = me.id and bit_count(kept.week) > 0) as hours,
    (select count(*)::int from ${profileEntries} where member_id = me.id) as entries,
    (select count(*)::int from ${projects} where member_id = me.id) as works,
    (select count(*)::int from (select from ${notices} where member_id = me.id and read_at is null limit ${MOST_UNREAD}) waiting) as unread
  from ${members} me where me.id = ${id}`

const NOBODY = sql`select 1 where false`

export type Figures = { members: number; joined: number; waiting: number; unheard: { word: string; times: number }[] }

const NO_FIGURES: Shelf<Figures> = NOBODY

const WEEK = sql`interval '7 days'`

// For those who organise: how many came, who waits for a guardian, and what people want that no skill names yet.
const howTheHouseIs: Shelf<Figures> = sql`
  select (select coalesce(sum(members), 0)::int from ${headcounts} where standing in ('active', 'leaving')) as members,
    (select count(*)::int from ${members} where joined_at > now() - ${WEEK} and standing in ('active', 'leaving')) as joined,
    (select coalesce(sum(members), 0)::int from ${headcounts} where standing = 'waiting') as waiting,
    (select coalesce(json_agg(wanted), '[]') from (
      select word, count(*)::int as times from skill_words group by word order by count(*) desc, word limit 5) wanted) as unheard`

// The gaps of a profile, most useful first, each with what mends it.
export function gapsOf(me: Me, mine: { bond: string; level: number | null; name: string; slug: string }[]) {
  const unsaid = mine.find(({ level }) => level === null)
  return [
    !me.portrait && { says: 'Hang up a portrait', href: '/settings/profile' },
    !mine.some(({ bond }) => bond === 'learns') && {
      says: 'Say what you want to learn',
      href: '/settings/skills#learns',
    },
    !mine.some(({ bond }) => bond === 'teaches') && {
      says: 'Say what you could show',
      href: '/settings/skills#teaches',
    },
    !me.hours && { says: 'Draw your week', href: '/settings/availability#week' },
    unsaid && { says: `Say where you are in ${unsaid.name}`, href: `/settings/skills#${unsaid.bond}-${unsaid.slug}` },
    !me.story && { says: 'Tell who you are', href: '/settings/profile#story' },
    !me.craft && { says: 'Say what you make', href: '/settings/profile#craft' },
    me.entries === 0 && { says: 'Link to where else you are found', href: '/settings/history#link' },
  ].filter((gap) => gap !== false && gap !== undefined)
}
