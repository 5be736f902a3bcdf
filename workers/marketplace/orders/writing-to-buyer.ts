import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { events } from '#db/schema/events.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orderLines, orderMessages, orders, payments, purchases, refunds } from '#db/schema/marketplace/orders.ts'
import { members } from '#db/schema/people.ts'
import { orderPaid, orderReturned, orderSaid, orderSent, refundFailed } from '#site/emails/order.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { showMoney } from '#workers/lib/money.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { type Lesson, lessonInWords, lessonOf } from '../listings/lesson.ts'
import { linkOf } from './checking-out.ts'
import type { OrderWay } from './inputs.ts'
import { wayOf } from './shown.ts'

type Told = {
  fact: 'purchase.paid' | 'order.sent' | 'order.said' | 'order.returned' | 'refund.failed'
  purchaseId: string
  buyer: string
  email: string
  currency: string
  totalMinor: number
  // Neither where a payment came too late, and nothing was sold for it.
  number: number
  seller: string
  carrier: string
  tracking: string
  words: string
  pieces: string[]
  ways: OrderWay[]
  lessons: (Lesson & { title: string })[]
  places: { title: string; pickup: string }[]
}

// Guests have no inbox here, and members may have bought with another address: an order is written about where it was
// ordered from.
export async function writeToBuyer(ctx: Ctx, fact: number) {
  const told = await toldBy(ctx, fact)
  if (!told?.email) return
  await deliver(ctx, `order:${fact}`, { to: told.email, ...letterFor(told, urlOf(ctx, told.purchaseId)) })
}

const urlOf = (ctx: Ctx, purchaseId: string) => `${ctx.env.ORIGIN}/order?key=${linkOf(ctx, purchaseId)}`

function letterFor({ fact, totalMinor, currency, ...told }: Told, url: string) {
  const total = showMoney({ minor: totalMinor, currency })
  if (fact === 'order.sent') return orderSent({ ...told, url })
  if (fact === 'order.said') return orderSaid({ ...told, url })
  if (fact === 'order.returned') return orderReturned({ ...told, url, total })
  if (fact === 'refund.failed') return refundFailed({ ...told, url, total })
  const details = [
    ...told.lessons.map((lesson) => `${lesson.title}: ${lessonInWords(lesson)}.`),
    ...told.places.map(({ title, pickup }) => `${title} is to be fetched here: ${pickup}.`),
  ]
  return orderPaid({ ...told, details, url, total })
}

async function toldBy({ db }: Ctx, fact: number): Promise<Told | undefined> {
  const { rows } = await db.execute(sql`
    select fact.name as fact, bought.id as "purchaseId", bought.name as buyer, bought.email, bought.currency,
      coalesce(back.minor, ordered.total_minor, bought.total_minor)::float8 as "totalMinor", coalesce(ordered.number, 0) as number, coalesce(seller.name, '') as seller,
      ordered.carrier, ordered.tracking, said.words,
      (select json_agg(line.title order by line.id) from ${orderLines} line join ${orders} part on part.id = line.order_id
        where part.purchase_id = bought.id) as pieces,
      (select coalesce(json_agg(distinct ${wayOf}), '[]') from ${orders} ordered where ordered.purchase_id = bought.id) as ways,
      (select coalesce(json_agg(${lessonOf(sql`offered`)}::jsonb || jsonb_build_object('title', line.title) order by line.id), '[]')
        from ${linesOf} and line.kind = 'lesson') as lessons,
      (select coalesce(json_agg(json_build_object('title', line.title, 'pickup', offered.pickup) order by line.id), '[]')
        from ${linesOf} and line.kind in ('original', 'edition', 'made-to-order') and bought.address is null and offered.pickup <> '') as places
    from ${events} fact
      left join ${orderMessages} said on fact.name = 'order.said' and said.id = fact.subject::uuid and said."from" = 'seller'
      left join ${refunds} back on fact.name = 'refund.failed' and back.id = fact.subject::uuid
      left join ${payments} given on given.id = back.payment_id
      left join ${orders} ordered on ordered.id = coalesce(said.order_id, back.order_id, case when fact.name in ('order.sent', 'order.returned') then fact.subject::uuid end)
      left join ${members} seller on seller.id = ordered.seller_id
      join ${purchases} bought on bought.id = coalesce(ordered.purchase_id, given.purchase_id, case when fact.name = 'purchase.paid' then fact.subject::uuid end)
    where fact.id = ${fact}`)
  return rows[0]
}

const linesOf = sql`${orderLines} line join ${orders} part on part.id = line.order_id
  join ${listings} offered on offered.id = line.listing_id where part.purchase_id = bought.id`

export const writeToBuyerLater = later('marketplace.write-to-buyer', z.object({}), (ctx, _, fact) =>
  writeToBuyer(ctx, fact ?? 0),
)
