import { badRequest, invalid, tooLarge, wrongType } from '../errors.ts'

const JSON_TYPE = /^application\/json(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i
// Mail programs that unsubscribe for their reader send their one field this way (RFC 8058).
const PARTS_TYPE = /^multipart\/form-data\s*;\s*boundary=[\w'()+,./:=?"-]{1,72}$/i
const FORM_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset\s*=\s*"?utf-8"?)?\s*$/i

export async function readJson(request: Request, limit: number): Promise<{ text: string; value: unknown }> {
  if (!JSON_TYPE.test(request.headers.get('Content-Type') ?? '')) throw wrongType('JSON (application/json)')
  const text = await readText(request, limit)
  if (text.trim() === '') throw badRequest('malformed_json', 'The request has no body.')
  const value = parse(text)
  refuseUnstorable(value)
  return { text, value }
}

export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge(limit)
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const piece of piecesOf(request)) {
    size += piece.byteLength
    if (size > limit) throw tooLarge(limit)
    pieces.push(new Uint8Array(piece))
  }
  return new Uint8Array(await new Blob(pieces).arrayBuffer())
}

export async function readForm(request: Request, limit: number): Promise<Record<string, string>> {
  const type = request.headers.get('Content-Type') ?? ''
  if (!FORM_TYPE.test(type) && !PARTS_TYPE.test(type)) throw wrongType('a form')
  const text = await readText(request, limit)
  const value = onceEach(FORM_TYPE.test(type) ? new URLSearchParams(text) : await partsOf(text, type))
  refuseUnstorable(value)
  return value
}

async function partsOf(text: string, type: string): Promise<URLSearchParams> {
  try {
    const parts = await new Response(text, { headers: { 'Content-Type': type } }).formData()
    return new URLSearchParams([...parts].map(([name, value]) => [name, typeof value === 'string' ? value : '']))
  } catch {
    throw badRequest('malformed_body', 'The form could not be read.')
  }
}

export function onceEach(fields: URLSearchParams): Record<string, string> {
  const names = [...fields.keys()]
  if (
    new Set(names.map((name) => name.replace(/\[.*$/, ''))).size !== names.length ||
    names.some((name) => name.includes('['))
  )
    throw badRequest('duplicate_parameter', 'A field was sent more than once.')
  return Object.fromEntries(fields)
}

// Counted while it streams: a missing or false Content-Length cannot smuggle a larger body past the limit.
async function readText(request: Request, limit: number): Promise<string> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limit) throw tooLarge(limit)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let text = ''
  let size = 0
  for await (const chunk of piecesOf(request)) {
    size += chunk.byteLength
    if (size > limit) throw tooLarge(limit)
    text += decode(() => decoder.decode(chunk, { stream: true }))
  }
  return text + decode(() => decoder.decode())
}

// A body that breaks off, or whose chunks are counted wrongly, is the sender's fault.
async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  // What states its length is taken whole, which is cheaper than in pieces; the server lets no more than that arrive.
  const isStated = request.headers.has('Content-Length')
  const reader = isStated ? undefined : request.body?.getReader()
  try {
    if (isStated) yield new Uint8Array(await request.arrayBuffer())
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value
  } catch {
    throw badRequest('malformed_body', 'The request did not arrive completely.')
  } finally {
    reader?.cancel().catch(() => {})
  }
}

function decode(read: () => string): string {
  try {
    return read()
  } catch {
    throw badRequest('malformed_json', 'The text is not valid UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest('malformed_json', 'The JSON could not be read.')
  }
}

const DEEPEST = 64

// Postgres cannot store NUL, half a surrogate pair is no character, and what nests for ever exhausts the stack.
export function refuseUnstorable(value: unknown, path: string[] = []) {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed())
      throw invalid([{ path: path.join('.'), message: 'This contains a character that cannot be stored.' }])
  } else if (typeof value === 'object' && value !== null) {
    if (path.length === DEEPEST) throw badRequest('malformed_json', 'The JSON is nested too deeply.')
    for (const [name, part] of Object.entries(value)) {
      refuseUnstorable(name, path)
      refuseUnstorable(part, [...path, name])
    }
  }
}
