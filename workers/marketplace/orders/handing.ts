import { type SQL, sql } from 'drizzle-orm'
import { claims } from '#db/schema/marketplace/claims.ts'
import { orderLines, orders, purchases } from '#db/schema/marketplace/orders.ts'
import { holds } from '#db/schema/marketplace/payouts.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { OrderId, OrderState, Sent } from './inputs.ts'

const shape = { id: orders.id, number: orders.number, state: orders.state }

// It left the maker's hands, with whom, and the number to follow it by.
export async function sendOrder(ctx: MemberCtx, { id }: OrderId, { carrier, tracking }: Sent): Promise<OrderState> {
  const [sent] = await commit(
    ctx,
    ctx.db
      .update(orders)
      .set({ state: 'on-its-way', carrier, tracking, sentAt: sql`now()` })
      .where(sql`${isSoldBy(ctx, id)} and ${orders.state} = 'paid'`)
      .returning(shape),
    fact('order.sent'),
  )
  return sent ?? whyNot(ctx, id, 'Only what is paid, and not sent yet, can be sent.')
}

// What is fetched, sung or taught: its maker says that it is done. Of what was sent, only the buyer says so: the maker's
// money waits for it.
export async function handOverOrder(ctx: MemberCtx, { id }: OrderId): Promise<OrderState> {
  return (
    (await arrive(ctx, sql`${isSoldBy(ctx, id)} and not ${isSentSomewhere}`, 'maker')) ??
    (await whyNot(
      ctx,
      id,
      'Only what is paid for can be handed over, and once; of what is sent, its buyer says that it came.',
    ))
  )
}

const isSentSomewhere = sql`exists (
  select from ${orderLines} line join ${purchases} bought on bought.id = ${orders.purchaseId}
  where line.order_id = ${orders.id} and bought.address is not null and line.kind in ('original', 'edition', 'made-to-order'))`

// Whoever bought it has it in their hands.
export async function receiveOrder(ctx: Ctx, link: string, number: number): Promise<OrderState> {
  const mine = sql`${orders.number} = ${number} and ${orders.purchaseId} in (
    select id from ${purchases} where link_hash = ${hashOf(link)})`
  return (
    (await arrive(ctx, mine, 'buyer')) ??
    refuse(conflict('Somebody said so already, or it is not paid yet. Nothing was changed.'))
  )
}

// Files are there as soon as they are paid for.
export const arriveByWire = (ctx: Ctx, purchaseId: string) =>
  arrive(
    ctx,
    sql`${orders.purchaseId} = ${purchaseId} and not exists (
      select from ${orderLines} line where line.order_id = ${orders.id} and line.kind <> 'digital')`,
    'wire',
  )

// The maker's money waits no longer for the post, only for as long as it may come back; the bench is free again.
async function arrive(ctx: Ctx, which: SQL, saidBy: 'maker' | 'buyer' | 'wire'): Promise<OrderState | undefined> {
  const [arrived] = await commit(
    ctx,
    ctx.db
      .update(orders)
      .set({ state: 'arrived', arrivedAt: sql`now()` })
      .where(sql`${which} and ${orders.state} in ('paid', 'on-its-way')`)
      .returning(shape),
    fact('order.arrived', { by: saidBy }),
    (changed) => sql`update ${holds} held set reason = 'may-be-returned', until = now() + back.days * interval '1 day'
      from (select changed.id, ${daysToReturn} as days from ${changed}) back
      where held.source = 'order:' || back.id and held.lifted_at is null and held.reason = 'not-delivered' returning 1`,
    (
      changed,
    ) => sql`update ${claims} made set state = 'done' from ${orderLines} line join ${changed} on line.order_id = changed.id
      where made.order_line_id = line.id and made.state = 'sold' and line.kind = 'made-to-order' returning 1`,
  )
  return arrived
}

const daysToReturn = sql`(select max(case line.returns when '14-days' then 14 when '30-days' then 30 else 0 end)
  from ${orderLines} line where line.order_id = changed.id)`

const isSoldBy = ({ member }: MemberCtx, id: string) => sql`${orders.id} = ${id} and ${orders.sellerId} = ${member.id}`

async function whyNot(ctx: MemberCtx, id: string, says: string): Promise<never> {
  const theirs = await ctx.db.select(shape).from(orders).where(isSoldBy(ctx, id))
  throw theirs.length > 0 ? conflict(`${says} Nothing was changed.`) : notFound('order')
}
