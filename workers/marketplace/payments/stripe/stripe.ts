import type { Fetch } from '../payments.ts'
import type { PaymentProvider } from '../port.ts'
import { lookAtAccount, openAccount } from './accounts.ts'
import { begin, close } from './beginning.ts'
import { stripeClient } from './client.ts'
import { acceptDispute, answerDispute } from './disputes.ts'
import { hear } from './hearing.ts'
import { look } from './looking.ts'
import { ask } from './once.ts'
import { lookAtPayout, send, takeBack } from './payouts.ts'
import { refund } from './refunds.ts'
import { asTold } from './told.ts'

export function stripePayments(env: Env, outside: Fetch): PaymentProvider {
  const stripe = stripeClient(env, outside)
  return {
    begin: (purchase) => begin(stripe, purchase),
    look: (ref) => look(stripe, ref),
    // Checkout captures by itself.
    capture: async () => {},
    close: (ref) => close(stripe, ref),
    refund: (wish) => refund(stripe, wish),
    answerDispute: (ref, evidence, key) => answerDispute(stripe, ref, evidence, key),
    acceptDispute: (ref) => acceptDispute(stripe, ref),
    openAccount: (seller) => openAccount(stripe, seller),
    lookAtAccount: (ref) => lookAtAccount(stripe, ref),
    send: (payout) => send(stripe, payout),
    lookAtPayout: (ref) => lookAtPayout(stripe, ref),
    takeBack: (ref, key) => takeBack(stripe, ref, key),
    hear: (message, now) => hear(env, message, now),
    untaken: async (since) => {
      const created = { gte: Math.floor(since.getTime() / 1000) }
      const events = stripe.events.list({ created, delivery_success: false, limit: 100 })
      return (await ask(() => events.autoPagingToArray({ limit: 1000 }))).map(asTold)
    },
  }
}
