import { eq } from 'drizzle-orm'
import { members } from '#db/schema/people.ts'
import type { Ctx, Member } from '#workers/lib/context.ts'
import { beginSignIn, entering, MAY_ENTER } from '../sign-ins/sign-ins.ts'
import { checkCode, wrongCode } from './checking.ts'
import type { GivenCode } from './inputs.ts'
import { arrived, whoIsHalfWay } from './ticket.ts'

// The second of two steps; the cookie says who took the first in this browser.
export async function completeSignIn(ctx: Ctx, { code }: GivenCode, headers: Headers): Promise<Member> {
  const { member, way } = whoIsHalfWay(ctx, headers)
  await checkCode(ctx, member, code)
  const [who] = await ctx.db.select(entering).from(members).where(eq(members.id, member))
  if (!who || !MAY_ENTER.has(who.standing)) throw wrongCode()
  arrived(ctx)
  return beginSignIn(ctx, who, way)
}
