import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { readTogether } from '#db/reading.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, Refusal } from '#workers/lib/errors.ts'
import { alike } from './alike.ts'
import type { NewProspect } from './inputs.ts'

// What was agreed to counts for a year, where no day was named.
const CONSENT_DAYS = 365

export const kept = { id: prospects.id, stage: prospects.stage, version: prospects.version }

// Somebody was met. It may be sent twice, because the phone did not hear the answer: then it is told back the same.
export async function capture(ctx: MemberCtx, said: NewProspect) {
  const id = said.madeAs ?? newId()
  const [captured] = await commit(
    ctx,
    written(ctx, id, said),
    fact('prospect.captured'),
    (changed) => sql`
    insert into ${contacts} (id, prospect_id, by_id, channel, outcome, place, words, at)
    select ${said.contact?.madeAs ?? newId()}::uuid, changed.id, ${ctx.member.id}::uuid, ${said.contact?.channel ?? 'in-person'},
      ${said.contact?.outcome ?? 'interested'}, ${said.contact?.place || said.place}, ${said.contact?.words ?? ''}, ${momentOf(said.contact?.on)}
    from ${changed} on conflict do nothing returning 1`,
  )
  return captured ?? (await whyNot(ctx, id, said))
}

// A day that was named means its noon, and never later than now.
export const momentOf = (day: string | undefined) =>
  sql`least(coalesce(${day ?? null}::date + interval '12 hours', now()), now())`

const list = (words: string[]) => sql`array(select jsonb_array_elements_text(${JSON.stringify(words)}::jsonb))`

const written = (ctx: MemberCtx, id: string, said: NewProspect) =>
  ctx.db
    .insert(prospects)
    .select(
      sql`select ${id}::uuid, ${ctx.member.id}::uuid, ${said.name}, ${said.email ?? null}::citext, ${said.phone ?? null}, ${said.place},
        ${said.young}, ${list(said.languages)}, ${list(said.skillAreas)}, ${said.firstAssessment}, ${said.hasTime}, 'met',
        ${said.contact?.nextStep ?? ''}, ${said.contact?.nextStepOn ?? null}::date, null::date, ${said.consentTo}, ${said.consentFrom},
        case when ${said.consentTo} <> '' then coalesce(${said.consentUntil ?? null}::date, current_date + ${CONSENT_DAYS}::int) end,
        null::date, null::timestamptz, null::text, null::uuid, null::timestamptz, null::uuid, null::uuid, 1, least(coalesce(${said.contact?.on ?? null}::date, current_date), current_date), now(), now()
      where ${said.evenIfKnown === 'yes'}::boolean or not exists (${likeIt(ctx, said)})`,
    )
    .onConflictDoNothing()
    .returning(kept)

const likeIt = ({ member }: MemberCtx, { name, email, phone, place }: NewProspect) =>
  alike(sql`${member.id}::uuid`, {
    name: sql`${name}::text`,
    email: sql`${email ?? null}::citext`,
    phone: sql`${phone ?? null}::text`,
    place: sql`${place}::text`,
  })

export const whoIsLike = async (ctx: MemberCtx, said: NewProspect) =>
  (await readTogether(ctx.db, { like: likeIt(ctx, said) })).like

async function whyNot(ctx: MemberCtx, id: string, said: NewProspect) {
  const [mine] = await ctx.db
    .select(kept)
    .from(prospects)
    .where(sql`${prospects.id} = ${id} and ${prospects.ownerId} = ${ctx.member.id}`)
  if (mine) return mine
  const [first] = await whoIsLike(ctx, said)
  if (!first) throw conflict('This was sent before. Please look whether it is on your board.', 'captured_before')
  const message = `You noted ${first.name}${first.place && ` in ${first.place}`} on ${first.metOn} already. Is it somebody else? Then say so, and it is kept as well.`
  throw new Refusal(409, 'maybe_known', message, { issues: [{ path: 'evenIfKnown', message }] })
}
