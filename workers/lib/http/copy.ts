import { createHash } from 'node:crypto'

// An answer that is the same for everybody: for some seconds it is fresh, for some more it will do while a new one is made.
export type Copy = {
  body: ArrayBuffer
  headers: Headers
  etag: string
  madeAt: number
  fresh: number
  willDo: number
  renewAfter: number
}

export async function copyOf(answer: Response, madeAt: number): Promise<Copy | undefined> {
  if (!isForEverybody(answer)) return undefined
  const headers = new Headers(answer.headers)
  for (const name of OF_ONE_ANSWER) headers.delete(name)
  const body = await answer.arrayBuffer()
  if (!headers.has('ETag')) headers.set('ETag', tagOf(body))
  return copyFrom(body, headers, madeAt)
}

export function copyFrom(body: ArrayBuffer, headers: Headers, madeAt: number): Copy {
  const rule = headers.get('Cache-Control') ?? ''
  return {
    body,
    headers,
    etag: headers.get('ETag') ?? '',
    madeAt,
    fresh: secondsOf(rule, 'max-age'),
    willDo: secondsOf(rule, 'stale-while-revalidate'),
    renewAfter: 0,
  }
}

const tagOf = (body: ArrayBuffer) => `W/"${createHash('sha1').update(new Uint8Array(body)).digest('base64url')}"`

// Whoever has this copy already is only told that it is still the one.
export function answerFrom(copy: Copy, request: Request, own: Record<string, string | null>): Response {
  const isKnown = knows(request.headers.get('If-None-Match'), copy.etag)
  const body = isKnown || request.method === 'HEAD' ? null : copy.body
  const answer = new Response(body, { status: isKnown ? 304 : 200, headers: copy.headers })
  for (const [name, value] of Object.entries(own)) if (value !== null) answer.headers.set(name, value)
  return answer
}

// Files with a tag of their own, such as pictures, are looked after where they come from; pages are not files.
const isForEverybody = ({ status, headers }: Response): boolean =>
  status === 200 &&
  /^public, max-age=[1-9]/.test(headers.get('Cache-Control') ?? '') &&
  /^(Cookie)?$/i.test(headers.get('Vary') ?? '') &&
  !headers.has('Set-Cookie') &&
  (!headers.has('ETag') || isPage(headers.get('Content-Type') ?? ''))

const isPage = (type: string) => /^(text\/(html|css)|application\/\S*(json|xml))\b/.test(type)

const OF_ONE_ANSWER = ['X-Request-Id', 'Server-Timing']

const secondsOf = (rule: string, name: string) => Number(new RegExp(`\\b${name}=(\\d+)`).exec(rule)?.[1] ?? 0)

export const knows = (asked: string | null, etag: string) =>
  (asked?.split(',') ?? []).some((one) => one.trim() === '*' || bare(one) === bare(etag))

const bare = (etag: string) => etag.trim().replace(/^W\//, '')
