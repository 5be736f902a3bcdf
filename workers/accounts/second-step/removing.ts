import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { authenticators, recoveryCodes } from '#db/schema/accounts/second-step.ts'
import { members } from '#db/schema/people.ts'
import { secondStepRemoved } from '#site/emails/second-step-removed.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { deliver } from '#workers/notifications/mails.ts'
import { addressOf } from '../addresses.ts'
import { insistOnRecentProof } from '../proof/proof.ts'
import { noteSomeEnded } from '../sign-ins/ended-lately.ts'
import { endSignIns } from '../sign-ins/ending.ts'
import type { SecondStepRemoval } from './inputs.ts'

// For somebody who lost their phone and every recovery code. Their password is asked for as before, all their sign-ins end,
// and they hear of it at once.
export async function removeSecondStepOf(ctx: MemberCtx, handle: string, { reason }: SecondStepRemoval) {
  await insistOnRecentProof(ctx)
  if (handle.toLowerCase() === ctx.member.handle.toLowerCase())
    throw forbidden('not_yourself', 'Your own second step is turned off in your settings, or by another admin.')
  const whose = sql`(select id from ${members} where handle = ${handle} and standing <> 'gone')`
  const [removed] = await commit(
    ctx,
    ctx.db
      .delete(authenticators)
      .where(and(eq(authenticators.memberId, whose), isNotNull(authenticators.confirmedAt)))
      .returning({ id: sql<string>`${authenticators.memberId}`.as('id') }),
    fact('second-step.removed', { reason, by: ctx.member.id, occasion: ctx.requestId }),
    (changed) => sql`delete from ${recoveryCodes} using ${changed} where member_id = changed.id returning 1`,
    (changed) => endSignIns(changed, 'ended-elsewhere'),
  )
  if (!removed) throw await whyNot(ctx, handle)
  noteSomeEnded()
  return { handle }
}

async function whyNot({ db }: Ctx, handle: string) {
  const [there] = await db.select({ standing: members.standing }).from(members).where(eq(members.handle, handle))
  if (!there || there.standing === 'gone') return notFound('member')
  return conflict('This member signs in without a second step. Nothing was changed.')
}

const Removed = z.object({ id: z.uuid(), by: z.uuid(), reason: z.string(), occasion: z.string() })

async function tellOfRemoval(ctx: Ctx, { id, by, reason, occasion }: z.output<typeof Removed>) {
  const to = await addressOf(ctx, id)
  if (!to) return
  const names = await ctx.db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(sql`id in (${id}, ${by})`)
  const nameOf = (who: string) => names.find((member) => member.id === who)?.name
  const told = { name: nameOf(id) ?? '', by: nameOf(by) ?? 'an admin', reason, origin: ctx.env.ORIGIN }
  await deliver(ctx, `second-step-removed:${id}:${occasion}`, { to, ...secondStepRemoved(told) })
}

export const tellOfRemovalLater = later('second-step.tell-of-removal', Removed, tellOfRemoval)
