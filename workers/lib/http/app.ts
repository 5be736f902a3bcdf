import type { Ctx, Member, MemberCtx } from '../context.ts'

// Tells who asks. `surely` also asks the database whether the sign-in still holds and which roles count by now.
export type Identify = (how: { surely: boolean }) => Promise<Member | undefined>

// Whether this community switched off a part of the product.
export type IsOff = (part: string) => Promise<boolean>

export type App = { Bindings: Env; Variables: { ctx: Ctx; identify: Identify; isOff: IsOff } }

export type MemberApp = { Bindings: Env; Variables: { ctx: MemberCtx; identify: Identify; isOff: IsOff } }
