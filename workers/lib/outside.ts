import { promises as dns } from 'node:dns'
import type { Ctx } from './context.ts'
import { Refusal } from './errors.ts'
import { isPublicAddress, looksLikeAnAddress } from './outside/addresses.ts'

// The world beyond our walls, as far as members may send us there.
export type Outside = {
  addressesOf(host: string): Promise<string[]>
  fetch(request: Request): Promise<Response>
}

export const theOutside: Outside = {
  async addressesOf(host) {
    const found = await Promise.allSettled([dns.resolve4(host), dns.resolve6(host)])
    return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  },
  fetch: (request) => fetch(request),
}

type Asked = { method?: string; headers?: HeadersInit; body?: BodyInit; seconds?: number; bytes?: number }
export type Answered = { status: number; headers: Headers; body: Uint8Array<ArrayBuffer> }

// The only way to an address that a member gave us: https, a public place, no redirects, and neither slow nor large.
export async function fetchOutside(ctx: Ctx, address: string, asked: Asked = {}): Promise<Answered> {
  const { seconds = 10, bytes = 1_000_000, ...init } = asked
  const url = allowedUrl(address)
  const signal = AbortSignal.timeout(seconds * 1000)
  return inTime(signal, async () => {
    await insistOnPublicPlace(ctx, url.hostname)
    const answer = await ctx.outside.fetch(new Request(url, { ...init, redirect: 'manual', signal }))
    if (answer.status >= 300 && answer.status < 400) throw notAllowed('This address leads on to another one.')
    return { status: answer.status, headers: answer.headers, body: await readUpTo(bytes, answer) }
  })
}

// What can be told from the words of an address alone, before anybody is asked where it leads.
export function allowedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (!url) throw notAllowed('This is not a complete web address.')
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    throw notAllowed('Only plain https addresses can be used.')
  const host = url.hostname.replace(/\.$/, '')
  if (looksLikeAnAddress(host) ? !isPublicAddress(host) : isHomeName(host)) throw notAllowed()
  return url
}

const HOME_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|example|onion|arpa)$/

const isHomeName = (host: string) => !host.includes('.') || HOME_NAMES.test(host)

async function insistOnPublicPlace(ctx: Ctx, host: string) {
  if (looksLikeAnAddress(host)) return
  const addresses = await ctx.outside.addressesOf(host)
  if (addresses.length === 0 || !addresses.every(isPublicAddress)) throw notAllowed()
}

async function inTime<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const late = new Promise<never>((_, give) =>
    signal.addEventListener('abort', () => give(unreachable('took too long'))),
  )
  try {
    return await Promise.race([work(), late])
  } catch (error) {
    throw error instanceof Refusal ? error : unreachable('could not be reached', error)
  }
}

export async function readUpTo(most: number, answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  let size = 0
  const reader = answer.body?.getReader()
  for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
    size += piece.value.byteLength
    if (size > most) {
      await reader?.cancel()
      throw unreachable('sent more than we take')
    }
    pieces.push(piece.value)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

const notAllowed = (detail = 'This address cannot be used: it does not lead to a public place on the web.') =>
  new Refusal(422, 'url_not_allowed', detail)

const unreachable = (what: string, cause?: unknown) =>
  Object.assign(new Refusal(503, 'outside_unreachable', `That address ${what}. Please try again later.`), { cause })
