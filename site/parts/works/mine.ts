import { asMember, type Ctx, type MemberCtx } from '#workers/lib/context.ts'
import { signInFirst } from '#workers/lib/errors.ts'

// For forms on pages that guests may open too.
export const asMine =
  <T, R>(work: (ctx: MemberCtx, input: T, typed: Record<string, string>) => Promise<R>) =>
  (ctx: Ctx, input: T, typed: Record<string, string>) => {
    if (!ctx.member) throw signInFirst()
    return work(asMember(ctx, ctx.member), input, typed)
  }
