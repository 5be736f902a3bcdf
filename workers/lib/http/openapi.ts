import type { Hono } from 'hono'
import { type ZodType, z } from 'zod'
import type { App } from './app.ts'
import { type Route, routesOf } from './inventory.ts'
import type { Rule } from './rule.ts'

const VERSION = '1.0.0'

export function describeApi(app: Hono<App>) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routesOf(app)) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Guildhall',
      version: VERSION,
      description: 'Everything a page of Guildhall can do, a program can do here.',
    },
    servers: [{ url: '/' }],
    paths,
    components: { schemas: { Problem: problem }, responses: { Problem: refused }, securitySchemes },
  }
}

function operation({ method, path, rule, inputs }: Route) {
  const body = inputs.find(({ source }) => source === 'json' || source === 'form')
  const isOnce = method === 'POST' && !rule?.handsOverSecret
  return {
    operationId: `${method.toLowerCase()}${path.replace(/\W+(\w)/g, (_, letter) => letter.toUpperCase())}`,
    summary: rule?.does,
    tags: [path.split('/')[1]],
    security: securityOf(rule),
    parameters: [...inputs.flatMap(asParameters), ...(isOnce ? [idempotencyKey] : [])],
    ...(body && {
      requestBody: {
        required: true,
        content: { [TYPES[body.source] ?? '']: { schema: schemaOf(body.schema, 'input') } },
      },
    }),
    responses: { ...answers(rule?.answers ?? {}), default: { $ref: '#/components/responses/Problem' } },
  }
}

const TYPES: Record<string, string> = { json: 'application/json', form: 'application/x-www-form-urlencoded' }

function asParameters({ source, schema }: { source: string; schema: ZodType }) {
  if (source !== 'query' && source !== 'param') return []
  const { properties = {}, required = [] } = schemaOf(schema, 'input')
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: source === 'param' ? 'path' : 'query',
    required: source === 'param' || required.includes(name),
    schema: shape,
  }))
}

const answers = (declared: Record<number, ZodType | string>) =>
  Object.fromEntries(
    Object.entries(declared).map(([status, answer]) => [
      status,
      typeof answer === 'string'
        ? { description: answer }
        : { description: 'As described', content: { 'application/json': { schema: schemaOf(answer, 'output') } } },
    ]),
  )

const schemaOf = (schema: ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return shape
}

const securitySchemes = {
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-access',
    description: 'What a browser gets when its member signs in. It lives ten minutes and is renewed by itself.',
  },
  token: {
    type: 'http',
    scheme: 'bearer',
    description:
      'A token that a member made for a program at /settings/tokens, with the scopes read, write or organise.',
  },
}

// Any one of the list is enough; an empty one means that nobody has to say who they are.
type Security = { cookie?: []; token?: [] }

function securityOf(rule: Rule | undefined): Security[] {
  if (!rule || rule.for === 'everyone') return []
  const ways: Security[] = rule.inPerson ? [{ cookie: [] }] : [{ cookie: [] }, { token: [] }]
  return rule.for === 'visitors' ? [{}, ...ways] : ways
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key with the same request gives the same answer for two days, however often it is sent.',
  schema: { type: 'string', minLength: 8, maxLength: 200 },
}

export const Problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  issues: z.array(z.strictObject({ path: z.string(), message: z.string() })),
  requestId: z.string(),
})

const problem = schemaOf(Problem, 'output')

const refused = {
  description: 'What was not possible, and what to do',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}
