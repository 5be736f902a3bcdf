import type { Ctx, Member, MemberCtx } from '../context.ts'

// Tells who asks. `surely` also asks the database whether the sign-in still holds and which roles count by now.
export type Identify = (how: { surely: boolean }) => Promise<Member | undefined>

export type App = { Bindings: Env; Variables: { ctx: Ctx; identify: Identify } }

export type MemberApp = { Bindings: Env; Variables: { ctx: MemberCtx; identify: Identify } }
