import type { AstroGlobal } from 'astro'
import { ZodObject, ZodPipe, type ZodType } from 'zod'
import { badRequest, type Issue, Refusal } from '#workers/lib/errors.ts'
import { onceEach, readBytes, readForm, refuseUnstorable } from '#workers/lib/http/body.ts'
import { bringWhole } from '#workers/media/bringing.ts'
import { memberCtx } from '../member.ts'

const MB = 1024 * 1024
// Without a script a browser sends everything at once, and we hold it at once.
export const AT_ONCE = 24 * MB

type Fields = { values: Record<string, string>; issues: Issue[] }

const IN_PARTS = /^multipart\/form-data/i

export const takesFiles = (schema: ZodType): boolean =>
  schema instanceof ZodPipe
    ? takesFiles(schema.in as ZodType) || takesFiles(schema.out as ZodType)
    : schema instanceof ZodObject && 'files' in schema.shape

// A form whose files were brought before by a script names them in its fields; files that come with it are brought now.
export async function readFields(page: AstroGlobal, limit: number, withFiles: boolean): Promise<Fields> {
  const isInParts = IN_PARTS.test(page.request.headers.get('Content-Type') ?? '')
  if (!withFiles || !isInParts) return { values: await readForm(page.request, limit), issues: [] }
  const parts = await partsOf(page.request)
  const isText = (part: [string, string | File]): part is [string, string] => typeof part[1] === 'string'
  const values = onceEach(new URLSearchParams(parts.filter(isText)))
  refuseUnstorable(values)
  const files = parts.flatMap(([, value]) => (value instanceof File && value.size > 0 ? [value] : []))
  // A field in which no file was chosen comes as an empty word.
  const { 'files.alt': alt, files: _, ...said } = values
  return { values: said, issues: await bringAll(page, files, said, alt) }
}

async function bringAll(
  page: AstroGlobal,
  files: File[],
  values: Record<string, string>,
  alt?: string,
): Promise<Issue[]> {
  const issues: Issue[] = []
  let next = 1 + Math.max(-1, ...Object.keys(values).map((name) => Number(/^files\.(\d{1,4})$/.exec(name)?.[1] ?? -1)))
  for (const file of files) {
    try {
      values[`files.${next}`] = await bringWhole(memberCtx(page), file, alt)
      next += 1
    } catch (error) {
      if (!(error instanceof Refusal) || error.status >= 500) throw error
      issues.push({ path: 'files', message: `${file.name.slice(0, 80)}: ${error.message}` })
    }
  }
  return issues
}

async function partsOf(request: Request): Promise<[string, string | File][]> {
  const bytes = await readBytes(request, AT_ONCE)
  const headers = { 'Content-Type': request.headers.get('Content-Type') ?? '' }
  try {
    return [...(await new Response(bytes, { headers }).formData())]
  } catch {
    throw badRequest('malformed_body', 'The form could not be read. Please try once more.')
  }
}
