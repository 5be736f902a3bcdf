import { and, eq, ne, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { termsAgreements } from '#db/schema/accounts/agreements.ts'
import { type AgeBand, accounts } from '#db/schema/accounts.ts'
import { houseTexts } from '#db/schema/settings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { newest } from '#workers/settings/texts.ts'
import { termsInForce } from '../joining/joining.ts'
import { signInHolds, tellAnew } from '../sign-ins/telling-anew.ts'
import type { Agreement, Agreements } from './inputs.ts'

// Only to the version in force: nobody agrees to what they were not shown. And nobody has to: whoever never agrees keeps
// what they agreed to before, everything stays open to them, and a notice says what changed until they agree or leave.
export async function agree(ctx: MemberCtx, { version }: Agreement): Promise<Agreement> {
  const mine = eq(accounts.memberId, ctx.member.id)
  const [agreed] = await commit(
    ctx,
    ctx.db
      .update(accounts)
      .set({ termsVersion: version, termsAcceptedAt: sql`now()` })
      .where(and(mine, ne(accounts.termsVersion, version), sql`${version} = ${termsInForce}`))
      .returning({ id: sql<string>`${accounts.memberId}`.as('id'), holds: signInHolds(ctx.member) }),
    fact('terms.agreed', { version }),
  )
  if (agreed) await tellAnew(ctx, { terms: version, holds: agreed.holds })
  else if ((await myTerms(ctx)).me?.version !== version)
    throw conflict('The terms have a newer version by now. Please read that one; nothing was agreed to yet.')
  return { version }
}

export async function myAgreements(ctx: MemberCtx): Promise<Agreements> {
  return readTogether(ctx.db, { agreements: agreementsOf(ctx.member.id) })
}

const agreementsOf = (memberId: string): Shelf<Agreements['agreements'][number]> => sql`
  select version, agreed_at as "agreedAt" from ${termsAgreements} where member_id = ${memberId} order by agreed_at desc`

type Me = { version: string; agreedAt: string; ageBand: AgeBand; holds: boolean }
type Step = { version: string; changes: string }

// What somebody is asked to agree to, what they agreed to before, and what changed on the way, in one look.
export async function myTerms(ctx: MemberCtx) {
  const found = await readTogether(ctx.db, {
    me: meAs(ctx),
    terms: newest('terms'),
    steps: stepsFor(ctx.member.id),
    agreements: agreementsOf(ctx.member.id),
  })
  const [me] = found.me
  const [terms] = found.terms
  // Agreed to on another device: this one learns of it now.
  if (me && me.version !== ctx.member.terms) await tellAnew(ctx, { terms: me.version, holds: me.holds })
  return { ...found, me, terms, isDue: Boolean(me && terms && me.version !== terms.version) }
}

const meAs = ({ member }: MemberCtx): Shelf<Me> => sql`
  select terms_version as version, terms_accepted_at as "agreedAt", age_band as "ageBand", ${signInHolds(member).sql} as holds
  from ${accounts} where member_id = ${member.id}`

// Each version that came after the one they know, oldest first.
const stepsFor = (memberId: string): Shelf<Step> => sql`
  select later.version, later.changes from ${houseTexts} later
  where later.kind = 'terms' and later.changes <> '' and later.published_at > coalesce((
    select known.published_at from ${houseTexts} known join ${accounts} account on account.terms_version = known.version
    where known.kind = 'terms' and account.member_id = ${memberId}), '-infinity')
  order by later.published_at`
