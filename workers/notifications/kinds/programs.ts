import { type SQL, sql } from 'drizzle-orm'
import { programApplications, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { choosers } from '#workers/matching/programs/choosing/choosers.ts'
import type { Kind } from '../kinds.ts'
import { dayIn } from './choosing.ts'
import { everybody, type Told, words } from './words.ts'

const quoted = ({ words: said }: Told['data']) => (said ? `“${said}”` : '')

const application = (to: SQL, by: SQL, more: SQL = sql``) => sql`
  select ${to} as member_id, 'program:' || program.id as about,
    jsonb_build_object('by', ${by}::text, 'program', program.name, 'slug', program.slug, 'words', left(applied.words, 300)) as data
  from fact join ${programApplications} applied on applied.id = fact.subject::uuid join ${programs} program on program.id = applied.program_id ${more}`

const decided = application(sql`applied.member_id`, sql`applied.decided_by_id`)

// Whoever comes in while the program asks whom people would like hears of it with their place.
const accepted = sql`
  select told.member_id, told.about,
    told.data || jsonb_strip_nulls(jsonb_build_object('asks', one.part, 'until', one.until)) as data
  from (${decided}) told left join lateral (${choosers(sql`asking.slug = told.data ->> 'slug' and applied.member_id = told.member_id`)}) one on true`

const asked = ({ asks, until }: Told['data']) =>
  asks
    ? `${until ? `Until ${dayIn(until)} you` : 'You'} can say whom you would like to ${asks === 'mentor' ? 'teach' : 'learn from'}.`
    : ''

const name = ({ program }: Told['data']) => program ?? 'the program'
const opens = ({ slug }: Told['data']) => `/programs/${slug}`

export const programKinds = {
  'program-applied': {
    fact: 'program.applied',
    theme: 'organising',
    icon: 'list',
    label: 'Somebody applies to a program of yours',
    tells: application(
      sql`organiser.member_id`,
      sql`applied.member_id`,
      sql`join ${programOrganisers} organiser on organiser.program_id = program.id and organiser.member_id <> applied.member_id`,
    ),
    says: (told) => words`${everybody(told)} would like a place in ${name(told.data)}`,
    opens: ({ slug }) => `/organise/programs/${slug}/applications`,
    mail: 'daily',
    push: 'at-once',
    roles: ['organiser'],
  },
  'program-accepted': {
    fact: 'program.accepted',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'You have a place in a program',
    tells: accepted,
    says: ({ data }) => words`You have a place in ${name(data)}`,
    adds: (data) => [quoted(data), asked(data)].filter(Boolean).join(' '),
    opens,
    mail: 'at-once',
    push: 'at-once',
  },
  'program-declined': {
    fact: 'program.declined',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A program has no place for you this time',
    tells: decided,
    says: ({ data }) => words`There is no place for you in ${name(data)} this time`,
    adds: quoted,
    opens,
    mail: 'at-once',
    push: 'never',
  },
  'program-withdrawn': {
    fact: 'program.withdrawn',
    theme: 'organising',
    icon: 'list',
    label: 'Somebody gives back their place in a program of yours',
    tells: application(
      sql`organiser.member_id`,
      sql`applied.member_id`,
      sql`join ${programOrganisers} organiser on organiser.program_id = program.id and organiser.member_id <> applied.member_id`,
    ),
    says: (told) => words`${everybody(told)} withdrew from ${name(told.data)}`,
    opens: ({ slug }) => `/organise/programs/${slug}/applications?show=withdrawn`,
    mail: 'daily',
    push: 'never',
    roles: ['organiser'],
  },
} satisfies Record<string, Kind>
