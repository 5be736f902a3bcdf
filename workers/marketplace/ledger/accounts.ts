import type { CASH_PROVIDERS } from '#db/schema/marketplace/ledger.ts'

export type CashProvider = (typeof CASH_PROVIDERS)[number]

// Positive: the account holds it for somebody. Negative: it is what stands behind that.
export type Account =
  | `cash:${CashProvider}`
  | `seller_payable:${string}`
  | `seller_owes:${string}`
  | `payouts_in_transit:${string}`
  | `jar:${string}`
  | 'platform_fee'
  | 'processor_fee'
  | 'tax'
  | 'refunds'
  | 'disputes'

export const cash = (provider: CashProvider): Account => `cash:${provider}`
export const payable = (memberId: string): Account => `seller_payable:${memberId}`
export const owes = (memberId: string): Account => `seller_owes:${memberId}`
export const inTransit = (memberId: string): Account => `payouts_in_transit:${memberId}`
export const jar = (jarId: string): Account => `jar:${jarId}`
export const platformFee: Account = 'platform_fee'
export const processorFee: Account = 'processor_fee'
export const tax: Account = 'tax'
export const refunds: Account = 'refunds'
export const disputes: Account = 'disputes'
