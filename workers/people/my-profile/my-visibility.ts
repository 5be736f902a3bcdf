import { eq, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { circleOf, PARTS, type Shown } from '../profiles/visibility.ts'
import { reached } from './my-profile.ts'
import { type Arrival, MyVisibility, type VisibilityEdit } from './visibility-inputs.ts'

export const whatIShow = (id: string): Shelf<Omit<Shown, 'standing'>> =>
  sql`select visibility, minor from ${members} where id = ${id}`

export async function readMyVisibility(ctx: MemberCtx): Promise<MyVisibility> {
  const { shown } = await readTogether(ctx.db, { shown: whatIShow(ctx.member.id) })
  return circlesOf(shown[0] ?? notThere())
}

// As it holds, which for a minor may be less than was wished.
export const circlesOf = (shown: Omit<Shown, 'standing'>): MyVisibility =>
  MyVisibility.parse(Object.fromEntries(PARTS.map((part) => [part, circleOf(part, shown)])))

export async function editVisibility(ctx: MemberCtx, edit: VisibilityEdit): Promise<MyVisibility> {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ visibility: sql`${members.visibility} || ${JSON.stringify(edit)}::jsonb`, updatedAt: sql`now()` })
      .where(eq(members.id, ctx.member.id))
      .returning({ id: members.id, visibility: members.visibility, minor: members.minor }),
    fact('visibility.changed', { parts: Object.keys(edit) }),
  )
  return circlesOf(changed ?? notThere())
}

// For a step of arriving that was skipped: what was reached once stays reached.
export async function arriveAt(ctx: MemberCtx, { step }: Arrival) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ arrival: reached(step) })
      .where(eq(members.id, ctx.member.id))
      .returning({ id: members.id, step: members.arrival }),
    fact('arrival.went-on', { step }),
  )
  return { step: (changed ?? notThere()).step }
}

const notThere = (): never => {
  throw notFound('member')
}
