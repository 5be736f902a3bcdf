import { beforeAll, describe, expect, it } from 'vitest'
import { PAGES } from '#workers/pages.ts'
import { NEW_HOUSE, remember } from '#workers/settings/settings.ts'
import { aCast, CAST, type Cast, type Who } from '../testing/cast.ts'
import { addressOf, fromSomewhere } from '../testing/doors.ts'
import { problemOf } from '../testing/promises.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, fromOurPage, type World } from '../testing/world.ts'
import type { Access } from './audience.ts'
import { routesOf } from './inventory.ts'

// Read this as a reviewer. Who may knock where, one letter each:
//   + comes in   1 has to sign in (401)   3 may not (403)
// in the order: guest, participant, another participant, mentor, organiser | admin, suspended, suspended and not heard of
// yet, waiting for a guardian, admin who looks as a member | programs that read, write, organise.
const MATRIX = `
+++++ +++++ +++  POST   /api/sign-ins
1++++ +1++3 3++  DELETE /api/sign-ins/current
1++++ +11+3 333  GET    /api/sign-ins
1++++ +11+3 333  DELETE /api/sign-ins
1++++ +11+3 333  DELETE /api/sign-ins/:id
+++++ +++++ +++  POST   /api/sign-ups
+++++ +++++ +++  POST   /api/sign-ups/confirmation
+++++ +++++ +++  POST   /api/guardian-decisions
1++++ +11+3 333  GET    /api/guardian-requests/own
1++++ +11+3 333  POST   /api/guardian-requests
+++++ +++++ +++  POST   /api/password-resets
+++++ +++++ +++  PUT    /api/password-resets/completion
1++++ +1+++ +++  GET    /api/my/agreements
1++++ +1++3 333  POST   /api/my/agreements
1++++ +11+3 333  PUT    /api/my/password
1++++ +11+3 333  POST   /api/address-changes
1++++ +11+3 333  POST   /api/address-changes/confirmation
+++++ +++++ +++  POST   /api/address-changes/objection
1++++ +11+3 333  POST   /api/sign-ins/current/proof
+++++ +++++ +++  POST   /api/sign-ins/second-step
1++++ +11+3 333  GET    /api/second-step
1++++ +11+3 333  POST   /api/second-step
1++++ +11+3 333  POST   /api/second-step/confirmation
1++++ +11+3 333  POST   /api/second-step/recovery-codes
1++++ +11+3 333  DELETE /api/second-step
+++++ +++++ +++  POST   /api/sign-ins/passkey-challenge
+++++ +++++ +++  POST   /api/sign-ins/passkey
1++++ +11+3 333  POST   /api/sign-ins/current/passkey-proof
1++++ +11+3 333  GET    /api/passkeys
1++++ +11+3 333  POST   /api/passkeys/challenge
1++++ +11+3 333  POST   /api/passkeys
1++++ +11+3 333  PUT    /api/passkeys/:id
1++++ +11+3 333  DELETE /api/passkeys/:id
1++++ +11+3 333  GET    /api/tokens
1++++ +11+3 333  POST   /api/tokens
1++++ +11+3 333  DELETE /api/tokens/:id
1++++ +11+3 333  GET    /api/providers
1++++ +11+3 333  DELETE /api/providers/:id
13333 +1133 33+  GET    /api/accounts
13333 +1133 333  PUT    /api/accounts/:handle/roles
13333 +1133 33+  POST   /api/accounts/:handle/suspension
13333 +1133 33+  DELETE /api/accounts/:handle/suspension
13333 +1133 333  POST   /api/accounts/:handle/second-step-removal
13333 +1133 333  POST   /api/accounts/:handle/viewing
1++++ +1+++ 3++  DELETE /api/viewing
1++++ +1++3 3++  POST   /api/mentor-applications
1++++ +1++3 3++  DELETE /api/mentor-applications/own
1333+ +1133 33+  GET    /api/mentor-applications
1333+ +1133 33+  PUT    /api/mentor-applications/:id/decision
1++++ +11+3 333  GET    /api/data-exports
1++++ +11+3 333  POST   /api/data-exports
1++++ +11+3 333  GET    /api/data-exports/:id/file
1++++ +11+3 333  POST   /api/departure
1++++ +11+3 333  DELETE /api/departure
+++++ +++++ +++  GET    /api/skills
+++++ +++++ +++  GET    /api/skills/:slug
+++++ +++++ +++  GET    /api/members
+++++ +++++ +++  GET    /api/mentors
+++++ +++++ +++  GET    /api/members/:handle
1++++ +1++3 3++  POST   /api/members/:handle/endorsements/:skill
1++++ +1++3 3++  DELETE /api/members/:handle/endorsements/:skill
1++++ +1+++ +++  GET    /api/my/profile
1++++ +1++3 3++  PUT    /api/my/profile
1++++ +1++3 3++  PUT    /api/my/handle
1++++ +1++3 3++  POST   /api/my/entries
1++++ +1++3 3++  PUT    /api/my/entries/:id
1++++ +1++3 3++  PUT    /api/my/entries/:id/place
1++++ +1++3 3++  DELETE /api/my/entries/:id
1++++ +1+++ +++  GET    /api/my/visibility
1++++ +1++3 3++  PUT    /api/my/visibility
1++++ +1++3 3++  PUT    /api/my/arrival
1++++ +1+++ +++  GET    /api/my/skills
1++++ +1++3 3++  PUT    /api/my/skills/:bond/:slug
1++++ +1++3 3++  DELETE /api/my/skills/:bond/:slug
1++++ +1++3 3++  POST   /api/my/skills/:slug/evidence
1++++ +1++3 3++  DELETE /api/my/evidence/:id
1++++ +1++3 3++  PUT    /api/my/skill-words
1++++ +1++3 3++  POST   /api/my/skill-words/removals
1++++ +1+++ +++  GET    /api/my/times
1++++ +1++3 3++  PUT    /api/my/times
1++++ +1++3 3++  PUT    /api/my/portrait
1++++ +1++3 3++  DELETE /api/my/portrait
+++++ +++++ +++  GET    /api/works
1++++ +1++3 3++  POST   /api/mentorship-requests
1++++ +1+++ +++  GET    /api/mentorship-requests
1++++ +1+++ +++  GET    /api/mentorship-requests/own
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/answer
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/words
1++++ +1++3 3++  DELETE /api/mentorship-requests/:id
1++++ +1+++ +++  GET    /api/mentorships
1++++ +1+++ +++  GET    /api/mentorships/:id
1++++ +1++3 3++  POST   /api/mentorships/:id/notes
1++++ +1++3 3++  PUT    /api/mentorships/:id/pause
1++++ +1++3 3++  DELETE /api/mentorships/:id/pause
1++++ +1++3 3++  PUT    /api/mentorships/:id/closing
1++++ +1+++ +++  GET    /api/my/testimonials
1++++ +1++3 3++  PUT    /api/mentorships/:id/testimonial
1++++ +1++3 3++  DELETE /api/mentorships/:id/testimonial
1++++ +1+++ +++  GET    /api/circles
133+3 31+33 333  POST   /api/circles
1++++ +1+++ +++  GET    /api/circles/:id
133+3 31+33 333  PUT    /api/circles/:id
133+3 31+33 333  PUT    /api/mentorships/:id/circle
1++++ +1++3 3++  PUT    /api/mentorships/:id/change
1++++ +1++3 3++  PUT    /api/mentorship-requests/:id/hand-over
1++++ +1+++ +++  GET    /api/tasks
1++++ +1+++ +++  GET    /api/looks
1++++ +1++3 3++  POST   /api/tasks
1++++ +1++3 3++  PUT    /api/tasks/:id/acceptance
1++++ +1++3 3++  DELETE /api/tasks/:id
1++++ +1++3 3++  PUT    /api/tasks/:id/end
1++++ +1++3 3++  PUT    /api/tasks/:id/ticks
1++++ +1++3 3++  POST   /api/tasks/:id/versions
1++++ +1++3 3++  POST   /api/tasks/:id/more-time
1++++ +1++3 3++  PUT    /api/tasks/:id/more-time
133+3 31+33 333  POST   /api/tasks/:id/template
133+3 31+33 333  GET    /api/task-templates
133+3 31+33 333  POST   /api/task-templates
133+3 31+33 333  PUT    /api/task-templates/:id
133+3 31+33 333  DELETE /api/task-templates/:id
1++++ +1+++ +++  GET    /api/looks/waiting
1++++ +1++3 3++  PUT    /api/looks/:id/reviewer
1++++ +1++3 3++  DELETE /api/looks/:id/reviewer
1++++ +1++3 3++  POST   /api/looks/:id/feedback
1++++ +1++3 3++  POST   /api/feedback
1++++ +1++3 3++  PUT    /api/feedback/:id/help
1++++ +1++3 3++  PUT    /api/comments/:id/answer
1++++ +1+++ +++  GET    /api/phrases
1++++ +1++3 3++  DELETE /api/phrases/:id
1++++ +1+++ +++  GET    /api/rubrics
1++++ +1++3 3++  POST   /api/rubrics
1++++ +1++3 3++  POST   /api/rubrics/:id/versions
1++++ +1+++ +++  GET    /api/dashboard
1++++ +1+++ +++  GET    /api/my/growth
1++++ +1+++ +++  GET    /api/my/growth/:slug
1++++ +1++3 3++  POST   /api/preferences
1++++ +1+++ +++  GET    /api/tasks/:id/standings
1++++ +1+++ +++  GET    /api/my/preference-consent
1++++ +1++3 3++  PUT    /api/my/preference-consent
1333+ +1133 33+  GET    /api/preferences/lines
1333+ +1133 33+  GET    /api/report
1++++ +1++3 3++  POST   /api/quizzes
1++++ +1+++ +++  GET    /api/quizzes/:id
1++++ +1++3 3++  PUT    /api/quizzes/:id/answers
1++++ +1+++ +++  GET    /api/questions
1++++ +1++3 3++  POST   /api/questions
1++++ +1++3 3++  DELETE /api/questions/:id
133+3 31+33 333  POST   /api/prospects
133+3 31+33 333  GET    /api/prospects
133+3 31+33 333  PUT    /api/prospects/:id/offer
133+3 31+33 333  DELETE /api/prospects/:id/offer
133+3 31+33 333  PUT    /api/prospects/:id/offer/answer
133+3 31+33 333  GET    /api/prospects/:id
133+3 31+33 333  PUT    /api/prospects/:id
133+3 31+33 333  DELETE /api/prospects/:id
133+3 31+33 333  PUT    /api/prospects/:id/stage
133+3 31+33 333  POST   /api/prospects/:id/contacts
133+3 31+33 333  PUT    /api/prospects/:id/peace
133+3 31+33 333  DELETE /api/prospects/:id/peace
133+3 31+33 333  POST   /api/prospects/:id/merges
133+3 31+33 333  DELETE /api/prospect-merges/:id
1++++ +1+++ +++  GET    /api/supplies
1333+ +1133 33+  POST   /api/supplies
1333+ +1133 33+  PUT    /api/supplies/:slug/picture
1333+ +1133 33+  POST   /api/supplies/:slug/movements
1++++ +1++3 3++  POST   /api/supplies/:slug/requests
1333+ +1133 33+  GET    /api/supply-requests
1++++ +1+++ +++  GET    /api/supply-requests/own
1333+ +1133 33+  PUT    /api/supply-requests/:id/decision
1333+ +1133 33+  PUT    /api/supply-requests/:id/hand-over
1++++ +1++3 3++  DELETE /api/supply-requests/:id
1++++ +1++3 3++  POST   /api/supply-requests/:id/uses
1++++ +1++3 3++  PUT    /api/supply-requests/:id/return
133+3 31+33 333  POST   /api/participants
133+3 31+33 333  GET    /api/participants
133+3 31+33 333  DELETE /api/participants/:id
+++++ ++++3 3++  POST   /api/invitations/acceptance
+++++ +++++ +++  POST   /api/invitations/refusal
1++++ +1+++ +++  GET    /api/goals
1++++ +1++3 3++  POST   /api/goals
1++++ +1++3 3++  POST   /api/goals/:id/progress
1++++ +1++3 3++  DELETE /api/goals/:id
1++++ +1++3 3++  PUT    /api/goal-steps/:id
1++++ +1+++ +++  GET    /api/journal
1++++ +1++3 3++  POST   /api/journal
1++++ +1++3 3++  PUT    /api/journal/:id
1++++ +1++3 3++  DELETE /api/journal/:id
1++++ +1++3 3++  PUT    /api/journal/:id/share
1++++ +1++3 3++  DELETE /api/journal/:id/share
1++++ +1+++ +++  GET    /api/programs
1333+ +1133 33+  POST   /api/programs
1333+ +1133 33+  GET    /api/programs/own
1++++ +1+++ +++  GET    /api/programs/:slug
1333+ +1133 33+  PUT    /api/programs/:slug
1333+ +1133 33+  PUT    /api/programs/:slug/state
1333+ +1133 33+  PUT    /api/programs/:slug/form
1333+ +1133 33+  GET    /api/programs/:slug/plan
1333+ +1133 33+  POST   /api/programs/:slug/plan
1333+ +1133 33+  PUT    /api/programs/:slug/plan/pairs
1333+ +1133 33+  PUT    /api/plan-items/:id
1333+ +1133 33+  PUT    /api/plan-items/:id/day
1333+ +1133 33+  DELETE /api/plan-items/:id
1333+ +1133 33+  GET    /api/programs/:slug/pairs
1333+ +1133 33+  POST   /api/programs/:slug/pairs
1333+ +1133 33+  POST   /api/program-pairs/:id/reminders
1++++ +1+++ +++  GET    /api/surveys/:id
1++++ +1++3 3++  PUT    /api/surveys/:id/answers
1333+ +1133 33+  GET    /api/programs/:slug/surveys
1333+ +1133 33+  POST   /api/programs/:slug/copies
1++++ +1+++ +++  GET    /api/program-applications/own
1333+ +1133 33+  GET    /api/programs/:slug/applications
1++++ +1++3 3++  POST   /api/programs/:slug/applications
1333+ +1133 33+  PUT    /api/program-applications/:id/decision
1++++ +1++3 3++  PUT    /api/program-applications/:id/steps
1++++ +1++3 3++  DELETE /api/program-applications/:id
1333+ +1133 33+  POST   /api/programs/:slug/cohorts
1333+ +1133 33+  PUT    /api/cohorts/:id
+++++ +++++ +++  POST   /api/newsletter
+++++ +++++ +++  POST   /api/newsletter/confirmation
+++++ +++++ +++  POST   /api/newsletter/one-click-leave
1++++ +1+++ +++  GET    /api/inbox
1++++ +1+++ +++  GET    /api/inbox/unread
1++++ +1++3 3++  PUT    /api/inbox/readings
1++++ +1++3 3++  DELETE /api/inbox/readings/:id
1++++ +1+++ +++  GET    /api/notification-choices
1++++ +1++3 3++  PUT    /api/notification-choices
+++++ +++++ +++  POST   /api/notifications/one-click-leave
1++++ +1++3 3++  POST   /api/push-subscriptions
1++++ +1++3 3++  DELETE /api/push-subscriptions/:id
13333 +1133 33+  GET    /api/settings
13333 +1133 333  PUT    /api/settings
13333 +1133 333  PUT    /api/settings/logo
13333 +1133 333  DELETE /api/settings/logo
13333 +1133 33+  POST   /api/house-texts
+++++ +++++ +++  GET    /api/search
+++++ +++++ +++  GET    /api/health
+++++ +++++ +++  GET    /api/ready
13333 +1133 33+  GET    /api/happenings
13333 +1133 33+  POST   /api/dead-letters/:id/retry
13333 +1133 33+  DELETE /api/dead-letters/:id
+++++ +++++ +++  GET    /api/openapi.json
1++++ +1++3 3++  POST   /api/media
1++++ +1+++ +++  GET    /api/media/:id
1++++ +1++3 3++  PUT    /api/media/:id/parts/:n
1++++ +1++3 3++  POST   /api/media/:id/completion
1++++ +1++3 3++  PUT    /api/media/:id/alt
1++++ +1++3 3++  DELETE /api/media/:id
1++++ +1+++ +++  GET    /media/m/:id/:which
+++++ +++++ +++  GET    /media/:key{[a-z0-9][a-z0-9./_-]*}
+++++ +++++ +++  GET    /
+++++ +++++ +++  GET    /works
+++++ +++++ +++  GET    /works/:slug
+++++ +++++ +++  GET    /skills
+++++ +++++ +++  GET    /skills/:slug
+++++ +++++ +++  GET    /search
+++++ +++++ +++  GET    /members
+++++ +++++ +++  GET    /members/:handle
+++++ ++++3 3++  POST   /members/:handle
+++++ +++++ +++  GET    /mentors
1++++ +1+++ 333  GET    /mentors/:handle/ask
1++++ +1++3 333  POST   /mentors/:handle/ask
1++++ +1+++ 333  GET    /mentorships
1++++ +1++3 333  POST   /mentorships
1++++ +1+++ 333  GET    /mentorships/:id
1++++ +1++3 333  POST   /mentorships/:id
1++++ +1+++ 333  GET    /mentorships/:id/change
1++++ +1++3 333  POST   /mentorships/:id/change
1++++ +1+++ 333  GET    /mentorships/:id/closing
1++++ +1++3 333  POST   /mentorships/:id/closing
133+3 31+33 333  GET    /mentoring
133+3 31+33 333  GET    /mentoring/circles/new
133+3 31+33 333  POST   /mentoring/circles/new
1++++ +1+++ 333  GET    /circles/:id
1++++ +1++3 333  POST   /circles/:id
133+3 31+33 333  GET    /mentoring/requests
133+3 31+33 333  POST   /mentoring/requests
1++++ +1+++ 333  GET    /goals
1++++ +1+++ 333  GET    /goals/new
1++++ +1++3 333  POST   /goals/new
1++++ +1+++ 333  GET    /goals/:id
1++++ +1++3 333  POST   /goals/:id
1++++ +1+++ 333  GET    /journal
1++++ +1+++ 333  GET    /journal/new
1++++ +1++3 333  POST   /journal/new
1++++ +1+++ 333  GET    /journal/:id
1++++ +1++3 333  POST   /journal/:id
1++++ +1+++ 333  GET    /supplies
1++++ +1+++ 333  GET    /supplies/mine
1++++ +1++3 333  POST   /supplies/mine
1++++ +1+++ 333  GET    /supplies/:slug
1++++ +1++3 333  POST   /supplies/:slug
1++++ +1+++ 333  GET    /tasks
1++++ +1+++ 333  GET    /tasks/new
1++++ +1++3 333  POST   /tasks/new
1++++ +1+++ 333  GET    /tasks/:id
1++++ +1++3 333  POST   /tasks/:id
1++++ +1+++ 333  GET    /looks
1++++ +1+++ 333  GET    /looks/:id
1++++ +1++3 333  POST   /looks/:id
133+3 31+33 333  GET    /mentoring/looks
1++++ +1+++ 333  GET    /mentoring/phrases
1++++ +1++3 333  POST   /mentoring/phrases
1++++ +1+++ 333  GET    /mentoring/rubrics
1++++ +1++3 333  POST   /mentoring/rubrics
133+3 31+33 333  GET    /mentoring/templates
133+3 31+33 333  POST   /mentoring/templates
133+3 31+33 333  GET    /mentoring/questions
133+3 31+33 333  POST   /mentoring/questions
1++++ +1+++ 333  GET    /tasks/:id/compare
1++++ +1++3 333  POST   /tasks/:id/compare
1++++ +1+++ 333  GET    /growth
1++++ +1+++ 333  GET    /growth/:slug
1++++ +1++3 333  POST   /growth/:slug
1++++ +1+++ 333  GET    /tests/:id
1++++ +1++3 333  POST   /tests/:id
133+3 31+33 333  GET    /mentoring/participants
133+3 31+33 333  POST   /mentoring/participants
133+3 31+33 333  GET    /mentoring/participants/new
133+3 31+33 333  POST   /mentoring/participants/new
+++++ +++++ +++  GET    /invitation
+++++ ++++3 3++  POST   /invitation
133+3 31+33 333  GET    /mentoring/outreach
133+3 31+33 333  POST   /mentoring/outreach
133+3 31+33 333  GET    /mentoring/outreach/new
133+3 31+33 333  POST   /mentoring/outreach/new
133+3 31+33 333  GET    /mentoring/outreach/:id
133+3 31+33 333  POST   /mentoring/outreach/:id
1++++ +1+++ 333  GET    /mentors/apply
1++++ +1++3 333  POST   /mentors/apply
+++++ +++++ +++  GET    /organisers
+++++ +++++ +++  GET    /terms
1++++ +1+++ 333  GET    /terms/agree
1++++ +1++3 333  POST   /terms/agree
+++++ +++++ +++  GET    /privacy
+++++ +++++ +++  GET    /api/docs
+++++ +++++ +++  GET    /newsletter
+++++ +++++ +++  POST   /newsletter
+++++ +++++ +++  GET    /newsletter/check-your-mail
+++++ +++++ +++  GET    /newsletter/confirm
+++++ +++++ +++  POST   /newsletter/confirm
+++++ +++++ +++  GET    /newsletter/leave
+++++ +++++ +++  POST   /newsletter/leave
+++++ +++++ +++  GET    /notifications/leave
+++++ +++++ +++  POST   /notifications/leave
+++++ +++++ +++  GET    /sign-in
+++++ ++++3 3++  POST   /sign-in
+++++ +++++ +++  GET    /sign-in/new
+++++ ++++3 3++  POST   /sign-in/new
+++++ +++++ +++  GET    /sign-in/second-step
+++++ ++++3 3++  POST   /sign-in/second-step
+++++ +++++ +++  GET    /sign-in/with/:provider
+++++ ++++3 3++  POST   /sign-in/with/:provider
+++++ ++++3 +++  GET    /sign-in/from/:provider
+++++ +++++ +++  GET    /sign-out
+++++ ++++3 3++  POST   /sign-out
1++++ +11+3 333  GET    /prove
1++++ +11+3 333  POST   /prove
+++++ +++++ +++  GET    /join
+++++ ++++3 3++  POST   /join
+++++ +++++ +++  GET    /join/check-your-mail
+++++ +++++ +++  GET    /join/confirm
+++++ ++++3 3++  POST   /join/confirm
+++++ +++++ +++  GET    /password-reset
+++++ ++++3 3++  POST   /password-reset
+++++ +++++ +++  GET    /password-reset/check-your-mail
+++++ +++++ +++  GET    /password-reset/new
+++++ ++++3 3++  POST   /password-reset/new
+++++ +++++ +++  GET    /password-reset/done
+++++ +++++ +++  GET    /guardian
+++++ +++++ +++  POST   /guardian
+++++ +++++ +++  GET    /address
+++++ +++++ +++  POST   /address
+++++ +++++ +++  GET    /set-up
+++++ +++++ +++  POST   /set-up
1++++ +1+++ 333  GET    /welcome
1++++ +1+++ 333  GET    /welcome/:step
1++++ +1++3 333  POST   /welcome/:step
1++++ +1+++ 333  GET    /home
1++++ +1+++ 333  GET    /inbox
1++++ +1++3 333  POST   /inbox
1++++ +1+++ 333  GET    /inbox/:id
1++++ +1+++ 333  GET    /looking
1++++ +1+++ 333  POST   /looking
1++++ +1+++ 333  GET    /settings
1++++ +1+++ 333  GET    /settings/profile
1++++ +1++3 333  POST   /settings/profile
1++++ +1+++ 333  GET    /settings/handle
1++++ +1++3 333  POST   /settings/handle
1++++ +1+++ 333  GET    /settings/history
1++++ +1++3 333  POST   /settings/history
1++++ +1+++ 333  GET    /settings/skills
1++++ +1++3 333  POST   /settings/skills
1++++ +1+++ 333  GET    /settings/availability
1++++ +1++3 333  POST   /settings/availability
1++++ +1+++ 333  GET    /settings/visibility
1++++ +1++3 333  POST   /settings/visibility
1++++ +1+++ 333  GET    /settings/notifications
1++++ +1++3 333  POST   /settings/notifications
1++++ +11+3 333  GET    /settings/guardian
1++++ +11+3 333  POST   /settings/guardian
1++++ +11+3 333  GET    /settings/account
1++++ +11+3 333  POST   /settings/account
1++++ +11+3 333  GET    /settings/account/address
1++++ +11+3 333  POST   /settings/account/address
1++++ +11+3 333  GET    /settings/second-step
1++++ +11+3 333  POST   /settings/second-step
1++++ +11+3 333  GET    /settings/passkeys
1++++ +11+3 333  POST   /settings/passkeys
1++++ +11+3 333  GET    /settings/providers
1++++ +11+3 333  POST   /settings/providers
1++++ +11+3 333  GET    /settings/sign-ins
1++++ +11+3 333  POST   /settings/sign-ins
1++++ +11+3 333  GET    /settings/tokens
1++++ +11+3 333  POST   /settings/tokens
1++++ +11+3 333  GET    /settings/data
1++++ +11+3 333  POST   /settings/data
1333+ +1133 333  GET    /organise
1333+ +1133 333  GET    /organise/reports
1333+ +1133 333  POST   /organise
1++++ +1+++ 333  GET    /programs
1++++ +1+++ 333  GET    /programs/:slug
1++++ +1++3 333  POST   /programs/:slug
1++++ +1+++ 333  GET    /programs/:slug/apply
1++++ +1++3 333  POST   /programs/:slug/apply
1333+ +1133 333  GET    /organise/programs
1333+ +1133 333  GET    /organise/programs/new
1333+ +1133 333  POST   /organise/programs/new
1333+ +1133 333  GET    /organise/programs/:slug
1333+ +1133 333  POST   /organise/programs/:slug
1333+ +1133 333  GET    /organise/programs/:slug/plan
1333+ +1133 333  POST   /organise/programs/:slug/plan
1333+ +1133 333  GET    /organise/programs/:slug/pairs
1333+ +1133 333  POST   /organise/programs/:slug/pairs
1333+ +1133 333  GET    /organise/programs/:slug/surveys
1333+ +1133 333  GET    /organise/programs/:slug/copy
1333+ +1133 333  POST   /organise/programs/:slug/copy
1++++ +1+++ 333  GET    /surveys/:item
1++++ +1++3 333  POST   /surveys/:item
1333+ +1133 333  GET    /organise/programs/:slug/form
1333+ +1133 333  POST   /organise/programs/:slug/form
1333+ +1133 333  GET    /organise/programs/:slug/applications
1333+ +1133 333  POST   /organise/programs/:slug/applications
1333+ +1133 333  GET    /organise/programs/:slug/cohorts
1333+ +1133 333  POST   /organise/programs/:slug/cohorts
1333+ +1133 333  GET    /organise/supplies
1333+ +1133 333  POST   /organise/supplies
1333+ +1133 333  GET    /organise/supplies/:slug
1333+ +1133 333  POST   /organise/supplies/:slug
13333 +1133 333  GET    /admin
13333 +1133 333  POST   /admin
13333 +1133 333  GET    /admin/people
13333 +1133 333  GET    /admin/people/:handle
13333 +1133 333  POST   /admin/people/:handle
13333 +1133 333  GET    /admin/happenings
13333 +1133 333  GET    /admin/jobs
13333 +1133 333  POST   /admin/jobs
13333 +1133 333  GET    /admin/texts
13333 +1133 333  POST   /admin/texts
+++++ +++++ +++  GET    /offline
+++++ +++++ +++  GET    /dev/ui
+++++ +++++ +++  GET    /manifest.webmanifest
+++++ +++++ +++  GET    /robots.txt
+++++ +++++ +++  GET    /sitemap.xml
+++++ +++++ +++  GET    /sitemap/:part.xml
+++++ +++++ +++  GET    /speculation-rules.json
`

const READ = MATRIX.trim().split('\n').sort()

// Whatever a refusal by the rule itself is called; all others come from behind the door.
const AT_THE_DOOR = [
  'not_signed_in',
  'invalid_token',
  'not_allowed',
  'only_looking',
  'in_person_only',
  'scope_missing',
  'second_step_needed',
  'csrf',
]

type Way = { method: string; path: string; access: Access; address: string }

let world: World
let cast: Cast
let ways: Way[]
beforeAll(async () => {
  world = await aWorld()
  cast = await aCast(world)
  ways = everyWay()
})

function everyWay(): Way[] {
  const pages = PAGES.flatMap(([path, { form, ...access }]) =>
    (form ? ['GET', 'POST'] : ['GET']).map((method) => ({ method, path, access, address: addressOf({ path }) })),
  )
  const routes = routesOf(world.house)
    .filter(({ path }) => path !== '/api/docs')
    .map((route) => {
      if (!route.rule) throw new Error(`${route.method} ${route.path} has no rule: nobody can say who may knock there.`)
      return { method: route.method, path: route.path, access: route.rule, address: addressOf(route) }
    })
  return [...routes, ...pages]
}

const AUDIENCE: Record<Access['for'], RegExp> = {
  everyone: /./,
  visitors: /./,
  members: /participant|mentor|organis|admin|waiting|program|not heard/,
  mentors: /^mentor|not heard/,
  organisers: /^organiser|^admin$|organises|not heard/,
  admins: /^admin$|organises|not heard/,
}

// From the words of a rule alone what has to happen, told in the order in which it is asked.
function expected({ method, access }: Way, who: Who): string {
  const surely = access.surely ?? /organisers|admins/.test(access.for)
  const reads = method === 'GET'
  if (access.for === 'everyone') return '+'
  if (who === 'program that reads' && !reads) return '3'
  if (who === 'admin who looks as a member' && !access.whileLooking && (!reads || surely)) return '3'
  if (access.for === 'visitors') return '+'
  if (who === 'guest' || who === 'suspended' || (who === 'suspended, not heard of yet' && surely)) return '1'
  if (access.inPerson && who.startsWith('program')) return '3'
  return AUDIENCE[access.for].test(who) ? '+' : '3'
}

const knock = (way: Way, who: Who) =>
  world.request(way.address, {
    method: way.method,
    headers: { ...fromOurPage, ...fromSomewhere(), ...cast[who] },
    ...(way.method !== 'GET' && { body: '{}' }),
  })

async function letterOf(answer: Response): Promise<string> {
  if (answer.ok || !answer.headers.get('Content-Type')?.startsWith('application/problem+json')) return '+'
  const { status, code } = await problemOf(answer)
  return AT_THE_DOOR.includes(code) ? String(status % 10) : '+'
}

const inGroups = (letters: string[]) =>
  [letters.slice(0, 5), letters.slice(5, 10), letters.slice(10)].map((some) => some.join('')).join(' ')

const nameOf = ({ method, path }: Way) => `${method.padEnd(6)} ${path}`

const lineOf = (way: Way, letters: string[]) => `${inGroups(letters)}  ${nameOf(way)}`

// Whoever signs out is out.
const ENDS_SIGN_INS = ['DELETE /api/sign-ins/current', 'DELETE /api/sign-ins']

describe('who may knock where', () => {
  it('is what a reviewer has read', () => {
    const lines = ways.map((way) =>
      lineOf(
        way,
        CAST.map((who) => expected(way, who)),
      ),
    )
    expect(lines.sort()).toEqual(READ)
  })

  it('B47 V8.2.1 V8.3.1 is what happens, and whoever is refused changes nothing', { timeout: 300_000 }, async () => {
    const told: string[] = []
    for (const way of ways) {
      const letters = CAST.map((who) => expected(way, who))
      const refused = CAST.filter((_, n) => letters[n] !== '+')
      const met = new Map<Who, string>()
      const knockAs = async (who: Who) => met.set(who, await letterOf(await knock(way, who)))
      if (refused.length > 0)
        await expectNoChange(world, async () => {
          for (const who of refused) await knockAs(who)
        })
      for (const who of CAST) if (!met.has(who)) await knockAs(who)
      if (ENDS_SIGN_INS.includes(`${way.method} ${way.path}`)) cast = await aCast(world)
      told.push(
        lineOf(
          way,
          CAST.map((who) => met.get(who) ?? '?'),
        ),
      )
    }
    expect(told.sort()).toEqual(READ)
  })

  it('is nobody, where a part of the house is switched off', async () => {
    const parts = ways.filter(({ access }) => access.part)
    expect(parts.length).toBeGreaterThan(3)
    remember(world.ctx(), { ...NEW_HOUSE, off: ['works', 'mentoring', 'sessions', 'newsletter'] })
    for (const way of parts)
      for (const who of CAST) expect((await knock(way, who)).status, `${nameOf(way)} as ${who}`).toBe(404)
    remember(world.ctx(), NEW_HOUSE)
  })

  it('B51 V9.1.1 is not changed by a role that was written into a token', async () => {
    const [head, payload = '', signature] = (cast.participant.Cookie ?? '').split('=')[1]?.split('.') ?? []
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    for (const edit of [
      { roles: ['participant', 'admin'] },
      { roles: ['admin'], viewedBy: undefined },
      { sub: claims.sub.replace(/^./, 'f') },
    ]) {
      const edited = Buffer.from(JSON.stringify({ ...claims, ...edit })).toString('base64url')
      const Cookie = `__Host-access=${head}.${edited}.${signature}`
      await expectNoChange(world, async () => {
        for (const way of ways.filter(({ access }) => access.for !== 'everyone')) {
          const init = { method: way.method, headers: { ...fromOurPage, ...fromSomewhere(), Cookie } }
          const answer = await world.request(way.address, { ...init, ...(way.method !== 'GET' && { body: '{}' }) })
          expect([answer.status, (await problemOf(answer)).code], nameOf(way)).toEqual([401, 'invalid_token'])
        }
      })
    }
  })
})
