import { type Context, Hono } from 'hono'
import { render, type SiteFile } from '#site/portfolio/rendering.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import type { App } from '#workers/lib/http/app.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { sign, verify } from '#workers/lib/signed-links.ts'
import { houseOf } from './addresses.ts'
import { PreviewLink } from './inputs.ts'
import { SITE_HEADERS } from './site-headers.ts'
import { type Snapshot, takeSnapshot } from './snapshot.ts'

const PURPOSE = 'site-preview'
const OF_A_POST = 'post-preview'
const HOURS = 2

// Where a member sees their site as it would be. A page in the sandbox sends no cookie for its pictures, so the link itself says
// whose it is.
export function previewLink({ env, now, member }: MemberCtx): string {
  const until = new Date(now.getTime() + HOURS * 3_600_000)
  return `/site-preview/${sign(env.LINK_SECRET, PURPOSE, member.id, until)}`
}

// The same with one post that is not out yet, for whoever writes it.
export function postPreviewLink({ env, now, member }: MemberCtx, postId: string): string {
  const until = new Date(now.getTime() + HOURS * 3_600_000)
  return `/site-preview/${sign(env.LINK_SECRET, OF_A_POST, `${member.id}~${postId}`, until)}`
}

export const FRAMED: Record<string, string> = {
  ...SITE_HEADERS,
  'Content-Security-Policy':
    SITE_HEADERS['Content-Security-Policy']?.replace("frame-ancestors 'none'", "frame-ancestors 'self'") ?? '',
  'X-Frame-Options': 'SAMEORIGIN',
  'X-Robots-Tag': 'noindex',
}

const READ = rule({
  does: 'A member’s own site as it would be, by a link that is good for two hours',
  for: 'everyone',
  pace: 'reading',
  cache: 'never',
  answers: { 200: 'The file', 404: 'There is nothing, or the link is too old' },
})

export const sitePreview = new Hono<App>()
  .use('/site-preview/*', async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(FRAMED)) c.res.headers.set(name, value)
  })
  .get('/site-preview/:link', READ, valid('param', PreviewLink), (c) => preview(c, ''))
  .get('/site-preview/:link/*', READ, valid('param', PreviewLink), (c) =>
    preview(c, decodeURIComponent(c.req.path.split('/').slice(3).join('/'))),
  )

async function preview(c: Context<App>, path: string): Promise<Response> {
  const { ctx } = c.var
  const link = c.req.param('link') ?? ''
  const seen = await lookBy(ctx, link)
  if (!seen) return c.text('This preview is too old. Go back to your site and open it again.', 404)
  const files = render(seen.content, { url: `${c.env.ORIGIN}/site-preview/${link}` }, houseOf(c.env, seen))
  const found = files.get(path)
  const file = found ?? files.get('404.html')
  const body = file && (await bodyOf(c.env, file))
  if (!file || !body) return c.text('This file is missing.', 404)
  return new Response(body, { status: found ? 200 : 404, headers: { 'Content-Type': file.type } })
}

async function lookBy(ctx: Ctx, link: string): Promise<Snapshot | undefined> {
  const { env, now } = ctx
  const id = verify(env.LINK_SECRET, PURPOSE, link, now)
  if (id) return takeSnapshot(ctx, id, 'draft')
  const [memberId, postId] = verify(env.LINK_SECRET, OF_A_POST, link, now)?.split('~') ?? []
  return memberId && postId ? takeSnapshot(ctx, memberId, { withPost: postId }) : undefined
}

// What others show beside a link has no place in a preview.
async function bodyOf({ MEDIA }: Env, file: SiteFile) {
  if ('text' in file) return file.text
  return 'key' in file ? (await MEDIA.get(file.key))?.body : undefined
}
