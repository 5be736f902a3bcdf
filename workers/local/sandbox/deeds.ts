import { closeDispute as closePaypalDispute, finishBatch, openDispute as openPaypalDispute } from './paypal/after.ts'
import { approve, settlePending } from './paypal/orders.ts'
import type { Fault, Manner, Shelf } from './shelf.ts'
import { closeDispute, finishRefund, openDispute } from './stripe/after.ts'
import { arrive, onboard } from './stripe/connect.ts'
import { decline, expire, pay, payLater, settleDelayed } from './stripe/paying.ts'
import { missing } from './stripe/wrong.ts'

// What people, banks and the network do: the pages of the sandbox, its control page and the tests all do it through here.
export function deeds(shelf: Shelf) {
  const session = (id: string) => shelf.stripe.sessions[id] ?? absent('checkout.session', id)
  const isPaypal = (id: string) => id in shelf.paypal.orders || id in shelf.paypal.disputes
  return {
    pay: (id: string) => (isPaypal(id) ? void approve(shelf, id, 'COMPLETED') : pay(shelf, session(id))),
    payLater: (id: string) => (isPaypal(id) ? void approve(shelf, id, 'PENDING') : payLater(shelf, session(id))),
    decline: (id: string) => (isPaypal(id) ? void approve(shelf, id, 'DECLINED') : decline(shelf, session(id))),
    // A delayed payment by its session, a pending one by its capture.
    settle: (id: string, succeeds: boolean) =>
      id.startsWith('cs_') ? settleDelayed(shelf, session(id), succeeds) : settlePending(shelf, id, succeeds),
    expire: (id: string) => expire(shelf, session(id)),
    finishRefund: (id: string, succeeds: boolean) => finishRefund(shelf, id, succeeds),
    dispute: (charge: string) =>
      charge.startsWith('ch_') ? openDispute(shelf, charge).id : openPaypalDispute(shelf, charge),
    closeDispute: (id: string, won: boolean) =>
      isPaypal(id) ? closePaypalDispute(shelf, id, won) : closeDispute(shelf, id, won),
    onboard: (account: string, how: 'done' | 'half' | 'paused') => onboard(shelf, account, how),
    finishPayout: (id: string, how: 'arrive' | 'fail' | 'come back') =>
      id.startsWith('po_') ? arrive(shelf, id, how) : finishBatch(shelf, id, how),
    fail: (at: string, how: Fault['how'], times = 1) => void shelf.faults.push({ at, how, times }),
    behave: (manner: Partial<Manner>) => void Object.assign(shelf.manner, manner),
  }
}

function absent(what: string, id: string): never {
  throw missing(what, id)
}
