import { type SQL, sql } from 'drizzle-orm'
import { learningNights, memberLeanings, weightsInForce, weightVersions } from '#db/schema/matching/learning.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

const KEPT = 5

// What the gate let through comes into force in one statement, or not at all; the rest stays as it was. A night publishes once.
export async function publish(ctx: Ctx, { night }: { night: string }) {
  await commit(
    ctx,
    ctx.db
      .insert(weightVersions)
      .select(
        sql`select coalesce((select last_number from ${weightsInForce}), 0) + 1, ${night}::date,
          coalesce((${headsInForce}), '{}') || passed.heads, now()
        from (select jsonb_object_agg(head, learned) as heads from (${passed(night)}) passed) passed where passed.heads is not null`,
      )
      .onConflictDoNothing()
      .returning({
        id: sql<string>`${weightVersions.number}::text`.as('id'),
        number: weightVersions.number,
        heads: weightVersions.heads,
      }),
    fact('matching.learned', { night }),
    (changed) => leanings(changed, night),
    (changed) => sql`
      insert into ${weightsInForce} ("only", version, last_number) select true, number, number from ${changed}
      on conflict ("only") do update set version = excluded.version, last_number = excluded.last_number, changed_at = now() returning 1`,
    (changed) => sql`
      delete from ${weightVersions} where number not in (select number from ${weightVersions} order by number desc limit ${KEPT - 1})
        and exists (select from ${changed}) returning 1`,
    (changed) => sql`
      update ${learningNights} set effects = null where night = ${night}::date and exists (select from ${changed}) returning 1`,
  )
}

const headsInForce = sql`select version.heads from ${weightsInForce} force join ${weightVersions} version on version.number = force.version`

const passed = (night: string) =>
  sql`select head, learned, effects from ${learningNights} where night = ${night}::date and effects is not null`

// Of a head that was learned anew what this night says, of any other what was said before.
const leanings = (changed: SQL, night: string) => sql`
  insert into ${memberLeanings} (version, member_id, head, side, effect, spread)
  select changed.number, member.id, found.head, found.side, (found.said ->> 'effect')::real, (found.said ->> 'spread')::real
  from ${changed} changed cross join (
    select passed.head, 'asker' as side, key, value as said from (${passed(night)}) passed, jsonb_each(passed.effects -> 'askers')
    union all select passed.head, 'asked', key, value from (${passed(night)}) passed, jsonb_each(passed.effects -> 'asked')) found
    join ${members} member on member.id = found.key::uuid and member.standing <> 'gone'
  union all select changed.number, before.member_id, before.head, before.side, before.effect, before.spread
  from ${changed} changed join ${memberLeanings} before on before.version = (select version from ${weightsInForce})
    and before.head not in (select head from (${passed(night)}) passed) returning 1`
