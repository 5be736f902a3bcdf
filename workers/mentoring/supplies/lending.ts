import { and, eq, inArray, sql } from 'drizzle-orm'
import { kitParts, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { areOwnPictures, insistOnOwnPicture } from '#workers/media/pieces.ts'
import { shape, supplyFact } from './facts.ts'
import { note } from './giving-back.ts'
import type { HandOver, RequestDecision, RequestId } from './inputs.ts'
import { sayWhatLacks } from './lacking.ts'

// What is approved is kept in the same moment: supplies leave the stock, tools are reserved for the days.
export async function decide(ctx: MemberCtx, { id }: RequestId, { decision, approved, answer }: RequestDecision) {
  const yes = decision === 'approved'
  const given =
    approved === undefined ? sql`${supplyRequests.quantity}` : sql`least(${approved}::int, ${supplyRequests.quantity})`
  const [decided] = await commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({
        state: yes
          ? sql`case when ${given} < ${supplyRequests.quantity} then 'part-approved' else 'approved' end`
          : 'refused',
        approved: yes ? given : 0,
        answer,
        decidedById: ctx.member.id,
        decidedAt: sql`now()`,
        ...(!yes && { endedAt: sql`now()` }),
      })
      .where(and(eq(supplyRequests.id, id), eq(supplyRequests.state, 'asked')))
      .returning(shape),
    supplyFact(ctx, yes ? 'supply.approved' : 'supply.refused'),
  ).catch(sayWhatLacks)
  return decided ? { id: decided.id, state: decided.state } : refuse(await whyNot(ctx, id))
}

// From now on it costs what it costs today: a tool nothing, as long as it comes back.
export async function handOver(ctx: MemberCtx, { id }: RequestId, { condition, words, files }: HandOver) {
  const [handed] = await commit(
    ctx,
    ctx.db
      .update(supplyRequests)
      .set({
        state: 'handed-over',
        handedOverAt: sql`now()`,
        costMinor: costNow,
        currency: currencyNow,
        conditionOut: condition,
      })
      .where(
        and(
          eq(supplyRequests.id, id),
          areOwnPictures(ctx, files),
          inArray(supplyRequests.state, ['approved', 'part-approved']),
        ),
      )
      .returning(shape),
    supplyFact(ctx, 'supply.handed-over'),
    ...(words || files.length > 0 ? note(ctx, { words, files, when: 'handed-over' }) : []),
  )
  if (handed) return { id: handed.id, state: handed.state }
  await insistOnOwnPicture(ctx, files)
  return refuse(await whyNot(ctx, id))
}

const used = sql`(select part_id, quantity from ${kitParts} where kit_id = supply_requests.resource_id
  union all select supply_requests.resource_id, 1)`

const costNow = sql`supply_requests.approved * (select coalesce(sum(part.cost_minor * one.quantity), 0)
  from ${used} one join ${resources} part on part.id = one.part_id where part.kind = 'supply')`

const currencyNow = sql`(select thing.currency from ${resources} thing where thing.id = supply_requests.resource_id)`

async function whyNot({ db }: MemberCtx, id: string) {
  const [there] = await db.select({ id: supplyRequests.id }).from(supplyRequests).where(eq(supplyRequests.id, id))
  return there
    ? conflict('Somebody answered this already. The page shows how it stands now.', 'already_so')
    : notFound('request')
}
