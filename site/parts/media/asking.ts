export type Told = { id: string; partBytes: number; parts: number[]; state: string; refusal: string | null }

export class NotTaken extends Error {
  readonly status: number
  constructor(status: number, says: string) {
    super(says)
    this.status = status
  }
}
export class Unreachable extends Error {}
export class Busy extends Error {}
export class Interrupted extends Error {}
// Storage has forgotten what was begun.
export class Forgotten extends Error {}

export async function ask(method: string, address: string, body?: object): Promise<Told> {
  const answer = await fetch(address, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  }).catch(() => {
    throw new Unreachable()
  })
  if (answer.ok) return answer.json()
  throw asError(answer.status, await answer.text().catch(() => ''))
}

// 409: it has changed meanwhile, so it is asked again how far it is.
export function asError(status: number, answer: string): Error {
  const { code, says } = wordsOf(answer)
  if (code === 'upload_gone') return new Forgotten()
  return status >= 500 || [408, 409, 429].includes(status) ? new Busy() : new NotTaken(status, says)
}

function wordsOf(answer: string): { code?: string; says: string } {
  try {
    const { code, detail, issues } = JSON.parse(answer)
    return { code, says: issues?.[0]?.message ?? detail }
  } catch {
    return { says: 'This file could not be taken.' }
  }
}
