import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, tooMany } from '#workers/lib/errors.ts'
import { brokenLink, isOpenLink, linkOf, linkRow } from '../links.ts'
import { insistOnPassword, ownAccount } from '../passwords/changing.ts'
import { closeOtherResets } from '../passwords/resets.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'
import { endSignIns } from '../sign-ins/ending.ts'
import { type Limit, waits } from '../tries.ts'
import type { AddressChange, AddressLink } from './inputs.ts'

const CONFIRM_HOURS = 1
export const OBJECTION_DAYS = 7
const BY_ONE_MEMBER: Limit = { what: 'address', times: 10, minutes: 60 }
const MAILS_TO_ONE_ADDRESS: Limit = { what: 'address-mail', times: 5, minutes: 30 }

// Nothing changes before the new mailbox answered, and the answer here is the same whoever has that address.
export async function askForAddress(ctx: MemberCtx, { email, current }: AddressChange) {
  const own = await ownAccount(ctx)
  if (own.email.toLowerCase() === email.toLowerCase())
    throw invalid([{ path: 'email', message: 'That is your address already.' }])
  if (own.passwordHash) await insistOnPassword(ctx, current ?? '', own.passwordHash, 'current')
  else await insistOnRecentProof(ctx)
  const [often = 0, mails = 0] = await waits(ctx, [
    [BY_ONE_MEMBER, ctx.member.id],
    [MAILS_TO_ONE_ADDRESS, email],
  ])
  if (often > 0) throw tooMany(often)
  const row = linkRow(linkOf(ctx, 'email-change'), {
    purpose: 'email-change',
    subject: sql`${ctx.member.id}::uuid`,
    email: sql`${email}`,
    hours: CONFIRM_HOURS,
  })
  await commit(
    ctx,
    ctx.db
      .insert(oneTimeLinks)
      .select(sql`select ${row} where ${mails === 0}::boolean`)
      .returning({ id: oneTimeLinks.id }),
    fact('address.requested'),
  )
  return { status: 'check-your-mail' as const }
}

export async function confirmAddress(ctx: MemberCtx, { token }: AddressLink) {
  const objection = linkOf(ctx, 'email-objection')
  const row = linkRow(objection, {
    purpose: 'email-objection',
    subject: sql`${accounts.memberId}`,
    email: sql`${accounts.email}`,
    hours: OBJECTION_DAYS * 24,
  })
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(sql`${isOpenLink('email-change', token)} and ${oneTimeLinks.subject} = ${ctx.member.id}`)
      .returning({
        id: sql<string>`${oneTimeLinks.subject}`.as('id'),
        email: sql<string>`${oneTimeLinks.email}`.as('email'),
      }),
    fact('address.changed', { objection: objection.id }),
    // The statement still sees the address as it was before: whoever holds it may object.
    (changed) => sql`
      insert into ${oneTimeLinks} select ${row} from ${changed} join ${accounts} on ${accounts.memberId} = changed.id returning 1`,
    (changed) => sql`
      update ${accounts} set email = changed.email from ${changed} where ${accounts.memberId} = changed.id returning 1`,
    closeOtherResets,
  ).catch(refuseTaken)
  if (!changed) throw brokenLink()
  return { status: 'changed' as const }
}

// Whoever still reads the old mailbox takes the account back: the old address counts again, nobody is signed in any more,
// and the password is gone until a new one is chosen by mail.
export async function objectToAddress(ctx: Ctx, { token }: AddressLink) {
  const [restored] = await commit(
    ctx,
    ctx.db
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(isOpenLink('email-objection', token))
      .returning({
        id: sql<string>`${oneTimeLinks.subject}`.as('id'),
        email: sql<string>`${oneTimeLinks.email}`.as('email'),
      }),
    fact('address.restored'),
    (changed) => sql`
      update ${accounts} set email = changed.email, password_hash = null, password_set_at = null
      from ${changed} where ${accounts.memberId} = changed.id returning 1`,
    (changed) => endSignIns(changed, 'ended-elsewhere'),
    closeChanges,
    closeOtherResets,
  ).catch(refuseTaken)
  if (!restored) throw brokenLink()
  noteSomeEnded()
  return { status: 'restored' as const }
}

export async function lookAtAddressLink(ctx: Ctx, purpose: 'email-change' | 'email-objection', token: string) {
  const [found] = await ctx.db
    .select({ email: sql<string>`${oneTimeLinks.email}`, memberId: oneTimeLinks.subject })
    .from(oneTimeLinks)
    .where(isOpenLink(purpose, token))
  if (!found) throw brokenLink()
  return found
}

const closeChanges = (changed: SQL) => sql`
  update ${oneTimeLinks} set used_at = now() from ${changed}
  where ${oneTimeLinks.subject} = changed.id and ${oneTimeLinks.purpose} = 'email-change'
    and ${oneTimeLinks.usedAt} is null returning 1`

function refuseTaken(error: unknown): never {
  if (constraintOf(error) !== 'accounts_email_unique') throw error
  throw conflict('Another account has this address by now. Please choose another.', 'address_taken')
}
