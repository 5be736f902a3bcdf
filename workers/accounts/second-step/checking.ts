import { and, eq, isNotNull, lt, sql } from 'drizzle-orm'
import { authenticators } from '#db/schema/accounts/second-step.ts'
import { tries } from '#db/schema/accounts/tries.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { countTries, type Limit } from '../tries.ts'
import { readSecret } from './kept-secret.ts'
import { spendRecoveryCode } from './recovery-codes.ts'
import { stepOf } from './totp.ts'

const WRONG_CODES: Limit = { what: 'second-step', times: 5, minutes: 10 }

// Every try counts before it is looked at, so that many at once gain nothing; a right one is taken off the count again.
export async function checkCode(ctx: Ctx, memberId: string, code: string) {
  await countTries(ctx, [[WRONG_CODES, memberId]])
  const right = await (code.length === 6 ? spendCode : spendRecoveryCode)(ctx, memberId, code)
  if (!right) throw wrongCode()
  await ctx.db
    .update(tries)
    .set({ times: sql`${tries.times} - 1` })
    .where(and(eq(tries.what, WRONG_CODES.what), eq(tries.who, memberId)))
}

export const wrongCode = () =>
  new Refusal(401, 'wrong_code', 'This code does not fit, or was used before. Please wait for the next one and try it.')

// Who read a code over a shoulder cannot use it again: only a later step than the last one counts.
async function spendCode(ctx: Ctx, memberId: string, code: string): Promise<boolean> {
  const secret = await readSecret(ctx, memberId, 'confirmed')
  const step = secret && stepOf(secret, code, ctx.now)
  if (!step) return false
  const spent = await ctx.db
    .update(authenticators)
    .set({ lastStep: step })
    .where(
      and(
        eq(authenticators.memberId, memberId),
        isNotNull(authenticators.confirmedAt),
        lt(authenticators.lastStep, step),
      ),
    )
    .returning({ memberId: authenticators.memberId })
  return spent.length > 0
}
