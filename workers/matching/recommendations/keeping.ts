import { sql } from 'drizzle-orm'
import { mentorPrices, priceNights } from '#db/schema/matching/prices.ts'
import { suggestedThings } from '#db/schema/matching/things.ts'
import type { Suggested } from '#db/schema/matching.ts'
import { matchRuns, recommendations } from '#db/schema/matching.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { List } from './finding/mentors.ts'
import type { Found } from './finding/telling.ts'
import type { FoundThing } from './finding/things.ts'

export type AllFound = {
  list: List
  people: Record<Suggested, Found[]>
  things: Record<'group' | 'session', FoundThing[]>
}
type Keeping = { fact: number; found: AllFound | undefined; version: number | undefined }

const NOTHING: AllFound = {
  list: { among: [], fits: [] },
  people: { mentor: [], peer: [], mentee: [] },
  things: { group: [], session: [] },
}

// Whoever may not look for anybody yet is due as soon as they may. What they answered about a program or session stays.
export async function keep({ db }: Ctx, memberId: string, { fact, found, version }: Keeping) {
  const madeAt = found ? sql`now()` : sql`now() - interval '1 day'`
  const { list, people, things } = found ?? NOTHING
  const me = sql`${memberId}::uuid`
  await db.execute(sql`
    with found as (select * from jsonb_to_recordset(${rowsOf(people)}::jsonb) found(kind text, "otherId" uuid, fit float8, told jsonb, known real[], propensity float8)
      where kind <> 'mentor' or ${mayBeShown(memberId)}),
    things as (select * from jsonb_to_recordset(${rowsOf(things)}::jsonb) things(kind text, "otherId" uuid, fit float8, told jsonb)),
    looked as (insert into ${matchRuns} (member_id, fact, made_at, version, prices, among, fits)
      select id, ${fact}::bigint, ${madeAt}, ${version ?? null}::int, ${latestNight}, ${`{${list.among.join()}}`}::uuid[], ${`{${list.fits.join()}}`}::real[]
      from ${members} where id = ${me}
      on conflict (member_id) do update set made_at = excluded.made_at, fact = greatest(match_runs.fact, excluded.fact), slate = excluded.slate,
        version = excluded.version, prices = excluded.prices, seen_at = null, among = excluded.among, fits = excluded.fits),
    gone as (delete from ${recommendations} where member_id = ${me} and (kind, other_id) not in (select kind, "otherId" from found)),
    passed as (delete from ${suggestedThings} where member_id = ${me} and answer is null
      and coalesce(program_id, session_id) not in (select "otherId" from things)),
    laid as (insert into ${suggestedThings} (id, member_id, program_id, session_id, fit, told)
      select gen_random_uuid(), ${me}, program.id, session.id, things.fit, things.told from things
        left join ${programs} program on program.id = "otherId" left join ${sessions} session on session.id = "otherId"
        where program.id is not null or session.id is not null
      on conflict (member_id, program_id, session_id) do update set fit = excluded.fit, told = excluded.told, made_at = now())
    insert into ${recommendations} (member_id, kind, other_id, fit, told, known, propensity)
    select ${me}, kind, "otherId", fit, told, coalesce(known, '{}'), propensity from found join ${members} other on other.id = "otherId"
    order by "otherId" on conflict (member_id, kind, other_id) do update set fit = excluded.fit, told = excluded.told, known = excluded.known,
      propensity = excluded.propensity, made_at = now()`)
}

// Prices have no name but their night, counted in days.
const latestNight = sql`(select max(night) - '2026-01-01'::date from ${priceNights})`

// Asked once more: others may have been looked at meanwhile. Those of the same moment the database counts itself, mentor by
// mentor, always in the same order.
const mayBeShown = (
  memberId: string,
) => sql`not exists (select from ${mentorPrices} priced where priced.member_id = "otherId" and priced.share <=
  (select count(*) from ${recommendations} shown where shown.other_id = "otherId" and shown.kind = 'mentor' and shown.member_id <> ${memberId}::uuid))`

const rowsOf = (found: Record<string, { otherId: string }[]>) =>
  JSON.stringify(Object.entries(found).flatMap(([kind, rows]) => rows.map((row) => ({ kind, ...row }))))
