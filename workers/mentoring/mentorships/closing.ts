import { and, eq, ne, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { blocks, farewells, mentorships, reports } from '#db/schema/mentoring/mentorships.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { Closing, PairId } from './inputs.ts'
import { readPair } from './mentorships.ts'

type Changed = ReturnType<typeof sql>

// One form, one moment: it ends, what was said is kept, and whoever asked for it never meets the other here again.
export async function closePair(ctx: MemberCtx, { id }: PairId, closing: Closing) {
  return transact(ctx, async (within) => {
    const [closed] = await commit(
      within,
      within.db
        .update(mentorships)
        .set({
          state: 'closed',
          closedAt: sql`now()`,
          closedById: ctx.member.id,
          closedBecause: closing.block ? 'blocked' : closing.because,
          pausedUntil: null,
          turn: 'nobody',
        })
        .where(and(eq(mentorships.id, id), ne(mentorships.state, 'closed'), isMine(ctx)))
        .returning(shape),
      pairFact('mentorship.closed', { because: closing.because }),
      ...(isForOthers(closing) ? [pairFact('testimonial.given', { words: closing.testimonial })] : []),
      (changed) => farewell(ctx, closing, changed),
      ...(closing.block ? [(changed: Changed) => block(ctx, changed)] : []),
    )
    if (!closed) return refuse(await whyNot({ ...ctx, db: within.db }, id))
    if (closing.report) await report({ ...ctx, db: within.db, announce: () => {} }, { ...closed, ...closing })
    return { id: closed.id, state: closed.state }
  })
}

// Words behind a block hang nowhere, so nobody is offered them.
const isForOthers = ({ testimonial, mayBeShown, block: blocked }: Closing) =>
  testimonial !== '' && mayBeShown && !blocked

const isMine = ({ member: { id } }: MemberCtx) =>
  sql`${id}::uuid in (${mentorships.mentorId}, ${mentorships.participantId})`

const shape = {
  id: mentorships.id,
  state: mentorships.state,
  mentorId: mentorships.mentorId,
  participantId: mentorships.participantId,
  mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id'),
}

const other = (me: string) =>
  sql`case when changed.mentor_id = ${me}::uuid then changed.participant_id else changed.mentor_id end`

const farewell = (
  { member }: MemberCtx,
  { rating, privateWords, testimonial, mayBeShown, wantsAnother }: Closing,
  changed: Changed,
) => sql`
  insert into ${farewells} (mentorship_id, by_id, rating, private_words, testimonial, may_be_shown, wants_another)
  select changed.id, ${member.id}::uuid, ${rating ?? null}, ${privateWords}, ${testimonial}, ${mayBeShown}, ${wantsAnother}
  from ${changed} returning 1`

const block = ({ member }: MemberCtx, changed: Changed) => sql`
  insert into ${blocks} (member_id, blocked_id) select ${member.id}::uuid, ${other(member.id)} from ${changed}
  on conflict do nothing returning 1`

type Reported = { id: string; mentorId: string; participantId: string; report?: Closing['report']; reportWords: string }

async function report(ctx: MemberCtx, { id, mentorId, participantId, report: kind, reportWords }: Reported) {
  if (!kind) return
  const aboutId = ctx.member.id === mentorId ? participantId : mentorId
  await commit(
    ctx,
    ctx.db
      .insert(reports)
      .values({ id: newId(), byId: ctx.member.id, aboutId, mentorshipId: id, kind, words: reportWords })
      .returning({ id: reports.id }),
    fact('member.reported', { kind }),
  )
}

async function whyNot(ctx: MemberCtx, id: string) {
  await readPair(ctx, { id })
  return conflict('This mentorship has ended already.', 'already_so')
}
