import { type Account, jar, payable } from '../accounts.ts'
import type { Booking } from '../post.ts'

export type Move = {
  moveId: string
  minor: number
  currency: string
  from: Account
  to: Account
  about?: string
  at?: Date
}

// Between what a member may have and their jars, or from one jar to another: never more than is there.
export const moved = ({ moveId, minor, currency, from, to, about, at }: Move): Booking => ({
  kind: 'moved',
  source: 'savings',
  sourceId: moveId,
  currency,
  ...(about && { about }),
  ...(at && { at }),
  entries: [
    { account: from, minor: -minor, firmly: true },
    { account: to, minor },
  ],
})

// A jar that is closed gives its member back whatever is in it.
export const emptied = (jarId: string, memberId: string, currency: string): Booking => ({
  kind: 'emptied',
  source: 'jar',
  sourceId: jarId,
  currency,
  entries: [{ account: payable(memberId), minor: Number.MAX_SAFE_INTEGER, from: jar(jarId) }],
})
