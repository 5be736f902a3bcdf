import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { planItems, surveyAnswers, surveysAsked } from '#db/schema/mentoring/programs.ts'

export type WaitingSurvey = { item: string; title: string; openUntil: string }

// What this pair was asked, and this member has not answered yet.
export const surveysWaiting = (pairId: string, memberId: string): Shelf<WaitingSurvey> => sql`
  select item.id as item, item.title, asked.open_until as "openUntil"
  from ${surveysAsked} asked join ${planItems} item on item.id = asked.plan_item_id
  where asked.mentorship_id = ${pairId}::uuid and asked.open_until > now() and not exists (select from ${surveyAnswers} said
    where said.plan_item_id = asked.plan_item_id and said.mentorship_id = asked.mentorship_id and said.member_id = ${memberId}::uuid)
    and exists (select from mentorships pair where pair.id = asked.mentorship_id and ${memberId}::uuid in (pair.mentor_id, pair.participant_id))
  order by asked.open_until, item.id limit 5`
