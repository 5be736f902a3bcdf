import { and, Column, eq, is, type SQL, sql } from 'drizzle-orm'
import type { TypedQueryBuilder } from 'drizzle-orm/query-builders/query-builder'
import { sqlState } from '#db/patience.ts'
import { events } from '#db/schema/events.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import { type Ctx, inside, nameOf, type Once } from './context.ts'
import { conflict } from './errors.ts'

export type Fact = { name: string; data?: Record<string, unknown> }

export const fact = (name: string, data?: Fact['data']): Fact => ({ name, ...(data && { data }) })

type Columns = Record<string, unknown>
type Change<Row> = TypedQueryBuilder<Columns, Row[]>
// A further write of the same statement, told in SQL over the rows that changed.
type Also = (changed: SQL) => SQL

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

const ALREADY_THERE = '23505'

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
  select fact.name, changed.id::text, ${nameOf(ctx.actor)}, coalesce(fact.data, '{}'), ${ctx.requestId}
  from changed, jsonb_to_recordset(${JSON.stringify(facts)}::jsonb) as fact(name text, data jsonb)`

const remember = (ctx: Ctx, once: Once, columns: Columns) => sql`
  insert into ${idempotencyKeys} (actor, key, fingerprint, answer)
  select ${nameOf(ctx.actor)}, ${once.key}, ${once.fingerprint}, coalesce(jsonb_agg(${asObject(columns)}), '[]') from changed`

const asObject = (columns: Columns) =>
  sql`jsonb_build_object(${sql.join(
    Object.entries(columns).map(([name, column]) => sql`${name}::text, ${column}`),
    sql`, `,
  )})`

async function answerGivenBefore(ctx: Ctx, error: unknown): Promise<Columns[] | undefined> {
  if (!ctx.once || sqlState(error) !== ALREADY_THERE) return undefined
  const [kept] = await ctx.db.select().from(idempotencyKeys).where(isKeyOf(ctx, ctx.once))
  if (kept && kept.fingerprint !== ctx.once.fingerprint)
    throw conflict('This Idempotency-Key was used for a different request before.', 'idempotency_mismatch')
  return kept?.answer
}

const isKeyOf = (ctx: Ctx, once: Once) =>
  and(eq(idempotencyKeys.actor, nameOf(ctx.actor)), eq(idempotencyKeys.key, once.key))

const readBack = (row: Columns, columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      is(column, Column) && row[name] !== null ? column.mapFromDriverValue(row[name]) : row[name],
    ]),
  )

const COLLIDED = new Set(['40001', '40P01'])

// For what one statement cannot express. Everything inside uses the given context, so it commits or vanishes together.
export async function transact<T>(ctx: Ctx, work: (inside: Ctx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      const result = await ctx.transact((tx) => workOnce(ctx, { ...inside(ctx, tx), announce: () => {} }, work))
      ctx.announce()
      return result
    } catch (error) {
      const before = await answerGivenBefore(ctx, error)
      if (before) return before[0] as T
      if (!COLLIDED.has(sqlState(error) ?? '')) throw error
      if (attempt === 3) throw conflict('Somebody else changed this at the same moment. Please try once more.', 'busy')
      await new Promise((resume) => setTimeout(resume, attempt * 20 + Math.random() * 30))
    }
  }
}

// The key is taken before the work, so that a repetition waits for the first answer instead of colliding with its effects.
async function workOnce<T>({ once }: Ctx, within: Ctx, work: (inside: Ctx) => Promise<T>): Promise<T> {
  if (!once) return work(within)
  await within.db.insert(idempotencyKeys).values({ actor: nameOf(within.actor), ...once, answer: [] })
  const result = await work({ ...within, once: undefined })
  await within.db
    .update(idempotencyKeys)
    .set({ answer: [result as Columns] })
    .where(isKeyOf(within, once))
  return result
}
