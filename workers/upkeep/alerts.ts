import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { alerts } from '#db/schema/jobs.ts'
import { operatorAlert } from '#site/emails/operator-alert.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'

const DeadLetterId = z.object({ id: z.uuid() })

export async function mailAlert(ctx: Ctx, { id }: z.output<typeof DeadLetterId>) {
  const to = ctx.env.OPERATOR_EMAIL
  const [alert] = await ctx.db
    .select()
    .from(alerts)
    .where(eq(alerts.subject, `dead-letter:${id}`))
  if (!to || !alert) return
  await deliver(ctx, `alert:${alert.id}`, { to, ...operatorAlert({ message: alert.message, origin: ctx.env.ORIGIN }) })
}

export const mailAlertLater = later('upkeep.mail-alert', DeadLetterId, mailAlert)
