import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { pushSubscriptions as subscriptions } from '#db/schema/notifications.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { NewSubscription, SubscriptionId } from './inputs.ts'
import { insistOnKey, insistOnPushService } from './push-service.ts'

const MOST_DEVICES = 10

// A browser that somebody else used before belongs to whoever uses it now. The eleventh device takes the place of the first.
export async function subscribe(ctx: MemberCtx, { endpoint, publicKey, secret }: NewSubscription) {
  insistOnPushService(endpoint)
  await insistOnKey(publicKey)
  const [subscribed] = await commit(
    ctx,
    ctx.db
      .insert(subscriptions)
      .values({ memberId: ctx.member.id, endpoint, publicKey, secret, device: ctx.visit.device })
      .onConflictDoUpdate({
        target: subscriptions.endpoint,
        set: { memberId: ctx.member.id, publicKey, secret, device: ctx.visit.device, goneAt: null },
      })
      .returning({ id: subscriptions.id, device: subscriptions.device }),
    fact('push.subscribed', { device: ctx.visit.device }),
    (changed) => letOldestGo(ctx.member.id, changed),
  )
  return subscribed ?? refuse(notFound('device'))
}

export async function unsubscribe(ctx: MemberCtx, { id }: SubscriptionId) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(subscriptions)
      .where(and(eq(subscriptions.id, id), eq(subscriptions.memberId, ctx.member.id)))
      .returning({ id: subscriptions.id }),
    fact('push.unsubscribed'),
  )
  return gone ?? refuse(notFound('device'))
}

export const markGone = (ctx: Ctx, id: string) =>
  ctx.db
    .update(subscriptions)
    .set({ goneAt: sql`now()` })
    .where(and(eq(subscriptions.id, id), isNull(subscriptions.goneAt)))

export type Device = { id: string; device: string; since: string }

export const devicesOf = (memberId: string): Shelf<Device> => sql`
  select id, device, created_at as since from ${subscriptions}
  where ${eq(subscriptions.memberId, memberId)} and gone_at is null order by created_at desc limit ${MOST_DEVICES}`

const letOldestGo = (memberId: string, changed: SQL): SQL => sql`
  update ${subscriptions} set gone_at = now() where id in (
    select id from ${subscriptions} where member_id = ${memberId}::uuid and gone_at is null and id not in (select id from ${changed})
    order by created_at desc offset ${MOST_DEVICES - 1}) returning 1`
