import { newId } from '#db/id.ts'
import { logLines } from '../log.ts'
import type { Copies } from './copies.ts'
import { answerFrom, type Copy, copyOf } from './copy.ts'

export type Serve = (request: Request, env: Env, execution: ExecutionContext) => Response | Promise<Response>

const RENEWAL_MS = 10_000

// What is the same for everybody is made once and handed out until it is too old: see decisions/0008-edge-cache.md.
export function fromTheEdge(serve: Serve, copies: Copies, now = Date.now): Serve {
  return async (...asked) => {
    const [request, env] = asked
    if (!mayBeShared(request, env)) return serve(...asked)
    const kept = isGuest(request) ? await copies.find(request.url, now()) : undefined
    const age = kept ? ageOf(kept) : 0
    if (kept && age < kept.fresh + kept.willDo) {
      if (age >= kept.fresh) renew(kept, asked)
      return handOut(kept, age, request)
    }
    const answer = await make(asked)
    const old = answer.status === 503 ? (kept ?? (await copies.find(request.url, now()))) : undefined
    return old ? answerFrom(old, request, { ...ownOf(answer), Age: `${ageOf(old)}`, Warning: OLD }) : answer
  }

  async function make(asked: Parameters<Serve>): Promise<Response> {
    const [request, , execution] = asked
    const answer = await serve(...asked)
    const copy = isGuest(request) && request.method === 'GET' ? await copyOf(answer, now()) : undefined
    if (!copy) return answer
    execution.waitUntil(copies.keep(request.url, copy))
    return answerFrom(copy, request, ownOf(answer))
  }

  function renew(copy: Copy, asked: Parameters<Serve>) {
    const [{ method }, , execution] = asked
    if (now() < copy.renewAfter || method !== 'GET') return
    copy.renewAfter = now() + RENEWAL_MS
    execution.waitUntil(make(asked))
  }

  function ageOf({ madeAt }: Copy) {
    return Math.max(0, Math.floor((now() - madeAt) / 1000))
  }
}

// On a laptop a copy that is a minute old would only confuse.
const KEEPING = new Set(['staging', 'production'])

const mayBeShared = ({ method, headers }: Request, env: Env) =>
  KEEPING.has(env.ENVIRONMENT) && (method === 'GET' || method === 'HEAD') && !headers.has('Authorization')

// Whoever brings a cookie may have changed something a moment ago, and sees it.
const isGuest = ({ headers }: Request) => !headers.has('Cookie')

function handOut(copy: Copy, age: number, request: Request): Response {
  const requestId = newId()
  const own = { 'X-Request-Id': requestId, 'Server-Timing': 'db;dur=0.0;desc="0"', Age: `${age}` }
  const answer = answerFrom(copy, request, own)
  const path = new URL(request.url).pathname
  logLines({ requestId }).info('answered', {
    method: request.method,
    path,
    status: answer.status,
    ms: 0,
    trips: 0,
    age,
  })
  return answer
}

const ownOf = ({ headers }: Response) => ({
  'X-Request-Id': headers.get('X-Request-Id'),
  'Server-Timing': headers.get('Server-Timing'),
})

const OLD = '111 - "Revalidation failed"'
