import { and, eq, inArray, sql } from 'drizzle-orm'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships, mentorshipRequests as requests } from '#db/schema/mentoring/mentorships.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { RequestId } from '../requests/inputs.ts'
import type { HandOver } from './inputs.ts'
import { isNotThere, makeWayForWhatWasBegun, planGoesOn } from './plan-going-on.ts'

// The participant says whether the next mentor gets to know what was done so far, before they answer or after.
export async function sayWhetherItGoesAlong(ctx: MemberCtx, { id }: RequestId, { brings }: HandOver) {
  return transact(ctx, async (within) => {
    const [said] = await commit(
      within,
      within.db
        .update(requests)
        .set({ brings })
        .where(
          and(
            eq(requests.id, id),
            eq(requests.participantId, ctx.member.id),
            sql`${requests.changesFrom} is not null`,
            inArray(requests.state, ['waiting', 'asked', 'accepted']),
          ),
        )
        .returning({ id: requests.id, state: requests.state, changesFrom: requests.changesFrom }),
      fact(brings ? 'mentorship.goes-along' : 'mentorship.stays-behind'),
    )
    if (!said) throw notFound('request')
    if (brings && said.state === 'accepted') await handOver(within, id)
    return { id, brings }
  })
}

export type Along = { id: string; mentorId: string; changesFrom: string; brings: boolean | null }

// The program's plan goes on where it is, whatever its participant says; what they made goes along when they say so.
export async function handOver(within: Ctx, requestId: string) {
  const [along] = (await within.db
    .select({
      id: mentorships.id,
      mentorId: mentorships.mentorId,
      changesFrom: requests.changesFrom,
      brings: requests.brings,
    })
    .from(mentorships)
    .innerJoin(requests, eq(requests.id, mentorships.requestId))
    .where(and(eq(requests.id, requestId), sql`${requests.changesFrom} is not null`))) as Along[]
  if (!along) return
  await planGoesOn(within, along)
  if (along.brings) await workGoesAlong(within, along)
}

// What is still open goes on in the new pair: its goals, and its tasks, which the new mentor looks at from now on.
async function workGoesAlong(within: Ctx, along: Along) {
  const { id, mentorId, changesFrom } = along
  await makeWayForWhatWasBegun(within, along)
  await within.db
    .update(goals)
    .set({ mentorshipId: id })
    .where(
      sql`${goals.mentorshipId} = ${changesFrom}::uuid and ${goals.droppedAt} is null and ${goals.reachedAt} is null
        and ${isNotThere(goals, id)}`,
    )
  await within.db
    .update(tasks)
    .set({ mentorshipId: id, setById: mentorId, setTogether: null })
    .where(
      and(
        eq(tasks.mentorshipId, changesFrom),
        inArray(tasks.state, ['set', 'accepted', 'again']),
        isNotThere(tasks, id),
      ),
    )
  await commit(
    within,
    within.db
      .update(mentorships)
      .set({
        aim: sql`coalesce(nullif(${mentorships.aim}, ''), (select was.aim from ${mentorships} was where was.id = ${changesFrom}::uuid))`,
      })
      .where(eq(mentorships.id, id))
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.handed-over'),
  )
}
