import type { Fetch } from '../payments.ts'
import { PaymentRefused, PaymentUnsure } from '../refusals.ts'

export type Call = <T>(method: 'GET' | 'POST', path: string, asked?: Asked) => Promise<T>
type Asked = { key?: string; json?: unknown; form?: FormData }

export type Refused = { name?: string; details?: { issue?: string; field?: string }[]; links?: Link[] }
export type Link = { rel: string; href: string }

const PATIENCE_MS = 10_000

type Token = { value: string; until: number }
const tokens = new Map<string, Token>()

export function caller(env: Env, outside: Fetch): Call {
  const base = env.PAYPAL_API_BASE.replace(/\/$/, '')
  const ask = async (path: string, init: RequestInit) => {
    const signal = AbortSignal.timeout(PATIENCE_MS)
    return await outside(base + path, { ...init, signal, redirect: 'manual' }).catch((error) => {
      throw new PaymentUnsure(error)
    })
  }
  const token = async () => {
    const known = tokens.get(base + env.PAYPAL_CLIENT_ID)
    if (known && known.until > performance.now()) return known.value
    const fresh = await newToken(env, ask)
    tokens.set(base + env.PAYPAL_CLIENT_ID, fresh)
    return fresh.value
  }
  return async (method, path, { key, json, form } = {}) => {
    const headers = new Headers({ Authorization: `Bearer ${await token()}`, Prefer: 'return=representation' })
    if (key) headers.set('PayPal-Request-Id', key)
    if (!form && method === 'POST') headers.set('Content-Type', 'application/json')
    const body = form ?? (json === undefined ? null : JSON.stringify(json))
    const answer = await ask(path, { method, headers, body })
    if (answer.status === 401) tokens.delete(base + env.PAYPAL_CLIENT_ID)
    return await read(answer)
  }
}

async function newToken(env: Env, ask: (path: string, init: RequestInit) => Promise<Response>): Promise<Token> {
  const answer = await ask('/v1/oauth2/token', {
    method: 'POST',
    headers: {
      Authorization: `Basic ${btoa(`${env.PAYPAL_CLIENT_ID}:${env.PAYPAL_CLIENT_SECRET}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  })
  const { access_token, expires_in }: { access_token?: string; expires_in?: number } = await bodyOf(answer)
  if (!answer.ok || !access_token) throw new PaymentUnsure(new Error(`PayPal gives no token: ${answer.status}`))
  return { value: access_token, until: performance.now() + ((expires_in ?? 60) - 60) * 1000 }
}

async function read<T>(answer: Response): Promise<T> {
  if (answer.ok) return answer.status === 204 ? ({} as T) : await bodyOf(answer)
  const refused: Refused = await bodyOf<Refused>(answer).catch(() => ({}))
  const issue = refused.details?.[0]?.issue ?? refused.name ?? String(answer.status)
  const fault = Object.assign(new Error(`PayPal answers ${answer.status}: ${issue}`), { refused })
  if (!PLAIN.has(answer.status) || UNDECIDED.test(issue)) throw new PaymentUnsure(fault)
  throw new PaymentRefused(answer.status === 404 ? 'not_there' : issue, WORDS[issue], fault)
}

// Plain refusals. Everything else may have happened, or may be mended.
const PLAIN = new Set([400, 404, 422])

const UNDECIDED = /^(PREVIOUS_REQUEST_IN_PROGRESS|INTERNAL_SERVER_ERROR|DUPLICATE_REQUEST_ID)$/

const WORDS: Record<string, string> = {
  INSTRUMENT_DECLINED:
    'PayPal could not take the money this way. Nothing was charged; please choose another way in PayPal.',
  PAYER_CANNOT_PAY: 'PayPal does not let this account pay. Nothing was charged; please pay another way.',
  CAPTURE_FULLY_REFUNDED: 'This was paid back in full already. Nothing more was sent.',
  INSUFFICIENT_FUNDS:
    'There is not enough money at PayPal for this yet. Nothing was sent; please try again in a day or two.',
}

async function bodyOf<T>(answer: Response): Promise<T> {
  try {
    return JSON.parse(await answer.text())
  } catch (error) {
    throw new PaymentUnsure(error)
  }
}

export async function whereThere<T>(work: Promise<T>): Promise<T | undefined> {
  return await work.catch((error: unknown) => {
    if (error instanceof PaymentRefused && error.reason === 'not_there') return undefined
    throw error
  })
}

export const linkIn = (links: Link[] | undefined, ...rels: string[]) =>
  links?.find(({ rel }) => rels.includes(rel))?.href
