import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { badRequest } from '#workers/lib/errors.ts'
import { ticket } from '../ticket.ts'

const MINUTES = 5

const Challenge = z.object({ challenge: z.string(), for: z.enum(['making', 'showing']), member: z.uuid().optional() })
type Challenge = z.output<typeof Challenge>

// What a passkey has to sign is sealed in a cookie of this browser; whether it was answered before, the database knows.
const asked = ticket('passkey', MINUTES, Challenge)

export const ask = asked.give

export function whatWasAsked(ctx: Ctx, headers: Headers, wanted: Challenge['for']): Challenge {
  const found = asked.read(ctx, headers)
  if (found?.for !== wanted) throw refused()
  return found
}

export const forgetChallenge = asked.takeBack

export const answered = ({ now }: Ctx, { challenge }: Challenge) => ({
  hash: createHash('sha256').update(challenge).digest('base64url'),
  expiresAt: new Date(now.getTime() + 2 * MINUTES * 60_000),
})

export const refused = () =>
  badRequest('passkey_refused', 'This passkey did not work here. Please try once more, or use another way to sign in.')

export const house = ({ env }: Ctx) => ({ origin: env.ORIGIN, host: new URL(env.ORIGIN).hostname })

// A library tells by throwing what it does not like about an answer; members only have to know that it did not work.
export async function checked<T extends { verified: boolean }>(ctx: Ctx, check: () => Promise<T>): Promise<T> {
  const result = await check().catch((error: unknown) => {
    ctx.log.info('passkey refused', { reason: error instanceof Error ? error.message : 'unknown' })
    return undefined
  })
  if (!result?.verified) throw refused()
  return result
}
