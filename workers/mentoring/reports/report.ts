import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { feedback } from '#db/schema/mentoring/feedback.ts'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { waits } from '../requests/waits.ts'
import type { Report } from './inputs.ts'

const SINCE = sql`(now() - interval '180 days')`

// How mentoring goes in the whole house, in numbers only: nobody is named, and no pair can be looked into from here.
export async function readReport({ db }: MemberCtx): Promise<Report> {
  const read = await readTogether(db, { way, pairs, closed, waits: waits(), looks, stayed, rating })
  const {
    way: [walked = NOBODY],
    pairs: [standing = NO_PAIRS],
  } = read
  return {
    way: walked,
    pairs: standing,
    closed: read.closed,
    waits: read.waits[0] ?? null,
    looks: read.looks[0] ?? null,
    stayed: read.stayed,
    rating: read.rating[0] ?? null,
  }
}

const NOBODY: Report['way'] = { met: 0, invited: 0, joined: 0, paired: 0, handedIn: 0, finished: 0 }
const NO_PAIRS: Report['pairs'] = { moving: 0, quiet: 0, silent: 0, paused: 0 }

const way: Shelf<Report['way']> = sql`select
  (select count(*)::int from ${prospects} where merged_into is null and created_at > ${SINCE}) as met,
  (select count(*)::int from ${invitations} where created_at > ${SINCE}) as invited,
  (select count(*)::int from ${members} where joined_at > ${SINCE} and standing in ('active', 'leaving')) as joined,
  (select count(distinct participant_id)::int from ${mentorships} where started_at > ${SINCE}) as paired,
  (select count(distinct task.participant_id)::int from ${submissions} version join ${tasks} task on task.id = version.task_id
    where version.handed_in_at > ${SINCE}) as "handedIn",
  (select count(distinct participant_id)::int from ${tasks} where state = 'done' and done_at > ${SINCE} and versions > 0) as finished`

// The same days after which a pair is reminded.
const pairs: Shelf<Report['pairs']> = sql`select
  count(*) filter (where state = 'active' and moved_at > now() - interval '7 days')::int as moving,
  count(*) filter (where state = 'active' and moved_at between now() - interval '14 days' and now() - interval '7 days')::int as quiet,
  count(*) filter (where state = 'active' and moved_at < now() - interval '14 days')::int as silent,
  count(*) filter (where state = 'paused')::int as paused
  from ${mentorships} where state in ('active', 'paused')`

const closed: Shelf<Report['closed'][number]> = sql`
  select closed_because as because, count(*)::int as pairs from ${mentorships}
  where state = 'closed' and closed_at > ${SINCE} group by 1 order by 2 desc, 1`

const ENOUGH = 5

// How long a version waited for its first look, in hours.
const looks: Shelf<NonNullable<Report['looks']>> = sql`
  select round((percentile_cont(0.5) within group (order by hours))::numeric, 1)::float as half,
    round((percentile_cont(0.8) within group (order by hours))::numeric, 1)::float as most, count(*)::int as count
  from (select extract(epoch from min(said.given_at) - version.handed_in_at) / 3600 as hours
    from ${submissions} version join ${feedback} said on said.submission_id = version.id
    where version.handed_in_at > ${SINCE} group by version.id order by version.handed_in_at desc limit 1000) looked
  having count(*) >= ${ENOUGH}`

const stayed: Shelf<Report['stayed'][number]> = sql`
  select to_char(month, 'YYYY-MM') as month, count(member.id)::int as came,
    count(member.id) filter (where member.last_seen_making > now() - interval '30 days')::int as about
  from generate_series(date_trunc('month', now()) - interval '6 months', date_trunc('month', now()) - interval '1 month', interval '1 month') month
    left join ${members} member on member.joined_at >= month and member.joined_at < month + interval '1 month'
      and member.standing in ('active', 'leaving')
  group by month order by month`

const rating: Shelf<NonNullable<Report['rating']>> = sql`
  select round(avg(rating), 1)::float as mean, count(rating)::int as count from ${farewells}
  where at > ${SINCE} having count(rating) >= ${ENOUGH}`
