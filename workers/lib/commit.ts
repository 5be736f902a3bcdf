import { type SQL, sql } from 'drizzle-orm'
import type { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder'
import { events } from '#db/schema/events.ts'
import { answerGivenBefore, type Columns, readBack, remember } from './answers.ts'
import { type Ctx, nameOf } from './context.ts'

export type Fact = { name: string; data?: Record<string, unknown>; inPair?: true }

export const fact = (name: string, data?: Fact['data']): Fact => ({ name, ...(data && { data }) })

// A fact of a mentorship, for the timeline of its pair: the change returns the column `mentorship_id`.
export const pairFact = (name: string, data?: Fact['data']): Fact => ({ ...fact(name, data), inPair: true })

type Change<Row> = TypedQueryBuilder<Columns, Row[]>
// A further write of the same statement, told in SQL over the rows that changed.
export type Also = (changed: SQL) => SQL

// One statement, one round trip: the change, a fact for every row it changed, and the answer to remember for its
// Idempotency-Key. Where nothing changed, no fact is told.
export async function commit<Row>(ctx: Ctx, change: Change<Row>, ...told: (Fact | Also)[]): Promise<Row[]> {
  try {
    const rows = await write(ctx, change, told)
    if (rows.length > 0) ctx.announce()
    return rows
  } catch (error) {
    const before = await answerGivenBefore(ctx, error)
    if (!before) throw error
    const columns = ctx.db.$with('changed').as(change)._.selectedFields
    return before.map((row) => readBack(row, columns) as Row)
  }
}

function write<Row>(ctx: Ctx, change: Change<Row>, told: (Fact | Also)[]): Promise<Row[]> {
  const changed = ctx.db.$with('changed').as(change)
  const facts = told.filter((entry) => typeof entry === 'object')
  const further = told.filter((entry) => typeof entry === 'function').map((also) => also(sql`changed`))
  if (facts.length > 0) further.push(tell(ctx, facts))
  if (ctx.once) further.push(remember(ctx, ctx.once, changed._.selectedFields))
  const parts = further.map((part, n) => ctx.db.$with(`further_${n}`).as(part as never))
  return ctx.db
    .with(changed, ...parts)
    .select()
    .from(changed) as never
}

const tell = (ctx: Ctx, facts: Fact[]) => sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select fact.name, changed.id::text, ${nameOf(ctx.actor)}, coalesce(fact.data, '{}')${ofPair(facts)}, ${ctx.requestId}
  from changed, jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as fact(name text, data jsonb, "inPair" boolean)`

const ofPair = (facts: Fact[]) =>
  facts.some(({ inPair }) => inPair)
    ? sql` || case when fact."inPair" and changed.mentorship_id is not null
        then jsonb_build_object('mentorship', changed.mentorship_id) else '{}' end`
    : sql``
