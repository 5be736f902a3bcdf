import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { keepPace } from '#workers/lib/http/pace.ts'
import { addressOf, type Host, hostOf } from './addresses.ts'
import { answer } from './serving.ts'
import { SITE_HEADERS } from './site-headers.ts'

// Hosts on which there are sites of members and nothing else of the house: no page, no API, no form, no cookie.
export const siteHosts: MiddlewareHandler<App> = async (c, next) => {
  const url = new URL(c.req.url)
  const host = hostOf(c.env, url.host)
  if (host === 'house') return next()
  c.res = await reply(c, url, host).catch((error) => excuse(c, error))
  for (const [name, value] of Object.entries({ ...SITE_HEADERS, ...HEADERS })) c.res.headers.set(name, value)
}

// What else lies on a member's domain is theirs to decide.
const HEADERS = { 'Strict-Transport-Security': 'max-age=31536000' }

async function reply(c: Context<App>, { pathname }: URL, host: Exclude<Host, 'house'>): Promise<Response> {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    return c.text('There is only something to read here.', 405, { Allow: 'GET, HEAD' })
  await keepPace(c, 'reading')
  if (pathname === '/robots.txt') return c.text(robots(c, host))
  if (host === 'sites' && !pathname.startsWith('/@')) return c.text('Nothing hangs here.', 404)
  return answer(c, host)
}

const robots = ({ env }: Context<App>, host: Host) =>
  [
    'User-agent: *',
    env.ENVIRONMENT === 'production' ? 'Allow: /' : 'Disallow: /',
    ...(typeof host === 'object' ? ['', `Sitemap: ${addressOf(env, host.of)}/sitemap.xml`] : []),
    '',
  ].join('\n')

function excuse(c: Context<App>, error: unknown): Response {
  if (error instanceof Refusal) return new Response(error.message, { status: error.status, headers: error.headers })
  c.var.ctx.log.error('a site could not be read', { error })
  return c.text('We cannot reach this site right now. Please try once more in a moment.', 503, { 'Retry-After': '5' })
}
