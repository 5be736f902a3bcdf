import { and, eq, type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import { signInHolds, tellAnew } from '#workers/accounts/sign-ins/telling-anew.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import type { MyProfile, ProfileEdit } from './inputs.ts'

export const myProfile = (id: string): Shelf<MyProfile> => sql`
  select handle, name, craft, place, time_zone as "timeZone", languages, experience, interests, story,
    learning_goals as "learningGoals", offers, portrait, arrival from ${members} where id = ${id}`

export async function readMyProfile(ctx: MemberCtx): Promise<MyProfile> {
  const { profile } = await readTogether(ctx.db, { profile: myProfile(ctx.member.id) })
  return profile[0] ?? notThere()
}

// `arrived` is the step of arriving that this edit completes.
export async function editProfile(ctx: MemberCtx, edit: ProfileEdit, arrived?: number) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(members)
      .set({ ...edit, ...(arrived !== undefined && { arrival: reached(arrived) }), updatedAt: sql`now()` })
      .where(and(eq(members.id, ctx.member.id), sql`${members.standing} <> 'gone'`))
      .returning({ id: members.id, handle: members.handle, name: members.name, holds: signInHolds(ctx.member) }),
    fact('profile.changed', { parts: Object.keys(edit), ...(arrived !== undefined && { arrived }) }),
    ...(edit.timeZone ? [fact('time-zone.changed', { timeZone: edit.timeZone }), recountWeek] : []),
  )
  const { handle, name, holds } = changed ?? notThere()
  await tellAnew(ctx, { name, holds })
  return { handle, name }
}

export const reached = (step: number) => sql`greatest(${members.arrival}, ${step})`

// The week in UTC is another one when the member's clock is: see my-times/renewing.ts.
const recountWeek = (changed: SQL) => sql`
  update ${availability} set week_holds_until = now() from ${changed} where member_id = changed.id returning member_id`

const notThere = (): never => {
  throw notFound('member')
}
