import { type SQL, sql } from 'drizzle-orm'
import { orders, payments } from '#db/schema/marketplace/orders.ts'
import type { Payment } from './settling.ts'

// The orders that this payment paid for: none where it came too late, or was not what was asked for.
export const isPaidBy = ({ id }: Payment): SQL => sql`${orders.purchaseId} in (
  select counted.purchase_id from ${payments} counted
  where counted.id = ${id} and counted.state = 'paid' and counted.review is null)`
