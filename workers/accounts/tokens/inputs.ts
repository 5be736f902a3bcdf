import { z } from 'zod'
import { TOKEN_SCOPES } from '#db/schema/accounts/tokens.ts'

export const MOST_DAYS = 365

export const NewToken = z.strictObject({
  name: z.string().trim().min(1, 'Please name the program, so that you know this token later.').max(60),
  scopes: z
    .array(z.enum(TOKEN_SCOPES))
    .min(1, 'Please choose what the program may do.')
    .max(TOKEN_SCOPES.length)
    .transform((scopes) => [...new Set(scopes)]),
  days: z
    .int('Please write a number of days.')
    .min(1, 'At least a day.')
    .max(MOST_DAYS, 'At most a year; make a new one then.'),
})
export type NewToken = z.output<typeof NewToken>

// The same from a form: boxes that are ticked.
export const NewTokenForm = z
  .strictObject({
    name: z.string(),
    days: z.string(),
    scopes: z.record(z.string().max(40), z.literal('on')).default({}),
  })
  .transform(({ scopes, days, ...rest }) => ({
    ...rest,
    days: Number(days || Number.NaN),
    scopes: TOKEN_SCOPES.filter((scope) => scopes[scope]),
  }))
  .pipe(NewToken)

export const TokenId = z.strictObject({ id: z.uuid() })
export type TokenId = z.output<typeof TokenId>

const Moment = z.iso.datetime()

export const MadeToken = z.strictObject({ id: z.uuid(), token: z.string(), expiresAt: Moment })
export type MadeToken = z.output<typeof MadeToken>

export const Token = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.enum(TOKEN_SCOPES)),
  createdAt: Moment,
  expiresAt: Moment,
  usedAt: Moment.nullable(),
})
export type Token = z.output<typeof Token>

export const Tokens = z.strictObject({ tokens: z.array(Token) })
