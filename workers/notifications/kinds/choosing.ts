import { type SQL, sql } from 'drizzle-orm'
import { pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import { whenIn } from '#workers/lib/zones/when.ts'
import { choosers } from '#workers/matching/programs/choosing/choosers.ts'
import type { Kind } from '../kinds.ts'
import type { Told } from './words.ts'

// Whoever chose already, or is about to leave, is not asked.
const told = (also: SQL) => sql`
  select one.member_id, 'program:' || one.id as about,
    jsonb_strip_nulls(jsonb_build_object('program', one.name, 'slug', one.slug, 'part', one.part, 'until', one.until, 'talks', nullif(one.talks, false)::text)) as data
  from fact cross join lateral (${choosers(sql`asking.id = fact.subject::uuid`)}) one
  where one.standing = 'active' and not one.has_chosen and ${also}`

// With whom they are to talk, of those who were found this time.
const talking = sql`
  select one.member_id, 'program:' || one.id as about,
    jsonb_strip_nulls(jsonb_build_object('program', one.name, 'slug', one.slug, 'until', one.until, 'who', others.names)) as data
  from fact cross join lateral (${choosers(sql`asking.id = fact.subject::uuid`)}) one
    cross join lateral (select string_agg(other.name, chr(10) order by other.name) as names from ${pairingTalks} talk
      join ${members} other on other.id in (talk.participant_id, talk.mentor_id) and other.id <> one.member_id
      where talk.program_id = one.id and talk.round = (fact.data ->> 'round')::int and one.member_id in (talk.participant_id, talk.mentor_id)) others
  where one.standing = 'active' and others.names is not null`

const program = ({ program: name }: Told['data']) => name ?? 'Your program'
const theirs = ({ part }: Told['data']) => (part === 'mentor' ? 'teach' : 'learn from')
const opens = ({ slug }: Told['data']) => (slug ? `/programs/${slug}/choose` : '/programs')

export const dayIn = (day: string) => whenIn('UTC', day, { show: 'date' })

export const choosingKinds = {
  'choosing-opened': {
    fact: 'choosing.opened',
    theme: 'mentoring',
    icon: 'list',
    label: 'A program asks whom you would like to be with',
    tells: told(sql`fact.data -> 'parts' ? one.part`),
    says: ({ data }) => [{ name: program(data) }, ` asks whom you would like to ${theirs(data)}`],
    adds: ({ until }) =>
      `${until ? `You can say it until ${dayIn(until)}. ` : ''}Whom you say nothing of is fine with you, and nobody reads with whom you would rather not be.`,
    opens,
    mail: 'at-once',
    push: 'at-once',
  },
  'choosing-ends': {
    fact: 'choosing.ends',
    theme: 'mentoring',
    icon: 'list',
    label: 'The last day is near on which a program asks whom you would like',
    tells: told(sql`true`),
    says: ({ data }) => [
      `${data.until ? `Until ${dayIn(data.until)}` : 'For two more days'} you can say ${data.talks ? 'how your talks were' : `whom you would like to ${theirs(data)}`} in `,
      { name: program(data) },
    ],
    opens,
    mail: 'at-once',
    push: 'at-once',
  },
  'talks-proposed': {
    fact: 'talks.proposed',
    theme: 'mentoring',
    icon: 'list',
    label: 'A program would like you to talk with some people before it pairs you',
    tells: talking,
    says: ({ data }) => [
      { name: program(data) },
      ' would like you to talk with ',
      { name: new Intl.ListFormat('en').format((data.who ?? 'some people').split('\n')) },
    ],
    adds: ({ until }) =>
      `Twenty minutes with each are enough. Leave them a line on how they reach you, and then say how it was${until ? `, until ${dayIn(until)}` : ''}.`,
    opens,
    mail: 'at-once',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
