import { type SQL, sql } from 'drizzle-orm'
import type { Db } from './index.ts'

// Lists leave Postgres as finished JSON: one row, one column, nothing to map in the Worker.
export type Json<T> = string & { readonly holds?: T }

// A query for rows of this shape. Domains offer such shelves; a page reads several of them in one round trip.
export type Shelf<Row> = SQL & { readonly row?: Row }

type RowOf<S> = S extends Shelf<infer Row> ? Row : never

export async function readTogether<Shelves extends Record<string, Shelf<unknown>>>(
  db: Db,
  shelves: Shelves,
): Promise<{ [Name in keyof Shelves]: RowOf<Shelves[Name]>[] }> {
  const parts = Object.entries(shelves).map(
    ([name, rows]) => sql`${name}::text, (select coalesce(json_agg(r), '[]') from (${rows}) r)`,
  )
  return JSON.parse(await readJson(db, sql`select json_build_object(${sql.join(parts, sql`, `)})::text as json`))
}

// `rows` selects one more than fits, in order; the key of the last row that fits is where the next page begins.
// A column named sorted_by serves the order and the key only, and stays inside.
export const onePage = (name: string, rows: SQL, key: SQL, size: number): SQL => sql`
  with listed as (${rows})
  select json_build_object(
    ${name}::text, coalesce((select jsonb_agg(to_jsonb(fits) - 'sorted_by') from (select * from listed limit ${size}) fits), '[]'),
    'next', case when (select count(*) from listed) > ${size} then (select (${key})::text from listed offset ${size - 1} limit 1) end
  )::text as json`

export async function readJson<T>(db: Db, query: SQL): Promise<Json<T>> {
  const { rows } = await db.execute(query)
  return rows[0].json
}
