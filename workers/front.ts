import { type Context, type Handler, Hono, type MiddlewareHandler } from 'hono'
import { newId } from '#db/id.ts'
import { hearOfEnded, identifier } from './accounts/sign-ins/identify.ts'
import { visitOf } from './accounts/sign-ins/visit.ts'
import type { Ctx } from './lib/context.ts'
import { badRequest, methodNotAllowed, notFound } from './lib/errors.ts'
import type { App } from './lib/http/app.ts'
import { admit } from './lib/http/audience.ts'
import { answerOnce } from './lib/http/idempotency.ts'
import { routesAt, routesOf } from './lib/http/inventory.ts'
import { keepPace } from './lib/http/pace.ts'
import { type Pages, sorry, wantsPage } from './lib/http/pages.ts'
import { asProblem } from './lib/http/problems.ts'
import { refuseForeignSites } from './lib/http/same-origin.ts'
import { secure } from './lib/http/security-headers.ts'
import { tellWhose } from './lib/http/sharing.ts'
import { downloads } from './marketplace/orders/downloads.ts'
import { webhooks } from './marketplace/payments/webhooks.ts'
import { privateMedia } from './media/serving.ts'
import { pageAt } from './pages.ts'
import { siteHosts } from './portfolios/hosts.ts'
import { sitePreview } from './portfolios/preview.ts'
import { memberSites } from './portfolios/serving.ts'
import { covers } from './projects/covers.ts'
import { media } from './projects/media.ts'
import { isOff } from './settings/settings.ts'

type Execution = Context['executionCtx']
export type OpenRequest = (env: Env, execution: Execution, requestId: string) => Ctx

// The front of the house: the API where it is there, the files, and then the pages for everything else.
export function front(open: OpenRequest, pages: Pages, api = new Hono<App>()) {
  const explain = (error: unknown, c: Context<App>) => (wantsPage(c) ? sorry(c, error, pages) : asProblem(c, error))
  return new Hono<App>()
    .use(greet(open, explain))
    .use(refuseBrokenAddress)
    .use(siteHosts)
    .all('/api/docs', guardPages, (c) => pages(c, c.req.raw))
    .route('/api', api)
    .all('/api/*', refuseOtherMethods(api))
    .route('/', webhooks)
    .all('/webhooks/*', refuseOtherMethods(webhooks))
    .route('/', downloads)
    .route('/', privateMedia)
    .route('/', covers)
    .route('/', media)
    .route('/', memberSites)
    .route('/', sitePreview)
    .all('/:at{@.+}', refuseOtherMethods(memberSites))
    .on('ALL', UNUSED, refuseUnused)
    .all('*', guardPages, (c) => pages(c, c.req.raw))
    .onError(explain)
}

type Explain = (error: unknown, c: Context<App>) => Response | Promise<Response>

const greet =
  (open: OpenRequest, explain: Explain): MiddlewareHandler<App> =>
  async (c, next) => {
    const start = performance.now()
    const ctx = { ...open(c.env, c.executionCtx, newId()), visit: visitOf(c.env, c.req.raw) }
    c.set('ctx', ctx)
    c.set('identify', identifier(c))
    c.set('isOff', (part) => isOff(ctx, part, (work) => c.executionCtx.waitUntil(work)))
    // Hono hands only errors to onError; whatever else is thrown arrives here.
    await next().catch(async (thrown: unknown) => {
      c.res = await explain(thrown, c)
    })
    const { headers } = c.res
    secure(headers, c.env.ENVIRONMENT)
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', c.res.ok ? 'private, no-cache' : 'no-store')
    for (const cookie of ctx.cookies) headers.append('Set-Cookie', cookie)
    tellWhose(headers, c.req.raw)
    headers.set('X-Request-Id', ctx.requestId)
    headers.set('Server-Timing', `db;dur=${ctx.spent.ms.toFixed(1)};desc="${ctx.spent.trips}"`)
    const ms = Math.round(performance.now() - start)
    ctx.log.info('answered', {
      method: c.req.method,
      path: c.req.path,
      status: c.res.status,
      ms,
      trips: ctx.spent.trips,
    })
    hearOfEnded(c)
  }

const refuseBrokenAddress: MiddlewareHandler<App> = async (c, next) => {
  if (c.req.url.includes('%') && isBroken(c.req.url))
    throw badRequest('bad_request', 'This address is not written correctly.')
  await next()
}

function isBroken(address: string): boolean {
  try {
    return decodeURIComponent(address.replaceAll('+', ' ')).includes('\0')
  } catch {
    return true
  }
}

// What a route's rule does for the API, for all pages at once: they are read, or a form on them is posted.
const guardPages: MiddlewareHandler<App> = async (c, next) => {
  const page = pageAt(c.req.path)
  const methods = page?.form ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD']
  if (page && !methods.includes(c.req.method)) throw methodNotAllowed(methods)
  refuseForeignSites(c.req.raw, c.env.ORIGIN)
  await keepPace(c, c.req.method === 'POST' ? 'writing' : 'reading')
  if (!page) throw notFound('page')
  if (c.req.method === 'POST') answerOnce(c)
  await admit(c, page)
  await next()
  if (page.for !== 'everyone' && c.var.ctx.member) c.res.headers.set('Cache-Control', 'private, no-store')
}

const refuseOtherMethods =
  (api: Hono<App>): Handler<App> =>
  (c) => {
    const allowed = methodsAt(api, c.req.path.replace(/^\/api/, ''))
    if (allowed.length === 0) throw notFound('address')
    throw methodNotAllowed(allowed)
  }

// Ways into the house that Astro opens and nobody here uses.
const UNUSED = ['/_image', '/_actions/*', '/_server-islands/*']

const refuseUnused: Handler<App> = () => {
  throw notFound('page')
}

const methodsAt = (api: Hono<App>, path: string) => {
  const methods = routesAt(routesOf(api), path).map((route) => route.method)
  return methods.includes('GET') ? [...new Set([...methods, 'HEAD'])] : [...new Set(methods)]
}
