import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { orderMessages, orders, purchases } from '#db/schema/marketplace/orders.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { OrderId, OrderWords } from './inputs.ts'

const said = { id: orderMessages.id, orderId: orderMessages.orderId }

// A word between maker and buyer about an order: each reads it where they see the order.
export async function sayAsMaker(ctx: MemberCtx, { id }: OrderId, { words }: OrderWords) {
  const [message] = await say(ctx, 'seller', words, sql`ordered.id = ${id} and ordered.seller_id = ${ctx.member.id}`)
  return message ?? refuse(notFound('order'))
}

export async function sayAsBuyer(ctx: Ctx, link: string, number: number, { words }: OrderWords) {
  const theirs = sql`ordered.number = ${number} and ordered.purchase_id in (
    select id from ${purchases} where link_hash = ${hashOf(link)})`
  const [message] = await say(ctx, 'buyer', words, theirs)
  return message ?? refuse(notFound('order'))
}

const say = (ctx: Ctx, from: 'buyer' | 'seller', words: string, which: ReturnType<typeof sql>) =>
  commit(
    ctx,
    ctx.db
      .insert(orderMessages)
      .select(
        sql`select ${newId()}::uuid as id, ordered.id as order_id, ${from}::text as "from", ${ctx.member?.id ?? null}::uuid as author_id,
          ${words}::text as words, now() as created_at
        from ${orders} ordered where ordered.paid_at is not null and ${which}`,
      )
      .returning(said),
    fact('order.said', { from }),
  )
