import type { AstroGlobal } from 'astro'
import { badRequest, Refusal } from '#workers/lib/errors.ts'
import { readBytes } from '#workers/lib/http/body.ts'
import { PICTURE_BYTES } from '#workers/media/pictures/pictures.ts'

const AROUND_THE_FILE = 4096

export const sendsPicture = ({ request }: AstroGlobal) =>
  request.method === 'POST' && (request.headers.get('Content-Type') ?? '').startsWith('multipart/form-data')

// A form with a picture; what is wrong with it is told in words.
export async function picturePosted(page: AstroGlobal, work: (form: FormData) => Promise<unknown>) {
  if (!sendsPicture(page)) return { done: false }
  try {
    await work(await partsOf(page.request))
    return { done: true }
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    page.response.status = error.status
    return { done: false, wrong: error.message }
  }
}

export async function bytesOf(form: FormData, field: string) {
  const file = form.get(field)
  if (!(file instanceof File) || file.size === 0) throw badRequest('no_picture', 'Choose a picture first.')
  return new Uint8Array(await file.arrayBuffer())
}

async function partsOf(request: Request): Promise<FormData> {
  const bytes = await readBytes(request, PICTURE_BYTES + AROUND_THE_FILE)
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
  return new Response(bytes, { headers }).formData().catch(() => {
    throw badRequest('malformed_body', 'The form could not be read. Please try once more.')
  })
}
