import { sql } from 'drizzle-orm'
import { learningNights, shownMentors } from '#db/schema/matching/learning.ts'
import type { Ctx } from '#workers/lib/context.ts'

// A suggestion is asked, answered and lived through in three months; twice that is enough to learn from.
const DAYS = sql`interval '180 days'`
const AT_ONCE = 5000

export async function forgetOldSlates(ctx: Ctx) {
  while ((await forgetSome(ctx)) === AT_ONCE);
  await ctx.db.execute(sql`delete from ${learningNights} where night < current_date - ${DAYS}`)
}

async function forgetSome({ db }: Ctx): Promise<number> {
  const { rows } = await db.execute(sql`
    delete from ${shownMentors} where (slate, other_id) in (
      select slate, other_id from ${shownMentors} where made_at < now() - ${DAYS} order by made_at limit ${AT_ONCE})
    returning slate`)
  return rows.length
}
