import type { Ctx } from '#workers/lib/context.ts'
import { checkOut } from './checking-out.ts'
import type { NewPurchase, PurchaseState } from './inputs.ts'
import { beginPayment } from './paying.ts'

// Holds the pieces and says where to pay for them.
export async function buy(ctx: Ctx, purchase: NewPurchase): Promise<PurchaseState> {
  const begun = await checkOut(ctx, purchase)
  const payAt = await beginPayment(ctx, begun, purchase)
  return { id: begun.id, state: begun.state, link: begun.link, payAt }
}
