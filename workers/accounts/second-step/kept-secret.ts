import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { authenticators } from '#db/schema/accounts/second-step.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { unseal } from '#workers/lib/sealed.ts'

export async function readSecret({ db, env }: Ctx, memberId: string, when: 'begun' | 'confirmed') {
  const isThen = when === 'confirmed' ? isNotNull : isNull
  const [row] = await db
    .select({ sealed: authenticators.sealedSecret })
    .from(authenticators)
    .where(and(eq(authenticators.memberId, memberId), isThen(authenticators.confirmedAt)))
  const opened = row && unseal(env.LINK_SECRET, purposeFor(memberId), row.sealed)
  return opened ? Buffer.from(opened, 'base64') : undefined
}

// A sealed secret is worth nothing in the row of another member.
export const purposeFor = (memberId: string) => `authenticator ${memberId}`
