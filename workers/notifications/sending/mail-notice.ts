import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '#db/schema/accounts.ts'
import { deliveries, notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { noticeMail } from '#site/emails/notice.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { leaveLinks } from '../leaving/leaving.ts'
import { deliver } from '../mails.ts'
import { joinDoer, type Kept, kept, sentencesFrom } from '../telling.ts'
import { attempt, letGo } from './attempt.ts'

export const DeliveryId = z.object({ id: z.uuid() })

type Waiting = Kept & { member: string; email: string | null; zone: string; standing: string; read: boolean }

export async function mailNotice(ctx: Ctx, { id }: z.output<typeof DeliveryId>) {
  const notice = await find(ctx, id)
  if (!notice) return
  const [sentence] = sentencesFrom([notice])
  const seen = notice.read && !sentence?.kind.always
  if (!sentence || !notice.email || seen || !REACHABLE.has(notice.standing)) return letGo(ctx, [id])
  const { kind, says } = sentence
  const leave = kind.always ? undefined : leaveLinks(ctx, { member: notice.member, what: notice.kind })
  const letter = noticeMail({
    says,
    adds: kind.adds?.(notice.data, notice.zone) ?? '',
    url: `${ctx.env.ORIGIN}/inbox/${notice.id}`,
    about: kind.label,
    choicesUrl: `${ctx.env.ORIGIN}/settings/notifications`,
    ...(leave && { leaveUrl: leave.page }),
  })
  const to = notice.email
  await attempt(ctx, [id], () =>
    deliver(ctx, `notice:${id}`, { to, ...letter, ...(leave && { headers: leave.headers }) }),
  )
}

export const mailNoticeLater = later('notifications.mail-notice', DeliveryId, mailNotice)

export const REACHABLE = new Set(['waiting', 'active', 'leaving'])

async function find(ctx: Ctx, id: string): Promise<Waiting | undefined> {
  const { rows } = await ctx.db.execute(sql`
    select ${kept}, ${members.id} as member, ${accounts.email}, ${members.timeZone} as zone, ${members.standing},
      ${notices.readAt} is not null as read
    from ${deliveries} join ${notices} on ${notices.id} = ${deliveries.noticeId}
    join ${members} on ${members.id} = ${deliveries.memberId}
    left join ${accounts} on ${accounts.memberId} = ${members.id} ${joinDoer}
    where ${deliveries.id} = ${id} and ${deliveries.sentAt} is null`)
  return rows[0]
}
