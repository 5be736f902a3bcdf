import type { Post, PostState } from '#workers/portfolios/posts/inputs.ts'
import type { Typed } from './kept-here.ts'

// What came of it: saved; there is another text by now; not taken, and why; or nobody answered, so it is tried again.
export type Answer =
  | { is: 'saved'; version: number; slug: string }
  | { is: 'behind' }
  | { is: 'refused'; says: string }
  | { is: 'away' }

type Refused = { code?: string; detail?: string; issues?: { message: string }[] }

type Text = Typed & { version: number; byHand: boolean }

export async function save(id: string, { slug, ...text }: Text, isLeaving = false): Promise<Answer> {
  const answer = await ask('PUT', `/api/posts/${id}`, { ...text, slug: slug.trim() }, isLeaving)
  if (!answer || answer.status === 429 || answer.status >= 500) return { is: 'away' }
  if (answer.ok) return { is: 'saved', ...((await answer.json()) satisfies PostState) }
  const { code, detail = '', issues = [] }: Refused = await answer.json<Refused>().catch(() => ({}))
  if (code === 'changed_elsewhere') return { is: 'behind' }
  return { is: 'refused', says: WHY[answer.status] ?? issues[0]?.message ?? detail }
}

const WHY: Record<number, string> = {
  401: 'You are signed out. Sign in in another window, then go on here.',
  404: 'This post was deleted in another window. Your words are still here: copy what you need.',
  413: 'That is more than a post can hold.',
}

export async function read(id: string): Promise<Post | undefined> {
  const answer = await ask('GET', `/api/posts/${id}`)
  return answer?.ok ? answer.json() : undefined
}

export async function bringBack(id: string, number: number): Promise<PostState | undefined> {
  const answer = await ask('PUT', `/api/posts/${id}/versions/${number}/back`)
  return answer?.ok ? answer.json() : undefined
}

const ask = (method: string, address: string, body?: object, keepalive = false) =>
  fetch(address, {
    method,
    keepalive,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => undefined)
