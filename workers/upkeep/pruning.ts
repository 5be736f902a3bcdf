import { and, eq, isNotNull, lt, ne, sql } from 'drizzle-orm'
import { answeredChallenges } from '#db/schema/accounts/passkeys.ts'
import { providerVisits } from '#db/schema/accounts/providers.ts'
import { providerEvents } from '#db/schema/marketplace/provider-events.ts'
import { newsletterSubscriptions } from '#db/schema/notifications.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import type { Ctx } from '#workers/lib/context.ts'

// What a provider told is kept whole for as long as the provider keeps it, and as long again.
const forgetWords = (ctx: Ctx) =>
  ctx.db
    .update(providerEvents)
    .set({ body: null })
    .where(
      and(
        isNotNull(providerEvents.body),
        ne(providerEvents.state, 'waiting'),
        lt(providerEvents.arrivedAt, sql`now() - interval '60 days'`),
      ),
    )

// An answer is remembered for its key for two days; an address that never confirmed is forgotten after thirty.
export async function forgetWhatIsOver(ctx: Ctx) {
  await forgetWords(ctx)
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
