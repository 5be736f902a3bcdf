import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { jarMilestones, jars } from '#db/schema/marketplace/savings.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import type { MemberCtx } from '#workers/lib/context.ts'

// What somebody saves for a goal, as whoever sees the goal sees it: how full it is, never how much is in it.
export type SavedFor = { id: string; name: string; share: number; isFull: boolean }
export type GoalToSaveFor = { id: string; title: string }

// A jar with an amount to reach is a step of its goal: done while it is full, open again where a refund emptied it.
const steps = sql`
  select jar.id, jar.name, jar.target_minor, jar.made_at, step.jar_id is not null as is_full
  from ${jars} jar left join ${jarMilestones} step on step.jar_id = jar.id and step.percent = 100 and step.fell_back_at is null
  where jar.goal_id = goal.id and jar.target_minor is not null and (jar.closed_at is null or step.jar_id is not null)`

export const countOfJars = sql`
  select count(*)::int as jars, (count(*) filter (where is_full))::int as filled from (${steps}) step`

export const listOfJars = sql`
  select coalesce(json_agg(json_build_object('id', step.id, 'name', step.name, 'isFull', step.is_full,
      'share', least(1, coalesce(account.balance_minor, 0)::float8 / step.target_minor)) order by step.made_at, step.id), '[]')
  from (${steps}) step left join ${ledgerAccounts} account on account.jar_id = step.id`

export const openGoalsOf = (memberId: string): Shelf<GoalToSaveFor> => sql`
  select goal.id, goal.title from ${goals} goal
  where goal.member_id = ${memberId}::uuid and goal.reached_at is null and goal.dropped_at is null
  order by goal.set_at desc, goal.id desc limit 50`

export const readGoalsToSaveFor = ({ db, member }: MemberCtx) => readTogether(db, { goals: openGoalsOf(member.id) })
