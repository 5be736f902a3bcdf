import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, forbidden, notFound, refuse } from '#workers/lib/errors.ts'
import { shape, supplyFact } from './facts.ts'
import { free } from './free.ts'
import type { NewRequest, RequestId, SupplySlug } from './inputs.ts'

// Something of which there is not enough may still be asked for: organisers approve a part, or buy more. A tool is asked
// for only on days on which it is there.
export async function askForSupply(ctx: MemberCtx, { slug }: SupplySlug, request: NewRequest) {
  if (ctx.member.waiting) throw forbidden('waiting', 'You can ask for supplies as soon as your guardian has agreed.')
  const [asked] = await commit(
    ctx,
    ctx.db
      .insert(supplyRequests)
      .select(row(ctx, slug, request))
      .returning(shape),
    supplyFact(ctx, 'supply.asked'),
  )
  return asked ? { id: asked.id, state: asked.state } : refuse(await whyNot(ctx, slug, request))
}

const row = ({ member }: MemberCtx, slug: string, request: NewRequest) => {
  const { quantity, words, pair = null, fromDay: from = null, untilDay: until = null } = request
  return sql`
  select ${newId()}::uuid, thing.id, ${member.id}::uuid, ${pairOf(member.id, pair)}, null::uuid, ${quantity}::int, 0,
    ${from}::date, ${until}::date, ${words}, '', 'asked', null::uuid, null::bigint, null::text, now(), null::timestamptz,
    null::timestamptz, null::timestamptz, null::text, null::text, null::date
  from ${resources} thing where thing.slug = ${slug} and thing.retired_at is null and ${canBeLent(request)}`
}

const pairOf = (memberId: string, pair: string | null) => sql`(select pair.id from ${mentorships} pair
  where pair.id = ${pair}::uuid and pair.state <> 'closed' and ${memberId}::uuid in (pair.mentor_id, pair.participant_id))`

const canBeLent = ({ quantity, fromDay, untilDay }: NewRequest): SQL =>
  fromDay && untilDay
    ? sql`${fromDay}::date >= current_date - 1 and (thing.kind = 'supply'
        or ${free('thing', sql`daterange(${fromDay}::date, ${untilDay}::date, '[]')`)} >= ${quantity}::int)`
    : sql`thing.kind = 'supply'`

async function whyNot({ db }: MemberCtx, slug: string, { fromDay }: NewRequest) {
  const [there] = await db
    .select({ name: resources.name })
    .from(resources)
    .where(and(eq(resources.slug, slug), sql`${resources.retiredAt} is null`))
  if (!there) return notFound('supply')
  return fromDay
    ? conflict(`${there.name} is not free on all of those days. The calendar shows when it is.`, 'not_free')
    : conflict(`${there.name} is lent for some days. Please tell the first and the last.`, 'days_wanted')
}

export async function cancelRequest(ctx: MemberCtx, { id }: RequestId) {
  const [cancelled] = await commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({ state: 'cancelled', endedAt: sql`now()` })
      .where(
        and(
          eq(supplyRequests.id, id),
          eq(supplyRequests.memberId, ctx.member.id),
          inArray(supplyRequests.state, ['asked', 'approved', 'part-approved']),
        ),
      )
      .returning(shape),
    supplyFact(ctx, 'supply.cancelled'),
  )
  return cancelled ? { id: cancelled.id, state: cancelled.state } : refuse(notFound('request'))
}
