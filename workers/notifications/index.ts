import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { newsletter } from './newsletter/routes.ts'

export const notifications = new Hono<App>().route('/', newsletter)
