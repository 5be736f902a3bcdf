import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { Temporal } from 'temporal-polyfill'
import { newId } from '#db/id.ts'

export type Tx = NodePgDatabase
export type Ids = Map<string, string>

// Who moves in and what they can do, by the names the seed calls them.
export type Names = { members: Ids; skills: Ids }

export const idsFor = (names: string[]): Ids => new Map(names.map((name) => [name, newId()]))

export function idOf(ids: Ids, name: string): string {
  const id = ids.get(name)
  if (!id) throw new Error(`The seed speaks of "${name}", who is not there.`)
  return id
}

export const ago = (time: { days: number } | { hours: number }) =>
  new Date(Temporal.Now.zonedDateTimeISO('UTC').subtract(time).epochMilliseconds)

export const inDays = (days: number) => ago({ days: -days })
