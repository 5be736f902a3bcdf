import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import {
  planItems,
  programApplications,
  programOrganisers,
  programs,
  surveyAnswers,
} from '#db/schema/mentoring/programs.ts'

export const programsForExport = (me: string): Record<string, Shelf<unknown>> => ({
  'program-applications': sql`
    select program.name as program, applied.part, applied.form, applied.answers, applied.consented_at, applied.steps_done,
      applied.state, applied.words, applied.reach, applied.applied_at, applied.decided_at
    from ${programApplications} applied join ${programs} program on program.id = applied.program_id
    where applied.member_id = ${me} order by applied.applied_at`,
  'programs-you-organise': sql`select program.name, kept.since from ${programOrganisers} kept
    join ${programs} program on program.id = kept.program_id where kept.member_id = ${me} order by kept.since`,
  'survey-answers': sql`select item.title, said.answers, said.at from ${surveyAnswers} said
    join ${planItems} item on item.id = said.plan_item_id where said.member_id = ${me} order by said.at`,
})

// That somebody answered a survey stays, and not a word of it: who looked before and after learns nothing of one person.
export const programsForgotten = (me: string): SQL[] => [
  ...[programApplications, programOrganisers].map((table) => sql`delete from ${table} where member_id = ${me}`),
  sql`update ${surveyAnswers} set answers = (select coalesce(jsonb_object_agg(asked, null::text), '{}') from jsonb_object_keys(answers) asked)
    where member_id = ${me}`,
]
