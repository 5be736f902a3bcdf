import { type SQL, sql } from 'drizzle-orm'
import { copies, kitParts, reservations, resources } from '#db/schema/mentoring/resources.ts'

// How many of something somebody could have today. `alias` is the name under which the query knows the table resources.
export const freeToday = (alias: string): SQL => free(alias, sql`daterange(current_date, current_date, '[]')`)

export const free = (alias: string, days: SQL): SQL => {
  const [id, kind] = [column(alias, 'id'), column(alias, 'kind')]
  return sql`(case ${kind} when 'kit' then (
      select coalesce(min(${single('part', days)} / one.quantity), 0)::int from ${kitParts} one join ${resources} part on part.id = one.part_id
      where one.kit_id = ${id})
    else ${single(alias, days)} end)`
}

const single = (
  alias: string,
  days: SQL,
) => sql`(case ${column(alias, 'kind')} when 'supply' then ${column(alias, 'stock')}
  else ${freeCopies(column(alias, 'id'), days)} end)`

export const freeCopies = (resourceId: SQL, days: SQL) => sql`(select count(*)::int from ${copies} copy
  where copy.resource_id = ${resourceId} and copy.retired_at is null and copy.condition <> 'broken'
    and not exists (select from ${reservations} taken
      where taken.copy_id = copy.id and taken.released_at is null and taken.days && ${days}))`

export const usableCopies = (resourceId: SQL) => sql`(select count(*)::int from ${copies} copy
  where copy.resource_id = ${resourceId} and copy.retired_at is null and copy.condition <> 'broken')`

const column = (alias: string, name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
