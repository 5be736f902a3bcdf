import { sql } from 'drizzle-orm'
import { pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, Refusal, refuse } from '#workers/lib/errors.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { transact } from '#workers/lib/transact.ts'
import { bringTogether } from '#workers/mentoring/program-pairs/pairing.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { PairingId } from './inputs.ts'
import { ownProgram } from './rules.ts'
import { asState, ofNobody } from './starting.ts'

// From here on it is told: each pair begins, or its mentor is asked first.
export async function publishPairing(ctx: MemberCtx, { slug }: ProgramSlug) {
  const [publishing] = await commit(
    ctx,
    ctx.db
      .update(pairings)
      .set({ state: 'publishing', madeById: ctx.member.id, movedAt: sql`now()` })
      .where(sql`program_id = (${ownProgram(slug, ctx.member.id)}) and state = 'ready'`)
      .returning(asState),
    fact('pairing.decided'),
  )
  return publishing ?? refuse(conflict('There is no finished draft to publish. Nothing was changed.', 'not_now'))
}

const AT_ONCE = 20

type Next = { participant: string; participantId: string; mentor: string; slug: string; by: string; byId: string }

// One after the other, each for itself: what a message that comes again finds done, it leaves.
export async function tellPairs(ctx: Ctx, { id }: PairingId) {
  for (let told = 0; told < AT_ONCE; told++) if (!(await tellNext(ctx, id))) return finish(ctx, id)
  await tellPairsLater(ctx, { id })
}

export const tellPairsLater = later('matching.tell-pairs', PairingId, tellPairs)

export async function goOnTelling(ctx: Ctx) {
  const { rows } = await ctx.db.execute<{ id: string }>(sql`
    select id from ${pairings} where state = 'publishing' and moved_at between now() - interval '1 day' and now() - interval '2 minutes' order by moved_at limit 20`)
  for (const pairing of rows) await tellPairsLater(ctx, pairing)
}

async function tellNext(ctx: Ctx, id: string): Promise<boolean> {
  const { rows } = await ctx.db.execute<Next>(sql`
    select who.handle as participant, who.id as "participantId", mentor.handle as mentor, program.slug, author.name as by, author.id as "byId"
    from ${pairingPlaces} placed join ${pairings} draft on draft.id = placed.pairing_id join ${programs} program on program.id = draft.program_id
      join lateral (select organiser.member_id as id from ${programOrganisers} organiser where organiser.program_id = program.id
        order by organiser.member_id = draft.made_by_id desc nulls last, organiser.since limit 1) asking on true
      join ${members} author on author.id = asking.id
      join ${members} who on who.id = placed.participant_id join ${members} mentor on mentor.id = placed.mentor_id
    where draft.id = ${id}::uuid and draft.state = 'publishing' and placed.outcome is null order by placed.participant_id limit 1`)
  const [next] = rows
  if (!next) return false
  await bring(ctx, id, next).catch((error) => sayWhyNot(ctx, id, next, error))
  return true
}

const bring = (ctx: Ctx, id: string, { participant, participantId, mentor, slug, by, byId }: Next) =>
  transact(ctx, async (within) => {
    const { rows } = await within.db.execute(sql`select 1 from ${pairingPlaces}
      where pairing_id = ${id}::uuid and participant_id = ${participantId}::uuid and outcome is null for update`)
    if (rows.length === 0) return
    const two = { participant, mentor, aim: '' }
    const { state } = await bringTogether(within, { slug, organiser: { id: byId, name: by } }, two)
    await conclude(within, { id, participantId, outcome: state, why: '' })
  })

// Since the draft was made somebody may have left, filled up or begun with another: that is said, and the others begin.
function sayWhyNot(ctx: Ctx, id: string, { participantId }: Next, error: unknown) {
  if (!(error instanceof Refusal) || error.code === 'busy') throw error
  return conclude(ctx, { id, participantId, outcome: 'refused', why: error.issues[0]?.message ?? error.message })
}

type Conclusion = { id: string; participantId: string; outcome: string; why: string }

const conclude = ({ db }: Ctx, { id, participantId, outcome, why }: Conclusion) =>
  db.execute(sql`
    with told as (update ${pairingPlaces} set outcome = ${outcome}, why = ${why}
      where pairing_id = ${id}::uuid and participant_id = ${participantId}::uuid and outcome is null returning pairing_id)
    update ${pairings} set moved_at = now() where id in (select pairing_id from told)`)

// Nothing is kept of who took part but who was brought together.
async function finish(ctx: Ctx, id: string) {
  await commit(
    ctx,
    ctx.db
      .update(pairings)
      .set({
        state: 'published',
        publishedAt: sql`now()`,
        movedAt: sql`now()`,
        kept: null,
        found: null,
        rules: ofNobody,
      })
      .where(sql`id = ${id}::uuid and state = 'publishing' and not exists (select from ${pairingPlaces} placed
        where placed.pairing_id = ${pairings.id} and placed.mentor_id is not null and placed.outcome is null)`)
      .returning({ id: pairings.id }),
    fact('pairing.published'),
    (changed) => sql`delete from ${pairingPeople} where pairing_id in (select id from ${changed}) returning 1`,
  )
}
