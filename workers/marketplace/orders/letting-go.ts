import { sql } from 'drizzle-orm'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orders, payments, purchases } from '#db/schema/marketplace/orders.ts'
import { type Also, commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { linesOf } from './claiming.ts'

const AT_ONCE = 100

// Nobody paid: the pieces are free again.
export async function letGo(ctx: Ctx, id: string, ...also: Also[]): Promise<boolean> {
  const [gone] = await commit(
    ctx,
    ctx.db
      .update(purchases)
      .set({ state: 'let-go' })
      .where(sql`${purchases.id} = ${id} and ${purchases.state} = 'paying'`)
      .returning({ id: purchases.id }),
    fact('purchase.let-go'),
    (changed) =>
      sql`update ${orders} set state = 'let-go' from ${changed} where purchase_id = changed.id and orders.state = 'waiting' returning 1`,
    (changed) => sql`update ${claims} held set state = 'let-go' from ${changed}
      where held.state = 'held' and held.order_line_id in (${linesOf(id)}) returning 1`,
    ...also,
  )
  return gone !== undefined
}

// By the clock of the database, and not while a payment is on its way.
export async function letGoOfWhatRanOut(ctx: Ctx) {
  const { rows } = await ctx.db.execute(sql`
    select bought.id from ${purchases} bought where bought.state = 'paying' and bought.until <= now()
      and not exists (select from ${payments} payment where payment.purchase_id = bought.id and payment.state = 'pending')
    order by bought.until limit ${AT_ONCE}`)
  for (const { id } of rows as { id: string }[]) {
    await closeWhatIsOpen(ctx, id)
    await letGo(ctx, id)
  }
}

// So that nobody pays for what is free again; whoever does all the same gets it back: see settling.ts.
async function closeWhatIsOpen(ctx: Ctx, id: string) {
  const open = await ctx.db
    .select({ provider: payments.provider, ref: payments.ref })
    .from(payments)
    .where(sql`${payments.purchaseId} = ${id} and ${payments.state} = 'open' and ${payments.ref} is not null`)
  for (const { provider, ref } of open) {
    const through = await ctx.payments.through(provider)
    await through.close(ref ?? '').catch((error) => ctx.log.warn('a checkout could not be closed', { error }))
  }
}
