import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { deliveries, noticeChoices, noticeHours, notices, pushSubscriptions } from '#db/schema/notifications.ts'

export const noticesForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  notices: sql`select kind, about, data, at, read_at from ${notices} where member_id = ${memberId} order by id`,
  deliveries: sql`select sent.channel, sent.rhythm, sent.due_at, sent.sent_at, notice.kind
    from ${deliveries} sent join ${notices} notice on notice.id = sent.notice_id where sent.member_id = ${memberId} order by sent.due_at`,
  'notice-choices': sql`select kind, channel, rhythm from ${noticeChoices} where member_id = ${memberId}`,
  'quiet-hours': sql`select quiet_from, quiet_until, digest_hour, digest_day from ${noticeHours} where member_id = ${memberId}`,
  'push-devices': sql`select device, created_at, gone_at from ${pushSubscriptions} where member_id = ${memberId}`,
})
