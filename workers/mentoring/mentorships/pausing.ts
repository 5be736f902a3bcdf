import { and, eq, sql } from 'drizzle-orm'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { commit, pairFact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import type { PairId, Pause } from './inputs.ts'
import { readPair } from './mentorships.ts'

const isMine = ({ member: { id } }: MemberCtx) =>
  sql`${id}::uuid in (${mentorships.mentorId}, ${mentorships.participantId})`

const kept = {
  id: mentorships.id,
  state: mentorships.state,
  mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id'),
}

// Illness, exams, a harvest: nobody is nudged meanwhile, and nothing is lost.
export async function pausePair(ctx: MemberCtx, { id }: PairId, { until }: Pause) {
  const [paused] = await commit(
    ctx,
    ctx.db
      .update(mentorships)
      .set({ state: 'paused', pausedUntil: until })
      .where(
        and(eq(mentorships.id, id), eq(mentorships.state, 'active'), isMine(ctx), sql`${until}::date > current_date`),
      )
      .returning(kept),
    pairFact('mentorship.paused', { until }),
  )
  return paused ? stateOf(paused) : refuse(await whyNotPaused(ctx, id))
}

async function whyNotPaused(ctx: MemberCtx, id: string) {
  const { state } = await readPair(ctx, { id })
  return state === 'active'
    ? conflict('Please choose a day that is still to come.', 'day_gone')
    : conflict(`This mentorship is ${state} already.`, 'already_so')
}

export async function resumePair(ctx: MemberCtx, { id }: PairId) {
  const [resumed] = await commit(
    ctx,
    resuming(ctx, sql`${eq(mentorships.id, id)} and ${isMine(ctx)}`),
    pairFact('mentorship.resumed'),
  )
  if (resumed) return stateOf(resumed)
  await readPair(ctx, { id })
  throw conflict('This mentorship is not paused.', 'already_so')
}

const resuming = (ctx: Ctx, which: ReturnType<typeof sql>) =>
  ctx.db
    .update(mentorships)
    .set({ state: 'active', pausedUntil: null, movedAt: sql`now()` })
    .where(sql`${mentorships.state} = 'paused' and ${which}`)
    .returning(kept)

// The day that was chosen has come.
export const resumeWhatRested = (ctx: Ctx) =>
  commit(ctx, resuming(ctx, sql`${mentorships.pausedUntil} <= current_date`), pairFact('mentorship.resumed'))

const stateOf = ({ id, state }: { id: string; state: 'active' | 'paused' | 'closed' }) => ({ id, state })
