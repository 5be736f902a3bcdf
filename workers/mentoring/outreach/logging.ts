import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import { kept, momentOf } from './capturing.ts'
import type { Contact, ProspectId } from './inputs.ts'
import { isMine } from './keeping.ts'

// Each time somebody was in touch. What came of it moves them along: whoever talks is talking, whoever says not now is not asked.
export async function logContact(ctx: MemberCtx, { id }: ProspectId, said: Contact) {
  const contactId = said.madeAs ?? newId()
  const [logged] = await commit(
    ctx,
    ctx.db
      .update(prospects)
      .set({
        stage: sql`case when ${prospects.stage} in ('invited', 'joined') then ${prospects.stage}
          when ${said.outcome}::text = 'not-now' then 'not-now' when ${said.outcome}::text = 'no-answer' then ${prospects.stage} else 'talking' end`,
        version: sql`${prospects.version} + 1`,
        updatedAt: sql`now()`,
        ...(said.nextStep !== undefined && { nextStep: said.nextStep, nextStepOn: said.nextStepOn ?? null }),
      })
      .where(
        sql`${isMine(ctx, id)} and not exists (select from ${contacts} before where before.id = ${contactId}::uuid)`,
      )
      .returning(kept),
    fact('prospect.contacted', { channel: said.channel, outcome: said.outcome }),
    (changed) => sql`
      insert into ${contacts} (id, prospect_id, by_id, channel, outcome, place, words, at)
      select ${contactId}::uuid, changed.id, ${ctx.member.id}::uuid, ${said.channel}, ${said.outcome}, ${said.place}, ${said.words}, ${momentOf(said.on)}
      from ${changed} returning 1`,
  )
  return logged ?? (await loggedBefore(ctx, id, contactId))
}

async function loggedBefore(ctx: MemberCtx, id: string, contactId: string) {
  const [before] = await ctx.db
    .select(kept)
    .from(prospects)
    .where(
      sql`${isMine(ctx, id)} and exists (select from ${contacts} log where log.id = ${contactId}::uuid and log.prospect_id = ${id}::uuid)`,
    )
  return before ?? refuse(notFound('person'))
}
