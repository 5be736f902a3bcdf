import { eq, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { offsetChangesAt } from '#workers/lib/zones/clock.ts'
import { weekInUtc } from '#workers/lib/zones/overlap.ts'
import type { WeeklyHours } from '#workers/lib/zones/weekly-hours.ts'
import { reached } from '../my-profile/my-profile.ts'
import type { KeptTimes, MyTimes } from './inputs.ts'

export const myTimes = (memberId: string): Shelf<KeptTimes> => sql`
  select member.time_zone as "timeZone", coalesce(kept.weekly, '[]') as weekly, coalesce(kept.exceptions, '[]') as exceptions,
    coalesce(kept.mentees_at_most, 0) as "menteesAtMost", coalesce(kept.sessions_a_week_at_most, 0) as "sessionsAWeekAtMost",
    kept.paused_until as "pausedUntil"
  from ${members} member left join ${availability} kept on kept.member_id = member.id where member.id = ${memberId}`

export async function readMyTimes(ctx: MemberCtx): Promise<KeptTimes> {
  const { times } = await readTogether(ctx.db, { times: myTimes(ctx.member.id) })
  return times[0] ?? notThere()
}

export async function keepTimes(ctx: MemberCtx, { timeZone, ...times }: MyTimes, arrived?: number): Promise<KeptTimes> {
  const kept = { ...times, exceptions: times.exceptions.toSorted(byDate), ...weekOf(timeZone, times.weekly, ctx.now) }
  await commit(
    ctx,
    ctx.db
      .insert(availability)
      .values({ memberId: ctx.member.id, ...kept })
      .onConflictDoUpdate({ target: availability.memberId, set: { ...kept, updatedAt: sql`now()` } })
      .returning({ id: sql<string>`${availability.memberId}`.as('id') }),
    fact('times.changed', { ...(arrived !== undefined && { arrived }) }),
    (changed) => sql`
      update ${members} set time_zone = ${timeZone}, arrival = ${reached(arrived ?? 0)} from ${changed}
      where ${eq(members.id, sql`changed.id`)} returning ${members.id}`,
  )
  return { timeZone, ...times, exceptions: kept.exceptions }
}

// The week that Postgres compares, and the moment from which another one is true.
export const weekOf = (zone: string, weekly: WeeklyHours, now: Date) => ({
  week: weekInUtc({ zone, weekly }, now),
  weekHoldsUntil: offsetChangesAt(zone, now) ?? null,
})

const byDate = (one: { date: string }, other: { date: string }) => one.date.localeCompare(other.date)

const notThere = (): never => {
  throw notFound('member')
}
