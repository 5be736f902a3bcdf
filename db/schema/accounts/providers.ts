import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, citext, createdAt } from '../../columns.ts'
import { memberId, members } from '../people.ts'

// Who a member is at a provider of identities (OpenID Connect): the issuer's word and its subject, never the address.
export const identities = pgTable(
  'identities',
  {
    issuer: text().notNull(),
    subject: text().notNull(),
    memberId: memberId(),
    email: citext(),
    linkedAt: createdAt(),
    usedAt: at(),
  },
  (row) => [primaryKey({ columns: [row.issuer, row.subject] }), index('identities_by_member').on(row.memberId)],
)

// A visit to a provider that has not come back yet; bound to one browser and used once.
export const providerVisits = pgTable(
  'provider_visits',
  {
    stateHash: text().primaryKey(),
    provider: text().notNull(),
    nonce: text().notNull(),
    verifier: text().notNull(),
    browserHash: text().notNull(),
    next: text().notNull(),
    purpose: text({ enum: ['sign-in', 'link', 'prove'] })
      .notNull()
      .default('sign-in'),
    // Set when a signed-in member links the provider to their account, or proves with it who they are.
    memberId: uuid().references(() => members.id, { onDelete: 'cascade' }),
    expiresAt: at().notNull(),
  },
  (visit) => [index('provider_visits_by_age').on(visit.expiresAt)],
)
