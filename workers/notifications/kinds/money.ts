import { sql } from 'drizzle-orm'
import { payouts } from '#db/schema/marketplace/payouts.ts'
import { jars } from '#db/schema/marketplace/savings.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { showMoney } from '#workers/lib/money.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const payout = sql`
  select payout.member_id, 'payout:' || payout.id as about, jsonb_strip_nulls(jsonb_build_object('payout', payout.id,
    'minor', payout.minor::text, 'currency', payout.currency, 'words', left(payout.why, 300))) as data
  from fact join ${payouts} payout on payout.id = fact.subject::uuid`

const amountOf = ({ minor = '0', currency = 'EUR' }: Told['data']) => showMoney({ minor: Number(minor), currency })

const opens = ({ payout: id }: Told['data']) => (id ? `/money/payouts/${id}` : '/money/payouts')

const cameBack = {
  theme: 'you',
  icon: 'package',
  tells: payout,
  adds: ({ words: why }) => `${why ? `${why} ` : ''}The money is back with you and nothing was lost.`,
  opens,
  mail: 'at-once',
  push: 'at-once',
} as const satisfies Partial<Kind>

export const moneyKinds = {
  'payout-to-hand-over': {
    fact: 'payout.asked',
    theme: 'people',
    icon: 'package',
    label: 'Somebody asks to have their money handed over',
    tells: sql`
      select giver.id as member_id, 'payout:' || payout.id as about, jsonb_build_object('by', payout.member_id, 'payout', payout.id,
        'minor', payout.minor::text, 'currency', payout.currency) as data
      from fact join ${payouts} payout on payout.id = fact.subject::uuid and payout.way = 'by-hand'
        join ${members} giver on giver.id <> payout.member_id and giver.standing = 'active' and ('organiser' = any(giver.roles)
          or exists (select from ${mentorships} pair where pair.mentor_id = giver.id and pair.participant_id = payout.member_id and pair.state <> 'closed'))`,
    says: (told) => words`${everybody(told)} asks for ${amountOf(told.data)} from hand to hand`,
    opens,
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor', 'organiser'],
  },
  'payout-paid': {
    fact: 'payout.paid',
    theme: 'you',
    icon: 'package',
    label: 'A payout arrived',
    tells: payout,
    says: ({ data }) => words`Paid out: ${amountOf(data)}`,
    opens,
    mail: 'at-once',
    push: 'at-once',
  },
  'payout-failed': {
    ...cameBack,
    fact: 'payout.failed',
    label: 'A payout could not be sent',
    says: ({ data }) => words`${amountOf(data)} could not be paid out`,
  },
  'payout-returned': {
    ...cameBack,
    fact: 'payout.returned',
    label: 'A payout came back from the bank',
    says: ({ data }) => words`${amountOf(data)} came back from the bank`,
  },
  'jar-reached': {
    fact: 'jar.reached',
    theme: 'you',
    icon: 'award',
    label: 'A jar of yours is full',
    tells: sql`
      select jar.member_id, 'jar:' || jar.id as about, jsonb_build_object('jar', jar.id, 'name', jar.name) as data
      from fact join ${jars} jar on jar.id = fact.subject::uuid`,
    says: ({ data }) => words`Your jar is full: ${data.name ?? ''}`,
    adds: () => 'Take it out and do what you saved for, or set the next goal.',
    opens: ({ jar }) => (jar ? `/money/jars/${jar}` : '/money'),
    mail: 'daily',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
