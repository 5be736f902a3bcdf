import { eq, sql } from 'drizzle-orm'
import { mails } from '#db/schema/notifications.ts'
import type { Written } from '#site/emails/letter.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { type Letterhead, letterheadAsJson, letterheadFrom } from '#workers/settings/letterhead.ts'
import { senderOf } from './sender.ts'

const PATIENCE = sql`interval '5 minutes'`

type Mail = Written & { to: string; replyTo?: string; headers?: Record<string, string> }

// One mail per occasion, set under the head of the community as it is at that moment.
export const deliver = (ctx: Ctx, key: string, { setUnder, ...mail }: Mail) =>
  once(ctx, key, (head) => {
    const letter = { ...senderOf(ctx.env, head), ...mail, ...setUnder({ ...head, origin: ctx.env.ORIGIN }) }
    return inTime(ctx.mail.send(key, letter), ctx.mail.patienceMs)
  })

// What leaves the house leaves it once for each key. A sender that died between claiming and sending leaves the claim to
// the next attempt.
export async function once(ctx: Ctx, key: string, send: (head: Letterhead) => Promise<unknown>) {
  const claimed = await claim(ctx, key)
  if (!claimed) return insistOnSent(ctx, key)
  await send(letterheadFrom(claimed.head)).catch(async (error) => {
    await ctx.db.delete(mails).where(eq(mails.key, key))
    throw error
  })
  await ctx.db.update(mails).set({ sentAt: sql`now()` }).where(eq(mails.key, key))
}

// A provider that never answers is treated like one that refuses: the mail is tried again under the same key.
async function inTime<T>(work: Promise<T>, ms = 20_000): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, give) => {
    timer = setTimeout(() => give(new Error('The mail provider did not answer in time.')), ms)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

async function claim(ctx: Ctx, key: string) {
  const [claimed] = await ctx.db
    .insert(mails)
    .values({ key })
    .onConflictDoUpdate({
      target: mails.key,
      set: { claimedAt: sql`now()` },
      setWhere: sql`${mails.sentAt} is null and ${mails.claimedAt} < now() - ${PATIENCE}`,
    })
    .returning({ head: letterheadAsJson })
  return claimed
}

// Whoever holds the claim may have died; until that is known, the message has to come again.
async function insistOnSent(ctx: Ctx, key: string) {
  const [mail] = await ctx.db.select({ sentAt: mails.sentAt }).from(mails).where(eq(mails.key, key))
  if (!mail?.sentAt) throw new Error('This is being sent elsewhere.')
}
