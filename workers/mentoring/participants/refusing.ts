import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { brokenLink } from '#workers/accounts/links.ts'
import { hashOf } from '#workers/accounts/sign-ins/tokens.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { Refusing } from './inputs.ts'

const THEIR_WISH = 'Said so when they were invited'

// A no ends it. Whoever wants no further letters says so in the same breath, and the database keeps to it.
export async function refuseInvitation(ctx: Ctx, { token, words, leaveMeAlone }: Refusing) {
  const [refused] = await commit(
    ctx,
    ctx.db
      .update(invitations)
      .set({ state: 'declined', decidedAt: sql`now()` })
      .where(
        sql`${invitations.linkHash} = ${hashOf(token)} and ${invitations.state} = 'sent' and ${invitations.expiresAt} > now()`,
      )
      .returning({ id: invitations.id }),
    fact('participant.declined', { words }),
    (changed) => sql`
      update ${prospects} set stage = 'not-now', next_step = '', next_step_on = null, version = ${prospects.version} + 1, updated_at = now(),
        left_alone_at = case when ${leaveMeAlone === 'yes'}::boolean then coalesce(${prospects.leftAloneAt}, now()) else ${prospects.leftAloneAt} end,
        left_alone_because = case when ${leaveMeAlone === 'yes'}::boolean then coalesce(${prospects.leftAloneBecause}, ${THEIR_WISH}) else ${prospects.leftAloneBecause} end
      from ${changed} join ${invitations} one on one.id = changed.id where ${prospects.id} = one.prospect_id and ${prospects.stage} <> 'joined' returning 1`,
    ...(leaveMeAlone === 'yes' ? [keepTheWish] : []),
  )
  if (!refused) throw brokenLink()
  return { state: 'declined' as const }
}

// Whoever was noted nowhere is noted now, by their address and this wish alone.
const keepTheWish = (changed: ReturnType<typeof sql>) => sql`
  insert into ${prospects} (id, owner_id, name, email, stage, met_on, left_alone_at, left_alone_because)
  select ${newId()}::uuid, one.mentor_id, '—', one.email, 'not-now', current_date, now(), ${THEIR_WISH}
  from ${changed} join ${invitations} one on one.id = changed.id where one.prospect_id is null returning 1`
