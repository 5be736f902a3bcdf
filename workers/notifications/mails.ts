import { eq, sql } from 'drizzle-orm'
import { mails } from '#db/schema/notifications.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Letter } from '#workers/lib/mail.ts'

const PATIENCE = sql`interval '5 minutes'`

// One mail per occasion. A sender that died between claiming and sending leaves the claim to the next attempt.
export async function deliver(ctx: Ctx, key: string, letter: Letter) {
  if (!(await claim(ctx, key))) return insistOnSent(ctx, key)
  await ctx.mail.send(key, letter).catch(async (error) => {
    await ctx.db.delete(mails).where(eq(mails.key, key))
    throw error
  })
  await ctx.db.update(mails).set({ sentAt: sql`now()` }).where(eq(mails.key, key))
}

async function claim(ctx: Ctx, key: string): Promise<boolean> {
  const claimed = await ctx.db
    .insert(mails)
    .values({ key })
    .onConflictDoUpdate({
      target: mails.key,
      set: { claimedAt: sql`now()` },
      setWhere: sql`${mails.sentAt} is null and ${mails.claimedAt} < now() - ${PATIENCE}`,
    })
    .returning({ key: mails.key })
  return claimed.length > 0
}

// Whoever holds the claim may have died; until that is known, the message has to come again.
async function insistOnSent(ctx: Ctx, key: string) {
  const [mail] = await ctx.db.select({ sentAt: mails.sentAt }).from(mails).where(eq(mails.key, key))
  if (!mail?.sentAt) throw new Error('This mail is being sent elsewhere.')
}
