import type { AstroGlobal } from 'astro'
import type { ZodType } from 'zod'
import { onceEach } from '#workers/lib/http/body.ts'

// The same filters as the API, read from the address; what makes no sense is left out, so an old link still shows something.
export function filtersFrom<Schema extends ZodType<Record<string, unknown>>>(page: AstroGlobal, schema: Schema) {
  const given = Object.fromEntries(Object.entries(onceEach(page.url.searchParams)).filter(([, value]) => value !== ''))
  const whole = schema.safeParse(given)
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.flatMap((issue) => ('keys' in issue ? issue.keys : issue.path.slice(0, 1))))
  return schema.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))))
}

export function addressWith(page: AstroGlobal, changes: Record<string, string | undefined>): string {
  const query = new URLSearchParams(page.url.searchParams)
  query.delete('after')
  for (const [name, value] of Object.entries(changes)) value ? query.set(name, value) : query.delete(name)
  const text = query.toString()
  return text ? `${page.url.pathname}?${text}` : page.url.pathname
}

// The same bytes for everybody, so the edge may keep them.
export const forEverybody = (page: AstroGlobal) =>
  page.response.headers.set('Cache-Control', 'public, max-age=60, stale-while-revalidate=300')
