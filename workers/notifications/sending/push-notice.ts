import { eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { deliveries, notices, pushSubscriptions } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { plain } from '../kinds/words.ts'
import { once } from '../mails.ts'
import { type Push, push, type Subscription } from '../push/push-service.ts'
import { markGone } from '../push/subscriptions.ts'
import { joinDoer, type Kept, kept, sentencesFrom } from '../telling.ts'
import { attempt, letGo } from './attempt.ts'
import { DeliveryId, REACHABLE } from './mail-notice.ts'

type Device = Subscription & { id: string }
type Waiting = Kept & { zone: string; standing: string; read: boolean; unread: number; devices: Device[] }

export async function pushNotice(ctx: Ctx, { id }: z.output<typeof DeliveryId>) {
  const notice = await find(ctx, id)
  if (!notice) return
  const [sentence] = sentencesFrom([notice])
  if (!sentence || notice.read || notice.devices.length === 0 || !REACHABLE.has(notice.standing))
    return letGo(ctx, [id])
  const message: Push = {
    title: plain(sentence.says).slice(0, 200),
    body: sentence.kind.adds?.(notice.data, notice.zone).slice(0, 500) ?? '',
    url: `/inbox/${notice.id}`,
    tag: `${notice.kind}:${notice.about}`,
    unread: notice.unread,
  }
  await attempt(ctx, [id], () => toEvery(notice.devices, (device) => toDevice(ctx, id, device, message)))
}

export const pushNoticeLater = later('notifications.push-notice', DeliveryId, pushNotice)

// One device that cannot be reached keeps none of the others waiting.
async function toEvery(devices: Device[], work: (device: Device) => Promise<unknown>) {
  const outcomes = await Promise.allSettled(devices.map(work))
  const failed = outcomes.find((outcome) => outcome.status === 'rejected')
  if (failed) throw failed.reason
}

const toDevice = (ctx: Ctx, delivery: string, device: Device, message: Push) =>
  once(ctx, `push:${delivery}:${device.id}`, async () => {
    if ((await push(ctx, device, message)) === 'gone') await markGone(ctx, device.id)
  })

async function find(ctx: Ctx, id: string): Promise<Waiting | undefined> {
  const { rows } = await ctx.db.execute(sql`
    select ${kept}, ${members.timeZone} as zone, ${members.standing}, ${notices.readAt} is not null as read,
      (select count(*)::int from ${notices} mine where mine.member_id = ${members.id} and mine.read_at is null) as unread,
      (select coalesce(json_agg(json_build_object('id', id, 'endpoint', endpoint, 'publicKey', public_key, 'secret', secret)), '[]')
        from ${pushSubscriptions} where ${pushSubscriptions.memberId} = ${members.id} and ${pushSubscriptions.goneAt} is null)::text as devices
    from ${deliveries} join ${notices} on ${notices.id} = ${deliveries.noticeId}
    join ${members} on ${members.id} = ${deliveries.memberId} ${joinDoer}
    where ${eq(deliveries.id, id)} and ${deliveries.sentAt} is null`)
  return rows[0] && { ...rows[0], devices: JSON.parse(rows[0].devices) }
}
