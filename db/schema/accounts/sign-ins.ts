import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const SIGN_IN_WAYS = ['password', 'passkey', 'provider', 'link', 'demo'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

export const signIns = pgTable(
  'sign_ins',
  {
    id: id(),
    memberId: memberId(),
    way: text({ enum: SIGN_IN_WAYS }).notNull(),
    device: text().notNull(),
    country: text(),
    startedAt: createdAt(),
    seenAt: createdAt(),
    // When the member last proved who they are: changing what protects an account asks for a recent proof.
    provedAt: createdAt(),
    endsAt: at().notNull(),
    endedAt: at(),
    endedBecause: text({
      enum: ['signed-out', 'ended-elsewhere', 'password-changed', 'suspended', 'replayed', 'left'],
    }),
  },
  (signIn) => [
    index('sign_ins_open').on(signIn.memberId, signIn.seenAt).where(sql`${signIn.endedAt} is null`),
    index('sign_ins_by_end').on(signIn.endsAt),
    index('sign_ins_ended_lately').on(signIn.endedAt).where(sql`${signIn.endedAt} is not null`),
    check('sign_ins_end_for_a_reason', sql`(${signIn.endedAt} is null) = (${signIn.endedBecause} is null)`),
  ],
)

export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    hash: text().primaryKey(),
    signInId: uuid()
      .notNull()
      .references(() => signIns.id, { onDelete: 'cascade' }),
    generation: integer().notNull(),
    bornAt: createdAt(),
    usedAt: at(),
  },
  (token) => [
    unique('refresh_tokens_one_a_generation').on(token.signInId, token.generation),
    uniqueIndex('refresh_tokens_one_unused').on(token.signInId).where(sql`${token.usedAt} is null`),
  ],
)
