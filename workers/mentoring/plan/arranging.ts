import { and, eq, type SQL, sql } from 'drizzle-orm'
import { planItems } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { PlanItemId, PlanPlace } from './inputs.ts'
import { asItIs, isPlannedBy, MOST_ITEMS, renewed, shape } from './planning.ts'

// Of what comes on one day, this comes sooner or later. No pair hears of it: only the order on the page changes.
export async function placeItem(ctx: MemberCtx, { id }: PlanItemId, { place }: PlanPlace) {
  const moved = await commit(
    ctx,
    ctx.db
      .update(planItems)
      .set({ place: sql`laid.place` })
      .from(sql`(${laidAnew(id, wanted(place))}) laid`)
      .where(and(sql`${planItems.id} = laid.id`, isPlannedBy(ctx)))
      .returning(shape),
  )
  return moved.find((one) => one.id === id) ?? (await asItIs(ctx, id))
}

// The others keep their order; this one goes in at its place.
const laidAnew = (id: string, at: SQL) => sql`
  with day as (select other.id, (row_number() over (order by other.place, other.id) - 1)::int as n from plan_items one
      join plan_items other on other.program_id = one.program_id and other.after_days = one.after_days and not other.dropped
      where one.id = ${id}::uuid),
    mine as (select n as was, least((select count(*) from day) - 1, greatest(0, ${at}))::int as n from day where id = ${id}::uuid)
  select day.id, case when day.id = ${id}::uuid then mine.n
    when mine.was < mine.n and day.n > mine.was and day.n <= mine.n then day.n - 1
    when mine.was > mine.n and day.n >= mine.n and day.n < mine.was then day.n + 1
    else day.n end as place from day, mine`

const wanted = (place: PlanPlace['place']): SQL =>
  place === 'up' ? sql`n - 1` : place === 'down' ? sql`n + 1` : sql`${place}::int`

// What was dropped comes back as it was, on its day. The pairs that run get it once somebody says yes.
export async function putBack(ctx: MemberCtx, { id }: PlanItemId) {
  const [back] = await commit(
    ctx,
    ctx.db
      .update(planItems)
      .set({ dropped: false, ...renewed })
      .where(and(eq(planItems.id, id), eq(planItems.dropped, true), isPlannedBy(ctx), hasRoom))
      .returning(shape),
    fact('plan.item-put-back'),
  )
  return back ?? refuse(await whyNot(ctx, id))
}

const hasRoom = sql`(select count(*) from plan_items beside
  where beside.program_id = plan_items.program_id and not beside.dropped) < ${MOST_ITEMS}`

async function whyNot(ctx: MemberCtx, id: string) {
  const [there] = await ctx.db
    .select(shape)
    .from(planItems)
    .where(and(eq(planItems.id, id), isPlannedBy(ctx)))
  if (!there) return notFound('part of the plan')
  return there.dropped
    ? conflict(`A plan has room for ${MOST_ITEMS} parts, and this one is full. Drop one first.`, 'plan_full')
    : conflict('This is in the plan already.', 'already_so')
}
