import { type SQL, sql } from 'drizzle-orm'
import { noticeChoices, noticeHours, notices, pushSubscriptions } from '#db/schema/notifications.ts'

// Deliveries go with their notices.
export const noticesForgotten = (memberId: string): SQL[] =>
  [notices, noticeChoices, noticeHours, pushSubscriptions].map(
    (table) => sql`delete from ${table} where member_id = ${memberId}`,
  )
