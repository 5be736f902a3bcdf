import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { signInRoutes } from './sign-ins/routes.ts'

export const accounts: Hono<App> = new Hono<App>().route('/', signInRoutes)
