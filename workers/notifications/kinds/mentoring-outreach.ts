import { sql } from 'drizzle-orm'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const invited = sql`
  select one.mentor_id as member_id, 'invitation:' || one.id as about,
    jsonb_strip_nulls(jsonb_build_object('by', one.member_id, 'name', one.name, 'pair', one.mentorship_id, 'words', nullif(left(fact.data ->> 'words', 300), ''),
      'waits', case when one.state = 'accepted' and one.begun_at is null then 'yes' end)) as data
  from fact join ${invitations} one on one.id = fact.subject::uuid`

const noted = sql`
  select one.owner_id as member_id, 'prospect:' || one.id as about,
    jsonb_build_object('name', one.name, 'prospect', one.id, 'step', left(one.next_step, 200), 'until', coalesce(one.consent_until::text, '')) as data
  from fact join ${prospects} one on one.id = fact.subject::uuid and one.merged_into is null and one.left_alone_at is null`

const answered = sql`
  select (fact.data ->> 'from')::uuid as member_id, 'prospect:' || one.id as about,
    jsonb_build_object('by', substring(fact.actor from '^member:(.+)$'), 'name', one.name) as data
  from fact join ${prospects} one on one.id = fact.subject::uuid`

const board = ({ prospect }: Told['data']) => (prospect ? `/mentoring/outreach/${prospect}` : '/mentoring/outreach')

export const outreachKinds = {
  'invitation-accepted': {
    fact: 'participant.accepted',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'Somebody you invited says yes',
    tells: invited,
    says: (told) =>
      told.data.waits
        ? words`${everybody(told)} accepted your invitation. You two begin as soon as a guardian agrees.`
        : words`${everybody(told)} accepted your invitation. You two can begin.`,
    opens: ({ pair }) => (pair ? `/mentorships/${pair}` : '/mentoring/participants'),
    mail: 'at-once',
    push: 'at-once',
    roles: ['mentor'],
  },
  'invitation-declined': {
    fact: 'participant.declined',
    theme: 'mentoring',
    icon: 'answer',
    label: 'Somebody you invited says no',
    tells: invited,
    says: ({ data }) => words`${data.name ?? 'Somebody'} said no to your invitation`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: () => '/mentoring/participants',
    mail: 'daily',
    push: 'never',
    roles: ['mentor'],
  },
  'invitation-expired': {
    fact: 'participant.invitation-expired',
    theme: 'mentoring',
    icon: 'answer',
    label: 'An invitation of yours was not opened in time',
    tells: invited,
    says: ({ data }) => words`The link for ${data.name ?? 'somebody'} has run out. You can invite them once more.`,
    opens: () => '/mentoring/participants',
    mail: 'daily',
    push: 'never',
    roles: ['mentor'],
  },
  'prospect-offered': {
    fact: 'prospect.offered',
    theme: 'mentoring',
    icon: 'user-check',
    label: 'A mentor asks you to go on with somebody they met',
    tells: sql`
      select one.offered_to_id as member_id, 'prospect:' || one.id as about, jsonb_build_object('by', one.owner_id, 'name', one.name) as data
      from fact join ${prospects} one on one.id = fact.subject::uuid and one.offered_to_id is not null`,
    says: (told) => words`${everybody(told)} asks whether you would go on with ${told.data.name ?? 'somebody'}`,
    opens: () => '/mentoring/outreach',
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor'],
  },
  'prospect-handed-on': {
    fact: 'prospect.handed-on',
    theme: 'mentoring',
    icon: 'user-check',
    label: 'A mentor goes on with somebody you met',
    tells: answered,
    says: (told) => words`${everybody(told)} goes on with ${told.data.name ?? 'somebody you met'}`,
    opens: () => '/mentoring/outreach',
    mail: 'daily',
    push: 'never',
    roles: ['mentor'],
  },
  'prospect-offer-declined': {
    fact: 'prospect.offer-declined',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A mentor cannot go on with somebody you met',
    tells: answered,
    says: (told) => words`${everybody(told)} cannot go on with ${told.data.name ?? 'somebody you met'} now`,
    opens: () => '/mentoring/outreach',
    mail: 'daily',
    push: 'never',
    roles: ['mentor'],
  },
  'prospect-due': {
    fact: 'prospect.due',
    theme: 'mentoring',
    icon: 'list',
    label: 'You wanted to be in touch with somebody today',
    tells: noted,
    says: ({ data }) => words`Today is the day for ${data.name ?? 'somebody'}: ${data.step || 'be in touch'}`,
    opens: board,
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor'],
  },
  'prospect-consent': {
    fact: 'prospect.consent-ends',
    theme: 'mentoring',
    icon: 'user-check',
    label: 'What somebody agreed to ends soon',
    tells: noted,
    says: ({ data }) =>
      words`What ${data.name ?? 'somebody'} agreed to ends on ${data.until ?? 'a day soon'}. Ask again, or let it be forgotten.`,
    opens: board,
    mail: 'daily',
    push: 'never',
    roles: ['mentor'],
  },
} satisfies Record<string, Kind>
