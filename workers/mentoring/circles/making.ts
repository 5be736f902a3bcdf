import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { PairId } from '../mentorships/inputs.ts'
import type { CircleId, CircleName, NewCircle, PairCircle } from './inputs.ts'

// Several whom one teaches learn together from now on; each keeps their own mentorship, and their own place in it.
export async function makeCircle(ctx: MemberCtx, { name, pairs }: NewCircle) {
  const chosen = [...new Set(pairs)]
  return transact(ctx, async (within) => {
    const [made] = await commit(
      within,
      within.db.insert(circles).values({ id: newId(), mentorId: ctx.member.id, name }).returning({ id: circles.id }),
      fact('circle.made'),
    )
    if (!made) throw new Error('A circle was made and is not there.')
    if (chosen.length === 0) return { id: made.id }
    const joined = await commit(
      within,
      moving(ctx, within.db, inArray(mentorships.id, chosen), made.id),
      pairFact('circle.joined', { circle: made.id, name }),
    )
    if (joined.length < chosen.length)
      throw invalid([{ path: 'pairs', message: 'One of them does not learn from you any more.' }])
    return { id: made.id }
  })
}

export async function renameCircle(ctx: MemberCtx, { id }: CircleId, { name }: CircleName) {
  const [renamed] = await commit(
    ctx,
    ctx.db
      .update(circles)
      .set({ name })
      .where(and(eq(circles.id, id), eq(circles.mentorId, ctx.member.id)))
      .returning({ id: circles.id }),
    fact('circle.renamed'),
  )
  return renamed ? { id: renamed.id } : refuse(notFound('circle'))
}

// A pair comes into a circle of its mentor, or leaves the one it is in. Whoever leaves keeps all they made.
export async function moveIntoCircle(ctx: MemberCtx, { id }: PairId, { circle }: PairCircle) {
  const [moved] = await commit(
    ctx,
    moving(ctx, ctx.db, eq(mentorships.id, id), circle),
    circle ? pairFact('circle.joined', { circle }) : pairFact('circle.left'),
  )
  return moved ? { id: moved.id } : refuse(notFound('mentorship'))
}

const moving = ({ member }: MemberCtx, db: MemberCtx['db'], which: SQL, circle: string | null) =>
  db
    .update(mentorships)
    .set({ circleId: circle, format: circle ? 'group' : 'one-to-one' })
    .where(
      and(
        which,
        eq(mentorships.mentorId, member.id),
        ne(mentorships.state, 'closed'),
        inArray(mentorships.format, ['one-to-one', 'group']),
        sql`${mentorships.circleId} is distinct from ${circle}::uuid`,
        circle
          ? sql`exists (select from ${circles} mine where mine.id = ${circle}::uuid and mine.mentor_id = ${member.id}::uuid)`
          : undefined,
      ),
    )
    .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') })
