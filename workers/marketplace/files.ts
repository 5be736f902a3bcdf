import { sql } from 'drizzle-orm'
import { listingFiles } from '#db/schema/marketplace/listings.ts'
import { orderLines, orders, purchases } from '#db/schema/marketplace/orders.ts'
import { jars } from '#db/schema/marketplace/savings.ts'
import type { Use } from '#workers/media/uses.ts'

// What somebody saves for is nobody else's business.
export const jarPicturesUse: Use = {
  holds: sql`exists (select from ${jars} jar where jar.picture_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${jars} jar where jar.picture_id = piece.id and jar.member_id = ${memberId}::uuid)`,
}

// For whoever bought it.
export const listingFilesUse: Use = {
  holds: sql`exists (select from ${listingFiles} file where file.media_id = piece.id)`,
  seenBy: (memberId) => sql`exists (
    select from ${listingFiles} file join ${orderLines} line on line.listing_id = file.listing_id
      join ${orders} ordered on ordered.id = line.order_id join ${purchases} bought on bought.id = ordered.purchase_id
    where file.media_id = piece.id and bought.member_id = ${memberId}::uuid and ordered.state in ('paid', 'arrived'))`,
}
