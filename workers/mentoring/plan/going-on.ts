import { type SQL, sql } from 'drizzle-orm'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { surveysAsked } from '#db/schema/mentoring/programs.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'

// A participant goes through the plan of a program once, also when their mentor changes on the way: the days count from where
// it began, and what was done or let go with the mentor before is not laid before them again.
export const since = (pair: SQL): SQL => sql`coalesce(${pair}.plan_since, ${pair}.started_at)`

// `pair` and `item` are the names of the pair and of the part of the plan in the query around it.
export const liesBehind = (pair: SQL, item: SQL): SQL => sql`(${pair}.plan_since is not null and (
  exists (select from ${mentorships} former join ${tasks} made on made.mentorship_id = former.id
    where ${isFormer(pair, item)} and made.plan_item_id = ${item}.id and made.state not in ('set', 'accepted', 'again'))
  or exists (select from ${mentorships} former join ${goals} aim on aim.mentorship_id = former.id
    where ${isFormer(pair, item)} and aim.plan_item_id = ${item}.id and (aim.reached_at is not null or aim.dropped_at is not null))))`

export const wasAskedBefore = (pair: SQL, item: SQL): SQL => sql`(${pair}.plan_since is not null
  and exists (select from ${mentorships} former join ${surveysAsked} earlier on earlier.mentorship_id = former.id
    where ${isFormer(pair, item)} and earlier.plan_item_id = ${item}.id))`

const isFormer = (
  pair: SQL,
  item: SQL,
) => sql`former.id <> ${pair}.id and former.participant_id = ${pair}.participant_id
  and former.program_id = ${item}.program_id and ${since(sql`former`)} = ${pair}.plan_since`
