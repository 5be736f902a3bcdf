import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { accounts } from '#db/schema/accounts.ts'
import { deliveries, noticeHours, notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { digestMail } from '#site/emails/notice.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { whenIn } from '#workers/lib/zones/when.ts'
import { dueAt } from '../due.ts'
import { leaveLinks } from '../leaving/leaving.ts'
import { deliver } from '../mails.ts'
import { joinDoer, type Kept, kept, sentencesFrom } from '../telling.ts'
import { attempt, letGo, markSent } from './attempt.ts'
import { REACHABLE } from './mail-notice.ts'

const Digest = z.object({ id: z.uuid(), rhythm: z.enum(['daily', 'weekly']).default('daily') })
type Digest = z.output<typeof Digest>

const MOST_ITEMS = 15

// Everything that waited for this hour, in one mail. Also what an earlier run took for its digest and did not send.
export async function sendDigest(ctx: Ctx, asked: Digest) {
  await fill(ctx, asked)
  const waiting = await readFilled(ctx, asked)
  for (const [digest, rows] of Map.groupBy(waiting, (row) => row.digest)) await mail(ctx, { ...asked, digest }, rows)
}

export const sendDigestLater = later('notifications.send-digest', Digest, sendDigest)

const SENT_FOR = { daily: noticeHours.dailySentFor, weekly: noticeHours.weeklySentFor }

// Whoever moves the member's clock on to the slot fills its digest; a second run finds it moved. What was due for a slot
// that is already gone waits for the next one: one digest for each slot, never two.
async function fill(ctx: Ctx, { id: member, rhythm }: Digest) {
  const now = sql`${ctx.now.toISOString()}::timestamptz`
  const sentFor = sql.identifier(rhythm === 'daily' ? 'daily_sent_for' : 'weekly_sent_for')
  const mine = sql`${deliveries.memberId} = ${member} and ${deliveries.rhythm} = ${rhythm} and ${deliveries.channel} = 'mail'
    and ${deliveries.sentAt} is null and ${deliveries.digest} is null and ${deliveries.dueAt} <= ${now}`
  const { rows } = await ctx.db.execute(sql`
    with due as (select max(${deliveries.dueAt}) as slot from ${deliveries} where ${mine}),
    won as (
      insert into ${noticeHours} (member_id, ${sentFor}) select ${member}::uuid, slot from due where slot is not null
      on conflict (member_id) do update set ${sentFor} = excluded.${sentFor}
      where ${SENT_FOR[rhythm]} is null or ${SENT_FOR[rhythm]} < excluded.${sentFor} returning 1),
    taken as (update ${deliveries} set digest = ${newId()} from won where ${mine} returning 1)
    select (select slot from due) is not null and not exists (select from won) as late`)
  if (!rows[0].late) return
  const clock = { now, zone: sql`${members.timeZone}`, rhythm: sql`${rhythm}::text` }
  await ctx.db
    .update(deliveries)
    .set({
      dueAt: sql`(select ${dueAt(clock)} from ${members} left join ${noticeHours} on ${noticeHours.memberId} = ${members.id} where ${members.id} = ${member})`,
      claimedUntil: null,
    })
    .where(mine)
}

type Waiting = Kept & {
  delivery: string
  digest: string
  read: boolean
  email: string | null
  zone: string
  standing: string
}

async function readFilled(ctx: Ctx, { id: member, rhythm }: Digest): Promise<Waiting[]> {
  const { rows } = await ctx.db.execute(sql`
    select ${kept}, ${deliveries.id} as delivery, ${deliveries.digest}, ${notices.readAt} is not null as read,
      ${accounts.email}, ${members.timeZone} as zone, ${members.standing}
    from ${deliveries} join ${notices} on ${notices.id} = ${deliveries.noticeId}
    join ${members} on ${members.id} = ${deliveries.memberId}
    left join ${accounts} on ${accounts.memberId} = ${members.id} ${joinDoer}
    where ${eq(deliveries.memberId, member)} and ${eq(deliveries.rhythm, rhythm)}
      and ${deliveries.sentAt} is null and ${deliveries.digest} is not null
    order by ${notices.id} desc`)
  return rows
}

async function mail(ctx: Ctx, { id: member, rhythm, digest }: Digest & { digest: string }, rows: Waiting[]) {
  const ids = rows.map((row) => row.delivery)
  const [first] = rows
  if (!first?.email || !REACHABLE.has(first.standing)) return letGo(ctx, ids)
  const sentences = sentencesFrom(rows.filter((row) => !row.read))
  // Whatever was read in the meantime needs no mail.
  if (sentences.length === 0) return markSent(ctx, ids)
  const leave = leaveLinks(ctx, { member, what: rhythm })
  const letter = digestMail({
    rhythm,
    date: whenIn(first.zone, ctx.now, { show: 'date', now: ctx.now }),
    items: sentences.slice(0, MOST_ITEMS).map(({ says, id }) => ({ says, url: `${ctx.env.ORIGIN}/inbox/${id}` })),
    more: Math.max(0, sentences.length - MOST_ITEMS),
    inboxUrl: `${ctx.env.ORIGIN}/inbox`,
    leaveUrl: leave.page,
    choicesUrl: `${ctx.env.ORIGIN}/settings/notifications`,
  })
  const to = first.email
  await attempt(ctx, ids, () => deliver(ctx, `digest:${digest}`, { to, ...letter, headers: leave.headers }))
}
