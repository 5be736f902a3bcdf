import { sql } from 'drizzle-orm'
import { mentorships, nudges } from '#db/schema/mentoring/mentorships.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'

const AT_ONCE = 500

// MEN-6: after 7, 14 and 21 quiet days whoever's turn it is hears of it, once for each silence; after 28 it comes to an end.
export async function watchSilences(ctx: Ctx) {
  while ((await nudge(ctx)).length === AT_ONCE);
  while ((await timeOut(ctx)).length === AT_ONCE);
}

// Whoever was missed on the seventh day, because nobody looked, is told once and not twice.
const nudge = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .insert(nudges)
      .select(
        sql`select pair.id, pair.moved_at, quiet.day, now() from ${mentorships} pair,
            lateral (select max(day)::int as day from (values (7), (14), (21)) days (day)
              where pair.moved_at <= now() - make_interval(days => day)) quiet
          where pair.state = 'active' and pair.moved_at <= now() - interval '7 days' and pair.moved_at > now() - interval '28 days'
            and not exists (select from ${nudges} told
              where told.mentorship_id = pair.id and told.since = pair.moved_at and told.day >= quiet.day)
          order by pair.moved_at, pair.id limit ${AT_ONCE}`,
      )
      .onConflictDoNothing()
      .returning({
        id: sql<string>`${nudges.mentorshipId}`.as('id'),
        mentorshipId: sql<string>`${nudges.mentorshipId}`.as('mentorship_id'),
      }),
    pairFact('mentorship.quiet'),
  )

const timeOut = (ctx: Ctx) =>
  commit(
    ctx,
    ctx.db
      .update(mentorships)
      .set({ state: 'closed', closedAt: sql`now()`, closedBecause: 'went-quiet', turn: 'nobody' })
      .where(
        sql`${mentorships.id} in (select pair.id from ${mentorships} pair
          where pair.state = 'active' and pair.moved_at <= now() - interval '28 days' order by pair.moved_at, pair.id limit ${AT_ONCE})
          and ${mentorships.state} = 'active'`,
      )
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.closed', { because: 'went-quiet' }),
  )
