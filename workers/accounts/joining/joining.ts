import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '#db/id.ts'
import { signUps } from '#db/schema/accounts/joining.ts'
import { oneTimeLinks } from '#db/schema/accounts/links.ts'
import { houseTexts } from '#db/schema/settings.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { invalid, tooMany } from '#workers/lib/errors.ts'
import { linkOf, linkRow } from '../links.ts'
import type { Rank } from '../passwords/gate.ts'
import { hashPassword } from '../passwords/password.ts'
import { insistOnGoodPassword } from '../passwords/policy.ts'
import { inTurn } from '../passwords/turns.ts'
import { ticket } from '../ticket.ts'
import { type Limit, waits } from '../tries.ts'
import { firstFree, takenHandle, wishedHandles } from './handles.ts'
import type { SignUp } from './inputs.ts'

export const LINK_HOURS = 24

const FROM_ONE_NETWORK: Limit = { what: 'join', times: 40, minutes: 60 }
const MAILS_TO_ONE_ADDRESS: Limit = { what: 'join-mail', times: 5, minutes: 30 }

// Known to the browser that asked, and to no other.
export const joining = ticket('joining', LINK_HOURS * 60, z.object({ signUp: z.uuid() }))

// The answer is the same, and as slow, for an address that has an account, for one that has none, and for one that was
// written to often enough: only its mailbox learns which.
export const askToJoin = (ctx: Ctx, asked: SignUp) => inTurn(ctx, asked.email, (rank) => join(ctx, asked, rank))

async function join(ctx: Ctx, asked: SignUp, rank: Rank) {
  const handles = wishedHandles(asked)
  await insistOnGoodPassword(ctx, asked.password, asked)
  const [crowd = 0, mails = 0] = await waits(ctx, [
    [FROM_ONE_NETWORK, ctx.visit.network],
    [MAILS_TO_ONE_ADDRESS, asked.email],
  ])
  if (crowd > 0) throw tooMany(crowd)
  const passwordHash = await hashPassword(asked.password, rank)
  const id = newId()
  const kept = await keep(ctx, { ...asked, id, passwordHash, handles, mayWrite: mails === 0 })
  if (!kept && mails === 0) throw await whyNot(ctx, asked)
  joining.give(ctx, { signUp: kept?.id ?? id })
  return { status: 'check-your-mail' as const }
}

type Kept = SignUp & { id: string; passwordHash: string; handles: string[]; mayWrite: boolean }

async function keep(ctx: Ctx, asked: Kept) {
  const link = linkOf(ctx, 'sign-up')
  const guardian = asked.ageBand === 'adult' ? null : (asked.guardianEmail ?? null)
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(signUps)
      .select(sql`
        select ${asked.id}::uuid, ${asked.email}::citext, ${asked.name}, free.handle::citext, ${asked.passwordHash},
          ${asked.ageBand}, ${guardian}::citext, ${asked.terms}, ${asked.timeZone ?? 'UTC'}, now(), null::timestamptz
        from (select ${firstFree(asked.handles)} as handle) free
        where free.handle is not null and ${asked.mayWrite}::boolean and ${asked.terms}::text = ${termsInForce}`)
      .returning({ id: signUps.id }),
    fact('sign-up.requested', { link: link.id }),
    (changed) => sql`
      insert into ${oneTimeLinks} select ${linkRow(link, { purpose: 'sign-up', subject: sql`changed.id`, email: sql`${asked.email}`, hours: LINK_HOURS })}
      from ${changed} returning 1`,
  )
  return kept
}

// What a house begins with, before anybody wrote terms for it.
const FIRST_TERMS = '1'

export const termsInForce: SQL = sql`coalesce((
  select ${houseTexts.version} from ${houseTexts} where ${houseTexts.kind} = 'terms'
  order by ${houseTexts.publishedAt} desc limit 1), ${FIRST_TERMS}::text)`

export async function versionOfTerms(ctx: Ctx): Promise<string> {
  const { rows } = await ctx.db.execute(sql`select ${termsInForce} as version`)
  return rows[0].version
}

async function whyNot(ctx: Ctx, { terms, name }: SignUp) {
  if (terms === (await versionOfTerms(ctx))) return takenHandle(ctx, name)
  return invalid([{ path: 'terms', message: 'Our terms have a new version. Please read it and agree once more.' }])
}
