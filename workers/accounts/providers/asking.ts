import type { Ctx } from '#workers/lib/context.ts'
import { badRequest, Refusal } from '#workers/lib/errors.ts'
import { readUpTo } from '#workers/lib/outside.ts'
import type { Provider } from './listed.ts'

const SECONDS = 4
const LARGEST = 256 * 1024

export type Ask = (url: string, init?: RequestInit) => Promise<Response>

// Whatever a provider does, a member waits four seconds at most, and we read a quarter of a megabyte at most.
export function asking(ctx: Ctx): Ask {
  const deadline = AbortSignal.timeout(SECONDS * 1000)
  const late = new Promise<never>((_, give) => {
    deadline.addEventListener('abort', () => give(new Error('The provider took too long.')))
  })
  late.catch(() => {})
  const ask: Ask = async (url, init) => {
    const answer = await ctx.outside.fetch(new Request(url, { ...init, redirect: 'manual', signal: deadline }))
    const body = await readUpTo(LARGEST, answer)
    const headers = new Headers(answer.headers)
    for (const name of ['Content-Encoding', 'Content-Length']) headers.delete(name)
    return new Response(body.length > 0 ? body : null, { status: answer.status, headers })
  }
  return (url, init) => Promise.race([ask(url, init), late])
}

export const providerDown = ({ log }: Ctx, { id, name }: Provider, error: unknown) => {
  log.warn('provider does not answer', { provider: id, error })
  return new Refusal(
    503,
    'provider_unavailable',
    `${name} does not answer right now. Please try again in a moment, or sign in another way.`,
    { headers: { 'Retry-After': '30' } },
  )
}

// What came back does not fit what we asked, or was played to us: nobody is signed in, and nothing is linked.
export const providerMisled = ({ log }: Ctx, { id, name }: Provider, error: unknown) => {
  log.warn('provider answered wrongly', { provider: id, error })
  return badRequest('provider_refused', `${name} did not confirm who you are. Please begin again; nothing was changed.`)
}
