import type { Ctx } from '../../lib/context.ts'
import { settlePayment } from '../orders/settling.ts'
import { openPayments } from '../orders/unsettled.ts'
import { settleAccount } from '../payouts/accounts.ts'
import { settlePayout } from '../payouts/sending.ts'
import type { Outcome, ProviderName, Subject } from './port.ts'

// Looks at a payment, a payout or an account as it is now and does what follows; may be asked any number of times.
export type Settle = (ctx: Ctx, about: { provider: ProviderName; ref: string }) => Promise<Outcome>

export const settlements: Record<Subject['kind'], Settle> = {
  payment: settlePayment,
  payout: settlePayout,
  account: settleAccount,
}

export type Unsettled = { kind: Subject['kind']; provider: ProviderName; ref: string }

// What was begun and has not come to an end, oldest look first: looked at again although nobody told us anything.
export const unsettled: ((ctx: Ctx) => Promise<Unsettled[]>)[] = [openPayments]
