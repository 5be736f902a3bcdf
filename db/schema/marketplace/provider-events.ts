import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'

export type EventState = 'waiting' | 'done' | 'ignored' | 'review'

// What Stripe and PayPal told us, each once. It says what to look at, never what is true.
export const providerEvents = pgTable(
  'provider_events',
  {
    id: id(),
    provider: text().$type<'stripe' | 'paypal'>().notNull(),
    eventId: text().notNull(),
    type: text().notNull(),
    livemode: boolean().notNull(),
    account: text(),
    kind: text().$type<'payment' | 'payout' | 'account'>(),
    ref: text(),
    body: jsonb().$type<Record<string, unknown>>(),
    state: text().$type<EventState>().notNull(),
    reason: text(),
    arrivedAt: createdAt(),
    settledAt: at(),
  },
  (event) => [
    unique('provider_events_once').on(event.provider, event.eventId),
    check('provider_events_provider', sql`${event.provider} in ('stripe', 'paypal')`),
    check('provider_events_kind', sql`${event.kind} in ('payment', 'payout', 'account')`),
    check('provider_events_state', sql`${event.state} in ('waiting', 'done', 'ignored', 'review')`),
    check('provider_events_says_why', sql`${event.state} in ('waiting', 'done') or ${event.reason} is not null`),
    check('provider_events_has_something_to_look_at', sql`${event.state} <> 'waiting' or ${event.ref} is not null`),
    index('provider_events_waiting').on(event.arrivedAt).where(sql`${event.state} = 'waiting'`),
    index('provider_events_by_age').on(event.arrivedAt).where(sql`${event.body} is not null`),
  ],
)
