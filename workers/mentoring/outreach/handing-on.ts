import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import { kept } from './capturing.ts'
import type { HandOn, HandOnAnswer, OfferedPerson, ProspectId } from './inputs.ts'
import { isMine } from './keeping.ts'

// Another mentor is asked to go on with somebody. Until they say yes nothing changes, and they read no more than who it is.
export async function offerProspect(ctx: MemberCtx, { id }: ProspectId, { to }: HandOn) {
  const [offered] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ offeredToId: sql`(${whom(ctx, to)})`, offeredAt: sql`now()`, updatedAt: sql`now()` })
      .where(sql`${isMine(ctx, id)} and ${mayBeOffered} and exists (${whom(ctx, to)})`)
      .returning(kept),
    fact('prospect.offered'),
  )
  if (offered) return offered
  const [there] = await ctx.db
    .select({ ...kept, ...state })
    .from(prospects)
    .where(isMine(ctx, id))
  if (!there) return refuse(notFound('person'))
  throw invalid([{ path: 'to', message: there.isFree ? NOBODY : GOES_THEIR_WAY }])
}

const NOBODY = 'No mentor goes by this name here. Please choose somebody else.'
const GOES_THEIR_WAY = 'They are invited already, or have joined: from here on they go their own way.'

const mayBeOffered = sql`${prospects.stage} in ('met', 'talking', 'not-now')`
const state = { isFree: sql<boolean>`${mayBeOffered}` }

const whom = ({ member }: MemberCtx, handle: string): SQL => sql`
  select mentor.id from ${members} mentor where mentor.handle = ${handle}::citext and mentor.id <> ${member.id}::uuid
    and mentor.standing = 'active' and mentor.roles @> array['mentor'] and not exists (select from ${blocks} block
      where (block.member_id, block.blocked_id) in ((mentor.id, ${member.id}::uuid), (${member.id}::uuid, mentor.id)))`

const NO_OFFER = { offeredToId: null, offeredAt: null }

export async function takeOfferBack(ctx: MemberCtx, { id }: ProspectId) {
  const [back] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set(NO_OFFER)
      .where(sql`${isMine(ctx, id)} and ${prospects.offeredToId} is not null`)
      .returning(kept),
    fact('prospect.offer-taken-back'),
  )
  return back ?? refuse(notFound('offer'))
}

// With a yes everything that was noted changes hands, the log and what was merged into it too. Whoever asked to be left alone
// is left alone by the next one as well: nothing of that is written here.
export async function answerOffer(ctx: MemberCtx, { id }: ProspectId, { answer }: HandOnAnswer) {
  return transact(ctx, async (within) => {
    const [offered] = await within.db
      .select({ from: prospects.ownerId })
      .from(prospects)
      .where(and(eq(prospects.id, id), eq(prospects.offeredToId, ctx.member.id), isNull(prospects.mergedInto)))
      .for('update')
    if (!offered) throw notFound('offer')
    const goesOn = answer === 'yes'
    const [said] = await commit(
      within,
      within.db
        .update(prospects)
        .set({
          ...NO_OFFER,
          ...(goesOn && { ownerId: ctx.member.id, version: sql`${prospects.version} + 1` }),
          updatedAt: sql`now()`,
        })
        .where(eq(prospects.id, id))
        .returning(kept),
      fact(goesOn ? 'prospect.handed-on' : 'prospect.offer-declined', { from: offered.from }),
    )
    if (!said) throw notFound('offer')
    if (goesOn) await within.db.update(prospects).set({ ownerId: ctx.member.id }).where(eq(prospects.mergedInto, id))
    return said
  })
}

// Whom others would like this member to go on with: enough to say yes or no, and no way to reach them yet.
export const offeredTo = (memberId: string): Shelf<OfferedPerson> => sql`
  select one.id, one.name, one.place, one.young, one.skill_areas as "skillAreas", one.met_on as "metOn", one.offered_at as "offeredAt",
    one.left_alone_at is not null as "leftAlone", json_build_object('handle', owner.handle, 'name', owner.name) as by
  from ${prospects} one join ${members} owner on owner.id = one.owner_id
  where one.offered_to_id = ${memberId}::uuid and one.merged_into is null order by one.offered_at, one.id limit 20`

// Mentors who could go on with somebody.
export const otherMentors = (memberId: string): Shelf<{ handle: string; name: string }> => sql`
  select mentor.handle, mentor.name from ${members} mentor
  where mentor.roles @> array['mentor'] and mentor.standing = 'active' and mentor.id <> ${memberId}::uuid and not exists (
    select from ${blocks} block where (block.member_id, block.blocked_id) in ((mentor.id, ${memberId}::uuid), (${memberId}::uuid, mentor.id)))
  order by mentor.name, mentor.id limit 100`
