import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { newDevice } from '#site/emails/new-device.ts'
import { signInReplayed } from '#site/emails/sign-in-replayed.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'

const Began = z.object({ id: z.uuid() })
const Replayed = z.object({ id: z.uuid(), signIn: z.uuid() })

// Told only about a device that is new to somebody who was here before.
export async function tellOfNewDevice(ctx: Ctx, { id }: z.output<typeof Began>) {
  const found = await find(ctx, id)
  if (!found?.wasHereBefore || found.isKnown) return
  await deliver(ctx, `sign-in.new-device:${id}`, {
    to: found.email,
    ...newDevice({
      name: found.name,
      device: found.device,
      place: found.country ? (PLACES.of(found.country) ?? found.country) : undefined,
      at: momentFor(found.timeZone, found.startedAt),
      origin: ctx.env.ORIGIN,
    }),
  })
}

export const tellOfNewDeviceLater = later('sign-ins.tell-of-new-device', Began, tellOfNewDevice)

export async function tellOfReplay(ctx: Ctx, { signIn }: z.output<typeof Replayed>) {
  const found = await find(ctx, signIn)
  if (!found) return
  const { name, device, email } = found
  await deliver(ctx, `sign-in.replayed:${signIn}`, {
    to: email,
    ...signInReplayed({ name, device, origin: ctx.env.ORIGIN }),
  })
}

export const tellOfReplayLater = later('sign-ins.tell-of-replay', Replayed, tellOfReplay)

const PLACES = new Intl.DisplayNames('en', { type: 'region' })

const momentFor = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(at)

const earlier = sql`${signIns} earlier where earlier.member_id = ${signIns.memberId} and earlier.id <> ${signIns.id}
  and earlier.started_at < ${signIns.startedAt}`

const find = async (ctx: Ctx, id: string) =>
  (
    await ctx.db
      .select({
        device: signIns.device,
        country: signIns.country,
        startedAt: signIns.startedAt,
        name: members.name,
        timeZone: members.timeZone,
        email: accounts.email,
        wasHereBefore: sql<boolean>`exists (select from ${earlier})`,
        isKnown: sql<boolean>`exists (select from ${earlier} and earlier.device = ${signIns.device}
          and earlier.country is not distinct from ${signIns.country})`,
      })
      .from(signIns)
      .innerJoin(members, eq(members.id, signIns.memberId))
      .innerJoin(accounts, eq(accounts.memberId, members.id))
      .where(eq(signIns.id, id))
  )[0]
