import { type SQL, sql } from 'drizzle-orm'
import { constraintOf } from '#db/patience.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import { kept } from './capturing.ts'
import type { NewStage, Peace, ProspectChange, ProspectId } from './inputs.ts'

export const isMine = ({ member }: MemberCtx, id: string): SQL =>
  sql`${prospects.id} = ${id}::uuid and ${prospects.ownerId} = ${member.id}::uuid and ${prospects.mergedInto} is null`

const moved = { version: sql`${prospects.version} + 1`, updatedAt: sql`now()` }

const nobody = () => refuse(notFound('person'))

// Whoever changes what somebody else, or the same mentor on another device, changed meanwhile is shown it first.
export async function changeProspect(ctx: MemberCtx, { id }: ProspectId, { version, ...said }: ProspectChange) {
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({
        ...said,
        email: said.email ?? null,
        phone: said.phone ?? null,
        consentUntil: said.consentTo
          ? sql`coalesce(${said.consentUntil ?? null}::date, ${prospects.consentUntil}, current_date + 365)`
          : null,
        ...moved,
      })
      .where(sql`${isMine(ctx, id)} and ${prospects.version} = ${version}`)
      .returning(kept),
    fact('prospect.changed'),
  )
  if (changed) return changed
  const [there] = await ctx.db.select(kept).from(prospects).where(isMine(ctx, id))
  if (!there) return nobody()
  throw conflict(
    'This was changed meanwhile, perhaps on your other device. Below is what you wrote; what is kept now stands beside it.',
    'changed_meanwhile',
  )
}

export async function moveProspect(ctx: MemberCtx, { id }: ProspectId, { stage }: NewStage) {
  const [there] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ stage, ...moved })
      .where(isMine(ctx, id))
      .returning(kept),
    fact('prospect.moved', { to: stage }),
  ).catch(explain)
  return there ?? nobody()
}

function explain(error: unknown): never {
  if (constraintOf(error) !== 'prospects_go_on_as_told') throw error
  throw conflict('They joined the community; from here on they go their own way.', 'joined')
}

// The database sends nothing to them from this moment on, and takes back what is under way.
export async function leaveAlone(ctx: MemberCtx, { id }: ProspectId, { because }: Peace) {
  const [alone] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({
        leftAloneAt: sql`coalesce(${prospects.leftAloneAt}, now())`,
        leftAloneBecause: because,
        stage: sql`case when ${prospects.stage} = 'joined' then 'joined' else 'not-now' end`,
        nextStep: '',
        nextStepOn: null,
        ...moved,
      })
      .where(isMine(ctx, id))
      .returning(kept),
    fact('prospect.left-alone'),
  )
  return alone ?? nobody()
}

// They came back of their own accord.
export async function speakAgain(ctx: MemberCtx, { id }: ProspectId) {
  const [again] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ leftAloneAt: null, leftAloneBecause: null, ...moved })
      .where(isMine(ctx, id))
      .returning(kept),
    fact('prospect.came-back'),
  )
  return again ?? nobody()
}

// Everything noted about them goes, with what was merged into it. The wish to be left alone outlives it: then the address
// stays, and nothing else.
export async function forgetProspect(ctx: MemberCtx, { id }: ProspectId) {
  const wish = sql`exists (select from ${prospects} kept where kept.id = ${id}::uuid and kept.left_alone_at is not null)`
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(prospects)
      .where(sql`${isMine(ctx, id)} and not ${wish}`)
      .returning(kept),
    fact('prospect.forgotten'),
    () =>
      sql`delete from ${prospects} where merged_into = ${id}::uuid and owner_id = ${ctx.member.id}::uuid returning 1`,
  )
  return gone ?? keepOnlyTheWish(ctx, id)
}

async function keepOnlyTheWish(ctx: MemberCtx, id: string) {
  const empty = { name: '—', phone: null, place: '', firstAssessment: '', hasTime: '', languages: [], skillAreas: [] }
  const [wished] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({ ...empty, consentFrom: '', ...moved })
      .where(isMine(ctx, id))
      .returning(kept),
    fact('prospect.forgotten'),
    (changed) => sql`delete from ${contacts} log using ${changed} where log.prospect_id = changed.id returning 1`,
  )
  return wished ?? nobody()
}
