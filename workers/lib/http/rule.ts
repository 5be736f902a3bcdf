import type { Context, MiddlewareHandler } from 'hono'
import type { ZodType } from 'zod'
import type { App, MemberApp } from './app.ts'
import { type Access, type Audience, admit } from './audience.ts'
import { answerOnce } from './idempotency.ts'
import { keepPace } from './pace.ts'
import { refuseForeignSites } from './same-origin.ts'

export type Rule = Access & {
  does: string
  // What is signed proves who sent it, so many may come at once from the same place.
  pace: 'reading' | 'writing' | 'signed'
  cache: 'public' | 'private' | 'never'
  // The schema of each answer by status; a string stands for a body that is not JSON.
  answers: Record<number, ZodType | string>
  bodyLimit?: number
  // Links in mails are opened by mail programs, which send no Origin: the signature in the link is the proof instead.
  // Webhooks sign every byte they send.
  calledFrom?: 'our pages' | 'anywhere' | 'who signs'
  // A secret is shown once: such an answer is never remembered for an Idempotency-Key.
  handsOverSecret?: boolean
}

export const DEFAULT_BODY_LIMIT = 64 * 1024

const rules = new WeakMap<object, Rule>()

export const ruleOf = (handler: object): Rule | undefined => rules.get(handler)

// Every route states its rule once: it is enforced here, listed by the route inventory and told by the API document.
export function rule<const For extends Audience>(
  stated: Rule & { for: For },
): MiddlewareHandler<For extends 'everyone' | 'visitors' ? App : MemberApp> {
  const keep: MiddlewareHandler<App> = async (c, next) => {
    if ((stated.calledFrom ?? 'our pages') === 'our pages') refuseForeignSites(c.req.raw, c.env.ORIGIN)
    await keepPace(c, stated.pace)
    await admit(c, stated)
    if (!stated.handsOverSecret) answerOnce(c)
    await next()
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', cacheControl(stated, c))
  }
  rules.set(keep, stated)
  return keep as never
}

const cacheControl = (stated: Rule, c: Context<App>) => {
  if (!c.res.ok) return 'no-store'
  return c.var.ctx.member && stated.cache === 'public' ? CACHE.private : CACHE[stated.cache]
}

const CACHE = {
  public: 'public, max-age=60, stale-while-revalidate=300',
  private: 'private, no-cache',
  never: 'no-store',
}
