import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { mentorships, mentorshipRequests as requests } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { commit, fact, pairFact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { handOver } from '../changes/handing-over.ts'
import { planSince } from '../changes/plan-going-on.ts'
import { moveIntoCircle } from '../circles/making.ts'
import { DAYS_TO_ANSWER } from './asking.ts'
import type { Answer, MoreWords, RequestId } from './inputs.ts'

export const isOpen = inArray(requests.state, ['waiting', 'asked'])

export async function answerRequest(ctx: MemberCtx, { id }: RequestId, answer: Answer) {
  if (answer.answer === 'accepted') return acceptRequest(ctx, id, answer)
  const said =
    answer.answer === 'declined'
      ? { state: 'declined' as const, reason: answer.reason, decidedAt: sql`now()` }
      : { state: 'asked' as const, question: answer.question }
  const [answered] = await commit(
    ctx,
    ctx.db
      .update(requests)
      .set(said)
      .where(and(eq(requests.id, id), eq(requests.mentorId, ctx.member.id), isOpen))
      .returning({ id: requests.id, state: requests.state }),
    fact(`mentorship.${said.state === 'asked' ? 'asked-back' : 'declined'}`),
    ...(answer.answer === 'declined' ? keepRoom(ctx, answer.menteesAtMost) : []),
  )
  return answered ?? refuse(await whyNot(ctx, id))
}

type Accepted = Extract<Answer, { answer: 'accepted' }>

// Everything the participant asked for in the same place stands in line here, in the same order for everybody who answers:
// of fifty who say yes at once, one is first, and the others learn that somebody was.
async function acceptRequest(ctx: MemberCtx, id: string, { aim, menteesAtMost, circle }: Accepted) {
  return transact(ctx, async (within) => {
    const open = await openTogetherWith(within, id)
    const mine = open.find((one) => one.id === id && one.mentorId === ctx.member.id)
    if (!mine) throw await whyNot({ ...ctx, db: within.db }, id)
    if (menteesAtMost !== undefined) await within.db.execute(room(ctx, menteesAtMost))
    const mentorshipId = await begin(within, mine, aim)
    if (mine.changesFrom) await handOver(within, id)
    if (circle) await moveIntoCircle({ ...ctx, ...within }, { id: mentorshipId }, { circle })
    await commit(within, decided(within, [id], { state: 'accepted' }), fact('mentorship.accepted', { mentorshipId }))
    const others = open.filter((one) => one.id !== id).map((one) => one.id)
    const reason = 'Somebody else said yes first.'
    if (others.length > 0)
      await commit(
        within,
        decided(within, others, { state: 'withdrawn', reason }),
        fact('mentorship.request-withdrawn'),
      )
    return { id, state: 'accepted' as const, mentorshipId }
  })
}

type Open = typeof requests.$inferSelect

const openTogetherWith = ({ db }: Ctx, id: string): Promise<Open[]> =>
  db
    .select()
    .from(requests)
    .where(
      sql`${isOpen} and (${requests.participantId}, coalesce(${requests.programId}, ${NO_PROGRAM}::uuid)) = (
        select one.participant_id, coalesce(one.program_id, ${NO_PROGRAM}::uuid) from ${requests} one where one.id = ${id}::uuid)`,
    )
    .orderBy(requests.id)
    .for('update')

const NO_PROGRAM = '00000000-0000-0000-0000-000000000000'

async function begin(ctx: Ctx, asked: Open, aim: string) {
  const { id, mentorId, participantId, programId, skillId, format } = asked
  const pair = { id: newId(), requestId: id, mentorId, participantId, programId, skillId, format, aim }
  const [begun] = await commit(
    ctx,
    ctx.db
      .insert(mentorships)
      .values({ ...pair, planSince: planSince(asked.changesFrom, programId) })
      .returning({ id: mentorships.id, mentorshipId: sql<string>`${mentorships.id}`.as('mentorship_id') }),
    pairFact('mentorship.began', { format }),
  ).catch(noRoom)
  if (!begun) throw new Error('A mentorship that was written is not there.')
  return begun.id
}

const decided = (ctx: Ctx, ids: string[], said: Pick<Partial<Open>, 'state' | 'reason'>) =>
  ctx.db
    .update(requests)
    .set({ ...said, decidedAt: sql`now()` })
    .where(inArray(requests.id, ids))
    .returning({ id: requests.id })

const room = ({ member }: MemberCtx, menteesAtMost: number) => sql`
  update ${availability} set mentees_at_most = ${menteesAtMost}, updated_at = now() where member_id = ${member.id} returning 1`

const keepRoom = (ctx: MemberCtx, menteesAtMost: number | undefined) =>
  menteesAtMost === undefined ? [] : [() => room(ctx, menteesAtMost)]

function noRoom(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'mentors_have_room')
    throw conflict(
      'All your places are taken. Make room for one more as you accept, or close a mentorship first.',
      'no_room',
    )
  if (constraint === 'mentorships_once_at_a_time') throw conflict('You two work together already.', 'already_together')
  throw error
}

// The participant answers what the mentor wanted to know, and the clock begins anew.
export async function addWords(ctx: MemberCtx, { id }: RequestId, { words }: MoreWords) {
  const [added] = await commit(
    ctx,
    ctx.db
      .update(requests)
      .set({ state: 'waiting', answer: words, answerBy: sql`now() + make_interval(days => ${DAYS_TO_ANSWER})` })
      .where(and(eq(requests.id, id), eq(requests.participantId, ctx.member.id), eq(requests.state, 'asked')))
      .returning({ id: requests.id, state: requests.state }),
    fact('mentorship.asked-again'),
  )
  return added ?? refuse(notFound('question'))
}

export async function withdrawRequest(ctx: MemberCtx, { id }: RequestId) {
  const [withdrawn] = await commit(
    ctx,
    ctx.db
      .update(requests)
      .set({ state: 'withdrawn', decidedAt: sql`now()` })
      .where(and(eq(requests.id, id), eq(requests.participantId, ctx.member.id), isOpen))
      .returning({ id: requests.id, state: requests.state }),
    fact('mentorship.request-withdrawn'),
  )
  return withdrawn ?? refuse(notFound('request'))
}

async function whyNot({ db, member }: MemberCtx, id: string) {
  const [there] = await db
    .select({ state: requests.state })
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.mentorId, member.id)))
  if (!there) return notFound('request')
  return there.state === 'withdrawn'
    ? conflict('This request was taken back, or somebody else said yes first.', 'withdrawn')
    : conflict('This request was answered already.', 'already_answered')
}
