import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { deliveries, noticeHours } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { dueAt } from '../due.ts'

type Hours = { quietFrom: string | null; quietUntil: string | null; digestHour: number; digestDay: number }

// The member's hours as they are being written: the statement that writes them does not see them yet.
export const hoursAs = ({ quietFrom, quietUntil, digestHour, digestDay }: Hours): SQL => sql`(
  select ${quietFrom}::text as quiet_from, ${quietUntil}::text as quiet_until,
    ${digestHour}::int as digest_hour, ${digestDay}::int as digest_day) ${noticeHours}`

// What waits for an hour that has not come yet moves to the hour that counts now.
export const reschedule = (ctx: Ctx, memberId: string, hours: SQL, unlike = sql`false`): SQL => {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const clock = { now, zone: sql`${members.timeZone}`, rhythm: sql`${deliveries.rhythm}` }
  return sql`
    update ${deliveries} set due_at = ${dueAt(clock)} from ${members}, ${hours}
    where ${members.id} = ${memberId}::uuid and ${deliveries.memberId} = ${members.id} and ${deliveries.sentAt} is null
      and ${deliveries.digest} is null and ${deliveries.dueAt} > ${now} and not (${unlike}) returning 1`
}

const MemberId = z.object({ id: z.uuid() })

// Somebody who moved wants their digest in the morning there, not here.
export async function followZone(ctx: Ctx, { id }: z.output<typeof MemberId>) {
  const hours = sql`(select * from (select ${id}::uuid as member_id) mover left join ${noticeHours} kept using (member_id)) ${noticeHours}`
  await ctx.db.execute(reschedule(ctx, id, hours))
}

export const followZoneLater = later('notifications.follow-zone', MemberId, followZone)
