import { type SQL, sql } from 'drizzle-orm'
import { pages, readTogether, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import {
  cohorts,
  planItems,
  programApplications,
  programOrganisers,
  programs,
  surveyAnswers,
} from '#db/schema/mentoring/programs.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { seesContent, seesPair, seesProgress } from '../sight.ts'
import type { Health, HealthSearch, ProgramPairPage } from './inputs.ts'

const PAGE = 24

// The same days after which a pair is reminded.
const QUIET = sql`interval '7 days'`
const SILENT = sql`interval '14 days'`
const LOOK_WAITS = sql`interval '4 days'`
const LOOK_WAITS_LONG = sql`interval '10 days'`
const LOW = 2.5

const work = sql`lateral (select
  count(*) filter (where task.state in ('set', 'accepted', 'again') and task.due_at < now())::int as overdue,
  count(*) filter (where task.state in ('set', 'accepted', 'again'))::int as open,
  count(*) filter (where task.state = 'done')::int as done,
  count(*) filter (where task.state = 'handed-in')::int as to_look_at,
  min(task.moved_at) filter (where task.state = 'handed-in') as looked_for_since
  from ${tasks} task where task.mentorship_id = pair.id) work`

const mood = sql`lateral (select round(avg((said.answers ->> (question ->> 'key'))::numeric), 1)::float as mood
  from ${planItems} item join ${surveyAnswers} said on said.plan_item_id = item.id and said.mentorship_id = pair.id and said.at > now() - interval '60 days',
    jsonb_array_elements(item.questions) question
  where item.program_id = pair.program_id and item.kind = 'survey' and question ->> 'kind' = 'rating' and said.answers ? (question ->> 'key')) felt`

const reminded = sql`lateral (select max(told.at) as at from ${events} told
  where told.data ? 'mentorship' and told.data ->> 'mentorship' = pair.id::text and told.name = 'pair.reminded') reminded`

const health = sql`case when pair.state = 'paused' then 'resting'
  when pair.moved_at < now() - ${SILENT} or work.looked_for_since < now() - ${LOOK_WAITS_LONG} then 'still'
  when pair.moved_at < now() - ${QUIET} or work.overdue > 0 or work.looked_for_since < now() - ${LOOK_WAITS} or seen.content and felt.mood < ${LOW}
    then 'slow' else 'well' end`

// INS-2: what would help most, one thing at a time.
const suggestion = sql`case when pair.state = 'paused' then 'none'
  when seen.content and felt.mood < ${LOW} then 'talk'
  when work.looked_for_since < now() - ${LOOK_WAITS} then 'ask-for-a-look'
  when pair.moved_at < now() - ${QUIET} then case pair.turn when 'mentor' then 'write-mentor' else 'write-participant' end
  when work.overdue > 0 then 'ask-about-the-day'
  when work.open + work.to_look_at = 0 then 'ask-for-a-task' else 'none' end`

export const person = (alias: string) => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('handle', ${column('handle')}, 'name', ${column('name')}, 'portrait', ${column('portrait')})`
}

const progress = sql`json_build_object('health', ${health}, 'movedAt', pair.moved_at, 'quietDays', extract(day from now() - pair.moved_at)::int,
  'turn', pair.turn, 'pausedUntil', pair.paused_until, 'overdue', work.overdue, 'toLookAt', work.to_look_at,
  'lookDays', extract(day from now() - work.looked_for_since)::int, 'open', work.open, 'done', work.done, 'suggestion', ${suggestion},
  'remindedAt', reminded.at, 'helped', case when reminded.at is not null then pair.moved_at > reminded.at end)`

// The pairs of a program as one of its organisers may see them: what the program promised decides about each column.
const pairsOf = (me: SQL, program: SQL) => sql`
  ${mentorships} pair
    join ${programOrganisers} mine on mine.program_id = pair.program_id and mine.member_id = ${me}
    cross join lateral (select ${seesProgress(me)} as progress, ${seesContent(me)} as content) seen
    cross join ${work} cross join ${mood}
  where pair.program_id = ${program} and pair.state <> 'closed' and ${seesPair(me)}`

const thisProgram = (slug: SQL) => sql`(select program.id from ${programs} program where program.slug = ${slug})`

// Where nobody may see how they move, they stand in the order in which they began.
const since = sql`case when seen.progress then pair.moved_at else pair.started_at end`

const me = sql`${slot('me')}::uuid`
const list = pages<ProgramPairPage>({
  name: 'pairs',
  rows: sql`
    select found.id, ${person('mentor')} as mentor, ${person('participant')} as participant, found."startedAt", found.cohort, found.progress,
      found.mood, found.opens, found.since
    from (select pair.id, pair.mentor_id, pair.participant_id, pair.started_at as "startedAt", ${since} as since,
        round_of.id as cohort_id, round_of.name as cohort, case when seen.progress then ${progress} end as progress,
        case when seen.progress then ${health} end as health, case when seen.content then felt.mood end as mood, seen.content as opens
      from (select pair.*, seen.progress as sees_progress, seen.content as sees_content, work.*, felt.mood
        from ${pairsOf(me, thisProgram(sql`${slot('slug')}`))}) pair
        cross join lateral (select pair.sees_progress as progress, pair.sees_content as content) seen
        cross join lateral (select pair.overdue, pair.open, pair.done, pair.to_look_at, pair.looked_for_since) work
        cross join lateral (select pair.mood) felt
        cross join ${reminded}
        left join lateral (select round.id, round.name from ${programApplications} applied join ${cohorts} round on round.id = applied.cohort_id
          where applied.program_id = pair.program_id and applied.member_id = pair.participant_id and applied.state = 'accepted' limit 1) round_of on true
      ) found
      join ${members} mentor on mentor.id = found.mentor_id join ${members} participant on participant.id = found.participant_id
    where ${whenGiven('health', sql`found.health = ${slot('health')}`)} and ${whenGiven('cohort', sql`found.cohort_id = ${slot('cohort')}::uuid`)}
      and ${whenGiven('id', sql`(found.since, found.id) > (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
    order by found.since, found.id limit ${PAGE + 1}`,
  shown: sql`to_jsonb(listed) - 'since'`,
  key: sql`id || '~' || to_char(since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  size: PAGE,
})

// The one that has been quiet longest stands first.
export async function readProgramPairs({ db, member }: MemberCtx, { slug }: ProgramSlug, search: HealthSearch) {
  const [id, from] = search.after ?? []
  const [found, { organised }] = await Promise.all([
    list(db, { me: member.id, slug, health: search.health, cohort: search.cohort, id, since: from }),
    readTogether(db, { organised: organisedBy(slug, member.id) }),
  ])
  return organised.length > 0 ? found : refuse(notFound('program'))
}

const organisedBy = (slug: string, memberId: string): Shelf<{ id: string }> => sql`
  select program.id from ${programs} program join ${programOrganisers} organiser
    on organiser.program_id = program.id and organiser.member_id = ${memberId}::uuid where program.slug = ${slug}`

// How many of them are how well, where that may be seen.
export const healthOf = (slug: string, memberId: string): Shelf<{ health: Health; pairs: number }> => sql`
  select ${health} as health, count(*)::int as pairs from ${pairsOf(sql`${memberId}::uuid`, thisProgram(sql`${slug}`))} and seen.progress group by 1`
