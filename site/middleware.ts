import { defineMiddleware } from 'astro:middleware'
import { asRefusal } from '#workers/lib/http/problems.ts'

export const onRequest = defineMiddleware(async ({ locals, isPrerendered, rewrite }, next) => {
  if (isPrerendered) return next()
  const { ctx } = locals.cfContext
  locals.ctx = ctx
  locals.environment = ctx.env.ENVIRONMENT
  locals.origin = ctx.env.ORIGIN
  try {
    return withHints(await next())
  } catch (error) {
    const refusal = asRefusal(error)
    if (!refusal || refusal.status >= 500) ctx.log.error('page failed', { error })
    locals.refusal = refusal
    return rewrite(refusal && refusal.status < 500 ? '/404' : '/500')
  }
})

// Tells the browser which pages are safe to fetch as soon as a finger hovers over their link.
function withHints(response: Response): Response {
  if (response.headers.get('Content-Type')?.startsWith('text/html'))
    response.headers.set('Speculation-Rules', '"/speculation-rules.json"')
  return response
}
