import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { recommendationAnswers } from '#db/schema/matching.ts'
import { feedback } from '#db/schema/mentoring/feedback.ts'
import { goalProgress, goals } from '#db/schema/mentoring/goals.ts'
import { farewells, mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Head } from '../fit/heads.ts'
import type { Story } from '../learning/evidence/ladder.ts'
import type { Known } from '../learning/evidence/splitting.ts'
import { SHAPE } from '../weights/in-force.ts'

// What came of one place of a slate, or of somebody who was asked without having been shown.
export type Logged = Story & Known & { position?: number; propensity?: number; because?: string }

type Place = { slate: string; other: string }
type Row = Place & { told: Omit<Logged, 'known'>; known: number[] }

const AT_ONCE = 2000
// Slates have ids of chance, so the first so many are a fair share of all.
const MOST = 20_000

export async function readStories({ db }: Ctx, head: Head): Promise<Logged[]> {
  const stories: Logged[] = []
  for (let after: Place | undefined = FIRST; after && stories.length < MOST; ) {
    const { rows }: { rows: Row[] } = await readTogether(db, { rows: storiesAfter(after, head) })
    for (const row of rows) stories.push(asLogged(row))
    after = rows.length === AT_ONCE ? rows.at(-1) : undefined
  }
  return stories
}

const NOBODY = '00000000-0000-0000-0000-000000000000'
const FIRST: Place = { slate: NOBODY, other: NOBODY }

// Postgres leaves out what there is not, as a story does.
const asLogged = ({ told, known }: Row): Logged => ({ ...told, known: Float64Array.from(known) })

const storiesAfter = ({ slate, other }: Place, head: Head): Shelf<Row> => sql`
  select shown.slate, shown.other_id as other, shown.known, json_strip_nulls(json_build_object('id', shown.slate || ' ' || shown.other_id,
    'asker', shown.member_id, 'asked', shown.other_id, 'madeAt', ${ms(sql`shown.made_at`)}, 'position', shown.position, 'propensity', shown.propensity,
    'shownAt', ${ms(sql`shown.shown_at`)}, 'because', ${becauseOf},
    'askedAt', ${ms(sql`request.created_at`)}, 'takenBackAt', case when request.state = 'withdrawn' then ${ms(sql`request.decided_at`)} end,
    'acceptedAt', case when request.state = 'accepted' then ${ms(sql`request.decided_at`)} end,
    'sessionsAt', ${meetingsOf}, 'goalMovedAt', ${goalMovedOf}, 'ratings', ${ratingsOf})) as told
  from (select * from ${shownMentors} shown where (slate, other_id) > (${slate}::uuid, ${other}::uuid) and shape = ${SHAPE}
      and ${head === 'asks' ? sql`shown_at is not null` : wasAsked} order by slate, other_id limit ${AT_ONCE}) shown
    left join lateral (${requestOf}) request on true left join ${mentorships} pair on pair.request_id = request.id
  order by shown.slate, shown.other_id`

const ms = (moment: SQL) => sql`(extract(epoch from ${moment}) * 1000)::float8`

const wasAsked = sql`exists (select from ${mentorshipRequests} request
  where request.participant_id = shown.member_id and request.mentor_id = shown.other_id)`

// The first request since, unless they were shown again before it.
const requestOf = sql`
  select request.id, request.created_at, request.state, request.decided_at from ${mentorshipRequests} request
  where request.participant_id = shown.member_id and request.mentor_id = shown.other_id
    and (request.id = shown.slate or shown.shown_at is not null and request.created_at >= shown.shown_at and not exists (
      select from ${shownMentors} again where again.member_id = shown.member_id and again.other_id = shown.other_id
        and again.shown_at > shown.shown_at and again.shown_at <= request.created_at))
  order by request.created_at limit 1`

const becauseOf = sql`(
  select coalesce(answered.because, 'other') from ${recommendationAnswers} answered where answered.member_id = shown.member_id
    and answered.kind = 'mentor' and answered.other_id = shown.other_id and answered.answer = 'dismissed' and answered.at >= shown.shown_at)`

// Meetings are not booked here yet: a day on which the mentor looked at a piece and said something stands for one.
const meetingsOf = sql`(
  select coalesce(json_agg(day.at order by day.at), '[]') from (
    select min((extract(epoch from said.given_at) * 1000)::float8) as at from ${tasks} task
      join ${submissions} version on version.task_id = task.id join ${feedback} said on said.submission_id = version.id and said.by_id = pair.mentor_id
    where task.mentorship_id = pair.id group by said.given_at::date) day)`

const goalMovedOf = sql`(
  select min((extract(epoch from moved.at) * 1000)::float8) from ${goals} goal join ${goalProgress} moved on moved.goal_id = goal.id
  where goal.mentorship_id = pair.id and moved.at >= pair.started_at)`

const ratingsOf = sql`(
  select coalesce(json_agg(json_build_object('by', case when said.by_id = pair.mentor_id then 'asked' else 'asker' end, 'stars', said.rating,
    'at', (extract(epoch from said.at) * 1000)::float8)), '[]') from ${farewells} said where said.mentorship_id = pair.id and said.rating is not null)`
