import { sql } from 'drizzle-orm'
import { copies, kitParts, reservations, resources } from '#db/schema/mentoring/resources.ts'
import { usableCopies } from './free.ts'

export type Day = { day: string; free: number }

const DAYS_AHEAD = 41

// How many are free on each day of the weeks to come, from the Monday of this one. What is used up has no calendar; of a
// kit as many are free as its scarcest tool allows.
export const daysOf = sql`(select coalesce(json_agg(json_build_object('day', listed.day, 'free', listed.free) order by listed.day), '[]')
  from (
    select day::date as day, min((${usableCopies(sql`tool.id`)} - (select count(distinct copy.id) from ${copies} copy
        join ${reservations} taken on taken.copy_id = copy.id
        where copy.resource_id = tool.id and copy.retired_at is null and copy.condition <> 'broken'
          and taken.released_at is null and taken.days @> day::date)) / one.quantity)::int as free
    from generate_series(date_trunc('week', now()), date_trunc('week', now()) + make_interval(days => ${DAYS_AHEAD}), interval '1 day') day,
      (select part_id, quantity from ${kitParts} where kit_id = thing.id union all select thing.id, 1 where thing.kind = 'tool') one
      join ${resources} tool on tool.id = one.part_id and tool.kind = 'tool'
    group by day) listed)`
