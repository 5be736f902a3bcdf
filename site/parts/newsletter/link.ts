import type { AstroGlobal } from 'astro'
import { Refusal } from '#workers/lib/errors.ts'
import { readForm } from '#workers/lib/http/body.ts'
import { parsed } from '#workers/lib/http/valid.ts'
import { LinkToken } from '#workers/notifications/newsletter/inputs.ts'

type Act = (ctx: AstroGlobal['locals']['ctx'], link: LinkToken) => Promise<unknown>

// Opening a link shows a button, pressing it acts: mail scanners that open every link change nothing.
export async function followLink(
  page: AstroGlobal,
  act: Act,
): Promise<{ state: 'ask' | 'done' | 'broken'; token: string }> {
  page.response.headers.set('Referrer-Policy', 'same-origin')
  const posted = page.request.method === 'POST'
  const token = posted ? (await readForm(page.request, 2048)).token : page.url.searchParams.get('token')
  const link = parsed(LinkToken, { token })
  if (!link.success) return broken(page)
  if (!posted) return { state: 'ask', token: link.data.token }
  try {
    await act(page.locals.ctx, link.data)
    return { state: 'done', token: link.data.token }
  } catch (error) {
    if (error instanceof Refusal && error.status === 400) return broken(page)
    throw error
  }
}

function broken(page: AstroGlobal) {
  page.response.status = 400
  return { state: 'broken' as const, token: '' }
}
