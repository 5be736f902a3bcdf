import { and, eq, isNull, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { refreshTokens, type SignInWay, signIns } from '#db/schema/accounts/sign-ins.ts'
import { accounts } from '#db/schema/accounts.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, Member, MemberCtx } from '#workers/lib/context.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { agreedTerms } from '../agreements/agreed.ts'
import { isPassword } from '../passwords/password.ts'
import { renewHash } from '../passwords/renewing.ts'
import { inTurn, knownBrowser, markBrowser } from '../passwords/turns.ts'
import { countingRoles, hasAuthenticator, withheldRoles } from '../second-step/demanded.ts'
import { askForSecondStep } from '../second-step/ticket.ts'
import { countTries, type Limit } from '../tries.ts'
import { writeAccessToken } from './access-token.ts'
import { handOver, takeBack } from './cookies.ts'
import { noteEnded } from './ended-lately.ts'
import type { Credentials } from './inputs.ts'
import { hashOf, newToken } from './tokens.ts'

const LONGEST_DAYS = 90

const FROM_ONE_NETWORK: Limit = { what: 'sign-in', times: 25, minutes: 5 }
// Counted for each network by itself: a stranger can keep themselves out, never the member.
const TO_ONE_ACCOUNT: Limit = { what: 'sign-in-to', times: 10, minutes: 10 }
// Nor can somebody in the same network: a browser its member signed in with before has tries of its own.
const FROM_ONE_BROWSER: Limit = { what: 'sign-in-from', times: 10, minutes: 10 }

// Nobody is signed in yet where a second step is asked for.
export const signInByPassword = (ctx: Ctx, { email, password }: Credentials): Promise<Member | undefined> =>
  inTurn(ctx, email, async (rank) => {
    await countTries(ctx, triesOf(ctx, email))
    const [account] = await ctx.db
      .select({ passwordHash: accounts.passwordHash, hasAuthenticator, ...entering })
      .from(accounts)
      .innerJoin(members, eq(members.id, accounts.memberId))
      .where(eq(accounts.email, email))
    const right = await isPassword(password, account?.passwordHash, rank)
    if (!account || !right || !MAY_ENTER.has(account.standing)) throw wrongCredentials()
    await renewHash(ctx, { id: account.id, kept: account.passwordHash, password })
    markBrowser(ctx, email)
    return enter(ctx, account, 'password')
  })

function triesOf(ctx: Ctx, email: string): [Limit, who: string][] {
  const browser = knownBrowser(ctx, email)
  if (browser) return [[FROM_ONE_BROWSER, browser]]
  const { network } = ctx.visit
  return [
    [FROM_ONE_NETWORK, network],
    [TO_ONE_ACCOUNT, `${email} ${network}`],
  ]
}

// Whoever took the first step comes in, or is asked for the second.
export async function enter(ctx: Ctx, who: Entering & { hasAuthenticator: boolean }, way: SignInWay) {
  if (!who.hasAuthenticator) return beginSignIn(ctx, who, way)
  askForSecondStep(ctx, { member: who.id, way })
  return undefined
}

// What a sign-in is made of.
export const entering = {
  id: members.id,
  handle: members.handle,
  name: members.name,
  portrait: members.portrait,
  roles: countingRoles,
  withheld: withheldRoles,
  standing: members.standing,
  terms: agreedTerms,
}

export const MAY_ENTER = new Set(['waiting', 'active', 'leaving'])

export const wrongCredentials = () =>
  new Refusal(401, 'wrong_credentials', 'This address and password do not belong together. Please check both.')

export type Entering = Omit<Member, 'signIn' | 'waiting'> & { standing: string }

// Whoever proved who they are gets a sign-in of their own, with fresh tokens.
export async function beginSignIn(ctx: Ctx, { standing, ...who }: Entering, way: SignInWay): Promise<Member> {
  const { id, handle, name, portrait, roles, withheld, terms } = who
  const waiting = standing === 'waiting'
  const member = { id, handle, name, portrait, roles, withheld, terms, signIn: newId(), waiting }
  const refresh = newToken()
  const asThemselves: Ctx = { ...ctx, once: undefined, actor: { kind: 'member', id } }
  await commit(
    asThemselves,
    ctx.db
      .insert(signIns)
      .values({
        id: member.signIn,
        memberId: id,
        way,
        device: ctx.visit.device,
        country: ctx.visit.country,
        endsAt: sql`now() + ${LONGEST_DAYS} * interval '1 day'`,
      })
      .returning({ id: signIns.id }),
    fact('sign-in.began', { way, device: ctx.visit.device }),
    (changed) => sql`
      insert into ${refreshTokens} (hash, sign_in_id, generation) select ${hashOf(refresh)}, id, 1 from ${changed}`,
  )
  handOver(ctx, { access: await writeAccessToken(ctx.env, member, ctx.now), refresh, handle })
  return member
}

// What counts for a member has just changed: their browser gets a token that says so.
export async function handOverAfresh(ctx: MemberCtx) {
  const [row] = await ctx.db.select(entering).from(members).where(eq(members.id, ctx.member.id))
  if (!row || !ctx.member.signIn) return
  const { standing, ...fresh } = row
  const access = await writeAccessToken(ctx.env, { ...ctx.member, ...fresh, waiting: standing === 'waiting' }, ctx.now)
  handOver(ctx, { access, handle: fresh.handle })
}

export async function signOut(ctx: MemberCtx) {
  takeBack(ctx)
  if (!ctx.member.signIn) return
  await commit(
    ctx,
    ctx.db
      .update(signIns)
      .set({ endedAt: sql`now()`, endedBecause: 'signed-out' })
      .where(and(eq(signIns.id, ctx.member.signIn), isNull(signIns.endedAt)))
      .returning({ id: signIns.id }),
    fact('sign-in.ended'),
  )
  noteEnded(ctx, [ctx.member.signIn])
}
