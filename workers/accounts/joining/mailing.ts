import { sql } from 'drizzle-orm'
import { signUps } from '#db/schema/accounts/joining.ts'
import { accounts } from '#db/schema/accounts.ts'
import { alreadyAMember } from '#site/emails/already-a-member.ts'
import { confirmJoining } from '#site/emails/confirm-joining.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { linkOf, urlWith } from '../links.ts'
import { SignUpAsked } from './inputs.ts'
import { LINK_HOURS } from './joining.ts'

// The only place where it makes a difference whether an address has an account: its own mailbox.
export async function answerSignUp(ctx: Ctx, { id, link }: SignUpAsked) {
  const { rows } = await ctx.db.execute(sql`
    select asked.name, asked.email,
      exists (select from ${accounts} account where account.email = asked.email) as "isMember"
    from ${signUps} asked where asked.id = ${id} and asked.completed_at is null`)
  const [asked] = rows as { name: string; email: string; isMember: boolean }[]
  if (!asked) return
  const written = asked.isMember
    ? alreadyAMember({ origin: ctx.env.ORIGIN })
    : confirmJoining({
        name: asked.name,
        url: urlWith(ctx, '/join/confirm', linkOf(ctx, 'sign-up', link).token),
        hours: LINK_HOURS,
        origin: ctx.env.ORIGIN,
      })
  await deliver(ctx, `sign-up:${id}`, { to: asked.email, ...written })
}

export const answerSignUpLater = later('joining.answer', SignUpAsked, answerSignUp)
