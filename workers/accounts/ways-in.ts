import { eq, inArray, sql } from 'drizzle-orm'
import { passkeys } from '#db/schema/accounts/passkeys.ts'
import { identities } from '#db/schema/accounts/providers.ts'
import { accounts } from '#db/schema/accounts.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { providers } from './providers/providers.ts'

// A member keeps at least one way to sign in. Who closes two at the same moment waits at the account's own row.
export const closeWayIn = (ctx: MemberCtx, close: (within: Ctx) => Promise<void>) =>
  transact(ctx, async (within) => {
    await within.db
      .select({ id: accounts.memberId })
      .from(accounts)
      .where(eq(accounts.memberId, ctx.member.id))
      .for('update')
    await close(within)
    const [left] = await within.db
      .select({ is: hasWayIn(ctx) })
      .from(accounts)
      .where(eq(accounts.memberId, ctx.member.id))
    if (!left?.is)
      throw conflict('This is your only way to sign in. Please set a password or add another way first.', 'last_way_in')
  })

// An identity at a provider that is not offered here any more opens nothing.
const hasWayIn = (ctx: Ctx) => sql<boolean>`accounts.password_hash is not null
  or exists (select from ${passkeys} where ${passkeys.memberId} = accounts.member_id)
  or exists (select from ${identities} where ${identities.memberId} = accounts.member_id
    and ${inArray(identities.issuer, issuersOffered(ctx))})`

const issuersOffered = (ctx: Ctx) => providers(ctx).map(({ issuer }) => issuer)
