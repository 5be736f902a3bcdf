import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { choices } from './choices/routes.ts'
import { inbox } from './inbox/routes.ts'
import { leaving } from './leaving/routes.ts'
import { newsletter } from './newsletter/routes.ts'
import { push } from './push/routes.ts'

export const notifications = new Hono<App>()
  .route('/', newsletter)
  .route('/', inbox)
  .route('/', choices)
  .route('/', leaving)
  .route('/', push)
