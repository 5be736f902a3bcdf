import type { HoldReason, PayoutState, PayoutWay } from '#db/schema/marketplace/payouts.ts'
import type { Forecast, Jar } from '#workers/marketplace/savings/inputs.ts'
import type { Tone } from '../../../ui/tone.ts'

export const WAYS: Record<PayoutWay, string> = {
  stripe: 'To your bank, by Stripe',
  paypal: 'To your PayPal account',
  'by-hand': 'From hand to hand',
}

export const STATES: Record<PayoutState, { label: string; tone: Tone }> = {
  asked: { label: 'Asked for', tone: 'info' },
  sent: { label: 'On its way', tone: 'info' },
  paid: { label: 'Arrived', tone: 'support' },
  failed: { label: 'Did not arrive', tone: 'warning' },
  returned: { label: 'Came back', tone: 'warning' },
}

export const HELD: Record<HoldReason, string> = {
  'not-delivered': 'until the buyer has it, or it took place',
  'may-be-returned': 'while the buyer may return it',
  disputed: 'while the buyer’s bank asks about it',
  'looked-at': 'while somebody looks at it',
}

export const shareOf = ({ minor, targetMinor }: Pick<Jar, 'minor' | 'targetMinor'>): number | null =>
  targetMinor === null ? null : minor / targetMinor

const months = (count: number) => (count === 1 ? 'a month' : count > 60 ? 'more than five years' : `${count} months`)

export function wordsOf(forecast: Forecast): string {
  if (forecast.says === 'there') return 'It is full. What comes next?'
  if (forecast.says === 'never')
    return 'Nothing goes in by itself yet. Give it a share of each sale, or put something in by hand.'
  if (forecast.says === 'too-few')
    return 'Too few sales so far to say when it will be full. After four, over two months or more, this is where you read it.'
  const { soonest, likely, latest } = forecast
  if (soonest === latest) return `At the pace of your sales it is full in about ${months(soonest)}.`
  if (latest === null)
    return `In good months it is full in ${months(soonest)}; most likely in about ${months(likely)}. Some months brought nothing, so nobody can say the latest.`
  return `Most likely full in about ${months(likely)}: ${months(soonest)} if sales go as in your good months, ${months(latest)} if they go as in your quiet ones.`
}

export const monthName = (month: string) =>
  new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`))
