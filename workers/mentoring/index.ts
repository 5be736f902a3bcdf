import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { applicationRoutes } from './applications/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { circleRoutes } from './circles/routes.ts'
import { cohortRoutes } from './cohorts/routes.ts'
import { copyRoutes } from './copies/routes.ts'
import { dashboardRoutes } from './dashboard/routes.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { goalRoutes } from './goals/routes.ts'
import { growthRoutes } from './growth/routes.ts'
import { journalRoutes } from './journal/routes.ts'
import { lookRoutes } from './looks/routes.ts'
import { mentorshipRoutes } from './mentorships/routes.ts'
import { outreachRoutes } from './outreach/routes.ts'
import { participantRoutes } from './participants/routes.ts'
import { phraseRoutes } from './phrases/routes.ts'
import { planRoutes } from './plan/routes.ts'
import { preferenceRoutes } from './preferences/routes.ts'
import { programPairRoutes } from './program-pairs/routes.ts'
import { programRoutes } from './programs/routes.ts'
import { quizRoutes } from './quizzes/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { requests } from './requests/routes.ts'
import { rubricRoutes } from './rubrics/routes.ts'
import { supplyRoutes } from './supplies/routes.ts'
import { surveyRoutes } from './surveys/routes.ts'
import { taskRoutes } from './tasks/routes.ts'
import { templateRoutes } from './templates/routes.ts'
import { testimonialRoutes } from './testimonials/routes.ts'

export const mentoring = new Hono<App>()
  .route('/', requests)
  .route('/', mentorshipRoutes)
  .route('/', circleRoutes)
  .route('/', changeRoutes)
  .route('/', testimonialRoutes)
  .route('/', taskRoutes)
  .route('/', templateRoutes)
  .route('/', lookRoutes)
  .route('/', feedbackRoutes)
  .route('/', phraseRoutes)
  .route('/', rubricRoutes)
  .route('/', growthRoutes)
  .route('/', preferenceRoutes)
  .route('/', quizRoutes)
  .route('/', dashboardRoutes)
  .route('/', reportRoutes)
  .route('/', outreachRoutes)
  .route('/', supplyRoutes)
  .route('/', participantRoutes)
  .route('/', goalRoutes)
  .route('/', journalRoutes)
  .route('/', programRoutes)
  .route('/', planRoutes)
  .route('/', programPairRoutes)
  .route('/', surveyRoutes)
  .route('/', copyRoutes)
  .route('/', applicationRoutes)
  .route('/', cohortRoutes)
