import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { mentorPrices } from '#db/schema/matching/prices.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { matchRuns, recommendations, type Suggested, waysOfWorking } from '#db/schema/matching.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorSeats, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { availability, type DayExceptions, type WeeklyHours } from '#db/schema/people/availability.ts'
import { memberSkills, relatedSkills, skills } from '#db/schema/people/skills.ts'
import { EXPERIENCES, members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { isPartOpen, nearnessTo, type Part } from '#workers/people/profiles/visibility.ts'
import type { Held, Leans, Wish } from '../../fit/person.ts'
import { type InForce, leansOf, weightsNow } from '../../weights/in-force.ts'
import type { Cost } from '../finding/slate.ts'
import { type ToldThing, thingsFor } from './reading-things.ts'
import { everybodyFor, wantedBy } from './whom.ts'

// A member as Postgres tells it: of somebody else only what the one who looks may see.
export type Told = {
  id: string
  kinds: Suggested[]
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
  wishes: Wish[]
  leans: Leans
  // Nobody reads what a mentor costs.
  cost: Cost
}

export type Market = {
  me: Told
  others: Told[]
  things: ToldThing[]
  related: [string, string][]
  inForce: InForce | undefined
}

// The one who looks and everybody they might ask, in one round trip.
// No market for whoever is not here, or waits for a guardian.
export async function readMarket({ db }: Ctx, memberId: string) {
  const { me, others, things, related, run, weights } = await readTogether(db, {
    me: told(
      memberId,
      sql`select id, '{}'::text[] as kinds from ${members} where id = ${memberId}::uuid and standing = 'active'`,
    ),
    others: told(memberId, everybodyFor(memberId)),
    things: thingsFor(memberId),
    related: relatedTo(memberId),
    weights: weightsNow,
    run: sql`select fact from ${matchRuns} where member_id = ${memberId}::uuid` as Shelf<{ fact: number }>,
  })
  const pairs = related.map(({ one, other }): [string, string] => [one, other])
  const market: Market | undefined = me[0] && { me: me[0], others, things, related: pairs, inForce: weights[0] }
  return { market, lastFact: run[0]?.fact ?? 0 }
}

const relatedTo = (memberId: string): Shelf<{ one: string; other: string }> => sql`
  select one.slug as one, other.slug as other from ${relatedSkills} pair
    join ${skills} one on one.id = pair.skill_id join ${skills} other on other.id = pair.related_id
  where pair.skill_id in (${wantedBy(memberId)})`

// What somebody asks for counts in full only where nobody can ask it out: in a program, which organisers pair.
export function told(readerId: string, whose: SQL, withWishes = sql`false`): Shelf<Told> {
  const ifOpen = (part: Part, column: SQL, otherwise: SQL) =>
    sql`case when ${isPartOpen(part, 'member', sql`its.nearness`)} then ${column} else ${otherwise} end`
  return sql`
    select member.id, whose.kinds, ${ifOpen('skills', heldAs('teaches'), sql`'[]'`)} as teaches, ${ifOpen('skills', heldAs('learns'), sql`'[]'`)} as learns,
      concat_ws(' ', member.craft, ${ifOpen('offers', sql`member.offers`, sql`''`)}, ${ifOpen('story', sql`left(member.story, 2000)`, sql`''`)}) as brings,
      concat_ws(' ', ${ifOpen('goals', sql`member.learning_goals`, sql`''`)}, case when its.nearness = 3 then ${aimsOf} end) as "looksFor",
      ${ifOpen('languages', sql`member.languages`, sql`'{}'`)} as languages,
      ${ifOpen('experience', rungOf(sql`member.experience`), sql`null`)} as experience,
      ${waysOf} as ways,
      member.time_zone as zone,
      ${ifOpen('availability', sql`case when hours.weekly <> '[]' then json_build_object('weekly', hours.weekly, 'exceptions', hours.exceptions, 'pausedUntil', hours.paused_until) end`, sql`null`)} as hours,
      coalesce(hours.mentees_at_most, 0) as seats, coalesce((select taken from ${mentorSeats} where mentor_id = member.id), 0) as taken,
      ${answersOf} as answers, ${activityOf} as activity, ${wishesOf(withWishes)} as wishes, ${leansOf(sql`member.id`)} as leans,
      json_build_object('price', coalesce(priced.price, 0), 'room', ${roomFor(readerId)}) as cost
    from (${whose}) whose join ${members} member on member.id = whose.id cross join lateral (select ${nearnessTo('member', readerId)} as nearness offset 0) its
      left join ${availability} hours on hours.member_id = member.id left join ${waysOfWorking} ways on ways.member_id = member.id
      left join ${mentorPrices} priced on priced.member_id = member.id`
}

// In how many more slates of others they may stand: in any number, until a night has said it.
const roomFor = (readerId: string) => sql`priced.share - (select count(*)::int from ${recommendations} shown
  where priced.share is not null and shown.other_id = member.id and shown.kind = 'mentor' and shown.member_id <> ${readerId}::uuid)`

const rungOf = (experience: SQL) => {
  const names = EXPERIENCES.map((one) => sql`${one}`)
  return sql`array_position(array[${sql.join(names, sql`, `)}]::text[], ${experience}) - 1`
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

export const waysOf = sql`json_build_array(ways.pace, ways.words, ways.plan, ways.company, ways.understanding, ways.meetings, ways.aim)`

// What others ask for is theirs: it only counts that two have to understand each other.
export const wishesOf = (all: SQL) => sql`(
  select coalesce(json_agg(json_build_object('strength', wish.strength, 'about', case when wish.language is not null then 'language'
      when wish.skill_id is not null then 'skill' else 'experience' end,
    'is', coalesce(wish.language, asked.slug, (${rungOf(sql`wish.experience`)})::text)) order by wish.id), '[]')
  from ${wishes} wish left join ${skills} asked on asked.id = wish.skill_id
  where wish.member_id = member.id and (its.nearness = 3 or wish.language is not null or ${all}))`
