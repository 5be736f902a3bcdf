import { and, Column, eq, is, type SQL, sql } from 'drizzle-orm'
import { sqlState } from '#db/patience.ts'
import { idempotencyKeys } from '#db/schema/requests.ts'
import { type Ctx, nameOf, type Once } from './context.ts'
import { conflict } from './errors.ts'

export type Columns = Record<string, unknown>

const ALREADY_THERE = '23505'

// The answer that was given to this Idempotency-Key before; the error says whether there may be one.
export async function answerGivenBefore(ctx: Ctx, error: unknown): Promise<Columns[] | undefined> {
  if (!ctx.once || sqlState(error) !== ALREADY_THERE) return undefined
  const [kept] = await ctx.db.select().from(idempotencyKeys).where(isKeyOf(ctx, ctx.once))
  if (kept && kept.fingerprint !== ctx.once.fingerprint)
    throw conflict('This Idempotency-Key was used for a different request before.', 'idempotency_mismatch')
  return kept?.answer
}

export const remember = (ctx: Ctx, once: Once, columns: Columns): SQL => sql`
  insert into ${idempotencyKeys} (actor, key, fingerprint, answer)
  select ${nameOf(ctx.actor)}, ${once.key}, ${once.fingerprint}, coalesce(jsonb_agg(${asObject(columns)}), '[]') from changed`

const asObject = (columns: Columns) =>
  sql`jsonb_build_object(${sql.join(
    Object.entries(columns).map(([name, column]) => sql`${name}::text, ${column}`),
    sql`, `,
  )})`

export const isKeyOf = (ctx: Ctx, once: Once) =>
  and(eq(idempotencyKeys.actor, nameOf(ctx.actor)), eq(idempotencyKeys.key, once.key))

export const readBack = (row: Columns, columns: Columns) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      is(column, Column) && row[name] !== null ? column.mapFromDriverValue(row[name]) : row[name],
    ]),
  )
