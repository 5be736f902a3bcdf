import type { Ctx } from '../../lib/context.ts'
import type { ProviderName, Subject } from './port.ts'

// Looks at a payment, a payout or an account as it is now and does what follows; may be asked any number of times.
// Unknown where this community has nothing to do with it.
export type Settle = (ctx: Ctx, about: { provider: ProviderName; ref: string }) => Promise<'done' | 'unknown'>

export const settlements: Record<Subject['kind'], Settle> = {
  payment: async () => 'unknown',
  payout: async () => 'unknown',
  account: async () => 'unknown',
}

export type Unsettled = { kind: Subject['kind']; provider: ProviderName; ref: string }

// What was begun and has not come to an end, oldest look first: looked at again although nobody told us anything.
export const unsettled: ((ctx: Ctx) => Promise<Unsettled[]>)[] = []
