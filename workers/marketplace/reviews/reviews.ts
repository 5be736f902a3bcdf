import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import type { Shelf } from '#db/reading.ts'
import { orderLines, orderReviews, orders, purchases } from '#db/schema/marketplace/orders.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { NewReply, NewReview, Review } from './inputs.ts'

const shape = { id: sql<string>`${orderReviews.orderLineId}`.as('id') }

// Only whoever bought it and has it says how it is, once.
export async function review(ctx: Ctx, link: string, { line, stars, words }: NewReview) {
  const [said] = await commit(
    ctx,
    ctx.db
      .insert(orderReviews)
      .select(
        sql`select line.id as order_line_id, line.listing_id, ${stars}::int as stars, ${words}::text as words,
          split_part(bought.name, ' ', 1) as signed_as, now() as created_at, ''::text as reply, null::timestamptz as replied_at
        from ${orderLines} line join ${orders} ordered on ordered.id = line.order_id and ordered.state = 'arrived'
          join ${purchases} bought on bought.id = ordered.purchase_id
        where line.id = ${line}::uuid and bought.link_hash = ${hashOf(link)}`,
      )
      .returning(shape),
    fact('order.reviewed', { stars }),
  ).catch((error) => {
    throw constraintOf(error) === 'order_reviews_pkey' ? saidBefore() : error
  })
  return said ?? refuse(notFound('order'))
}

const saidBefore = () => conflict('You said how it is before. Once is enough; your words stand with the piece.')

// Its maker may answer, once more if they think again.
export async function reply(ctx: MemberCtx, { line, words }: NewReply) {
  const [said] = await commit(
    ctx,
    ctx.db
      .update(orderReviews)
      .set({ reply: words, repliedAt: sql`now()` })
      .where(sql`${orderReviews.orderLineId} = ${line}::uuid and exists (
        select from ${orderLines} line join ${orders} ordered on ordered.id = line.order_id
        where line.id = ${line}::uuid and ordered.seller_id = ${ctx.member.id})`)
      .returning(shape),
    fact('review.answered'),
  )
  return said ?? refuse(notFound('review'))
}

const told = sql`json_build_object('stars', said.stars, 'words', said.words, 'signedAs', said.signed_as, 'at', said.created_at, 'reply', said.reply)`

// What was said about a line of an order.
export const reviewOf = (lineId: SQL): SQL =>
  sql`(select ${told} from ${orderReviews} said where said.order_line_id = ${lineId})`

const MOST = 20

export const reviewsOf = (listing: SQL): Shelf<Review> => sql`
  select said.stars, said.words, said.signed_as as "signedAs", said.created_at as at, said.reply
  from ${orderReviews} said where said.listing_id = ${listing}
  order by said.created_at desc nulls last limit ${MOST}`
