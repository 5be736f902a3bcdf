import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { events } from '#db/schema/events.ts'
import { type Ctx, nameOf } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import type { Account } from './accounts.ts'

// `firmly`: never more than is there. With a `from`, as much of it moves as is there.
export type Entry = { account: Account; minor: number; firmly?: true; from?: Account }

export type Booking = {
  kind: string
  source: string
  sourceId: string
  currency: string
  // The order whose sale it is, takes back or disputes.
  sale?: string
  about?: string
  reason?: string
  at?: Date
  entries: Entry[]
}

// Books once, whoever asks again: true where it was booked now. Inside a transaction it takes the context of that.
export async function post(ctx: Ctx, booking: Booking): Promise<boolean> {
  try {
    const { rows } = await ctx.db.execute(posted(ctx, booking))
    if (rows.length > 0) ctx.announce()
    return rows.length > 0
  } catch (error) {
    throw isShort(error) ? notEnough() : error
  }
}

// The same as a further part of a `commit`: booked for the row that changed, and only where one did.
export const postAlong =
  (ctx: Ctx, booking: Booking) =>
  (changed: SQL): SQL =>
    posted(ctx, booking, changed)

// Every booking is a fact; its subject is the transaction.
const posted = (ctx: Ctx, booking: Booking, changed?: SQL) => sql`
  insert into ${events} (name, subject, actor, data, request_id)
  select 'books.posted', made.id::text, ${nameOf(ctx.actor)}, jsonb_build_object('kind', ${booking.kind}::text), ${ctx.requestId}
  from (select ledger_post(${JSON.stringify({ ...booking, actor: nameOf(ctx.actor) })}::jsonb) as id ${changed ? sql`from ${changed}` : sql``}) made
  where made.id is not null returning id`

// What an account holds for somebody never falls below nothing.
export const isShort = (error: unknown): boolean => constraintOf(error) === 'ledger_accounts_hold_enough'

export const notEnough = () =>
  conflict(
    'There is not that much in it any more. Nothing was moved; please look at the balance once more.',
    'not_enough',
  )
