import { Hono } from 'hono'
import { accounts } from './accounts/index.ts'
import type { App } from './lib/http/app.ts'
import { describeApi } from './lib/http/openapi.ts'
import { rule } from './lib/http/rule.ts'
import { earningRoutes } from './marketplace/earnings/routes.ts'
import { finance } from './marketplace/finance/routes.ts'
import { listingRoutes } from './marketplace/listings/routes.ts'
import { orderRoutes } from './marketplace/orders/routes.ts'
import { payoutRoutes } from './marketplace/payouts/routes.ts'
import { savingRoutes } from './marketplace/savings/routes.ts'
import { organisingMatchingRoutes } from './matching/organising/routes.ts'
import { choosingRoutes } from './matching/programs/choosing/routes.ts'
import { pairingGroupRoutes } from './matching/programs/groups/routes.ts'
import { pairingRoutes } from './matching/programs/routes.ts'
import { recommendationRoutes } from './matching/recommendations/routes.ts'
import { wayRoutes } from './matching/ways/routes.ts'
import { wishRoutes } from './matching/wishes/routes.ts'
import { mediaRoutes } from './media/routes.ts'
import { mentoring } from './mentoring/index.ts'
import { notifications } from './notifications/index.ts'
import { people } from './people/index.ts'
import { letterRoutes } from './portfolios/contact/routes.ts'
import { postRoutes } from './portfolios/posts/routes.ts'
import { siteRoutes } from './portfolios/routes.ts'
import { copyRoutes } from './portfolios/taking-along/routes.ts'
import { works } from './projects/index.ts'
import { searching } from './search/routes.ts'
import { settings } from './settings/routes.ts'
import { upkeep } from './upkeep/routes.ts'

export const api: Hono<App> = new Hono<App>()
  .route('/', accounts)
  .route('/', people)
  .route('/', works)
  .route('/', listingRoutes)
  .route('/', orderRoutes)
  .route('/', earningRoutes)
  .route('/', savingRoutes)
  .route('/', payoutRoutes)
  .route('/', siteRoutes)
  .route('/', copyRoutes)
  .route('/', postRoutes)
  .route('/', letterRoutes)
  .route('/', mediaRoutes)
  .route('/', mentoring)
  .route('/', wayRoutes)
  .route('/', wishRoutes)
  .route('/', recommendationRoutes)
  .route('/', organisingMatchingRoutes)
  .route('/', pairingRoutes)
  .route('/', pairingGroupRoutes)
  .route('/', choosingRoutes)
  .route('/', notifications)
  .route('/', settings)
  .route('/', searching)
  .route('/', finance)
  .route('/', upkeep)
  .get(
    '/openapi.json',
    rule({
      does: 'This document',
      for: 'everyone',
      pace: 'reading',
      cache: 'public',
      answers: { 200: 'OpenAPI 3.1 document' },
    }),
    (c) => c.json(describeApi(api)),
  )
