import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { collecting } from './collections/routes.ts'
import { ownWorks } from './own/routes.ts'
import { picks } from './picks/routes.ts'
import { walls } from './routes.ts'
import { talk } from './talk/routes.ts'
import { together } from './together/routes.ts'

export const works = new Hono<App>()
  .route('/', walls)
  .route('/', ownWorks)
  .route('/', talk)
  .route('/', together)
  .route('/', picks)
  .route('/', collecting)
