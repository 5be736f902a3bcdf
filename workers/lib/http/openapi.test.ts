import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { aWorld, type World } from '../testing/world.ts'
import { routesOf } from './inventory.ts'

const Described = z.object({ description: z.string().min(2) })

const Operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  summary: z.string().min(6),
  tags: z.array(z.string().min(2)).length(1),
  security: z.array(z.partialRecord(z.enum(['cookie', 'token']), z.tuple([]))),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: z.object({}),
    }),
  ),
  requestBody: z
    .strictObject({
      required: z.literal(true),
      content: z.record(z.string().regex(/^application\//), z.object({ schema: z.object({}) })),
    })
    .optional(),
  responses: z.intersection(
    z.object({ default: z.strictObject({ $ref: z.literal('#/components/responses/Problem') }) }),
    z.record(z.string().regex(/^([1-5]\d\d|default)$/), z.union([Described, z.object({ $ref: z.string() })])),
  ),
})

const Document = z.strictObject({
  openapi: z.literal('3.1.0'),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string().startsWith('/api/'), z.record(z.string(), Operation)),
  components: z.object({
    schemas: z.object({ Problem: z.object({}) }),
    responses: z.object({ Problem: Described }),
    securitySchemes: z.strictObject({ cookie: Described, token: Described }),
  }),
})

let world: World
let document: z.output<typeof Document>
beforeAll(async () => {
  world = await aWorld()
  document = Document.parse(await (await world.request('/api/openapi.json')).json())
})

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      path,
      method,
      operation,
    })),
  )

describe('the API document', () => {
  it('tells with what one has to say who one is', () => {
    const ways = (path: string, method: string) => document.paths[path]?.[method]?.security
    expect(ways('/api/skills', 'get')).toEqual([])
    expect(ways('/api/settings', 'get')).toEqual([{ cookie: [] }, { token: [] }])
    expect(ways('/api/tokens', 'post')).toEqual([{ cookie: [] }])
  })

  it('tells every route of the API and no other', () => {
    const routes = routesOf(world.house).filter(({ path, rule }) => path.startsWith('/api/') && rule)
    const named = routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(named.sort())
  })

  it('names each operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('describes every parameter of a path, and requires it', () => {
    for (const { name, path, operation } of operations()) {
      const inPath = operation.parameters.filter((parameter) => parameter.in === 'path')
      expect(
        inPath.map((parameter) => parameter.name),
        name,
      ).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, word]) => word))
      expect(inPath.every((parameter) => parameter.required)).toBe(true)
    }
  })

  it('describes the body of whatever takes one', () => {
    for (const { name, method, operation } of operations())
      if (method === 'get') expect(operation.requestBody, name).toBeUndefined()
    for (const { path, method, inputs } of routesOf(world.house))
      if (inputs.some(({ source }) => source === 'json' || source === 'form'))
        expect(document.paths[described(path)]?.[method.toLowerCase()]?.requestBody, path).toBeDefined()
  })

  it('offers an Idempotency-Key for every POST, unless its answer is a secret that is shown once', () => {
    const ours = routesOf(world.house).filter(({ rule }) => rule && rule.calledFrom !== 'who signs')
    for (const { path, method, rule } of ours) {
      const parameters = document.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]?.parameters ?? []
      const offers = parameters.some((parameter) => parameter.name === 'Idempotency-Key')
      expect(offers, `${method} ${path}`).toBe(method === 'POST' && !rule?.handsOverSecret)
    }
  })

  it('describes at least one good answer of each operation, and a Problem for the rest', () => {
    for (const { name, operation } of operations())
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith('2')),
        name,
      ).toBe(true)
  })

  it('points only to parts it contains', () => {
    const text = JSON.stringify(document)
    for (const [, path] of text.matchAll(/"\$ref":"#\/([^"]+)"/g)) {
      const part = (path ?? '').split('/').reduce<unknown>((at, word) => Reflect.get(Object(at), word), document)
      expect(part, path).toBeDefined()
    }
  })

  it('V13.4.6 says nothing about what the house is built with', () => {
    expect(JSON.stringify(document)).not.toMatch(/hono|drizzle|postgres|neon|cloudflare|astro/i)
  })
})

const described = (path: string) => path.replace(/:(\w+)/g, '{$1}')
