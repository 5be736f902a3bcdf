import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { alerts } from '#db/schema/jobs.ts'
import { disputes, type Evidence, orders, payments } from '#db/schema/marketplace/orders.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { settlePayment } from '../orders/settling.ts'
import { PaymentRefused } from '../payments/refusals.ts'

const DisputeId = z.object({ id: z.uuid() })

const waits = sql`${disputes.state} = 'answered' and ${disputes.handedInAt} is null`

// Brings an answer to whoever moved the money. The same key is never handed in twice, however often this runs.
export async function handInAnswer(ctx: Ctx, { id }: z.output<typeof DisputeId>) {
  const [answer] = await ctx.db
    .select({
      ref: disputes.ref,
      evidence: disputes.evidence,
      provider: payments.provider,
      payment: payments.ref,
      number: sql<number>`(select min(number) from ${orders} where purchase_id = ${payments.purchaseId})`,
    })
    .from(disputes)
    .innerJoin(payments, eq(payments.id, disputes.paymentId))
    .where(sql`${disputes.id} = ${id}::uuid and ${waits}`)
  if (!answer?.evidence) return
  const { ref, evidence, provider, payment } = answer
  const through = await ctx.payments.through(provider)
  try {
    await (evidence.accepts ? through.acceptDispute(ref) : through.answerDispute(ref, asEvidence(evidence), id))
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error
    return raise(ctx, id, answer.number)
  }
  await ctx.db.update(disputes).set({ handedInAt: sql`now()` }).where(eq(disputes.id, id))
  if (evidence.accepts && payment) await settlePayment(ctx, { provider, ref: payment })
}

const asEvidence = ({ words, carrier, tracking, shippedOn }: Evidence) => ({
  words,
  ...(carrier && { carrier }),
  ...(tracking && { trackingNumber: tracking }),
  ...(shippedOn && { shippedOn }),
})

const raise = ({ db }: Ctx, id: string, number: number) =>
  db
    .insert(alerts)
    .values({ id: newId(), subject: `dispute:${id}`, message: refusedFor(number) })
    .onConflictDoNothing()

const refusedFor = (number: number) =>
  `The payment service did not take the answer to the dispute about order ${number}. Please look at the dispute there; what was written is kept with the order.`

export const handInAnswerLater = later('marketplace.hand-in-answer', DisputeId, handInAnswer)

const AT_ONCE = 100

// Whatever did not get through while the payment service was away; what it plainly refused is looked at by a person.
export async function handInWhatWaits(ctx: Ctx) {
  const waiting = await ctx.db
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      sql`${waits} and ${disputes.answeredAt} < now() - interval '10 minutes'
        and not exists (select from ${alerts} where subject = 'dispute:' || ${disputes.id})`,
    )
    .orderBy(disputes.answeredAt)
    .limit(AT_ONCE)
  for (const { id } of waiting)
    await handInAnswer(ctx, { id }).catch((error) => ctx.log.warn('an answer waits for the next round', { id, error }))
}
