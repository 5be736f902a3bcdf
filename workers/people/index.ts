import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { myProfileRoutes } from './my-profile/routes.ts'
import { skills } from './skills/routes.ts'

export const people = new Hono<App>().route('/', skills).route('/', myProfileRoutes)
