import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { departures } from '#db/schema/accounts/departures.ts'
import { youAreLeaving } from '#site/emails/you-are-leaving.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { addressOf } from '../addresses.ts'

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })

const Leaving = z.object({ id: z.uuid() })

export async function mailDeparture(ctx: Ctx, { id }: z.output<typeof Leaving>) {
  const [leaving] = await ctx.db.select().from(departures).where(sql`member_id = ${id} and gone_at is null`)
  const to = leaving && (await addressOf(ctx, id))
  if (!to) return
  const date = leaving.leavesAt.toISOString().slice(0, 10)
  await deliver(ctx, `departure:${id}:${date}`, {
    to,
    ...youAreLeaving({ origin: ctx.env.ORIGIN, day: DAY.format(leaving.leavesAt) }),
  })
}

export const mailDepartureLater = later('accounts.mail-departure', Leaving, mailDeparture)
