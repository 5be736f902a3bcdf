import type { Fetch } from '../payments.ts'
import type { PaymentProvider, Told } from '../port.ts'
import { type Call, caller, type Link, linkIn } from './calling.ts'
import { acceptDispute, answerDispute } from './disputes.ts'
import { hear } from './hearing.ts'
import { begin, capture, look, refund } from './orders.ts'
import { lookAtPayout, send, takeBack } from './payouts.ts'
import { asTold, type Event } from './told.ts'

export function paypalPayments(env: Env, outside: Fetch): PaymentProvider {
  const call = caller(env, outside)
  return {
    begin: (purchase) => begin(call, purchase),
    look: (ref) => look(call, ref),
    capture: (ref, key) => capture(call, ref, key),
    // An order that nobody captures comes to nothing.
    close: async () => {},
    refund: (wish) => refund(call, wish),
    answerDispute: (ref, evidence) => answerDispute(call, ref, evidence),
    acceptDispute: (ref) => acceptDispute(call, ref),
    // PayPal pays to an e-mail address, whoever it belongs to.
    openAccount: async ({ ref, email, returnTo }) => ({ ref: ref ?? email, url: returnTo }),
    lookAtAccount: async (ref) => ({ ready: ref.includes('@'), missing: [], payoutsPaused: false }),
    send: (payout) => send(call, payout),
    lookAtPayout: (ref) => lookAtPayout(call, ref),
    takeBack: (ref, key) => takeBack(call, ref, key),
    hear: (message, now) => hear(env, message, outside, now),
    untaken: (since) => eventsSince(call, since),
  }
}

const PAGES = 20

// PayPal lists all it told; what was taken already is known to the inbox.
async function eventsSince(call: Call, since: Date): Promise<Told[]> {
  const told: Told[] = []
  const query = new URLSearchParams({ start_time: since.toISOString(), page_size: '100' })
  let next: string | undefined = `/v1/notifications/webhooks-events?${query}`
  for (let page = 0; next && page < PAGES; page++) {
    const { events = [], links }: { events?: Event[]; links?: Link[] } = await call('GET', next)
    told.push(...events.map((event) => asTold(event, false)))
    const after = linkIn(links, 'next')
    next = after && new URL(after).pathname + new URL(after).search
  }
  return told
}
