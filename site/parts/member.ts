import type { AstroGlobal } from 'astro'
import type { MemberCtx } from '#workers/lib/context.ts'

// For pages that workers/pages.ts opens to members only: who is here, known and certain.
export function memberCtx(page: AstroGlobal): MemberCtx {
  const { ctx } = page.locals
  if (!ctx.member) throw new Error(`${page.url.pathname} is a member's page, but workers/pages.ts does not say so.`)
  return ctx as MemberCtx
}
