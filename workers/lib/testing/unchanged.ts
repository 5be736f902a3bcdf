import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { World } from './world.ts'

// "No change": every row of every table, the queue and the sent mail are afterwards what they were before. Only the
// counting of tries goes on.
export async function expectNoChange(world: World, act: () => Promise<unknown>) {
  const before = await everything(world)
  await act()
  expect(await everything(world)).toEqual(before)
}

export const everything = async (world: World) => ({
  tables: await everyTable(world),
  queue: world.queue.length,
  letters: world.letters.length,
})

async function everyTable(world: World): Promise<Record<string, { rows: number; digest: string }>> {
  const { db } = world.ctx()
  const { rows: tables } = await db.execute(
    sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'tries' order by 1`,
  )
  const counts = tables.map(
    ({ name }: { name: string }) => sql`
      select ${name}::text as name, count(*)::int as rows, md5(coalesce(string_agg(row::text, '' order by row::text), '')) as digest
      from ${sql.identifier(name)} row`,
  )
  const { rows } = await db.execute(sql.join(counts, sql` union all `))
  return Object.fromEntries(
    rows.map(({ name, ...state }: { name: string; rows: number; digest: string }) => [name, state]),
  )
}
