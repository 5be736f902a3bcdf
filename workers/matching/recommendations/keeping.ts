import { sql } from 'drizzle-orm'
import { matchRuns, recommendations } from '#db/schema/matching.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Found } from './finding/telling.ts'

// Whoever may not look for anybody yet is due as soon as they may.
export async function keep(
  { db }: Ctx,
  memberId: string,
  { fact, found }: { fact: number; found: Found[] | undefined },
) {
  const madeAt = found ? sql`now()` : sql`now() - interval '1 day'`
  await db.execute(sql`
    with found as (select * from jsonb_to_recordset(${JSON.stringify(found ?? [])}::jsonb) found("otherId" uuid, fit float8, told jsonb)),
    looked as (insert into ${matchRuns} (member_id, fact, made_at) select id, ${fact}::bigint, ${madeAt} from ${members} where id = ${memberId}::uuid
      on conflict (member_id) do update set made_at = excluded.made_at, fact = greatest(match_runs.fact, excluded.fact)),
    gone as (delete from ${recommendations} where member_id = ${memberId}::uuid and kind = 'mentor'
      and other_id not in (select "otherId" from found))
    insert into ${recommendations} (member_id, kind, other_id, fit, told)
    select ${memberId}::uuid, 'mentor', "otherId", fit, told from found join ${members} other on other.id = "otherId"
    on conflict (member_id, kind, other_id) do update set fit = excluded.fit, told = excluded.told, made_at = now()`)
}
