import { type SQL, sql } from 'drizzle-orm'
import { noticeHours } from '#db/schema/notifications.ts'

export const DIGEST_HOUR = 8
export const DIGEST_DAY = 1

type Clock = { now: SQL; zone: SQL; rhythm: SQL }

// When a delivery leaves the house, by the clock where the member lives. The query has the member's hours joined in.
export const dueAt = (clock: Clock, always = false): SQL => sql`
  case ${clock.rhythm}
    when 'daily' then ${nextAt(clock, 'day', sql`interval '0 days'`)}
    when 'weekly' then ${nextAt(clock, 'week', sql`make_interval(days => coalesce(${noticeHours.digestDay}, ${DIGEST_DAY}) - 1)`)}
    else ${always ? clock.now : afterQuiet(clock)}
  end`

const local = ({ now, zone }: Clock) => sql`(${now} at time zone ${zone})`

// The hour is chosen on the wall clock and compared as a moment, so a day on which clocks change has it once, like any other.
function nextAt(clock: Clock, every: 'day' | 'week', offset: SQL): SQL {
  const step = every === 'day' ? sql`interval '1 day'` : sql`interval '7 days'`
  const wall = sql`(date_trunc(${every}, ${local(clock)}) + ${offset} + make_interval(hours => coalesce(${noticeHours.digestHour}, ${DIGEST_HOUR})))`
  const moment = sql`(${wall} at time zone ${clock.zone})`
  return sql`case when ${moment} > ${clock.now} then ${moment} else (${wall} + ${step}) at time zone ${clock.zone} end`
}

// Quiet hours may go past midnight. Without them, there is nothing to wait for.
function afterQuiet(clock: Clock): SQL {
  const [from, until, time] = [
    sql`${noticeHours.quietFrom}::time`,
    sql`${noticeHours.quietUntil}::time`,
    sql`${local(clock)}::time`,
  ]
  const on = (days: number) => sql`((${local(clock)}::date + ${days}::int + ${until}) at time zone ${clock.zone})`
  return sql`case
    when ${noticeHours.quietFrom} is null or ${noticeHours.quietFrom} = ${noticeHours.quietUntil} then ${clock.now}
    when ${from} < ${until} and ${time} >= ${from} and ${time} < ${until} then ${on(0)}
    when ${from} > ${until} and ${time} >= ${from} then ${on(1)}
    when ${from} > ${until} and ${time} < ${until} then ${on(0)}
    else ${clock.now} end`
}
