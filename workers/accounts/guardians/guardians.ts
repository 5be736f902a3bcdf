import { type SQL, sql } from 'drizzle-orm'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { brokenLink, isOpenLink, linkOf, linkRow } from '../links.ts'
import type { DECISIONS, GuardianDecision } from './inputs.ts'

// A guardian may change their mind for as long as somebody is a minor.
const YEARS_IN_HOURS = 6 * 366 * 24

export type Asked = {
  member: string
  handle: string
  ageBand: string
  guardianName: string | null
  decision: (typeof DECISIONS)[number] | null
}

// What the link in a guardian's mail opens; looking changes nothing.
export async function lookAtConsent(ctx: Ctx, token: string): Promise<Asked> {
  const { rows } = await ctx.db.execute(sql`
    select ${members.name} as member, ${members.handle} as handle, ${accounts.ageBand} as "ageBand",
      ${guardianConsents.guardianName} as "guardianName", ${guardianConsents.decision} as decision
    from ${oneTimeLinks}
    join ${guardianConsents} on ${guardianConsents.id} = ${oneTimeLinks.subject}
    join ${members} on ${members.id} = ${guardianConsents.memberId} and ${members.standing} <> 'gone'
    join ${accounts} on ${accounts.memberId} = ${members.id}
    where ${isOpenLink('guardian', token)}`)
  return (rows as Asked[])[0] ?? brokenConsent()
}

// Each link decides once; the mail about the decision carries the next one. Whoever agreed may withdraw, whoever said no
// or withdrew may agree.
export async function decideAsGuardian(ctx: Ctx, { token, decision, name }: GuardianDecision) {
  const next = linkOf(ctx, 'guardian')
  const [decided] = await commit(
    ctx,
    ctx.db
      .update(oneTimeLinks)
      .set({ usedAt: sql`now()` })
      .where(sql`${isOpenLink('guardian', token)} and ${mayDecide(decision)}`)
      .returning({ id: sql<string>`${oneTimeLinks.subject}`.as('id') }),
    (changed) => sql`
      update ${guardianConsents} set decision = ${decision}, decided_at = now(), guardian_name = ${name}, warned_at = null
      from ${changed} where ${guardianConsents.id} = changed.id returning 1`,
    (changed) => sql`
      update ${members} set standing = ${decision === 'agreed' ? 'active' : 'waiting'}
      from ${changed}, ${guardianConsents} consent
      where consent.id = changed.id and ${members.id} = consent.member_id
        and ${members.standing} = ${decision === 'agreed' ? 'waiting' : 'active'} returning 1`,
    (changed) => sql`
      insert into ${oneTimeLinks} select ${linkRow(next, { purpose: 'guardian', subject: sql`consent.id`, email: sql`consent.guardian_email`, hours: YEARS_IN_HOURS })}
      from ${changed} join ${guardianConsents} consent on consent.id = changed.id returning 1`,
    fact('guardian.decided', { link: next.id, decision }),
  )
  if (!decided) throw brokenLink()
  return { decision }
}

const mayDecide = (decision: GuardianDecision['decision']): SQL => sql`exists (
  select from ${guardianConsents} consent where consent.id = ${oneTimeLinks.subject}
    and ${decision === 'withdrawn' ? sql`consent.decision = 'agreed'` : sql`consent.decision is distinct from 'agreed'`})`

const brokenConsent = (): never => {
  throw brokenLink()
}
