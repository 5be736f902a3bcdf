import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { comments, feedback, looks } from '#db/schema/mentoring/feedback.ts'
import type { MemberCtx } from '#workers/lib/context.ts'

export type Quality = {
  given: number
  // Of five, over all who said so; nothing is told before three have.
  helped: number | null
  heard: number
  // Of what one asked to change, how much was answered, and how much shows in a later version or is about to.
  asked: number
  answered: number
  changed: number
  // Where somebody else judged the same version by the same rubric: how often both saw the same level.
  compared: number
  same: number
}

const ENOUGH = 3

// How one's looks land: for the reviewer's own eyes, over the last year, without a word about who said what.
export const qualityOf = (memberId: string): Shelf<Quality> => sql`
  with mine as materialized (
    select said.id, said.submission_id, said.scores, said.helped from ${feedback} said join ${looks} look on look.id = said.look_id
    where said.by_id = ${memberId}::uuid and look.kind <> 'self' and said.given_at > now() - interval '1 year')
  select (select count(*)::int from mine) as given, (select count(helped)::int from mine) as heard,
    (select case when count(helped) >= ${ENOUGH} then round(avg(helped), 1)::float end from mine) as helped,
    asked.asked, asked.answered, asked.changed, levels.compared, levels.same
  from (select count(*)::int as asked, count(comment.answer)::int as answered,
      count(*) filter (where comment.acted_on_in is not null or comment.answer = 'change')::int as changed
    from mine join ${comments} comment on comment.feedback_id = mine.id and comment.kind <> 'celebratory') asked,
  (select count(*)::int as compared, count(*) filter (where own.value = theirs.value)::int as same
    from mine join ${feedback} other on other.submission_id = mine.submission_id and other.by_id <> ${memberId}::uuid
      join ${looks} look on look.id = other.look_id and look.kind <> 'self'
      cross join lateral jsonb_each_text(mine.scores) own
      join lateral jsonb_each_text(other.scores) theirs on theirs.key = own.key) levels`

export async function readQuality({ db, member }: MemberCtx): Promise<Quality | undefined> {
  const { quality } = await readTogether(db, { quality: qualityOf(member.id) })
  return quality[0]
}
