import { type SQL, sql } from 'drizzle-orm'
import { noticeChoices, noticeHours, notices, pushSubscriptions } from '#db/schema/notifications.ts'

// Deliveries go with their notices.
// In the inboxes of others their words go too.
export const noticesForgotten = (memberId: string): SQL[] => [
  ...[notices, noticeChoices, noticeHours, pushSubscriptions].map(
    (table) => sql`delete from ${table} where member_id = ${memberId}`,
  ),
  sql`update ${notices} set data = data - 'words' where data ->> 'by' = ${memberId}`,
]
