import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { orders } from '#db/schema/marketplace/orders.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { paidIs } from '../payouts/can-be-paid.ts'
import type { ListingState } from './inputs.ts'
import { isAhead } from './lesson.ts'

export type MyListing = {
  id: string
  slug: string
  title: string
  kind: (typeof listings.$inferSelect)['kind']
  state: ListingState['state']
  currency: string
  priceMinor: number
  payMore: boolean
  left: number | null
  copies: number | null
  picture: string | null
  isBought: boolean
  isAhead: boolean
}
export type MyWork = {
  slug: string
  title: string
  picture: string
  alt: string
  width: number
  height: number
  isOffered: boolean
}
type About = { canBePaid: boolean; toSend: number }
type Stand = { mine: MyListing[]; works: MyWork[]; about: About[] }

const MOST = 200

// All that somebody offers, what else they could, and whether money can reach them.
export async function readStand({ db, member }: MemberCtx) {
  const stand: Stand = await readTogether(db, {
    mine: listingsOf(member.id),
    works: worksOf(member.id),
    about: aboutSelling(member.id),
  })
  return { ...stand, canBePaid: stand.about[0]?.canBePaid ?? false, toSend: stand.about[0]?.toSend ?? 0 }
}

const listingsOf = (memberId: string): Shelf<MyListing> => sql`
  select offered.id, offered.slug, offered.title, offered.kind, offered.state, offered.currency, offered.price_minor as "priceMinor",
    offered.pay_more as "payMore", offered.copies - offered.taken as "left", offered.copies, '/media/' || work.picture as picture,
    offered.taken > 0 as "isBought", ${isAhead(sql`offered`)} as "isAhead"
  from ${listings} offered left join ${projects} work on work.id = offered.project_id
  where offered.member_id = ${memberId}::uuid
  order by offered.state = 'withdrawn', offered.created_at desc nulls last, offered.id desc nulls last limit ${MOST}`

const worksOf = (memberId: string): Shelf<MyWork> => sql`
  select work.slug, work.title, '/media/' || work.picture as picture, work.alt, work.width, work.height,
    exists (select from ${listings} offered where offered.project_id = work.id and offered.state = 'listed') as "isOffered"
  from ${projects} work where work.member_id = ${memberId}::uuid and work.visibility = 'public'
  order by work.finished_at desc nulls last limit ${MOST}`

const aboutSelling = (memberId: string): Shelf<About> => sql`
  select ${paidIs(sql`${memberId}::uuid`)} as "canBePaid",
    (select count(*)::int from ${orders} where seller_id = ${memberId}::uuid and state = 'paid') as "toSend"`
