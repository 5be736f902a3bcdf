import { sql } from 'drizzle-orm'
import { pages, slot, whenGiven } from '#db/reading.ts'
import { orders, purchases } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { linkOf } from './checking-out.ts'
import type { BoughtSearch, OrderState, OrderWay, ShownLine } from './inputs.ts'
import { linesShown, wayOf } from './shown.ts'

export type BoughtOrder = {
  id: string
  purchaseId: string
  number: number
  state: OrderState['state']
  way: OrderWay
  currency: string
  totalMinor: number
  createdAt: string
  seller: { handle: string; name: string }
  lines: ShownLine[]
}
type Page = { orders: BoughtOrder[]; next: string | null }

const PAGE = 24

const newest = pages<Page>({
  name: 'orders',
  rows: sql`select ordered.id, bought.id as "purchaseId", ordered.number, ordered.state, ${wayOf} as way, ordered.currency,
      ordered.total_minor as "totalMinor", ordered.created_at as "createdAt",
      json_build_object('handle', seller.handle, 'name', seller.name) as seller, ${linesShown} as lines
    from ${purchases} bought join ${orders} ordered on ordered.purchase_id = bought.id join ${members} seller on seller.id = ordered.seller_id
    where bought.member_id = ${slot('buyer')}::uuid and bought.state <> 'let-go'
      and ${whenGiven('id', sql`(bought.created_at, ordered.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by bought.created_at desc nulls last, ordered.id desc nulls last limit ${PAGE + 1}`,
  key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`,
  size: PAGE,
})

// What a member bought while signed in, each with the address of its own page.
export async function readBought(ctx: MemberCtx, { after }: BoughtSearch) {
  const [id, since] = after ?? []
  const { orders: all, next }: Page = JSON.parse(await newest(ctx.db, { buyer: ctx.member.id, id, since }))
  return { orders: all.map((order) => ({ ...order, href: `/order?key=${linkOf(ctx, order.purchaseId)}` })), next }
}
