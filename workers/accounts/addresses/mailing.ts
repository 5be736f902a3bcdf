import { eq, sql } from 'drizzle-orm'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { addressIsTaken, addressWasChanged, confirmAddress } from '#site/emails/new-address.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { linkOf, urlWith } from '../links.ts'
import { OBJECTION_DAYS } from './addresses.ts'
import { AddressAsked, AddressMoved } from './inputs.ts'

// As with joining: only the mailbox learns whether its address has an account.
export async function answerAddress(ctx: Ctx, { id }: AddressAsked) {
  const asked = await find(ctx, id)
  if (!asked?.to || asked.usedAt) return
  const { ORIGIN: origin } = ctx.env
  const url = urlWith(ctx, '/settings/account/address', linkOf(ctx, 'email-change', id).token)
  const written = asked.isTaken ? addressIsTaken({ origin }) : confirmAddress({ name: asked.name, url, origin })
  await deliver(ctx, `address.asked:${id}`, { to: asked.to, ...written })
}

export const answerAddressLater = later('addresses.answer', AddressAsked, answerAddress)

export async function tellOldAddress(ctx: Ctx, { objection }: AddressMoved) {
  const moved = await find(ctx, objection)
  if (!moved?.to) return
  const url = urlWith(ctx, '/address', linkOf(ctx, 'email-objection', objection).token)
  const told = { name: moved.name, to: moved.email, url, days: OBJECTION_DAYS, origin: ctx.env.ORIGIN }
  await deliver(ctx, `address.moved:${objection}`, { to: moved.to, ...addressWasChanged(told) })
}

export const tellOldAddressLater = later('addresses.tell-old', AddressMoved, tellOldAddress)

const find = async (ctx: Ctx, link: string) =>
  (
    await ctx.db
      .select({
        to: oneTimeLinks.email,
        usedAt: oneTimeLinks.usedAt,
        name: members.name,
        email: sql<string>`${accounts.email}`,
        isTaken: sql<boolean>`exists (select from ${accounts} other where other.email = ${oneTimeLinks.email})`,
      })
      .from(oneTimeLinks)
      .innerJoin(accounts, eq(accounts.memberId, oneTimeLinks.subject))
      .innerJoin(members, eq(members.id, accounts.memberId))
      .where(eq(oneTimeLinks.id, link))
  )[0]
