import { newId } from '#db/id.ts'
import { disputes as asked } from '#db/schema/marketplace/orders.ts'
import { share } from '#workers/lib/money.ts'
import { cash, disputes, platformFee } from '#workers/marketplace/ledger/accounts.ts'
import { takenBack } from '#workers/marketplace/ledger/bookings/giving-back.ts'
import { netOf, type Rule, type Sale } from '#workers/marketplace/ledger/bookings/sale.ts'
import type { Entry } from '#workers/marketplace/ledger/post.ts'
import type { SeedOrder } from '../community/orders.ts'
import { ago, inDays, type Tx } from './ids.ts'
import { post } from './makers-money.ts'

const FEE_MINOR = 1500

// A buyer of the demo asked their bank: it took the money, and waits for an answer.
export async function disputeSale(
  tx: Tx,
  { dispute }: SeedOrder,
  sold: Sale,
  made: { paymentId: string; rules: Rule[] },
) {
  if (!dispute) return
  const { orderId, sellerId, provider, currency, grossMinor } = sold
  const [id, at] = [newId(), ago({ days: dispute.daysAgo })]
  await tx.insert(asked).values({
    id,
    paymentId: made.paymentId,
    ref: `du_demo_${id}`,
    minor: grossMinor,
    feeMinor: FEE_MINOR,
    reason: dispute.reason,
    evidenceDueAt: inDays(dispute.dueInDays),
    createdAt: at,
  })
  const book = (kind: string, entries: Entry[]) =>
    post(tx, { kind, source: 'dispute', sourceId: id, sale: orderId, currency, at, entries })
  const inJars = made.rules.map(({ jarId, basisPoints }) => ({ jarId, minor: share(netOf(sold), basisPoints) }))
  const fees = sold.platformFeeMinor + sold.processorFeeMinor
  const left = { seller: netOf(sold), fees, tax: sold.taxMinor, jars: inJars }
  await book('dispute-opened', takenBack(grossMinor, left, sellerId, disputes))
  await book('dispute-withdrawn', moved(disputes, cash(provider), grossMinor))
  await book('dispute-fee', moved(platformFee, cash(provider), FEE_MINOR))
}

const moved = (from: Entry['account'], to: Entry['account'], minor: number): Entry[] => [
  { account: from, minor: -minor },
  { account: to, minor },
]
