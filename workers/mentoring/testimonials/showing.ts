import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { isOneOf } from '../sight.ts'
import type { PairOfWords, Showing } from './inputs.ts'

// The one it is about shows it, or takes it down again, whenever they like.
export async function showTestimonial(ctx: MemberCtx, { id }: PairOfWords, { shown }: Showing) {
  const [told] = await change(ctx, id, {
    whose: ne(farewells.byId, ctx.member.id),
    set: { shownAt: shown ? sql`coalesce(${farewells.shownAt}, now())` : null },
    fact: shown ? 'testimonial.shown' : 'testimonial.taken-down',
  })
  return told ? { id, shown } : refuse(notFound('testimonial'))
}

// Who wrote it takes back the leave they gave: it hangs nowhere from this moment on.
export async function withdrawTestimonial(ctx: MemberCtx, { id }: PairOfWords) {
  const [told] = await change(ctx, id, {
    whose: eq(farewells.byId, ctx.member.id),
    set: { mayBeShown: false, shownAt: null },
    fact: 'testimonial.withdrawn',
  })
  return told ? { id, shown: false } : refuse(notFound('testimonial'))
}

type Wish = { whose: SQL; set: { mayBeShown?: boolean; shownAt: SQL | null }; fact: string }

const change = (ctx: MemberCtx, id: string, { whose, set, fact }: Wish) =>
  commit(
    ctx,
    ctx.db
      .update(farewells)
      .set(set)
      .where(
        and(
          eq(farewells.mentorshipId, id),
          whose,
          eq(farewells.mayBeShown, true),
          ne(farewells.testimonial, ''),
          sql`exists (select from ${mentorships} pair where pair.id = ${id}::uuid and ${isOneOf(ctx.member.id)})`,
        ),
      )
      .returning({
        id: sql<string>`${farewells.mentorshipId}`.as('id'),
        mentorshipId: sql<string>`${farewells.mentorshipId}`.as('mentorship_id'),
      }),
    pairFact(fact),
  )
