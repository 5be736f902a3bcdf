import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import type { input, output, ZodType } from 'zod'
import { type Issue, invalid, notFound, UNKNOWN_FIELD } from '../errors.ts'
import type { App } from './app.ts'
import { onceEach, readForm, readJson, refuseUnstorable } from './body.ts'
import { answerOnce } from './idempotency.ts'
import { DEFAULT_BODY_LIMIT, ruleOf } from './rule.ts'

export type Source = 'json' | 'form' | 'query' | 'param'

type Checked<S extends Source, Z extends ZodType> = { in: { [K in S]: input<Z> }; out: { [K in S]: output<Z> } }

const schemas = new WeakMap<object, { source: Source; schema: ZodType }>()

export const inputOf = (handler: object) => schemas.get(handler)

export function valid<S extends Source, Z extends ZodType>(
  source: S,
  schema: Z,
): MiddlewareHandler<App, string, Checked<S, Z>> {
  const check: MiddlewareHandler<App, string, Checked<S, Z>> = async (c, next) => {
    const value = parsed(schema, await read[source](c))
    if (!value.success && source === 'param') throw notFound('page')
    if (!value.success) throw invalid(value.issues)
    c.req.addValidatedData(source, value.data as object)
    await next()
  }
  schemas.set(check, { source, schema })
  return check
}

export function parsed<Z extends ZodType>(schema: Z, value: unknown) {
  const result = schema.safeParse(value)
  if (result.success) return { success: true as const, data: result.data }
  return { success: false as const, issues: result.error.issues.flatMap(asIssues) }
}

const read: Record<Source, (c: Context<App>) => Promise<unknown>> = {
  async json(c) {
    const { text, value } = await readJson(c.req.raw, limitOf(c))
    if (isRemembered(c)) answerOnce(c, text)
    return value
  },
  async form(c) {
    const value = await readForm(c.req.raw, limitOf(c))
    if (isRemembered(c)) answerOnce(c, JSON.stringify(value))
    return value
  },
  async query(c) {
    const value = onceEach(new URLSearchParams(queryOf(c.req.url)))
    refuseUnstorable(value)
    return value
  },
  param: async (c) => c.req.param(),
}

// Much cheaper than a whole URL.
const queryOf = (url: string) => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

const rulesOf = (c: Context<App>) => matchedRoutes(c).flatMap(({ handler }) => ruleOf(handler) ?? [])

const limitOf = (c: Context<App>): number => rulesOf(c).find((rule) => rule.bodyLimit)?.bodyLimit ?? DEFAULT_BODY_LIMIT

const isRemembered = (c: Context<App>) => !rulesOf(c).some((rule) => rule.handsOverSecret)

function asIssues(issue: { code: string; path: PropertyKey[]; message: string; keys?: unknown }): Issue[] {
  const path = issue.path.join('.')
  if (issue.code !== 'unrecognized_keys' || !Array.isArray(issue.keys)) return [{ path, message: issue.message }]
  return issue.keys.map((key) => ({
    path: [...issue.path, String(key)].join('.').slice(0, 100),
    message: UNKNOWN_FIELD,
  }))
}
