import { and, asc, eq, gt, isNotNull, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { weekOf } from './my-times.ts'

const CHUNK = 500

// When clocks change, weeks are other half hours of UTC. Each night a walk through those that no longer hold.
export async function renewWeeks(ctx: Ctx): Promise<number> {
  let renewed = 0
  for (let after = NOBODY; ; ) {
    const due = await dueAfter(ctx, after)
    if (due.length > 0) renewed += await renew(ctx, due)
    const last = due.at(-1)
    if (!last || due.length < CHUNK) return renewed
    after = last.memberId
  }
}

// A member who moved to another zone is not kept waiting until the night.
export async function renewWeek(ctx: Ctx, { id }: { id: string }) {
  const due = await whoseWeek(ctx).where(and(eq(availability.memberId, id), isDue(ctx)))
  if (due.length > 0) await renew(ctx, due)
}

export const renewWeekLater = later('people.renew-week', z.object({ id: z.uuid() }), renewWeek)

type Due = Awaited<ReturnType<typeof dueAfter>>

const NOBODY = '00000000-0000-0000-0000-000000000000'

const isDue = (ctx: Ctx) => and(isNotNull(availability.weekHoldsUntil), lte(availability.weekHoldsUntil, ctx.now))

const dueAfter = (ctx: Ctx, after: string) =>
  whoseWeek(ctx)
    .where(and(isDue(ctx), gt(availability.memberId, after)))
    .orderBy(asc(availability.memberId))
    .limit(CHUNK)

const whoseWeek = (ctx: Ctx) =>
  ctx.db
    .select({
      memberId: availability.memberId,
      zone: members.timeZone,
      weekly: availability.weekly,
      holds: availability.weekHoldsUntil,
    })
    .from(availability)
    .innerJoin(members, eq(members.id, availability.memberId))

// Whoever changed their hours meanwhile has a newer week than the one read here.
async function renew(ctx: Ctx, due: Due): Promise<number> {
  const weeks = due.map(({ memberId, zone, weekly, holds }) => ({
    id: memberId,
    held: holds,
    ...weekOf(zone, weekly, ctx.now),
  }))
  const { rows } = await ctx.db.execute(sql`
    update ${availability} kept set week = its.week::bit(336), week_holds_until = its."weekHoldsUntil"
    from jsonb_to_recordset(${JSON.stringify(weeks)}::jsonb)
      as its(id uuid, held timestamptz, week text, "weekHoldsUntil" timestamptz)
    where kept.member_id = its.id and kept.week_holds_until = its.held returning kept.member_id`)
  return rows.length
}
