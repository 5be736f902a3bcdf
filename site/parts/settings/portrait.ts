import type { AstroGlobal } from 'astro'
import type { MemberCtx } from '#workers/lib/context.ts'
import { badRequest, Refusal } from '#workers/lib/errors.ts'
import { readBytes } from '#workers/lib/http/body.ts'
import { PICTURE_BYTES } from '#workers/lib/pictures/pictures.ts'
import { Focus } from '#workers/people/portraits/inputs.ts'
import { keepPortrait, takeDownPortrait } from '#workers/people/portraits/portraits.ts'
import { memberCtx } from '../member.ts'

const AROUND_THE_FILE = 4096

export const sendsPortrait = ({ request }: AstroGlobal) =>
  request.method === 'POST' && (request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')

// The form with the picture; what is wrong with it is told in words.
export async function portraitPosted(page: AstroGlobal): Promise<{ done: boolean; wrong?: string }> {
  if (!sendsPortrait(page)) return { done: false }
  try {
    await hang(memberCtx(page), await partsOf(page.request))
    return { done: true }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    page.response.status = error.status
    return { done: false, wrong: error.message }
  }
}

async function hang(ctx: MemberCtx, form: FormData) {
  if (form.get('_form') === 'take-down') return takeDownPortrait(ctx)
  const file = form.get('portrait')
  if (!(file instanceof File) || file.size === 0) throw badRequest('no_picture', 'Choose a picture first.')
  const focus = Focus.catch('center').parse(form.get('focus'))
  return keepPortrait(ctx, new Uint8Array(await file.arrayBuffer()), focus)
}

async function partsOf(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, PICTURE_BYTES + AROUND_THE_FILE)
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
  return new Response(bytes, { headers }).formData().catch(() => {
    throw badRequest('malformed_body', 'The form could not be read. Please try once more.')
  })
}
