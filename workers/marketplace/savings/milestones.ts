import { eq, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { ledgerAccounts, ledgerEntries } from '#db/schema/marketplace/ledger.ts'
import { jarMilestones, jars } from '#db/schema/marketplace/savings.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { type Ctx, nameOf } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'

// After every booking that moved a jar, and after its target changed: what it reached now is noted and told once; what a refund
// took it below falls back.
export async function markMilestones(ctx: Ctx, _: Record<string, unknown>, factId?: number) {
  const [fact] = await ctx.db
    .select({ name: events.name, subject: events.subject, kind: sql<string>`${events.data} ->> 'kind'` })
    .from(events)
    .where(eq(events.id, factId ?? 0))
  if (!fact) return
  if (fact.kind === 'refund-asked' || fact.kind === 'dispute-opened') await fallBack(ctx, fact.subject)
  const jar = fact.name === 'jar.changed' ? itself(fact.subject) : touched(fact.subject)
  const { rows } = await ctx.db.execute(reached(ctx, jar))
  if (rows.length > 0) ctx.announce()
}

const itself = (jarId: string) => sql`
  select jar.id, jar.name, jar.target_minor, jar.goal_id, account.balance_minor from ${jars} jar
  join ${ledgerAccounts} account on account.kind = 'jar' and account.jar_id = jar.id
  where jar.id = ${jarId}::uuid and jar.target_minor is not null`

const touched = (transactionId: string) => sql`
  select distinct jar.id, jar.name, jar.target_minor, jar.goal_id, account.balance_minor from ${ledgerEntries} entry
  join ${ledgerAccounts} account on account.id = entry.account_id and account.kind = 'jar'
  join ${jars} jar on jar.id = account.jar_id and jar.target_minor is not null
  where entry.transaction_id = ${transactionId}::uuid`

const fallBack = (ctx: Ctx, transactionId: string) =>
  ctx.db.execute(sql`
    update ${jarMilestones} milestone set fell_back_at = now() from (${touched(transactionId)}) jar
    where milestone.jar_id = jar.id and milestone.fell_back_at is null
      and jar.balance_minor * 100 < jar.target_minor * milestone.percent`)

const reached = (ctx: Ctx, moved: SQL) => sql`
  with jar as (${moved}),
  noted as (
    insert into ${jarMilestones} as milestone (id, jar_id, percent)
    select gen_random_uuid(), jar.id, step.percent from jar, (values (25), (50), (75), (100)) step(percent)
    where jar.balance_minor * 100 >= jar.target_minor * step.percent
    on conflict (jar_id, percent) do update set fell_back_at = null, reached_at = now() where milestone.fell_back_at is not null
    returning milestone.jar_id, milestone.percent
  ),
  told_of_goals as (
    insert into ${events} (name, subject, actor, data, request_id)
    select 'goal.saved-for', goal.id::text, ${nameOf(ctx.actor)}, jsonb_strip_nulls(jsonb_build_object(
      'mentorship', case when goal.seen_by <> 'me' then goal.mentorship_id end, 'name', jar.name)), ${newId()}
    from noted join jar on jar.id = noted.jar_id join ${goals} goal on goal.id = jar.goal_id and goal.dropped_at is null
    where noted.percent = 100 returning id
  )
  insert into ${events} (name, subject, actor, data, request_id)
  select case when max(noted.percent) = 100 then 'jar.reached' else 'jar.milestone' end, jar.id::text, ${nameOf(ctx.actor)},
    jsonb_build_object('percent', max(noted.percent), 'name', jar.name), ${newId()}
  from noted join jar on jar.id = noted.jar_id group by jar.id, jar.name returning id`

export const markMilestonesLater = later('marketplace.mark-milestones', z.object({}), markMilestones)
