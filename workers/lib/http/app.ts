import type { Ctx } from '../context.ts'

export type App = { Bindings: Env; Variables: { ctx: Ctx } }
