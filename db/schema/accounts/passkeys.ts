import { bigint, index, pgTable, text } from 'drizzle-orm/pg-core'
import { at, bytes, createdAt } from '../../columns.ts'
import { memberId } from '../people.ts'

export const passkeys = pgTable(
  'passkeys',
  {
    credentialId: text().primaryKey(),
    memberId: memberId(),
    name: text().notNull(),
    publicKey: bytes().notNull(),
    counter: bigint({ mode: 'number' }).notNull(),
    transports: text().array().notNull().default([]),
    createdAt: createdAt(),
    usedAt: at(),
  },
  (key) => [index('passkeys_by_member').on(key.memberId)],
)

// Challenges are sealed and given to the browser; here stand those that were answered, because each counts once.
export const answeredChallenges = pgTable(
  'answered_challenges',
  { hash: text().primaryKey(), expiresAt: at().notNull() },
  (challenge) => [index('answered_challenges_by_age').on(challenge.expiresAt)],
)
