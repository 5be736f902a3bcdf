import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships, mentorshipRequests as requests } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { DAYS_TO_ANSWER, takesRequestsOf } from './asking.ts'

const AT_ONCE = 200

// MEN-2: what nobody answered in time goes on to somebody who teaches the same, has room, and was not asked yet. Each goes
// by itself: one that cannot keeps no other waiting.
export async function passOnWhatWaits(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from ${requests} where state in ('waiting', 'asked') and answer_by <= now() order by answer_by, id limit ${AT_ONCE}`)
  for (const { id } of rows) await passOn(ctx, id)
}

const passOn = (ctx: Ctx, id: string) =>
  commit(
    ctx,
    ctx.db
      .update(requests)
      .set({ state: 'expired', decidedAt: sql`now()` })
      .where(
        sql`${requests.id} = ${id}::uuid and ${requests.state} in ('waiting', 'asked') and ${requests.answerBy} <= now()`,
      )
      .returning({ id: requests.id }),
    fact('mentorship.went-on'),
    (changed) => sql`
      insert into ${requests} (id, participant_id, mentor_id, program_id, format, skill_id, words, answer_by, goes_on_from, changes_from, brings)
      select ${newId()}::uuid, was.participant_id, next.id, was.program_id, was.format, was.skill_id, was.words,
        now() + make_interval(days => ${DAYS_TO_ANSWER}), was.id, was.changes_from, case when was.brings then null else was.brings end
      from ${changed} join ${requests} was on was.id = changed.id cross join lateral (${nextMentor}) next
      returning 1`,
  )

// Who answers fastest is not known yet, so whoever has the most room left is next.
const nextMentor = sql`
  select mentor.id from ${memberSkills} taught
    join ${members} mentor on mentor.id = taught.member_id left join ${availability} times on times.member_id = mentor.id
  where taught.skill_id = was.skill_id and taught.bond = 'teaches' and ${takesRequestsOf(sql`was.participant_id`)}
    and not exists (select from ${requests} before where before.participant_id = was.participant_id and before.mentor_id = mentor.id
      and before.created_at > now() - interval '90 days')
    and not exists (select from ${mentorships} former where former.id = was.changes_from and former.mentor_id = mentor.id)
  order by times.mentees_at_most - coalesce((select taken from mentor_seats seat where seat.mentor_id = mentor.id), 0) desc, mentor.id
  limit 1`
