import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'

export const mentoring = new Hono<App>()
