import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { accounts } from '#db/schema/accounts.ts'
import { mails } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { anotherGuardian } from '#site/emails/another-guardian.ts'
import { guardianDecided, memberHears } from '#site/emails/guardian-decided.ts'
import { guardianRequest } from '#site/emails/guardian-request.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { linkOf, urlWith } from '../links.ts'
import { ConsentAsked, ConsentDecided, GUARDIAN_DAYS } from './inputs.ts'
import { SILENT_DAYS, TAKEN_BACK_DAYS } from './patience.ts'

export const askGuardian = (ctx: Ctx, { consent }: ConsentAsked) => ask(ctx, consent, false)

export const askGuardianLater = later('guardians.ask', ConsentAsked, askGuardian)

const NOT_YET_REMINDED = sql`
  ${guardianConsents.decision} is null and ${members.standing} = 'waiting'
  and ${guardianConsents.askedAt} between now() - interval '7 days' and now() - interval '3 days'
  and not exists (select from ${mails} where ${mails.key} = 'guardian.remind:' || ${guardianConsents.id})`

// Once, after three days. The mail's key keeps it at once.
export async function remindGuardians(ctx: Ctx) {
  const waiting = await ctx.db
    .select({ id: guardianConsents.id })
    .from(guardianConsents)
    .innerJoin(members, eq(members.id, guardianConsents.memberId))
    .where(NOT_YET_REMINDED)
    .limit(200)
  for (const { id } of waiting) await ask(ctx, id, true)
}

async function ask(ctx: Ctx, consent: string, again: boolean) {
  const found = await find(ctx, consent)
  if (!found || found.decision) return
  const url = urlWith(ctx, '/guardian', linkOf(ctx, 'guardian', consent).token)
  await deliver(ctx, `guardian.${again ? 'remind' : 'ask'}:${consent}`, {
    to: found.guardianEmail,
    ...guardianRequest({ url, again, days: GUARDIAN_DAYS, child: found.child, origin: ctx.env.ORIGIN }),
  })
}

// Both hear of it: the guardian gets the link to change their mind, the member what it means for them.
export async function tellOfDecision(ctx: Ctx, { id, link }: ConsentDecided) {
  const found = await find(ctx, id)
  if (!found?.decision) return
  const days = found.decision === 'withdrawn' ? TAKEN_BACK_DAYS : SILENT_DAYS
  const told = { decision: found.decision, child: found.child, days, origin: ctx.env.ORIGIN }
  const url = urlWith(ctx, '/guardian', linkOf(ctx, 'guardian', link).token)
  await deliver(ctx, `guardian.decided:${link}`, { to: found.guardianEmail, ...guardianDecided({ ...told, url }) })
  await deliver(ctx, `guardian.decided-member:${link}`, { to: found.email, ...memberHears(told) })
}

export const tellOfDecisionLater = later('guardians.tell-of-decision', ConsentDecided, tellOfDecision)

const Renamed = z.object({ id: z.uuid(), consent: z.uuid() })

// Whoever said no, or took their word back, hears that somebody else is asked now: a parent may have something to say.
export async function tellFormerGuardian(ctx: Ctx, { id, consent }: z.output<typeof Renamed>) {
  const { rows } = await ctx.db.execute(sql`
    select former.guardian_email as email, former.decision, member.name as child
    from ${guardianConsents} former join ${members} member on member.id = former.member_id
    where former.member_id = ${id} and former.asked_at < (select asked_at from ${guardianConsents} where id = ${consent})
    order by former.asked_at desc limit 1`)
  const [former] = rows as { email: string; decision: string | null; child: string }[]
  if (!former?.decision || former.decision === 'agreed') return
  const told = { child: former.child, origin: ctx.env.ORIGIN }
  await deliver(ctx, `guardian.renamed:${consent}`, { to: former.email, ...anotherGuardian(told) })
}

export const tellFormerGuardianLater = later('guardians.tell-former', Renamed, tellFormerGuardian)

const find = async (ctx: Ctx, consent: string) =>
  (
    await ctx.db
      .select({
        guardianEmail: guardianConsents.guardianEmail,
        decision: guardianConsents.decision,
        child: members.name,
        email: accounts.email,
      })
      .from(guardianConsents)
      .innerJoin(members, eq(members.id, guardianConsents.memberId))
      .innerJoin(accounts, eq(accounts.memberId, members.id))
      .where(eq(guardianConsents.id, consent))
  )[0]
