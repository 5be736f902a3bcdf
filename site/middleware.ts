import { defineMiddleware } from 'astro:middleware'
import { termsAsKnown, theHouse, theHouseAsKnown } from '#workers/settings/settings.ts'

export const onRequest = defineMiddleware(async ({ locals, isPrerendered }, next) => {
  if (isPrerendered) return next()
  const { ctx, refusal } = locals.cfContext
  locals.ctx = ctx
  locals.environment = ctx.env.ENVIRONMENT
  locals.origin = ctx.env.ORIGIN
  locals.refusal = refusal
  try {
    locals.house = refusal ? theHouseAsKnown() : await theHouse(ctx, (work) => locals.cfContext.waitUntil(work))
    locals.terms = termsAsKnown()
    return withHints(await next())
  } catch (error) {
    // The front of the house decides what to show: see workers/lib/http/pages.ts.
    locals.cfContext.failed = { error }
    return new Response('failed', { status: 500 })
  }
})

// Tells the browser which pages are safe to fetch as soon as a finger hovers over their link.
function withHints(response: Response): Response {
  if (response.headers.get('Content-Type')?.startsWith('text/html'))
    response.headers.set('Speculation-Rules', '"/speculation-rules.json"')
  return response
}
