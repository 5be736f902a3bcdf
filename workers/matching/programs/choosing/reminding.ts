import { sql } from 'drizzle-orm'
import { pairingRules } from '#db/schema/mentoring/pairings.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

const DAYS_BEFORE = 2
const lastDay = sql`(${pairingRules.rules} ->> 'until')::date`

// Of each last day once: whoever has not said yet whom they would like hears of it.
export async function remindOfChoosing(ctx: Ctx) {
  await commit(
    ctx,
    ctx.db
      .update(pairingRules)
      .set({ remindedFor: lastDay })
      .where(sql`${pairingRules.rules} ->> 'process' <> 'organiser' and ${lastDay} between current_date and current_date + ${DAYS_BEFORE}::int
        and ${pairingRules.remindedFor} is distinct from ${lastDay} and exists (select from ${programs} program
          where program.id = ${pairingRules.programId} and program.state in ('open', 'running'))`)
      .returning({ id: sql<string>`${pairingRules.programId}`.as('id') }),
    fact('choosing.ends'),
  )
}
