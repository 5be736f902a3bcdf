import { share } from '#workers/lib/money.ts'
import { type CashProvider, cash, jar, payable, platformFee, processorFee, tax } from '../accounts.ts'
import type { Booking } from '../post.ts'

export type Rule = { jarId: string; basisPoints: number }

export type Sale = {
  orderId: string
  sellerId: string
  provider: CashProvider
  currency: string
  // What the buyer paid, and what of it is tax and fees; the rest is the maker's.
  grossMinor: number
  taxMinor: number
  platformFeeMinor: number
  processorFeeMinor: number
  about?: string
  at?: Date
}

export const netOf = (sale: Sale): number =>
  sale.grossMinor - sale.taxMinor - sale.platformFeeMinor - sale.processorFeeMinor

// The maker's jars are filled from what arrived: where a debt was paid back first, less goes in.
export const sale = (sold: Sale, rules: Rule[]): Booking => ({
  kind: 'sale',
  source: 'order',
  sourceId: sold.orderId,
  sale: sold.orderId,
  currency: sold.currency,
  ...(sold.about && { about: sold.about }),
  ...(sold.at && { at: sold.at }),
  entries: [
    { account: cash(sold.provider), minor: -sold.grossMinor },
    { account: tax, minor: sold.taxMinor },
    { account: platformFee, minor: sold.platformFeeMinor },
    { account: processorFee, minor: sold.processorFeeMinor },
    { account: payable(sold.sellerId), minor: netOf(sold) },
    ...rules.map(({ jarId, basisPoints }) => ({
      account: jar(jarId),
      minor: share(Math.max(netOf(sold), 0), basisPoints),
      from: payable(sold.sellerId),
    })),
  ],
})

// The provider says later what it took: the difference to what was booked is the maker's.
export const feeKnown = (sold: Sale, moreMinor: number): Booking => ({
  kind: 'fee-known',
  source: 'order',
  sourceId: sold.orderId,
  sale: sold.orderId,
  currency: sold.currency,
  entries: [
    { account: processorFee, minor: moreMinor },
    { account: payable(sold.sellerId), minor: -moreMinor },
  ],
})
