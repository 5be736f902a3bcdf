import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { matchRuns, recommendationAnswers, waysOfWorking } from '#db/schema/matching.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { availability, type DayExceptions, type WeeklyHours } from '#db/schema/people/availability.ts'
import { memberSkills, relatedSkills, skills } from '#db/schema/people/skills.ts'
import { EXPERIENCES, members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { takesRequests } from '#workers/mentoring/requests/asking.ts'
import { isMemberThere, isPartOpen, nearnessTo, type Part } from '#workers/people/profiles/visibility.ts'
import type { Held } from '../fit/person.ts'

// A member as Postgres tells it: of somebody else only what the one who looks may see.
export type Told = {
  id: string
  handle: string
  teaches: Held[]
  learns: Held[]
  brings: string
  looksFor: string
  languages: string[]
  experience: number | null
  ways: (number | null)[]
  zone: string
  hours: { weekly: WeeklyHours; exceptions: DayExceptions; pausedUntil: string | null } | null
  seats: number
  taken: number
  answers: { asked: number; accepted: number; hours: number | null }
  activity: number
}

export type Market = { me: Told; mentors: Told[]; related: [string, string][] }

const MOST = 200

// The one who looks and everybody they might ask, in one round trip.
// No market for whoever is not here, or waits for a guardian.
export async function readMarket({ db }: Ctx, memberId: string) {
  const { me, mentors, related, run } = await readTogether(db, {
    me: told(memberId, sql`select id from ${members} where id = ${memberId}::uuid and standing = 'active'`),
    mentors: told(memberId, mentorsFor(memberId)),
    related: relatedTo(memberId),
    run: sql`select fact from ${matchRuns} where member_id = ${memberId}::uuid` as Shelf<{ fact: number }>,
  })
  const pairs = related.map(({ one, other }): [string, string] => [one, other])
  const market: Market | undefined = me[0] && { me: me[0], mentors, related: pairs }
  return { market, lastFact: run[0]?.fact ?? 0 }
}

// First who teaches what they look for or something near it, then whoever was here last.
const mentorsFor = (memberId: string) => sql`
  select mentor.id from ${members} mentor left join ${availability} times on times.member_id = mentor.id
  where ${takesRequests(memberId)} and ${isThere(memberId)}
    and not exists (select from ${recommendationAnswers} answered where answered.member_id = ${memberId}::uuid and answered.kind = 'mentor'
      and answered.other_id = mentor.id and answered.answer = 'dismissed')
  order by (select count(*) from ${memberSkills} taught where taught.member_id = mentor.id and taught.bond = 'teaches'
      and taught.skill_id in (${wantedBy(memberId)} union select related_id from ${relatedSkills} where skill_id in (${wantedBy(memberId)}))) desc,
    mentor.last_seen_making desc, mentor.id limit ${MOST}`

const isThere = (readerId: string) =>
  sql`exists (select from ${members} member where member.id = mentor.id and ${isMemberThere('member', nearnessTo('member', readerId), readerId)})`

const wantedBy = (memberId: string) =>
  sql`select skill_id from ${memberSkills} where member_id = ${memberId}::uuid and bond = 'learns'`

const relatedTo = (memberId: string): Shelf<{ one: string; other: string }> => sql`
  select one.slug as one, other.slug as other from ${relatedSkills} pair
    join ${skills} one on one.id = pair.skill_id join ${skills} other on other.id = pair.related_id
  where pair.skill_id in (${wantedBy(memberId)})`

function told(readerId: string, whose: SQL): Shelf<Told> {
  const ifOpen = (part: Part, column: SQL, otherwise: SQL) =>
    sql`case when ${isPartOpen(part, 'member', sql`its.nearness`)} then ${column} else ${otherwise} end`
  return sql`
    select member.id, member.handle, ${ifOpen('skills', heldAs('teaches'), sql`'[]'`)} as teaches, ${ifOpen('skills', heldAs('learns'), sql`'[]'`)} as learns,
      concat_ws(' ', member.craft, ${ifOpen('offers', sql`member.offers`, sql`''`)}, ${ifOpen('story', sql`left(member.story, 2000)`, sql`''`)}) as brings,
      case when its.nearness = 3 then concat_ws(' ', member.learning_goals, ${aimsOf}) else '' end as "looksFor",
      ${ifOpen('languages', sql`member.languages`, sql`'{}'`)} as languages,
      ${ifOpen(
        'experience',
        sql`array_position(array[${sql.join(
          EXPERIENCES.map((one) => sql`${one}`),
          sql`, `,
        )}]::text[], member.experience) - 1`,
        sql`null`,
      )} as experience,
      json_build_array(ways.pace, ways.words, ways.plan, ways.company, ways.understanding, ways.meetings, ways.aim) as ways,
      member.time_zone as zone,
      ${ifOpen('availability', sql`case when hours.weekly <> '[]' then json_build_object('weekly', hours.weekly, 'exceptions', hours.exceptions, 'pausedUntil', hours.paused_until) end`, sql`null`)} as hours,
      coalesce(hours.mentees_at_most, 0) as seats, coalesce((select taken from ${mentorSeats} where mentor_id = member.id), 0) as taken,
      ${answersOf} as answers, ${activityOf} as activity
    from ${members} member cross join lateral (select ${nearnessTo('member', readerId)} as nearness offset 0) its
      left join ${availability} hours on hours.member_id = member.id left join ${waysOfWorking} ways on ways.member_id = member.id
    where member.id in (${whose})`
}

const heldAs = (bond: 'teaches' | 'learns') => sql`(
  select coalesce(json_agg(json_build_object('skill', skill.slug, 'level', bound.level) order by skill.slug), '[]')
  from ${memberSkills} bound join ${skills} skill on skill.id = bound.skill_id and skill.shown
  where bound.member_id = member.id and bound.bond = ${bond})`

const aimsOf = sql`(
  select string_agg(goal.title || ' ' || goal.why, ' ') from ${goals} goal
  where goal.member_id = member.id and goal.reached_at is null and goal.dropped_at is null)`

const answersOf = sql`(
  select json_build_object('asked', count(*), 'accepted', count(*) filter (where request.state = 'accepted'),
    'hours', percentile_cont(0.5) within group (order by extract(epoch from request.decided_at - request.created_at) / 3600))
  from ${mentorshipRequests} request
  where request.mentor_id = member.id and request.state in ('accepted', 'declined', 'expired') and request.created_at > now() - interval '1 year')`

// Half of it is forgotten every three weeks.
const activityOf = sql`(
  select coalesce(sum(power(0.5, extract(epoch from now() - pair.moved_at) / 1814400)), 0)::float8 from ${mentorships} pair
  where member.id in (pair.mentor_id, pair.participant_id) and pair.moved_at > now() - interval '1 year')`
