import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { accountCloses, guardianHearsOfClosing } from '#site/emails/account-closes.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { whenIn } from '#workers/lib/zones/when.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { forget } from '../departures/forgetting.ts'
import { linkOf, urlWith } from '../links.ts'
import type { DECISIONS } from './inputs.ts'
import { closesAt, isToBeWarned, isToClose, isWithoutAgreement } from './patience.ts'

const AT_ONCE = 20

// What nobody agreed to is not kept for ever: two weeks before the end its member is told, and then everything goes.
export async function closeWithoutGuardian(ctx: Ctx) {
  await warn(ctx)
  for (;;) {
    const { rows } = await ctx.db.execute(sql`${toClose} order by consent.warned_at limit ${AT_ONCE}`)
    const due = rows as { id: string }[]
    for (const { id } of due) await forget(ctx, id, sql`${toClose} and member.id = ${id} for update of member`)
    if (due.length < AT_ONCE) return
  }
}

const waiting = sql`${guardianConsents} consent
  join ${members} member on member.id = consent.member_id and member.standing = 'waiting'`

const toClose = sql`select member.id from ${waiting} where ${isToClose}`

async function warn(ctx: Ctx) {
  for (;;) {
    const warned = await commit(
      ctx,
      ctx.db
        .update(guardianConsents)
        .set({ warnedAt: sql`now()` })
        .where(sql`id in (select consent.id from ${waiting} where ${isToBeWarned} limit ${AT_ONCE})`)
        .returning({ id: guardianConsents.id }),
      fact('guardian.missing'),
    )
    if (warned.length < AT_ONCE) return
  }
}

const Missing = z.object({ id: z.uuid() })

export async function tellOfClosing(ctx: Ctx, { id }: z.output<typeof Missing>) {
  const found = await find(ctx, id)
  if (!found) return
  const { child, decision, closesAt, zone } = found
  const told = { child, decision, day: whenIn(zone, closesAt, { show: 'date' }), origin: ctx.env.ORIGIN }
  await deliver(ctx, `guardian.missing:${id}:${closesAt}`, { to: found.email, ...accountCloses(told) })
  if (decision !== 'withdrawn' || !found.link) return
  const url = urlWith(ctx, '/guardian', linkOf(ctx, 'guardian', found.link).token)
  const written = guardianHearsOfClosing({ ...told, url })
  await deliver(ctx, `guardian.missing-guardian:${id}:${closesAt}`, { to: found.guardianEmail, ...written })
}

export const tellOfClosingLater = later('guardians.tell-of-closing', Missing, tellOfClosing)

type Found = {
  child: string
  zone: string
  email: string
  guardianEmail: string
  decision: (typeof DECISIONS)[number] | null
  closesAt: string
  link: string | null
}

// Nobody is told any more when an agreement or another guardian came in between.
async function find({ db }: Ctx, consent: string): Promise<Found | undefined> {
  const { rows } = await db.execute(sql`
    select member.name as child, member.time_zone as zone, account.email, consent.guardian_email as "guardianEmail",
      consent.decision, to_json(${closesAt}) #>> '{}' as "closesAt",
      (select id from ${oneTimeLinks} where subject = consent.id and purpose = 'guardian' and used_at is null
        and expires_at > now() order by created_at desc limit 1) as link
    from ${waiting} join ${accounts} account on account.member_id = member.id
    where consent.id = ${consent} and consent.warned_at is not null and ${isWithoutAgreement}`)
  return (rows as Found[])[0]
}
