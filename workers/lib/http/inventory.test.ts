import { beforeAll, describe, expect, it } from 'vitest'
import { type ZodType, z } from 'zod'
import { addressOf, aKeeper, changing, headersFor, jsonDoors } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { DECLARED } from '../testing/ways/index.ts'
import { aWorld, ORIGIN, type World } from '../testing/world.ts'
import { AUDIENCES } from './audience.ts'
import { type Route, routesOf } from './inventory.ts'
import { DEFAULT_BODY_LIMIT } from './rule.ts'

// Pages that Astro answers, mounted beside the routes.
const PAGES = ['GET /api/docs']

let world: World
let routes: Route[]
beforeAll(async () => {
  world = await aWorld()
  routes = routesOf(world.house).filter(({ method, path }) => !PAGES.includes(`${method} ${path}`))
})

const words = (line: string) => line.trim().split(/\s+/).join(' ')

describe('the routes of the house', () => {
  it('are exactly those a reviewer has read', () => {
    const told = routes.map(({ method, path, rule, inputs }) =>
      words(
        [
          method,
          path,
          rule?.for,
          rule?.surely ? 'surely' : '',
          rule?.inPerson ? 'in person' : '',
          rule?.pace,
          rule?.cache,
          ...inputs.map(({ source }) => source),
          takesBody({ inputs }) ? (rule?.bodyLimit ?? DEFAULT_BODY_LIMIT) : '',
          rule?.calledFrom && rule.calledFrom !== 'our pages' ? `from ${rule.calledFrom}` : '',
          rule?.handsOverSecret ? 'secret' : '',
        ].join(' '),
      ),
    )
    expect(told.sort()).toEqual(DECLARED.map(words).sort())
  })

  it('each state a rule: what they do, for whom, how often, how long it may be kept, and what they answer', () => {
    for (const { method, path, rule } of routes) {
      const name = `${method} ${path}`
      expect(rule, name).toBeDefined()
      expect(rule?.does.length, name).toBeGreaterThan(5)
      expect(AUDIENCES, name).toContain(rule?.for)
      expect(['reading', 'writing', 'signed'], name).toContain(rule?.pace)
      expect(['public', 'private', 'never'], name).toContain(rule?.cache)
      expect(Object.keys(rule?.answers ?? {}).length, name).toBeGreaterThan(0)
    }
  })

  it('are written at the pace of writing and never kept when they change something', () => {
    for (const { path, rule } of changing(world)) {
      expect(rule?.pace, path).toBe(rule?.calledFrom === 'who signs' ? 'signed' : 'writing')
      expect(rule?.cache, path).toBe('never')
    }
  })

  it('limit every body to 64 KB at most', () => {
    for (const route of routes.filter(takesBody))
      expect(route.rule?.bodyLimit ?? DEFAULT_BODY_LIMIT, route.path).toBeLessThanOrEqual(DEFAULT_BODY_LIMIT)
  })

  it('check every parameter in their path', () => {
    for (const { path, inputs } of routes.filter(({ path }) => /:\w+(?!\w*\{)(\/|$)/.test(path)))
      expect(
        inputs.some(({ source }) => source === 'param'),
        path,
      ).toBe(true)
  })

  it('V15.3.3 take and give only fields they name', () => {
    for (const { method, path, inputs, rule } of routes) {
      const given = Object.values(rule?.answers ?? {}).filter((answer) => typeof answer !== 'string')
      for (const schema of inputs.map((input) => input.schema))
        expect(open(schema, 'input'), `${method} ${path}`).toEqual([])
      for (const schema of given) expect(open(schema, 'output'), `${method} ${path}`).toEqual([])
    }
  })

  it('bound the length of every text they take', () => {
    for (const { method, path, inputs } of routes)
      for (const { schema } of inputs) expect(endless(schema), `${method} ${path}`).toEqual([])
  })

  it('B22 refuse other sites when they change something, except where a mail program has to reach them, or who signs', async () => {
    for (const { method, path, rule } of changing(world)) {
      const answer = await world.request(path, { method, headers: { Origin: 'https://evil.test' }, body: '{}' })
      if (rule?.calledFrom === 'anywhere') expect(answer.status, path).not.toBe(403)
      else if (rule?.calledFrom === 'who signs') expect(answer.status, path).toBe(400)
      else expect(answer.status, path).toBe(403)
    }
  })

  it('V3.5.3 take from anywhere only what a signed link proves', () => {
    const anywhere = routes.filter(({ rule }) => rule?.calledFrom === 'anywhere')
    for (const { path, inputs } of anywhere) {
      const query = inputs.find(({ source }) => source === 'query')
      expect(Object.keys(shapeOf(query?.schema, 'input').properties ?? {}), path).toEqual(['token'])
    }
  })
})

describe('an unknown field', () => {
  it('B14 is refused with 422 in the query of every route that reads one', async () => {
    const keeper = await aKeeper(world)
    for (const route of routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'query'))) {
      const { method, path, inputs } = route
      const form = inputs.some(({ source }) => source === 'form')
      const headers = { ...headersFor(route, keeper), ...(method !== 'GET' && formHeaders) }
      const answer = await world.request(`${addressOf(route)}?token=x&verified=true`, {
        method,
        headers,
        ...(method !== 'GET' && { body: form ? 'List-Unsubscribe=One-Click' : '{}' }),
      })
      expect(answer.status, path).toBe(422)
      expect((await problemOf(answer)).issues.map((issue) => issue.path)).toContain('verified')
    }
  })

  it('B14 is refused with 422 in every form', async () => {
    for (const { path } of routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'form'))) {
      const body = 'List-Unsubscribe=One-Click&verified=true'
      const answer = await world.request(`${path}?token=x`, { method: 'POST', headers: formHeaders, body })
      expect(answer.status, path).toBe(422)
      expect((await problemOf(answer)).code).toBe('unknown_field')
    }
  })

  it('B14 has a request to try it with for every route that takes JSON', async () => {
    const taking = routes.filter(({ inputs }) => inputs.some(({ source }) => source === 'json'))
    expect((await jsonDoors(world)).length).toBe(taking.length)
  })
})

const formHeaders = { Origin: ORIGIN, 'Content-Type': 'application/x-www-form-urlencoded' }

const takesBody = ({ inputs }: Pick<Route, 'inputs'>) =>
  inputs.some(({ source }) => source === 'json' || source === 'form')

type Shape = {
  type?: string
  properties?: Record<string, Shape>
  additionalProperties?: unknown
  items?: Shape
  anyOf?: Shape[]
  prefixItems?: Shape[]
  maxLength?: number
  format?: string
  enum?: unknown[]
  const?: unknown
  pattern?: string
}

const shapeOf = (schema: ZodType | undefined, io: 'input' | 'output'): Shape =>
  schema ? JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }))) : {}

// The objects in a schema that would let an unknown field pass.
const open = (schema: ZodType, io: 'input' | 'output') =>
  everyShape(shapeOf(schema, io)).filter((shape) => shape.type === 'object' && shape.additionalProperties !== false)

const endless = (schema: ZodType) =>
  everyShape(shapeOf(schema, 'input')).filter(
    (shape) =>
      shape.type === 'string' &&
      shape.maxLength === undefined &&
      !shape.enum &&
      shape.const === undefined &&
      !['uuid', 'date'].includes(shape.format ?? ''),
  )

const everyShape = (shape: Shape): Shape[] => [
  shape,
  ...Object.values(shape.properties ?? {}).flatMap(everyShape),
  ...[...(shape.anyOf ?? []), ...(shape.prefixItems ?? []), ...(shape.items ? [shape.items] : [])].flatMap(everyShape),
]
