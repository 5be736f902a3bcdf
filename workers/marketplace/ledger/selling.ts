import { sql } from 'drizzle-orm'
import { jars } from '#db/schema/marketplace/savings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { feeKnown, type Rule, type Sale, sale } from './bookings/sale.ts'
import { post } from './post.ts'

// Books what was sold, and fills the maker's jars by their rules, in one transaction of the books.
export async function bookSale(ctx: Ctx, sold: Sale): Promise<boolean> {
  return post(ctx, sale(sold, await rulesOf(ctx, sold)))
}

// `bookedMinor` is what the sale was booked with.
export async function bookFee(ctx: Ctx, sold: Sale, bookedMinor: number): Promise<boolean> {
  const more = sold.processorFeeMinor - bookedMinor
  return more !== 0 && post(ctx, feeKnown(sold, more))
}

async function rulesOf(ctx: Ctx, { sellerId, currency }: Sale): Promise<Rule[]> {
  return ctx.db
    .select({ jarId: jars.id, basisPoints: jars.shareBasisPoints })
    .from(jars)
    .where(
      sql`${jars.memberId} = ${sellerId} and ${jars.currency} = ${currency} and ${jars.closedAt} is null
        and ${jars.shareBasisPoints} > 0`,
    )
    .orderBy(jars.madeAt, jars.id)
}
