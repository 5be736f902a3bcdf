import { createHmac } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { type LinkPurpose, oneTimeLinks } from '#db/schema/accounts/links.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest } from '#workers/lib/errors.ts'
import { hashOf } from './sign-ins/tokens.ts'

export type Link = { id: string; token: string; hash: string }

// The table keeps only the hash. Whoever writes the mail can work the token out again from the row and our secret, so a
// mail that is sent a second time carries the same link.
export const linkOf = ({ env }: Ctx, purpose: LinkPurpose, id = newId()): Link => {
  const token = createHmac('sha256', env.LINK_SECRET).update(`one-time link\n${purpose}\n${id}`).digest('base64url')
  return { id, token, hash: hashOf(token) }
}

type Kept = { purpose: LinkPurpose; subject: SQL; email: SQL; hours: number }

// The row of a link, as the columns of its table want it.
export const linkRow = ({ id, hash }: Link, { purpose, subject, email, hours }: Kept): SQL => sql`
  ${id}::uuid, ${purpose}::text, ${subject}, ${email}::citext, ${hash}::text, now(),
  now() + ${hours}::int * interval '1 hour', null::timestamptz`

// Other purposes never fit, nor does a link that was used or is too old.
export const isOpenLink = (purpose: LinkPurpose, token: string): SQL => sql`
  ${oneTimeLinks.hash} = ${hashOf(token)} and ${oneTimeLinks.purpose} = ${purpose}
  and ${oneTimeLinks.usedAt} is null and ${oneTimeLinks.expiresAt} > now()`

export const urlWith = ({ env }: Ctx, path: string, token: string) =>
  `${env.ORIGIN}${path}?token=${encodeURIComponent(token)}`

export const brokenLink = () =>
  badRequest('invalid_or_expired', 'This link is incomplete, too old, or was used before. Please ask for a new one.')
