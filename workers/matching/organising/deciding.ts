import { sql } from 'drizzle-orm'
import { weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { WhatDecides } from './inputs.ts'

// Back to a version before, or to the rules; and whether the rules decide alone. Suggestions follow within a day.
export async function decide(ctx: MemberCtx, { version, rulesOnly }: WhatDecides) {
  const [decided] = await commit(
    ctx,
    ctx.db
      .insert(weightsInForce)
      .select(
        sql`select true, ${version}::int, ${rulesOnly}::boolean, coalesce((select last_number from ${weightsInForce}), 0), now()
          where ${version}::int is null or exists (select from ${weightVersions} where number = ${version}::int)`,
      )
      .onConflictDoUpdate({ target: weightsInForce.only, set: { version, rulesOnly, changedAt: sql`now()` } })
      .returning({
        id: sql<string>`'matching'`.as('id'),
        version: weightsInForce.version,
        rulesOnly: weightsInForce.rulesOnly,
      }),
    fact('matching.decided', { version, rulesOnly }),
  )
  if (!decided) return refuse(notFound('version'))
  return { version: decided.version, rulesOnly: decided.rulesOnly }
}
