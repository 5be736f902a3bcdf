import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { ledgerAccounts } from '#db/schema/marketplace/ledger.ts'
import { jarMilestones, jars } from '#db/schema/marketplace/savings.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { pictureAt } from '#workers/media/pieces.ts'
import { openGoalsOf } from '#workers/mentoring/goals/jars.ts'
import { monthsOf } from '../earnings/earnings.ts'
import { forecast, monthlyFor } from './forecast.ts'
import type { Jar, JarId, WholeJar } from './inputs.ts'

const asJar = sql`
  select jar.id, jar.name, jar.currency, coalesce(account.balance_minor, 0) as minor, jar.target_minor as "targetMinor",
    jar.due_on as "dueOn", jar.share_basis_points as "shareBasisPoints", jar.made_at as "madeAt", jar.closed_at as "closedAt",
    (select coalesce(json_agg(json_build_object('percent', step.percent, 'reachedAt', step.reached_at, 'fellBackAt', step.fell_back_at)
        order by step.percent), '[]') from ${jarMilestones} step where step.jar_id = jar.id) as milestones,
    (select json_build_object('id', goal.id, 'title', goal.title) from ${goals} goal where goal.id = jar.goal_id) as goal,
    ${pictureAt(sql`jar.picture_id`)} as picture
  from ${jars} jar left join ${ledgerAccounts} account on account.jar_id = jar.id`

export const jarsOf = (memberId: string): Shelf<Jar> => sql`
  ${asJar} where jar.member_id = ${memberId}::uuid and jar.closed_at is null order by jar.made_at, jar.id`

export const readJars = ({ db, member }: MemberCtx) => readTogether(db, { jars: jarsOf(member.id) })

export async function readJar({ db, member, now }: MemberCtx, { id }: JarId): Promise<WholeJar> {
  const one: Shelf<Jar> = sql`${asJar} where jar.id = ${id}::uuid and jar.member_id = ${member.id}::uuid`
  const currency = sql`(select jar.currency from ${jars} jar where jar.id = ${id}::uuid)`
  const found = await readTogether(db, {
    jar: one,
    months: monthsOf(member.id, currency),
    others: jarsOf(member.id),
    goals: openGoalsOf(member.id),
  })
  const jar = found.jar[0] ?? refuse(notFound('jar'))
  const left = Math.max((jar.targetMinor ?? 0) - jar.minor, 0)
  return {
    jar,
    forecast: jar.targetMinor === null ? null : forecast(left, jar.shareBasisPoints, found.months),
    monthly: monthlyFor({ minor: left, currency: jar.currency }, jar.dueOn, now) ?? null,
    others: found.others.filter((other) => other.id !== id),
    goals: found.goals,
  }
}
