import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import type { Db } from './index.ts'

// Lists leave Postgres as finished JSON: one row, one column, nothing to map in the Worker.
export type Json<T> = string & { readonly holds?: T }

const dialect = new PgDialect({ casing: 'snake_case' })

// What never changes is written out once, not composed again for every request.
export const fixed = (query: SQL): SQL => sql.raw(dialect.sqlToQuery(query.inlineParams()).sql)

const wholeRow = fixed(sql`row_to_json(listed)`)

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
export type Page = { name: string; rows: SQL; key: SQL; size: number; shown?: SQL }

// Every row is finished by itself: gathering them in SQL costs Postgres twice as much as the whole rest of the query.
export async function readPage<T>(db: Db, { name, rows, key, size, shown = wholeRow }: Page): Promise<Json<T>> {
  const found = await db.execute(sql`select (${shown})::text as json, (${key})::text as key from (${rows}) listed`)
  const fits = found.rows.slice(0, size)
  const next = found.rows.length > size ? fits.at(-1).key : null
  return `{"${name}":[${fits.map((row: { json: string }) => row.json).join()}],"next":${JSON.stringify(next)}}`
}

export async function readJson<T>(db: Db, query: SQL): Promise<Json<T>> {
  const { rows } = await db.execute(query)
  return rows[0].json
}
