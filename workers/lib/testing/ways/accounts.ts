import { ways } from './ways.ts'

// Coming in, staying safe, leaving: accounts, sign-ins, guardians, and what admins do about them.
export const accounts = ways({
  declared: `
POST   /api/sign-ins                    everyone  writing  never   json 4096  secret
POST   /api/sign-ins/second-step        everyone  writing  never   json 2048  secret
DELETE /api/sign-ins/current            members   writing  never
GET    /api/sign-ins                    members surely in person  reading  never
DELETE /api/sign-ins                    members surely in person  writing  never
DELETE /api/sign-ins/:id                members surely in person  writing  never  param
POST   /api/sign-ups                    everyone  writing  never   json 8192
POST   /api/sign-ups/confirmation       everyone  writing  never   json 4096  secret
POST   /api/guardian-decisions          everyone  writing  never   json 2048
GET    /api/guardian-requests/own      members surely in person  reading  never
POST   /api/guardian-requests          members surely in person  writing  never  json 2048
POST   /api/password-resets             everyone  writing  never   json 4096
PUT    /api/password-resets/completion  everyone  writing  never   json 4096
GET    /api/my/agreements               members   reading  private
POST   /api/my/agreements               members   in person  writing  never  json 1024
PUT    /api/my/password                 members surely in person  writing  never  json 4096
POST   /api/address-changes             members surely in person  writing  never  json 4096
POST   /api/address-changes/confirmation  members surely in person  writing  never  json 4096
POST   /api/address-changes/objection   everyone  writing  never   json 4096
POST   /api/sign-ins/current/proof      members surely in person  writing  never  json 2048  secret
GET    /api/second-step                 members surely in person  reading  never
POST   /api/second-step                 members surely in person  writing  never  secret
DELETE /api/second-step                 members surely in person  writing  never
POST   /api/second-step/confirmation    members surely in person  writing  never  json 2048  secret
POST   /api/sign-ins/passkey-challenge  everyone  writing  never   secret
POST   /api/sign-ins/passkey            everyone  writing  never   json 16384  secret
POST   /api/sign-ins/current/passkey-proof  members surely in person  writing  never  json 16384  secret
GET    /api/passkeys                    members surely in person  reading  never
POST   /api/passkeys/challenge          members surely in person  writing  never  secret
POST   /api/passkeys                    members surely in person  writing  never  json 32768  secret
PUT    /api/passkeys/:id                members surely in person  writing  never  param json 2048
DELETE /api/passkeys/:id                members surely in person  writing  never  param
GET    /api/providers                   members surely in person  reading  never
DELETE /api/providers/:id               members surely in person  writing  never  param
GET    /api/tokens                      members surely in person  reading  never
POST   /api/tokens                      members surely in person  writing  never  json 2048  secret
DELETE /api/tokens/:id                  members surely in person  writing  never  param
POST   /api/second-step/recovery-codes  members surely in person  writing  never  secret
GET    /api/accounts                    admins    reading  never   query
PUT    /api/accounts/:handle/roles      admins    in person  writing  never   param json 2048
POST   /api/accounts/:handle/suspension admins    writing  never   param json 4096
DELETE /api/accounts/:handle/suspension admins    writing  never   param
POST   /api/accounts/:handle/second-step-removal  admins  in person  writing  never   param json 4096
POST   /api/accounts/:handle/viewing    admins    in person  writing  never   param
DELETE /api/viewing                     members   writing  never
POST   /api/mentor-applications         members   writing  never   json 16384
DELETE /api/mentor-applications/own     members   writing  never
GET    /api/mentor-applications         organisers  reading  never  query
PUT    /api/mentor-applications/:id/decision  organisers  writing  never  param json 8192
GET    /api/data-exports                members   surely  in person  reading  never
POST   /api/data-exports                members   surely  in person  writing  never
GET    /api/data-exports/:id/file       members   surely  in person  reading  never  param
POST   /api/departure                   members   surely  in person  writing  never  json 16384
DELETE /api/departure                   members   surely  in person  writing  never
`,
  matrix: `
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
1++++ +1+++ 333  GET    /mentors/apply
1++++ +1++3 333  POST   /mentors/apply
1++++ +1+++ 333  GET    /terms/agree
1++++ +1++3 333  POST   /terms/agree
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
1++++ +1+++ 333  GET    /looking
1++++ +1+++ 333  POST   /looking
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
13333 +1133 333  GET    /admin/people
13333 +1133 333  GET    /admin/people/:handle
13333 +1133 333  POST   /admin/people/:handle
`,
})
