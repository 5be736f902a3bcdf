import { type Money, share } from '#workers/lib/money.ts'
import type { Month } from '../earnings/inputs.ts'
import type { Forecast } from './inputs.ts'

const LEAST_SALES = 4
const LEAST_MONTHS = 2

// How many months it takes to fill what is left of a jar from its share of real sales: as in a good month, as in a
// middling one, and as in a poor one. A poor month may bring nothing at all; then nobody knows the latest.
export function forecast(leftMinor: number, basisPoints: number, months: Month[]): Forecast {
  if (leftMinor <= 0) return { says: 'there' }
  if (basisPoints === 0) return { says: 'never' }
  const sales = months.reduce((all, month) => all + month.sales, 0)
  if (sales < LEAST_SALES || months.length < LEAST_MONTHS) return { says: 'too-few', sales }
  const shares = months.map(({ minor }) => share(Math.max(minor, 0), basisPoints)).toSorted((one, other) => one - other)
  const [poor, middling, good] = [quantile(shares, 0.25), quantile(shares, 0.5), quantile(shares, 0.75)]
  const takes = (monthly: number) => (monthly > 0 ? Math.ceil(leftMinor / monthly) : null)
  const soonest = takes(good)
  if (soonest === null) return { says: 'too-few', sales }
  return { says: 'between', soonest, likely: takes(middling) ?? takes(poor) ?? soonest, latest: takes(poor) }
}

function quantile(sorted: number[], part: number): number {
  const at = (sorted.length - 1) * part
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0]
  return Math.floor(below + (above - below) * (at - Math.floor(at)))
}

// What it takes each month to be there on the day.
export function monthlyFor(left: Money, dueOn: string | null, today: Date): Money | undefined {
  if (!dueOn || left.minor <= 0) return undefined
  const due = new Date(`${dueOn}T00:00:00Z`)
  const months = (due.getUTCFullYear() - today.getUTCFullYear()) * 12 + due.getUTCMonth() - today.getUTCMonth()
  return { ...left, minor: Math.ceil(left.minor / Math.max(months, 1)) }
}
