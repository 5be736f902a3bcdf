import { type SQL, sql } from 'drizzle-orm'
import { dataExports } from '#db/schema/accounts/exports.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { mentorApplications } from '#db/schema/accounts/mentor-applications.ts'
import type { Rhythm } from '#db/schema/notifications.ts'
import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members, type Role } from '#db/schema/people.ts'
import { whenAndWhere } from '#workers/lib/zones/when.ts'
import { choosingKinds } from './kinds/choosing.ts'
import { goalKinds } from './kinds/goals.ts'
import { lookKinds } from './kinds/looks.ts'
import { marketKinds } from './kinds/market.ts'
import { mentoringKinds } from './kinds/mentoring.ts'
import { changeKinds } from './kinds/mentoring-changes.ts'
import { circleKinds } from './kinds/mentoring-circles.ts'
import { outreachKinds } from './kinds/mentoring-outreach.ts'
import { testimonialKinds } from './kinds/mentoring-testimonials.ts'
import { moneyKinds } from './kinds/money.ts'
import { planKinds } from './kinds/plans.ts'
import { programKinds } from './kinds/programs.ts'
import { supplyKinds } from './kinds/supplies.ts'
import { everybody, type Piece, type Told, words } from './kinds/words.ts'
import { workKinds } from './kinds/works.ts'

export const THEMES = {
  people: 'People you work with',
  mentoring: 'Mentoring',
  you: 'You and your account',
  organising: 'Organising',
} as const

export const ICONS = ['answer', 'award', 'door', 'feather', 'key', 'list', 'package', 'sprout', 'user-check'] as const

export type Kind = {
  fact: string
  theme: keyof typeof THEMES
  icon: (typeof ICONS)[number]
  // As it stands in a member's settings.
  label: string
  // Whom the fact is told to, and what about: member_id, about, data (texts only; `by` is the member who did it).
  // The fact itself is the row of a table called `fact`.
  tells: SQL
  says(told: Told): Piece[]
  // What one notice says beyond its sentence; `zone` is the reader's.
  adds?(data: Told['data'], zone: string): string
  opens(data: Told['data']): string
  mail: Rhythm
  push: 'at-once' | 'never'
  // What protects an account comes whatever the hour, and cannot be turned off.
  always?: true
  // Only ever in the inbox, so there is nothing to choose: it happens once, or a letter of its own tells it already.
  inboxOnly?: true
  // Only for members with one of these roles; others are not asked about it in their settings.
  roles?: Role[]
}

const quoted = ({ words }: Told['data']) => (words ? `“${words}”` : '')

const actor = sql`substring(fact.actor from '^member:(.+)$')`

// A new kind is ten lines here, or in the file of its domain, and nothing anywhere else.
export const kinds = {
  ...mentoringKinds,
  ...circleKinds,
  ...changeKinds,
  ...testimonialKinds,
  ...lookKinds,
  ...goalKinds,
  ...supplyKinds,
  ...marketKinds,
  ...moneyKinds,
  ...outreachKinds,
  ...planKinds,
  ...programKinds,
  ...choosingKinds,
  ...workKinds,
  endorsement: {
    fact: 'endorsement.given',
    theme: 'people',
    icon: 'award',
    label: 'Somebody you worked with endorses a skill of yours',
    tells: sql`
      select ${members.id} as member_id, 'skill:' || ${skills.id} as about,
        jsonb_build_object('by', ${actor}, 'skill', ${skills.name}, 'slug', ${skills.slug}, 'words', left(${endorsements.words}, 300)) as data
      from fact join ${members} on ${members.id} = fact.subject::uuid
      join ${skills} on ${skills.slug} = fact.data ->> 'skill'
      left join ${endorsements} on ${endorsements.memberId} = ${members.id} and ${endorsements.skillId} = ${skills.id}
        and ${endorsements.endorserId}::text = ${actor}`,
    says: (told) => words`${everybody(told)} endorsed your ${told.data.skill ?? 'skill'}`,
    adds: quoted,
    opens: () => '/settings/skills',
    mail: 'daily',
    push: 'at-once',
  },
  moment: {
    fact: 'moment.shared',
    theme: 'people',
    icon: 'feather',
    label: 'Somebody you worked with shares what they are doing',
    tells: sql`
      select ${workedTogether.otherId} as member_id, 'moments:' || fact.subject as about,
        jsonb_build_object('by', fact.subject, 'words', left(fact.data ->> 'text', 300)) as data
      from fact join ${workedTogether} on ${workedTogether.memberId} = fact.subject::uuid`,
    says: (told) => [
      ...words`${everybody(told)}`,
      told.count > 1 ? ` shared ${told.count} moments` : ' shared a moment',
    ],
    adds: quoted,
    opens: ({ handle }) => (handle ? `/members/${handle}` : '/members'),
    mail: 'weekly',
    push: 'never',
  },
  welcome: {
    fact: 'member.joined',
    theme: 'you',
    icon: 'door',
    label: 'A welcome when you arrive',
    tells: sql`
      select ${members.id} as member_id, 'welcome' as about, jsonb_build_object('name', ${members.name}) as data
      from fact join ${members} on ${members.id} = fact.subject::uuid`,
    says: ({ data }) => words`Welcome, ${data.name ?? 'maker'}. Four short steps, and people here can find you.`,
    opens: () => '/welcome',
    mail: 'never',
    push: 'never',
    inboxOnly: true,
  },
  'mentor-approved': {
    fact: 'mentor-application.approved',
    theme: 'you',
    icon: 'sprout',
    label: 'Your application as a mentor is approved',
    tells: sql`
      select ${mentorApplications.memberId} as member_id, 'mentor' as about, jsonb_build_object('by', ${actor}) as data
      from fact join ${mentorApplications} on ${mentorApplications.id} = fact.subject::uuid`,
    says: (told) =>
      words`${'You are a mentor now'}: ${everybody(told)} approved your application. Say when you have time.`,
    opens: () => '/settings/availability',
    mail: 'at-once',
    push: 'at-once',
  },
  'mentor-declined': {
    fact: 'mentor-application.declined',
    theme: 'you',
    icon: 'answer',
    label: 'Your application as a mentor gets another answer',
    tells: sql`
      select ${mentorApplications.memberId} as member_id, 'mentor' as about,
        jsonb_build_object('by', ${actor}, 'reason', ${mentorApplications.reason}) as data
      from fact join ${mentorApplications} on ${mentorApplications.id} = fact.subject::uuid`,
    says: (told) => words`${everybody(told)} answered your application as a mentor: ${'not yet'}.`,
    adds: ({ reason }) => reason ?? '',
    opens: () => '/mentors/apply',
    mail: 'at-once',
    push: 'never',
  },
  'guardian-agreed': {
    fact: 'guardian.decided',
    theme: 'you',
    icon: 'user-check',
    label: 'Your guardian agrees that you take part',
    tells: sql`
      select ${guardianConsents.memberId} as member_id, 'guardian' as about, '{}'::jsonb as data
      from fact join ${guardianConsents} on ${guardianConsents.id} = fact.subject::uuid and fact.data ->> 'decision' = 'agreed'`,
    says: () => words`${'Your guardian agreed'}. Your profile can be seen now, and you can write to people.`,
    opens: () => '/home',
    mail: 'never',
    push: 'never',
    inboxOnly: true,
  },
  'guardian-refused': {
    fact: 'guardian.decided',
    theme: 'you',
    icon: 'user-check',
    label: 'Your guardian does not agree, or no longer does',
    tells: sql`
      select ${guardianConsents.memberId} as member_id, 'guardian' as about, '{}'::jsonb as data
      from fact join ${guardianConsents} on ${guardianConsents.id} = fact.subject::uuid and fact.data ->> 'decision' <> 'agreed'`,
    says: () =>
      words`${'Your guardian does not agree'}, so your profile is closed. Talk it over, or name another guardian.`,
    opens: () => '/settings/guardian',
    mail: 'never',
    push: 'never',
    inboxOnly: true,
  },
  role: {
    fact: 'role.changed',
    theme: 'you',
    icon: 'key',
    label: 'What you may do here changes',
    tells: sql`
      select ${members.id} as member_id, 'role' as about,
        jsonb_build_object('by', ${actor}, 'roles', array_to_string(array(select jsonb_array_elements_text(fact.data -> 'roles')), ', ')) as data
      from fact join ${members} on ${members.id} = fact.subject::uuid`,
    says: (told) =>
      words`${everybody(told)} changed what you may do here. You are now: ${told.data.roles ?? 'participant'}`,
    opens: () => '/settings/account',
    mail: 'at-once',
    push: 'never',
    always: true,
  },
  export: {
    fact: 'data-export.ready',
    theme: 'you',
    icon: 'package',
    label: 'The copy of your data is ready',
    tells: sql`
      select ${dataExports.memberId} as member_id, 'export' as about,
        jsonb_build_object('until', to_char(${dataExports.expiresAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"')) as data
      from fact join ${dataExports} on ${dataExports.id} = fact.subject::uuid`,
    says: () => words`The ${'copy of your data'} is ready to be fetched`,
    adds: ({ until }, zone) => (until ? `It can be fetched until ${whenAndWhere(zone, until)}.` : ''),
    opens: () => '/settings/data',
    mail: 'never',
    push: 'never',
    inboxOnly: true,
  },
  'mentor-application': {
    fact: 'mentor-application.received',
    theme: 'organising',
    icon: 'list',
    label: 'Somebody applies as a mentor',
    tells: sql`
      select organiser.id as member_id, 'mentor-applications' as about,
        jsonb_build_object('by', ${mentorApplications.memberId}) as data
      from fact join ${mentorApplications} on ${mentorApplications.id} = fact.subject::uuid
      join ${members} organiser on organiser.roles && array['organiser', 'admin'] and organiser.id <> ${mentorApplications.memberId}`,
    says: (told) =>
      told.people > 1
        ? words`${everybody(told)} would like to be mentors`
        : words`${everybody(told)} would like to be a mentor`,
    opens: () => '/organise',
    mail: 'daily',
    push: 'at-once',
    roles: ['organiser', 'admin'],
  },
  newcomer: {
    fact: 'member.joined',
    theme: 'organising',
    icon: 'door',
    label: 'Somebody joins the community',
    tells: sql`
      select organiser.id as member_id, 'newcomers' as about, jsonb_build_object('by', newcomer.id) as data
      from fact join ${members} newcomer on newcomer.id = fact.subject::uuid
      join ${members} organiser on organiser.roles && array['organiser', 'admin'] and organiser.id <> newcomer.id`,
    says: (told) => words`${everybody(told)} joined the community`,
    opens: ({ handle }) => (handle ? `/members/${handle}` : '/members'),
    mail: 'never',
    push: 'never',
    roles: ['organiser', 'admin'],
  },
} satisfies Record<string, Kind>

export type KindName = keyof typeof kinds
export const KIND_NAMES = Object.keys(kinds) as KindName[]

// A notice may be older than today's list of kinds.
export const kindOf = (name: string): Kind | undefined =>
  Object.hasOwn(kinds, name) ? kinds[name as KindName] : undefined

export const kindsOf = (fact: string): [KindName, Kind][] =>
  KIND_NAMES.map((name): [KindName, Kind] => [name, kinds[name]]).filter(([, kind]) => kind.fact === fact)
