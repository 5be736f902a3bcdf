import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { at, createdAt, id } from '../../columns.ts'
import { memberId } from '../people.ts'

export const TOKEN_SCOPES = ['read', 'write', 'organise'] as const
export type TokenScope = (typeof TOKEN_SCOPES)[number]

// Keys that members make for their own programs.
export const personalTokens = pgTable(
  'personal_tokens',
  {
    id: id(),
    memberId: memberId(),
    name: text().notNull(),
    hash: text().notNull().unique(),
    scopes: text({ enum: TOKEN_SCOPES }).array().notNull(),
    createdAt: createdAt(),
    expiresAt: at().notNull(),
    usedAt: at(),
    endedAt: at(),
  },
  (token) => [index('personal_tokens_by_member').on(token.memberId)],
)
