import { is, Placeholder, type SQL, sql } from 'drizzle-orm'
import type { PreparedQueryConfig } from 'drizzle-orm/pg-core'
import { PgDialect } from 'drizzle-orm/pg-core/dialect'
import type { Db } from './index.ts'

// Lists leave Postgres as finished JSON: one row, one column, nothing to map in the Worker.
export type Json<T> = string & { readonly holds?: T }

const dialect = new PgDialect({ casing: 'snake_case' })

// A query for rows of this shape. Domains offer such shelves; a page reads several of them in one round trip.
export type Shelf<Row> = SQL & { readonly row?: Row }

type RowOf<S> = S extends Shelf<infer Row> ? Row : never

type Shelves = Record<string, Shelf<unknown>>
type Read<S extends Shelves> = { [Name in keyof S]: RowOf<S[Name]>[] }

export async function readTogether<S extends Shelves>(db: Db, shelves: S): Promise<Read<S>> {
  return JSON.parse(await readJson(db, sql`select ${together(shelves)}::text as json`))
}

// The same shelves for each of several members, works or whatever has an id: one round trip and one plan for all of them.
export function readForEach<S extends Shelves>(shelvesOf: (id: SQL) => S) {
  const find = prepared(sql`
    select asked.id as key, ${together(shelvesOf(sql`asked.id`))}::text as json from unnest(${slot('ids')}::uuid[]) asked(id)`)
  return async (db: Db, ids: string[], given: Given = {}): Promise<Map<string, Read<S>>> => {
    const rows = await find(db, { ...given, ids: `{${ids.join()}}` })
    return new Map(rows.map(({ key, json }) => [key, JSON.parse(json)]))
  }
}

const together = (shelves: Shelves) => {
  const parts = Object.entries(shelves).map(
    ([name, rows]) => sql`${name}::text, (select coalesce(json_agg(r), '[]') from (${rows}) r)`,
  )
  return sql`json_build_object(${sql.join(parts, sql`, `)})`
}

// `rows` selects one more than fits, in order; the key of the last row that fits is where the next page begins.
type Page = { name: string; rows: SQL; key: SQL; size: number; shown?: SQL }
type Found = { execute: { rows: { json: string; key: string }[] } } & PreparedQueryConfig

// A list is written down once, when the Worker starts; what a request asks for only fills its slots. Every row is finished by
// itself: gathering them in SQL costs Postgres twice as much as the whole rest of the query.
export function pages<T>(page: Page) {
  const find = prepared(finishedRows(page))
  return async (db: Db, given: Given): Promise<Json<T>> => asPage(page, await find(db, given))
}

// A list with the shelves that stand around it, in one round trip.
export function pagesAmong<T, S extends Shelves>(page: Page, shelves: S) {
  const find = prepared(sql`
    select json, key from (select 0 as place, ${together(shelves)}::text as json, null::text as key
      union all select row_number() over (), found.json, found.key from (${finishedRows(page)}) found) read order by place`)
  return async (db: Db, given: Given): Promise<{ page: Json<T>; around: Read<S> }> => {
    const [first, ...rows] = await find(db, given)
    return { page: asPage(page, rows), around: JSON.parse(first?.json ?? '{}') }
  }
}

type Given = Record<string, unknown>

const finishedRows = ({ rows, key, shown = sql`row_to_json(listed)` }: Page) =>
  sql`select (${shown})::text as json, (${key})::text as key from (${rows}) listed`

// For each choice of what is asked for its own query, composed when somebody first makes it: conditions that do not count would
// cost Postgres more to read than the rows.
function prepared(composed: SQL) {
  const known = new Map<string, ReturnType<typeof compose>>()
  return async (db: Db, given: Given) => {
    const names = Object.keys(given).filter((name) => given[name] !== undefined && given[name] !== null)
    const choice = names.sort().join()
    const { query, slots } = known.get(choice) ?? compose(composed, names)
    known.set(choice, { query, slots })
    const values = Object.fromEntries(slots.map((slot) => [slot, given[slot] ?? null]))
    const found = await db._.session.prepareQuery<Found>(query, undefined, undefined, false).execute(values)
    return found.rows
  }
}

let filled: string[] = []

function compose(composed: SQL, names: string[]) {
  filled = names
  const query = dialect.sqlToQuery(composed)
  return { query, slots: query.params.filter((param) => is(param, Placeholder)).map((param) => param.name) }
}

function asPage<T>({ name, size }: Page, rows: Found['execute']['rows']): Json<T> {
  const fits = rows.slice(0, size)
  const next = rows.length > size ? fits.at(-1)?.key : null
  return `{"${name}":[${fits.map((row) => row.json).join()}],"next":${JSON.stringify(next)}}`
}

export const slot = (name: string) => sql.placeholder(name)

// A condition that counts only when its slot is filled.
export const whenGiven = (name: string, condition: SQL): SQL =>
  sql`${{ getSQL: () => (filled.includes(name) ? condition : sql`true`) }}`

export async function readJson<T>(db: Db, query: SQL): Promise<Json<T>> {
  const { rows } = await db.execute(query)
  return rows[0].json
}
