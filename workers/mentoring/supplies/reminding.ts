import { sql } from 'drizzle-orm'
import { supplyRequests } from '#db/schema/mentoring/resources.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

const AT_ONCE = 500
// A night on which nothing ran is made up for; what is late for longer than this was told of, or is talked about by people.
const DAYS_TO_MAKE_UP_FOR = 7

// Whoever has something hears of it the day before it is to come back, and once: whoever got more days hears of those.
export async function remindOfWhatIsDue(ctx: Ctx) {
  while ((await remind(ctx)).length === AT_ONCE);
}

const remind = (ctx: Ctx) => {
  const today = sql`(${ctx.now.toISOString()}::timestamptz at time zone 'UTC')::date`
  return commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({ remindedOf: sql`${supplyRequests.untilDay}` })
      .where(sql`${supplyRequests.id} in (select lent.id from ${supplyRequests} lent where lent.state = 'handed-over'
        and lent.until_day between ${today} - ${DAYS_TO_MAKE_UP_FOR}::int and ${today} + 1
        and lent.reminded_of is distinct from lent.until_day order by lent.id limit ${AT_ONCE})`)
      .returning({ id: supplyRequests.id }),
    fact('supply.due'),
  )
}
