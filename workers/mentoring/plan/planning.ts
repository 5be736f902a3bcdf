import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { columnOf, constraintOf, sqlState } from '#db/patience.ts'
import { planItems, programOrganisers, programs, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { rubrics } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import type { ChangedPlanItem, NewPlanItem, PlanDay, PlanItemId } from './inputs.ts'

export const MOST_ITEMS = 60

export const shape = { id: planItems.id, version: planItems.version, dropped: planItems.dropped }

export async function addToPlan(ctx: MemberCtx, { slug }: ProgramSlug, item: NewPlanItem) {
  const program = sql<string>`(select program.id from ${programs} program where program.slug = ${slug} and ${isMine(ctx)}
    and (select count(*) from plan_items item where item.program_id = program.id and not item.dropped) < ${MOST_ITEMS})`
  const [added] = await commit(
    ctx,
    ctx.db
      .insert(planItems)
      .values({ id: newId(), programId: program, kind: item.kind, place: MOST_ITEMS, ...written(ctx, item) })
      .returning(shape),
    fact('plan.item-added', { kind: item.kind, title: item.title }),
  ).catch((error) => noPlaceForIt(ctx, slug, error))
  return added ?? refuse(notFound('program'))
}

// A change waits for a clear yes before it reaches anybody who runs already; what was asked of people stays as it was asked.
export async function changeItem(ctx: MemberCtx, { id }: PlanItemId, { version, ...item }: ChangedPlanItem) {
  const words = written(ctx, item)
  const wasAsked = sql`exists (select from ${surveysAsked} asked where asked.plan_item_id = ${id}::uuid)`
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(planItems)
      .set({
        ...words,
        rubricId: item.rubric ? rubricFor(ctx, item.rubric, sql`${planItems.rubricId}`) : null,
        questions: sql`case when ${wasAsked} then ${planItems.questions} else ${JSON.stringify(item.questions)}::jsonb end`,
        ...renewed,
      })
      .where(and(eq(planItems.id, id), eq(planItems.version, version), isPlanned(ctx)))
      .returning(shape),
    fact('plan.item-changed', { title: item.title }),
  ).catch((error) => noSuchRubric(error))
  return changed ?? refuse(await whyNot(ctx, id))
}

export const renewed = { version: sql`${planItems.version} + 1`, updatedAt: sql`now()` }

// To another day, alone or with all that comes after it.
export async function moveItem(ctx: MemberCtx, { id }: PlanItemId, { afterDays, rest }: PlanDay) {
  const from = sql`(select one.after_days from plan_items one where one.id = ${id}::uuid)`
  const those = rest
    ? sql`${planItems.id} in (select other.id from plan_items one join plan_items other on other.program_id = one.program_id
        where one.id = ${id}::uuid and not other.dropped and other.after_days >= one.after_days)`
    : eq(planItems.id, id)
  const moved = await commit(
    ctx,
    ctx.db
      .update(planItems)
      .set({ afterDays: sql`${planItems.afterDays} + ${afterDays}::int - ${from}`, ...renewed })
      .where(and(those, isPlanned(ctx), sql`${from} <> ${afterDays}::int`))
      .returning(shape),
    fact('plan.item-moved'),
  ).catch((error) => outOfTime(error))
  return moved.find((one) => one.id === id) ?? (await asItIs(ctx, id))
}

export async function dropItem(ctx: MemberCtx, { id }: PlanItemId) {
  const [dropped] = await commit(
    ctx,
    ctx.db
      .update(planItems)
      .set({ dropped: true, ...renewed })
      .where(and(eq(planItems.id, id), isPlanned(ctx)))
      .returning(shape),
    fact('plan.item-dropped'),
  )
  return dropped ?? refuse(notFound('part of the plan'))
}

const written = (ctx: MemberCtx, { title, text, afterDays, skill, rubric, questions }: Omit<NewPlanItem, 'kind'>) => ({
  title,
  text,
  afterDays,
  questions,
  skillId: skill ? sql<string>`(select id from ${skills} where slug = ${skill} and shown)` : null,
  rubricId: rubric ? rubricFor(ctx, rubric) : null,
})

const NOWHERE = '00000000-0000-0000-0000-000000000000'

// One's own, or one that is shared, or the one that another organiser chose before.
const rubricFor = ({ member }: MemberCtx, id: string, kept: SQL = sql`null::uuid`) => sql<string>`coalesce((
  select rubric.id from ${rubrics} rubric where rubric.id = ${id}::uuid
    and (rubric.owner_id = ${member.id}::uuid or rubric.shared or rubric.id = ${kept})), ${NOWHERE}::uuid)`

const isMine = ({
  member,
}: MemberCtx) => sql`program.state <> 'finished' and exists (select from ${programOrganisers} organiser
  where organiser.program_id = program.id and organiser.member_id = ${member.id}::uuid)`

export const isPlannedBy = (ctx: MemberCtx) =>
  sql`${planItems.programId} in (select program.id from ${programs} program where ${isMine(ctx)})`

const isPlanned = (ctx: MemberCtx) => and(eq(planItems.dropped, false), isPlannedBy(ctx))

export async function asItIs(ctx: MemberCtx, id: string) {
  const [item] = await ctx.db
    .select(shape)
    .from(planItems)
    .where(and(eq(planItems.id, id), isPlanned(ctx)))
  return item ?? refuse(notFound('part of the plan'))
}

async function whyNot(ctx: MemberCtx, id: string) {
  await asItIs(ctx, id)
  return conflict(
    'Somebody else changed this part of the plan meanwhile. Your words are still here; look at theirs first.',
    'changed_meanwhile',
  )
}

const NULL_WHERE_A_PROGRAM_HAS_TO_BE = '23502'

async function noPlaceForIt(ctx: MemberCtx, slug: string, error: unknown): Promise<never> {
  if (sqlState(error) !== NULL_WHERE_A_PROGRAM_HAS_TO_BE || columnOf(error) !== 'program_id') return noSuchRubric(error)
  const { rows } = await ctx.db.execute(
    sql`select 1 from ${programs} program where program.slug = ${slug} and ${isMine(ctx)}`,
  )
  throw rows.length > 0
    ? conflict(`A plan has room for ${MOST_ITEMS} parts, and this one is full. Drop one first.`, 'plan_full')
    : notFound('program')
}

function noSuchRubric(error: unknown): never {
  if (constraintOf(error) === 'plan_items_rubric_id_rubrics_id_fk')
    throw invalid([{ path: 'rubric', message: 'This rubric is no longer there. Please choose another one.' }])
  throw error
}

function outOfTime(error: unknown): never {
  if (constraintOf(error) !== 'plan_items_come_in_time') throw error
  throw conflict(
    'That would move something before the first day, or beyond a thousand. Nothing was moved.',
    'out_of_time',
  )
}
