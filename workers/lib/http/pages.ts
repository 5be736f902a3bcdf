import type { Context } from 'hono'
import type { Ctx } from '../context.ts'
import type { Refusal } from '../errors.ts'
import type { App } from './app.ts'
import { asError, asRefusal, problem, unexpected } from './problems.ts'

// What travels to a page beside the request, and the error that may come back.
export type Handed = { ctx: Ctx; refusal: Refusal | undefined; failed?: { error: unknown } }

export type Pages = (c: Context<App>, request: Request, refusal?: Refusal) => Promise<Response>

export const wantsPage = (c: Context<App>) =>
  c.get('ctx') !== undefined &&
  !c.req.path.startsWith('/api/') &&
  !c.req.path.startsWith('/media/') &&
  (c.req.header('Accept') ?? '').includes('text/html')

// A person gets a page that says what happened; its status and headers are those of the refusal.
export async function sorry(c: Context<App>, error: unknown, pages: Pages): Promise<Response> {
  const refusal = asRefusal(error) ?? unexpected
  if (refusal.status === 401) return askToSignIn(c)
  if (refusal.code === 'second_step_needed') return c.redirect('/settings/second-step', 303)
  if (refusal.status >= 500) c.var.ctx.log.error('page failed', { error: asError(error), path: c.req.path })
  const path = refusal.status === 404 ? '/404' : '/500'
  const page = await pages(c, new Request(new URL(path, c.req.url)), refusal).catch(() => undefined)
  if (!page) return problem(refusal, c.var.ctx.requestId)
  const headers = new Headers(page.headers)
  headers.set('Cache-Control', 'no-store')
  for (const [name, value] of Object.entries(refusal.headers)) headers.set(name, value)
  return new Response(page.body, { status: refusal.status, headers })
}

function askToSignIn(c: Context<App>): Response {
  const { pathname, search } = new URL(c.req.url)
  // Browsers keep the cookie that renews a sign-in to themselves while they follow a link from elsewhere: one more look helps.
  if (c.req.header('Sec-Fetch-Site') === 'cross-site' && c.req.header('Cookie')?.includes('member='))
    return new Response('', { headers: { 'Content-Type': 'text/html; charset=utf-8', Refresh: '0' } })
  const next = new URLSearchParams({ next: pathname + search })
  return c.redirect(`/sign-in?${next}`, 303)
}
