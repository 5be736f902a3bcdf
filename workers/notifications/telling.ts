import { type SQL, sql } from 'drizzle-orm'
import { notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { Piece, Told } from './kinds/words.ts'
import { type Kind, kindOf } from './kinds.ts'

// A notice as it lies in the database, with the name of whoever did it as it is today.
export type Kept = {
  id: string
  kind: string
  about: string
  data: Record<string, string>
  by: string | null
  name: string | null
  handle: string | null
}

export const kept: SQL = sql`
  ${notices.id}, ${notices.kind}, ${notices.about}, ${notices.data}, ${notices.data} ->> 'by' as by, doer.name, doer.handle`

export const joinDoer: SQL = sql`
  left join ${members} doer on doer.id = (${notices.data} ->> 'by')::uuid and doer.standing <> 'gone'`

export type Sentence = { kind: Kind; says: Piece[]; id: string; count: number }

// Notices about the same thing become one sentence; the newest comes first.
export function sentencesFrom(rows: Kept[]): Sentence[] {
  return [...Map.groupBy(rows, ({ kind, about }) => `${kind} ${about}`).values()].flatMap((group) => {
    const kind = kindOf(group[0]?.kind ?? '')
    const [newest] = group
    return kind && newest ? [{ kind, says: kind.says(toldBy(group)), id: newest.id, count: group.length }] : []
  })
}

export function toldBy(group: Kept[]): Told {
  const doers = new Map(group.map(({ by, name }) => [by, name]))
  const who = [...doers.values()].filter((name) => name !== null)
  return { who, people: doers.size, count: group.length, data: group[0]?.data ?? {} }
}
