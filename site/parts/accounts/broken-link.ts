import type { AstroGlobal } from 'astro'
import { Refusal } from '#workers/lib/errors.ts'

// What a link in a mail opens; nothing when it is broken, which the page then says in its own words.
export async function opened<T>(page: AstroGlobal, look: (token: string) => Promise<T>, posted?: string) {
  const token = posted ?? page.url.searchParams.get('token') ?? ''
  try {
    if (token) return { token, found: await look(token) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 400) throw error
  }
  page.response.status = 400
  return { token, found: undefined }
}
