import { type SQL, sql } from 'drizzle-orm'

// Lists leave Postgres as finished JSON: one row, one column, nothing to map in the Worker.
export type Json<T> = string & { readonly holds?: T }

export type Page<Name extends string, Item> = { [K in Name]: Item[] } & { next: string | null }

// `rows` selects one more than fits, in order; the key of the last row that fits is where the next page begins.
export const onePage = (name: string, rows: SQL, key: SQL, size: number): SQL => sql`
  with listed as (${rows})
  select json_build_object(
    ${sql.raw(`'${name}'`)}, coalesce((select json_agg(fits) from (select * from listed limit ${size}) fits), '[]'),
    'next', case when (select count(*) from listed) > ${size} then (select ${key}::text from listed offset ${size - 1} limit 1) end
  )::text as json`
