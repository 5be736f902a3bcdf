import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { directory } from './directory/routes.ts'
import { endorsements } from './endorsements/routes.ts'
import { myProfileRoutes } from './my-profile/routes.ts'
import { myVisibilityRoutes } from './my-profile/visibility-routes.ts'
import { mySkillRoutes } from './my-skills/routes.ts'
import { myTimeRoutes } from './my-times/routes.ts'
import { portraitRoutes } from './portraits/routes.ts'
import { profiles } from './profiles/routes.ts'
import { skills } from './skills/routes.ts'

export const people = new Hono<App>()
  .route('/', skills)
  .route('/', directory)
  .route('/', profiles)
  .route('/', endorsements)
  .route('/', myProfileRoutes)
  .route('/', myVisibilityRoutes)
  .route('/', mySkillRoutes)
  .route('/', myTimeRoutes)
  .route('/', portraitRoutes)
