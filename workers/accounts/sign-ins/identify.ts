import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { badRequest, signInFirst } from '#workers/lib/errors.ts'
import type { App, Identify } from '#workers/lib/http/app.ts'
import { identifyProgram } from '../tokens/tokens.ts'
import { readAccessToken } from './access-token.ts'
import { cookiesOf, takeBack } from './cookies.ts'
import { hasEnded, hear, isTimeToHear } from './ended-lately.ts'
import { renewSignIn } from './renewing.ts'
import { entering, MAY_ENTER } from './sign-ins.ts'

// Asked at most once for a request, and answered from the signed token alone; only what protects accounts and
// what people in charge do also asks the database whether all of it still holds.
export function identifier(c: Context<App>): Identify {
  let known: Promise<Member | undefined> | undefined
  let sure: Promise<Member | undefined> | undefined
  return ({ surely }) => {
    known ??= whoAsks(c)
    if (!surely) return known
    sure ??= known.then((member) => member && stillHolds(c.var.ctx, member))
    return sure
  }
}

async function whoAsks(c: Context<App>): Promise<Member | undefined> {
  const { ctx } = c.var
  const { access, refresh } = cookiesOf(ctx.env, c.req.raw.headers)
  const bearer = bearerOf(c.req.header('Authorization'))
  const bySite = access ? await bySignIn(ctx, access) : undefined
  if (!bearer) return bySite ?? (refresh ? renewSignIn(ctx, refresh) : undefined)
  const byProgram = await identifyProgram(ctx, bearer, { method: c.req.method })
  if (bySite && bySite.id !== byProgram.id)
    throw badRequest('ambiguous_credentials', 'The cookie and the token belong to different members.')
  return byProgram
}

// After the answer, so that nobody waits for it.
export function hearOfEnded(c: Context<App>) {
  const { ctx } = c.var
  if (ctx.member?.signIn && isTimeToHear(ctx)) c.executionCtx.waitUntil(hear(ctx))
}

async function bySignIn(ctx: Ctx, access: string): Promise<Member | undefined> {
  const member = await readCookie(ctx, access)
  if (!(await hasEnded(ctx, member?.signIn))) return member
  takeBack(ctx)
  return undefined
}

// A browser that brings what does not count any more is asked to forget it; otherwise it would be sent to and fro for ever.
const readCookie = (ctx: Ctx, access: string) =>
  readAccessToken(ctx.env, access, ctx.now).catch((error) => {
    takeBack(ctx)
    throw error
  })

function bearerOf(line: string | undefined): string | undefined {
  if (line === undefined) return undefined
  const token = /^Bearer ([\w~+/.-]+=*)$/.exec(line)?.[1]
  if (!token)
    throw signInFirst('invalid_token', 'The Authorization header should read: Bearer, a space, and your token.')
  return token
}

async function stillHolds(ctx: Ctx, member: Member): Promise<Member | undefined> {
  if (!member.signIn || member.viewedBy) return member
  const [row] = await ctx.db
    .select(entering)
    .from(signIns)
    .innerJoin(members, eq(members.id, signIns.memberId))
    .where(and(eq(signIns.id, member.signIn), isNull(signIns.endedAt), sql`${signIns.endsAt} > now()`))
  if (!row || !MAY_ENTER.has(row.standing)) {
    takeBack(ctx)
    return undefined
  }
  const { standing, ...fresh } = row
  return { ...member, ...fresh, waiting: standing === 'waiting' }
}
