export type Issue = { path: string; message: string }

export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly code: string
  readonly issues: Issue[]
  readonly headers: Record<string, string>

  constructor(
    status: number,
    code: string,
    detail: string,
    more: { issues?: Issue[]; headers?: Record<string, string> } = {},
  ) {
    super(detail)
    this.status = status
    this.code = code
    this.issues = more.issues ?? []
    this.headers = more.headers ?? {}
  }
}

export function refuse(refusal: Refusal): never {
  throw refusal
}

export const badRequest = (code: string, detail: string) => new Refusal(400, code, detail)

export const signInFirst = (code = 'not_signed_in', detail = 'Please sign in first. Nothing was changed.') =>
  new Refusal(401, code, detail)

export const forbidden = (code: string, detail: string) => new Refusal(403, code, detail)

export const notFound = (what: string) =>
  new Refusal(404, 'not_found', `We could not find that ${what}. It may have been moved, or the link is incomplete.`)

export const methodNotAllowed = (allowed: string[]) =>
  new Refusal(405, 'method_not_allowed', `This address understands ${allowed.join(', ')}.`, {
    headers: { Allow: allowed.join(', ') },
  })

export const conflict = (detail: string, code = 'conflict') => new Refusal(409, code, detail)

export const tooLarge = (limit: number) =>
  new Refusal(
    413,
    'payload_too_large',
    `That is more than we can take at once: the limit is ${Math.floor(limit / 1024)} KB.`,
  )

export const wrongType = (wanted: string) =>
  new Refusal(415, 'unsupported_media_type', `Please send this as ${wanted}.`)

export const invalid = (issues: Issue[]) =>
  new Refusal(
    422,
    issues.every((issue) => issue.message === UNKNOWN_FIELD) ? 'unknown_field' : 'validation_failed',
    'Some of what was sent needs another look.',
    { issues: issues.slice(0, MOST_ISSUES) },
  )

const MOST_ISSUES = 20

export const UNKNOWN_FIELD = 'We do not know this field.'

export const tooMany = (seconds: number) =>
  new Refusal(429, 'too_many_requests', 'That was a lot at once. Please wait a moment and try again.', {
    headers: { 'Retry-After': String(seconds) },
  })

export const unavailable = (
  detail = 'We cannot reach our records right now. Nothing was lost; please try again in a moment.',
) => new Refusal(503, 'unavailable', detail, { headers: { 'Retry-After': '5' } })
