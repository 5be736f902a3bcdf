import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { accountChanged, CHANGES, type Change } from '#site/emails/account-changed.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '../mails.ts'

const Changed = z.object({
  id: z.uuid(),
  what: z.enum(Object.keys(CHANGES) as [Change, ...Change[]]),
  device: z.string(),
  occasion: z.string(),
  named: z.string().optional(),
})
type Changed = z.output<typeof Changed>

// Whoever changed what protects an account, its member hears of it.
export async function tellOfAccountChange(ctx: Ctx, { id, what, device, occasion, named }: Changed) {
  const [member] = await ctx.db
    .select({ email: accounts.email, name: members.name })
    .from(accounts)
    .innerJoin(members, eq(members.id, accounts.memberId))
    .where(eq(accounts.memberId, id))
  if (!member) return
  const { ORIGIN: origin } = ctx.env
  const written = accountChanged(what, { name: member.name, named, device, origin })
  await deliver(ctx, `account-changed:${what}:${id}:${occasion}`, { to: member.email, ...written })
}

export const tellOfAccountChangeLater = later('account-changes.tell', Changed, tellOfAccountChange)
