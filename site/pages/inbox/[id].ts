import type { APIRoute } from 'astro'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { parsed } from '#workers/lib/http/valid.ts'
import { NoticeId } from '#workers/notifications/inbox/inputs.ts'
import { openNotice, whereNoticeLeads } from '#workers/notifications/inbox/reading.ts'

// Leads on to what a notice is about. Whoever follows has read it; a browser that only fetches ahead has not, nor has an
// admin who looks as somebody else.
export const GET: APIRoute = async ({ params, request, locals, redirect }) => {
  const notice = parsed(NoticeId, { id: params.id })
  if (!notice.success) throw notFound('notice')
  const ctx = locals.ctx as MemberCtx
  const looksOnly = request.method !== 'GET' || request.headers.has('Sec-Purpose') || ctx.member.viewedBy !== undefined
  return redirect(await (looksOnly ? whereNoticeLeads : openNotice)(ctx, notice.data), 303)
}
