import { eq, sql } from 'drizzle-orm'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { resetPassword as resetLetter } from '#site/emails/reset-password.ts'
import { changeOf } from '#workers/accounts/changes.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { refuse, tooMany } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { brokenLink, isOpenLink, linkOf, linkRow, urlWith } from '../links.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'
import { endSignIns } from '../sign-ins/ending.ts'
import { countTries, type Limit, waits } from '../tries.ts'
import { type Reset, ResetAsked, type ResetRequest } from './inputs.ts'
import { hashPassword } from './password.ts'
import { insistOnGoodPassword } from './policy.ts'

const LINK_HOURS = 1
const FROM_ONE_NETWORK: Limit = { what: 'reset', times: 20, minutes: 30 }
const MAILS_TO_ONE_ADDRESS: Limit = { what: 'reset-mail', times: 5, minutes: 30 }
const TRIES_OF_A_LINK: Limit = { what: 'reset-link', times: 20, minutes: 60 }

const mayEnter = sql`${members.standing} in ('waiting', 'active', 'leaving')`

// One answer for every address; whether there is an account decides one and the same statement.
export async function askForReset(ctx: Ctx, { email }: ResetRequest) {
  const [crowd = 0, mails = 0] = await waits(ctx, [
    [FROM_ONE_NETWORK, ctx.visit.network],
    [MAILS_TO_ONE_ADDRESS, email],
  ])
  if (crowd > 0) throw tooMany(crowd)
  const row = linkRow(linkOf(ctx, 'password-reset'), {
    purpose: 'password-reset',
    subject: sql`${accounts.memberId}`,
    email: sql`${accounts.email}`,
    hours: LINK_HOURS,
  })
  await commit(
    ctx,
    ctx.db
      .insert(oneTimeLinks)
      .select(sql`
        select ${row} from ${accounts} join ${members} on ${members.id} = ${accounts.memberId}
        where ${accounts.email} = ${email}::citext and ${mayEnter} and ${mails === 0}::boolean`)
      .returning({ id: oneTimeLinks.id }),
    fact('password-reset.requested', { device: ctx.visit.device }),
  )
  return { status: 'check-your-mail' as const }
}

export async function mailReset(ctx: Ctx, { id, device }: ResetAsked) {
  const [asked] = await ctx.db
    .select({ email: accounts.email, name: members.name, usedAt: oneTimeLinks.usedAt })
    .from(oneTimeLinks)
    .innerJoin(
      accounts,
      sql`${accounts.memberId} = ${oneTimeLinks.subject} and ${accounts.email} = ${oneTimeLinks.email}`,
    )
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(eq(oneTimeLinks.id, id))
  if (!asked || asked.usedAt) return
  const url = urlWith(ctx, '/password-reset/new', linkOf(ctx, 'password-reset', id).token)
  const { ORIGIN: origin } = ctx.env
  const written = resetLetter({ name: asked.name, url, minutes: LINK_HOURS * 60, device, origin })
  await deliver(ctx, `password-reset:${id}`, { to: asked.email, ...written })
}

export const mailResetLater = later('passwords.mail-reset', ResetAsked, mailReset)

// Whose password the link in the mail would change.
export const lookAtReset = async (ctx: Ctx, token: string) => (await find(ctx, token)) ?? refuse(brokenLink())

async function find(ctx: Ctx, token: string) {
  const [found] = await ctx.db
    .select({ name: members.name, handle: members.handle, email: sql<string>`${accounts.email}` })
    .from(oneTimeLinks)
    .innerJoin(
      accounts,
      sql`${accounts.memberId} = ${oneTimeLinks.subject} and ${accounts.email} = ${oneTimeLinks.email}`,
    )
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(sql`${isOpenLink('password-reset', token)} and ${mayEnter}`)
  return found
}

// The link is used up by the same statement that changes the password, so it works once however many try. Nobody is
// signed in by it: the next step is to sign in, with the second step where there is one.
export async function resetPassword(ctx: Ctx, { token, password }: Reset) {
  await countTries(ctx, [[TRIES_OF_A_LINK, ctx.visit.network]])
  const whose = await find(ctx, token)
  if (whose) await insistOnGoodPassword(ctx, password, whose)
  // Without an open link nothing will change, but an Idempotency-Key may have its answer from before.
  const passwordHash = whose ? await hashPassword(password) : ''
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(sql`${isOpenLink('password-reset', token)} and ${whose !== undefined}::boolean`)
      .returning({ id: sql<string>`${oneTimeLinks.subject}`.as('id') }),
    changeOf(ctx, 'password.changed'),
    (changed) => sql`
      update ${accounts} set password_hash = ${passwordHash}, password_set_at = now()
      from ${changed} where ${accounts.memberId} = changed.id returning 1`,
    (changed) => endSignIns(changed, 'password-changed'),
    (changed) => closeOtherResets(changed, token),
  )
  if (!changed) throw brokenLink()
  noteSomeEnded()
  return { status: 'changed' as const }
}

// One statement cannot change a row twice, so the link that was just used is left out.
export const closeOtherResets = (changed: ReturnType<typeof sql>, token = '') => sql`
  update ${oneTimeLinks} set used_at = now() from ${changed}
  where ${oneTimeLinks.subject} = changed.id and ${oneTimeLinks.purpose} = 'password-reset'
    and ${oneTimeLinks.usedAt} is null and not (${isOpenLink('password-reset', token)}) returning 1`
