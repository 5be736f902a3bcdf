import { createHash } from 'node:crypto'
import type { Ctx } from '#workers/lib/context.ts'
import { providers } from './providers.ts'

export type Linkable = { id: string; name: string; issuer: string; isOffered: boolean }

// What is offered here, and behind it what was offered once and still stands in somebody's account.
export function linkable(ctx: Ctx, linkedIssuers: string[]): Linkable[] {
  const offered = providers(ctx).map(({ id, name, issuer }) => ({ id, name, issuer, isOffered: true }))
  const known = new Set(offered.map(({ issuer }) => issuer))
  return [...offered, ...[...new Set(linkedIssuers)].filter((issuer) => !known.has(issuer)).map(former)]
}

const former = (issuer: string): Linkable => ({
  id: `former-${createHash('sha256').update(issuer).digest('hex').slice(0, 16)}`,
  name: new URL(issuer).host,
  issuer,
  isOffered: false,
})
