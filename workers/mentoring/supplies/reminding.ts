import { sql } from 'drizzle-orm'
import { supplyRequests } from '#db/schema/mentoring/resources.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

// Whoever has something hears of it the day before it is to come back.
export const remindOfWhatIsDue = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({ state: 'handed-over' })
      .where(sql`${supplyRequests.state} = 'handed-over' and ${supplyRequests.untilDay} = current_date + 1`)
      .returning({ id: supplyRequests.id }),
    fact('supply.due'),
  )
