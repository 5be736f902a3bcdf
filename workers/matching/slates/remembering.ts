import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { matchRuns, recommendations } from '#db/schema/matching.ts'
import { mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { FEATURES } from '../fit/features.ts'
import { SHAPE } from '../weights/in-force.ts'

export const Slate = z.object({
  id: z.uuid(),
  memberId: z.uuid(),
  seenAt: z.iso.datetime(),
  handles: z.array(z.string().max(60)).max(60),
})
export type Slate = z.output<typeof Slate>

// What a member saw, in the order in which it stood there. Whoever stands there again within a fortnight was shown once.
export async function rememberSlate({ db }: Ctx, { id, memberId, seenAt, handles }: Slate) {
  await db.execute(sql`
    with seen as (update ${matchRuns} set seen_at = ${seenAt}::timestamptz
      where member_id = ${memberId}::uuid and slate = ${id}::uuid and seen_at is null returning *)
    insert into ${shownMentors} (slate, member_id, other_id, position, propensity, known, shape, version, prices, made_at, shown_at)
    select seen.slate, seen.member_id, other.id, stood.place - 1, suggested.propensity, suggested.known, ${SHAPE}, seen.version, seen.prices,
      suggested.made_at, greatest(seen.seen_at, suggested.made_at)
    from seen cross join jsonb_array_elements_text(${JSON.stringify(handles)}::jsonb) with ordinality stood(handle, place)
      join ${members} other on other.handle = stood.handle::citext
      join ${recommendations} suggested on suggested.member_id = seen.member_id and suggested.kind = 'mentor' and suggested.other_id = other.id
    where ${isWhole} and not exists (select from ${shownMentors} before where before.member_id = seen.member_id
      and before.other_id = other.id and before.shown_at > seen.seen_at - interval '14 days')
    on conflict do nothing`)
}

export const rememberSlateLater = later('matching.remember-slate', Slate, rememberSlate)

const RequestId = z.object({ id: z.uuid() })

// Whoever was asked without having been shown: their numbers as they were before, where they were looked at.
export async function rememberAsked({ db }: Ctx, { id }: z.output<typeof RequestId>) {
  await db.execute(sql`
    insert into ${shownMentors} (slate, member_id, other_id, known, shape, made_at)
    select request.id, request.participant_id, request.mentor_id, suggested.known, ${SHAPE}, suggested.made_at
    from ${mentorshipRequests} request join ${recommendations} suggested on suggested.member_id = request.participant_id
      and suggested.kind = 'mentor' and suggested.other_id = request.mentor_id and suggested.made_at <= request.created_at
    where request.id = ${id}::uuid and ${isWhole} and not exists (select from ${shownMentors} before
      where before.member_id = request.participant_id and before.other_id = request.mentor_id
        and before.shown_at between request.created_at - interval '14 days' and request.created_at)
    on conflict do nothing`)
}

export const rememberAskedLater = later('matching.remember-asked', RequestId, rememberAsked)

const isWhole: SQL = sql`cardinality(suggested.known) = ${FEATURES.length}`
