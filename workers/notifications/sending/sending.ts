import { sql } from 'drizzle-orm'
import { deliveries } from '#db/schema/notifications.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Envelope } from '#workers/lib/jobs/later.ts'
import { MOST_ATTEMPTS } from './attempt.ts'
import { sendDigestLater } from './digest.ts'
import { mailNoticeLater } from './mail-notice.ts'
import { pushNoticeLater } from './push-notice.ts'

export type Ready = { id: string; channel: string }

type Due = Ready & { member: string; rhythm: string }

const ROUND = 200
const MOST_ROUNDS = 50
const BATCH = 100

// What waits until its hour, and what was left behind by a sender that died. Claimed row by row: runs that overlap share
// the work, and one that dies half-way gives it back after ten minutes.
export async function sendWhatIsDue(ctx: Ctx) {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const due = await claim(ctx)
    await sendAll(
      ctx,
      due.filter(({ rhythm }) => rhythm === 'at-once'),
    )
    await sendDigests(ctx, due)
    if (due.length < ROUND) return
  }
}

export const sendAll = (ctx: Ctx, ready: Ready[]) =>
  enqueue(
    ctx,
    ready.map(({ id, channel }) => ({
      job: (channel === 'push' ? pushNoticeLater : mailNoticeLater).job.name,
      input: { id },
    })),
  )

function sendDigests(ctx: Ctx, due: Due[]) {
  const digests = due
    .filter(({ rhythm }) => rhythm !== 'at-once')
    .map(({ member, rhythm }) => [member, rhythm] as const)
  const once = new Map(digests.map(([id, rhythm]) => [id + rhythm, { id, rhythm }]))
  return enqueue(
    ctx,
    [...once.values()].map((input) => ({ job: sendDigestLater.job.name, input })),
  )
}

async function enqueue(ctx: Ctx, messages: Envelope[]) {
  for (let n = 0; n < messages.length; n += BATCH)
    await ctx.env.JOBS.sendBatch(messages.slice(n, n + BATCH).map((body) => ({ body })))
}

async function claim(ctx: Ctx): Promise<Due[]> {
  const { rows } = await ctx.db.execute(sql`
    update ${deliveries} set claimed_until = now() + interval '10 minutes'
    where id in (
      select id from ${deliveries}
      where sent_at is null and due_at <= ${ctx.now.toISOString()}::timestamptz
        and (claimed_until is null or claimed_until < now()) and attempts < ${MOST_ATTEMPTS}
      order by due_at limit ${ROUND} for update skip locked)
    returning id, channel, rhythm, member_id as member`)
  return rows
}
