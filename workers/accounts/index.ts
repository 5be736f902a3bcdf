import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { addressRoutes } from './addresses/routes.ts'
import { agreementRoutes } from './agreements/routes.ts'
import { departureRoutes } from './departures/routes.ts'
import { dataExports } from './exports/routes.ts'
import { guardianRoutes } from './guardians/routes.ts'
import { joiningRoutes } from './joining/routes.ts'
import { mentorApplications } from './mentor-applications/routes.ts'
import { passkeyRoutes } from './passkeys/routes.ts'
import { passwordRoutes } from './passwords/routes.ts'
import { proofRoutes } from './proof/routes.ts'
import { providerRoutes } from './providers/routes.ts'
import { register } from './register/routes.ts'
import { roles } from './roles/routes.ts'
import { secondStepRoutes } from './second-step/routes.ts'
import { signInRoutes } from './sign-ins/routes.ts'
import { suspensions } from './suspensions/routes.ts'
import { tokenRoutes } from './tokens/routes.ts'
import { viewing } from './viewing/routes.ts'

export const accounts: Hono<App> = new Hono<App>()
  .route('/', signInRoutes)
  .route('/', joiningRoutes)
  .route('/', agreementRoutes)
  .route('/', guardianRoutes)
  .route('/', passwordRoutes)
  .route('/', addressRoutes)
  .route('/', proofRoutes)
  .route('/', secondStepRoutes)
  .route('/', passkeyRoutes)
  .route('/', tokenRoutes)
  .route('/', providerRoutes)
  .route('/', register)
  .route('/', roles)
  .route('/', suspensions)
  .route('/', viewing)
  .route('/', mentorApplications)
  .route('/', dataExports)
  .route('/', departureRoutes)
