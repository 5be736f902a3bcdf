import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { newId } from '#db/id.ts'
import { isUnavailable } from '#db/patience.ts'
import { Refusal, unavailable } from '../errors.ts'
import { logLines } from '../log.ts'
import type { App } from './app.ts'
import { secure } from './security-headers.ts'

export function asProblem(c: Context<App>, error: unknown): Response {
  // A request that could not be opened has no context yet.
  const { requestId, log } = c.get('ctx') ?? { requestId: newId(), log: logLines({}) }
  const refusal = asRefusal(error)
  if (!refusal || refusal.status >= 500) log.error('request failed', { error: asError(error), path: c.req.path })
  return problem(refusal ?? unexpected, requestId)
}

export function asRefusal(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isUnavailable(error)) return unavailable()
  if (error instanceof HTTPException && error.status < 500)
    return new Refusal(error.status, 'bad_request', 'We could not make sense of that request.')
  return undefined
}

export function problem(refusal: Refusal, requestId: string): Response {
  const { status, code, message: detail, issues, headers } = refusal
  const body = { type: 'about:blank', title: TITLES[status] ?? 'Error', status, code, detail, issues, requestId }
  const answer = new Response(JSON.stringify(body), {
    status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Request-Id': requestId,
      ...headers,
    },
  })
  secure(answer.headers, '')
  return answer
}

export const unexpected = new Refusal(
  500,
  'unexpected',
  'Something went wrong on our side. It has been noted; please try again.',
)

export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(`thrown: ${String(thrown)}`)

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Needs another look',
  429: 'Too many requests',
  500: 'Unexpected error',
  503: 'Unavailable for a moment',
}
