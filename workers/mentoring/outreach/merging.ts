import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { contacts, prospectMerges, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { Merge, ProspectId } from './inputs.ts'

export const Merged = z.strictObject({ id: z.uuid(), kept: z.uuid() })

// An invitation under way ends where the one it now belongs to is not to be written to.
const hushed = sql`(${invitations.state} = 'sent' and (kept.left_alone_at is not null or kept.consent_until < current_date))`

const made = { id: prospectMerges.id, kept: prospectMerges.keptId }

// Two are one person: what is missing here comes from there, the log is one, and what was there before is kept, so that it
// can be undone. A wish to be left alone outlives every merge.
export async function mergeProspects(ctx: MemberCtx, { id }: ProspectId, { gone }: Merge) {
  const [merged] = await commit(
    ctx,
    ctx.db
      .insert(prospectMerges)
      .select(
        sql`select ${newId()}::uuid, kept.id, gone.id, ${ctx.member.id}::uuid,
            jsonb_build_object('kept', to_jsonb(kept), 'gone', to_jsonb(gone), 'contacts',
              (select coalesce(jsonb_agg(log.id), '[]') from ${contacts} log where log.prospect_id = gone.id)), now(), null::timestamptz
          from ${prospects} kept, ${prospects} gone
          where kept.id = ${id}::uuid and gone.id = ${gone}::uuid and kept.id <> gone.id and kept.merged_into is null and gone.merged_into is null
            and kept.owner_id = ${ctx.member.id}::uuid and gone.owner_id = kept.owner_id and gone.stage <> 'joined'`,
      )
      .returning(made),
    fact('prospect.merged', { gone }),
    (changed) => sql`
      update ${prospects} set email = coalesce(${prospects.email}, gone.email), phone = coalesce(${prospects.phone}, gone.phone),
        place = coalesce(nullif(${prospects.place}, ''), gone.place), young = case when ${prospects.young} = 'unknown' then gone.young else ${prospects.young} end,
        languages = (select coalesce(array_agg(distinct word), '{}') from unnest(${prospects.languages} || gone.languages) word),
        skill_areas = (select coalesce(array_agg(distinct word), '{}') from unnest(${prospects.skillAreas} || gone.skill_areas) word),
        first_assessment = concat_ws(E'\n\n', nullif(${prospects.firstAssessment}, ''), nullif(gone.first_assessment, '')),
        has_time = coalesce(nullif(${prospects.hasTime}, ''), gone.has_time), met_on = least(${prospects.metOn}, gone.met_on),
        next_step = coalesce(nullif(${prospects.nextStep}, ''), gone.next_step), next_step_on = coalesce(${prospects.nextStepOn}, gone.next_step_on),
        consent_to = coalesce(nullif(${prospects.consentTo}, ''), gone.consent_to), consent_from = coalesce(nullif(${prospects.consentFrom}, ''), gone.consent_from),
        consent_until = coalesce(least(${prospects.consentUntil}, gone.consent_until), ${prospects.consentUntil}),
        left_alone_at = coalesce(${prospects.leftAloneAt}, gone.left_alone_at),
        left_alone_because = coalesce(${prospects.leftAloneBecause}, gone.left_alone_because),
        version = ${prospects.version} + 1, updated_at = now()
      from ${changed} join ${prospects} gone on gone.id = ${gone}::uuid where ${prospects.id} = changed.kept_id returning 1`,
    (changed) => sql`
      update ${prospects} set merged_into = changed.kept_id, version = ${prospects.version} + 1
      from ${changed} where ${prospects.id} = ${gone}::uuid returning 1`,
    (changed) =>
      sql`update ${contacts} set prospect_id = changed.kept_id from ${changed} where ${contacts.prospectId} = ${gone}::uuid returning 1`,
    (changed) =>
      sql`update ${invitations} set prospect_id = changed.kept_id, state = case when ${hushed} then 'withdrawn' else ${invitations.state} end,
        decided_at = case when ${hushed} then now() else ${invitations.decidedAt} end
      from ${changed} join ${prospects} kept on kept.id = changed.kept_id where ${invitations.prospectId} = ${gone}::uuid returning 1`,
  )
  return merged ?? refuse(notFound('person'))
}

// What was merged stands on its own again, with its own log; what was written since stays where it was written.
export async function undoMerge(ctx: MemberCtx, { id }: { id: string }) {
  const [undone] = await commit(
    ctx,
    ctx.db
      .update(prospectMerges)
      .set({ undoneAt: sql`now()` })
      .where(
        sql`${prospectMerges.id} = ${id}::uuid and ${prospectMerges.undoneAt} is null and exists (
          select from ${prospects} kept where kept.id = ${prospectMerges.keptId} and kept.owner_id = ${ctx.member.id}::uuid)`,
      )
      .returning({ ...made, gone: prospectMerges.goneId }),
    fact('prospect.parted'),
    (changed) => sql`
      update ${prospects} set merged_into = null, updated_at = now() from ${changed} where ${prospects.id} = changed.gone_id returning 1`,
    (changed) => sql`
      update ${prospects} set email = before.email, phone = before.phone, place = before.place, young = before.young,
        languages = before.languages, skill_areas = before.skill_areas, first_assessment = before.first_assessment,
        has_time = before.has_time, met_on = before.met_on, version = ${prospects.version} + 1, updated_at = now()
      from ${changed} join ${prospectMerges} merged on merged.id = changed.id
        cross join lateral jsonb_populate_record(null::prospects, merged.before -> 'kept') before
      where ${prospects.id} = changed.kept_id returning 1`,
    (changed) => sql`
      update ${contacts} set prospect_id = changed.gone_id from ${changed} join ${prospectMerges} merged on merged.id = changed.id
      where ${contacts.id}::text in (select jsonb_array_elements_text(merged.before -> 'contacts')) and ${contacts.prospectId} = changed.kept_id returning 1`,
  )
  if (!undone) throw await whyNot(ctx, id)
  return { id: undone.id, kept: undone.kept }
}

async function whyNot({ db, member }: MemberCtx, id: string) {
  const [mine] = await db
    .select({ id: prospectMerges.id })
    .from(prospectMerges)
    .where(sql`${prospectMerges.id} = ${id}::uuid and ${prospectMerges.byId} = ${member.id}::uuid`)
  return mine ? conflict('These two stand on their own already.', 'parted_before') : notFound('merge')
}
