import { eq, sql } from 'drizzle-orm'
import { preferenceConsents } from '#db/schema/mentoring/feedback.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Consent } from './inputs.ts'

// Whether one's choices, and choices about one's own work, may leave the house without a name. No, until one says yes.
export async function readConsent({ db, member }: MemberCtx): Promise<Consent> {
  const [kept] = await db
    .select({ withdrawnAt: preferenceConsents.withdrawnAt })
    .from(preferenceConsents)
    .where(eq(preferenceConsents.memberId, member.id))
  return { agrees: kept !== undefined && kept.withdrawnAt === null }
}

// Taken back, it holds for every copy made from then on.
export async function sayConsent(ctx: MemberCtx, { agrees }: Consent): Promise<Consent> {
  await commit(
    ctx,
    ctx.db
      .insert(preferenceConsents)
      .values({ memberId: ctx.member.id, withdrawnAt: agrees ? null : ctx.now })
      .onConflictDoUpdate({
        target: preferenceConsents.memberId,
        set: {
          agreedAt: sql`case when ${agrees} then now() else ${preferenceConsents.agreedAt} end`,
          withdrawnAt: sql`excluded.withdrawn_at`,
        },
        setWhere: sql`(${preferenceConsents.withdrawnAt} is null) <> ${agrees}`,
      })
      .returning({ id: sql<string>`${preferenceConsents.memberId}`.as('id') }),
    fact(agrees ? 'preferences.shared' : 'preferences.kept'),
  )
  return { agrees }
}
