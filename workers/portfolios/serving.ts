import { type Context, Hono } from 'hono'
import { unavailable } from '#workers/lib/errors.ts'
import type { App } from '#workers/lib/http/app.ts'
import { knows } from '#workers/lib/http/copy.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { rangeOf } from '#workers/media/range.ts'
import type { Host } from './addresses.ts'
import { askedFor, isAt, wholeAddress } from './asked.ts'
import { drawOnce } from './sharing.ts'
import { SITE_HEADERS } from './site-headers.ts'
import { type FileList, type Sign, signAt, styleAt } from './storage.ts'

// What is taken back or sold is gone from every reader's eyes this many seconds after storage knows.
const PAGE = 'public, max-age=20'
const FOREVER = 'public, max-age=31536000, immutable'
const PICTURE = 'public, max-age=86400'

const READ = rule({
  does: 'A page or a file of a member’s own site',
  for: 'everyone',
  pace: 'reading',
  cache: 'public',
  answers: {
    200: 'The file',
    206: 'A part of it',
    304: 'Not changed',
    308: 'It is at another address',
    404: 'The page of the site for what is not there',
    416: 'It is not that long',
  },
})

export const memberSites = new Hono<App>()
  .use('/:at{@.+}', keepApart)
  .get('/:at{@[^/]+}', READ, (c) => answer(c, 'house').catch(asAway(c)))
  .get('/:at{@[^/]+}/*', READ, (c) => answer(c, 'house').catch(asAway(c)))

async function keepApart(c: Context<App>, next: () => Promise<void>) {
  await next()
  for (const [name, value] of Object.entries(SITE_HEADERS)) c.res.headers.set(name, value)
}

const asAway =
  (c: Context<App>) =>
  (error: unknown): never => {
    c.var.ctx.log.error('a site could not be read', { error })
    throw unavailable('We cannot reach this site right now. Please try once more in a moment.')
  }

// Each page of a site has one address: whatever else leads to it is led on there.
export async function answer(c: Context<App>, host: Host): Promise<Response> {
  // No site gets a worker of its own in a reader's browser.
  if (c.req.header('Service-Worker')) return c.text('There are no scripts here.', 404)
  const url = new URL(c.req.url)
  const { handle, path } = askedFor(url, host)
  const sign = await signOf(c.env, handle)
  if (!sign) return c.redirect(onHouse(c, host, `/members/${encodeURIComponent(handle)}`), 302)
  const to = wholeAddress(c.env, 'movedTo' in sign ? sign.movedTo : handle, path)
  if ('movedTo' in sign || !isAt(url, host, to, c.env))
    return c.redirect(
      (to.origin === c.env.ORIGIN ? onHouse(c, host, to.pathname) : to.origin + to.pathname) + url.search,
      308,
    )
  if (!('list' in sign)) return c.text('Nothing is shown here any more.', 404)
  return show(c, sign, path)
}

const onHouse = (c: Context<App>, host: Host, path: string) => (host === 'house' ? path : c.env.ORIGIN + path)

type Standing = Extract<Sign, { list: string }>

async function show(c: Context<App>, { list, member }: Standing, path: string): Promise<Response> {
  const { files, mayTrain } = await listOf(c.env, list)
  const own = Object.hasOwn(files, path) ? files[path] : styleOfBefore(member, path)
  const [key, type, drawn] = own ?? files['404.html'] ?? []
  if (!key || !type) return c.text('Nothing hangs here.', 404)
  const headers = new Headers({
    'Content-Type': type,
    'Cache-Control': cacheOf(path),
    ETag: `"${key.split('/').at(-1)}"`,
    ...(!mayTrain && { 'X-Robots-Tag': 'noai, noimageai', 'TDM-Reservation': '1' }),
  })
  if (!own) return found(c, key, { status: 404, headers })
  if (knows(c.req.header('If-None-Match') ?? null, headers.get('ETag') ?? ''))
    return new Response(null, { status: 304, headers })
  if (drawn) await drawOnce(c.var.ctx, key, drawn)
  return path.startsWith('m/') ? play(c, key, headers) : found(c, key, { status: 200, headers })
}

// Whoever has a page of the last build still finds how it looked.
const styleOfBefore = (member: string, path: string): [string, string] | undefined => {
  const [, digest] = /^a\/([0-9a-f]{32})\.css$/.exec(path) ?? []
  return digest ? [styleAt(member, digest), 'text/css; charset=utf-8'] : undefined
}

const cacheOf = (path: string) => (path.startsWith('a/') ? FOREVER : /^[im]\//.test(path) ? PICTURE : PAGE)

async function found(c: Context<App>, key: string, init: { status: number; headers: Headers }) {
  const file = await c.env.MEDIA.get(key)
  if (file) return new Response(file.body, init)
  c.var.ctx.log.error('a file of a site is missing from storage', { key })
  return c.text('This file is missing. We have been told.', 404)
}

// A player asks for the piece it needs next.
async function play(c: Context<App>, key: string, headers: Headers) {
  const file = await c.env.MEDIA.head(key)
  if (!file) return found(c, key, { status: 404, headers })
  headers.set('Accept-Ranges', 'bytes')
  const range = rangeOf(c.req.raw.headers, { bytes: file.size })
  if (range === 'beyond') {
    headers.set('Content-Range', `bytes */${file.size}`)
    return new Response(null, { status: 416, headers })
  }
  if (!range) return found(c, key, { status: 200, headers })
  const length = range.last - range.first + 1
  const piece = await c.env.MEDIA.get(key, { range: { offset: range.first, length } })
  headers.set('Content-Range', `bytes ${range.first}-${range.last}/${file.size}`)
  return new Response(piece?.body ?? null, { status: 206, headers })
}

const signOf = async ({ MEDIA }: Env, handle: string): Promise<Sign | undefined> =>
  (await MEDIA.get(signAt(handle)))?.json<Sign>()

// A list never changes under its name: each of them is read once.
const lists = new Map<string, FileList>()
const MOST_LISTS = 64

async function listOf({ MEDIA }: Env, key: string): Promise<FileList> {
  const known = lists.get(key)
  if (known) return known
  const kept = await MEDIA.get(key)
  if (!kept) throw new Error(`${key} is missing from storage.`)
  const list = await kept.json<FileList>()
  lists.set(key, list)
  for (const oldest of lists.keys()) if (lists.size > MOST_LISTS) lists.delete(oldest)
  return list
}
