import { and, eq, lt, sql } from 'drizzle-orm'
import { answeredChallenges } from '#db/schema/accounts/passkeys.ts'
import { providerVisits } from '#db/schema/accounts/providers.ts'
import { newsletterSubscriptions } from '#db/schema/notifications.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import type { Ctx } from '#workers/lib/context.ts'

// An answer is remembered for its key for two days; an address that never confirmed is forgotten after thirty.
export async function forgetWhatIsOver(ctx: Ctx) {
  await ctx.db.delete(idempotencyKeys).where(lt(idempotencyKeys.usedAt, sql`now() - interval '2 days'`))
  await ctx.db.delete(answeredChallenges).where(lt(answeredChallenges.expiresAt, sql`now()`))
  await ctx.db.delete(providerVisits).where(lt(providerVisits.expiresAt, sql`now()`))
  await ctx.db
    .delete(newsletterSubscriptions)
    .where(
      and(
        eq(newsletterSubscriptions.status, 'pending'),
        lt(newsletterSubscriptions.requestedAt, sql`now() - interval '30 days'`),
      ),
    )
}
