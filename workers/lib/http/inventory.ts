import type { Hono } from 'hono'
import type { ZodType } from 'zod'
import type { App } from './app.ts'
import { type Rule, ruleOf } from './rule.ts'
import { inputOf, type Source } from './valid.ts'

export type Route = {
  method: string
  path: string
  rule: Rule | undefined
  inputs: { source: Source; schema: ZodType }[]
}

// Every route with what it promises, read from the handlers themselves, so the list cannot go stale.
export function routesOf(app: Hono<App>): Route[] {
  const routes = new Map<string, Route>()
  for (const { method, path, handler } of app.routes) {
    const key = `${method} ${path}`
    const route = routes.get(key) ?? { method, path, rule: undefined, inputs: [] }
    const input = inputOf(handler)
    routes.set(key, {
      ...route,
      rule: route.rule ?? ruleOf(handler),
      inputs: input ? [...route.inputs, input] : route.inputs,
    })
  }
  return [...routes.values()].filter((route) => route.method !== 'ALL')
}

export const routesAt = (routes: Route[], path: string): Route[] =>
  routes.filter((route) => patternOf(route.path).test(path))

const patternOf = (path: string) =>
  new RegExp(`^${path.replaceAll('.', '\\.').replace(/:\w+(?:\{(.+?)\})?/g, (_, shape = '[^/]+') => shape)}$`)
