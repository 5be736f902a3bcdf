import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { readTogether, type Shelf } from '#db/reading.ts'
import { weekMatches } from '#db/schema/matching/week.ts'
import { recommendationAnswers, recommendations } from '#db/schema/matching.ts'
import { mentorSeats } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { hashOf } from '../hashing.ts'
import { listsOf } from '../prices/lists.ts'
import { matchesOfTheWeek } from '../prices/this-week.ts'

// The Monday of this week, as Postgres counts it.
export const thisWeek = sql`date_trunc('week', now() at time zone 'UTC')::date`

const AT_ONCE = 1000

const OfWeek = z.object({ week: z.iso.date(), until: z.iso.datetime() })
type OfWeek = z.output<typeof OfWeek>

// Every night whoever was not looked at in this week yet, new members too: most of them on Monday.
export async function matchThisWeek(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{ week: string }>(sql`select ${thisWeek}::text as week`)
  for (const { week } of rows) await matchWeekLater(ctx, { week, until: ctx.now.toISOString() })
}

// Some at once, by lot, until everybody was to whom somebody was suggested before this night: each is written down once for a week, also who got nobody.
export async function matchWeek(ctx: Ctx, { week, until }: OfWeek) {
  const { looking, seated } = await readWeek(ctx, { week, until })
  if (looking.length === 0) return
  const lists = listsOf(looking, seated)
  const mentorOf = matchesOfTheWeek(lists, hashOf(week))
  const found = lists.members.map((id, member) => ({ id, mentor: lists.mentors[mentorOf[member] ?? -1] ?? null }))
  const { rows } = await ctx.db.execute(sql`
    insert into ${weekMatches} (week, member_id, mentor_id)
    select ${week}::date, found.id, mentor.id from jsonb_to_recordset(${JSON.stringify(found)}::jsonb) found(id uuid, mentor uuid)
      join ${members} member on member.id = found.id left join ${members} mentor on mentor.id = found.mentor
    on conflict do nothing returning member_id`)
  if (rows.length > 0) await matchWeekLater(ctx, { week, until })
}

export const matchWeekLater = later('matching.match-week', OfWeek, matchWeek)

type Looking = { id: string; of: { id: string; worth: number }[] }
type Seated = { id: string; seats: number }

// Who looks, with the mentors suggested to them, worth more where they are suggested to the mentor too; and who still has room
// in this week.
async function readWeek({ db }: Ctx, { week, until }: OfWeek) {
  return readTogether(db, {
    looking: sql`
      select due.id, (select json_agg(json_build_object('id', suggested.other_id, 'worth', suggested.fit + coalesce(back.fit, 0)) order by suggested.other_id)
        from ${recommendations} suggested left join ${recommendations} back
            on back.member_id = suggested.other_id and back.kind = 'mentee' and back.other_id = suggested.member_id
          left join ${recommendationAnswers} answered on answered.member_id = suggested.member_id and answered.kind = 'mentor' and answered.other_id = suggested.other_id
        where suggested.member_id = due.id and suggested.kind = 'mentor' and answered.answer is distinct from 'dismissed') as of
      from (select member.id from ${members} member where member.standing = 'active'
          and exists (select from ${recommendations} any_of where any_of.member_id = member.id and any_of.kind = 'mentor' and any_of.made_at <= ${until}::timestamptz)
          and not exists (select from ${weekMatches} matched where matched.week = ${week}::date and matched.member_id = member.id)
        order by md5(member.id::text || ${week}), member.id limit ${AT_ONCE}) due` as Shelf<Looking>,
    seated: sql`
      select times.member_id as id, times.mentees_at_most - coalesce(held.taken, 0)
        - (select count(*)::int from ${weekMatches} matched where matched.week = ${week}::date and matched.mentor_id = times.member_id) as seats
      from ${availability} times left join ${mentorSeats} held on held.mentor_id = times.member_id
      where times.mentees_at_most > coalesce(held.taken, 0) order by times.member_id` as Shelf<Seated>,
  }).then(({ looking, seated }) => ({ looking: looking.map(({ id, of }) => ({ id, of: of ?? [] })), seated }))
}

// Whether these two are each other's match of this week.
export const isMatchOf = (learner: SQL, mentor: SQL) => sql`exists (select from ${weekMatches} matched
  where matched.week = ${thisWeek} and matched.member_id = ${learner} and matched.mentor_id = ${mentor})`
