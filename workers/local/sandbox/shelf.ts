import type { Paypal } from './paypal/objects.ts'
import type { Stripes } from './stripe/objects.ts'

// Everything the sandbox knows; plain JSON, so that it can be kept in a file.
export type Shelf = {
  stripe: Stripes
  paypal: Paypal
  deliveries: Delivery[]
  kept: Record<string, Kept>
  faults: Fault[]
  manner: Manner
}

export type Delivery = { provider: 'stripe' | 'paypal'; event: string; attempts: number; dueAt: number; taken?: true }
export type Kept = { asked: string; status: number; body: string }
// What goes wrong with the next requests whose address contains these words.
export type Fault = { at: string; how: 'down' | 'lost' | 'broken' | 'busy' | 'locked'; times: number }
// How webhooks go out, and how what takes time turns out.
export type Manner = {
  copies: number
  shuffled: boolean
  held: boolean
  refunds: 'succeed' | 'wait'
  payouts: 'arrive' | 'fail' | 'wait' | 'come back'
}

export const USUAL: Manner = { copies: 1, shuffled: false, held: false, refunds: 'succeed', payouts: 'arrive' }

export const emptyShelf = (): Shelf => ({
  stripe: {
    sessions: {},
    intents: {},
    charges: {},
    balance: {},
    refunds: {},
    disputes: {},
    accounts: {},
    transfers: {},
    reversals: {},
    payouts: {},
    events: {},
  },
  paypal: { orders: {}, disputes: {}, batches: {}, events: {} },
  deliveries: [],
  kept: {},
  faults: [],
  manner: { ...USUAL },
})

export const newRef = (prefix: string, length = 24) => prefix + crypto.randomUUID().replaceAll('-', '').slice(0, length)

export const seconds = () => Math.floor(Date.now() / 1000)

export class Wrong extends Error {
  readonly status: number
  readonly body: Record<string, unknown>
  constructor(status: number, body: Record<string, unknown>) {
    super(JSON.stringify(body))
    this.status = status
    this.body = body
  }
}
