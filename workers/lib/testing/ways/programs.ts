import { ways } from './ways.ts'

// Programs: their form, applications, rounds, plan, pairs and surveys.
export const programs = ways({
  declared: `
GET    /api/programs                    members   reading  private  query
POST   /api/programs                    organisers writing  never    json 32768
GET    /api/programs/own                organisers reading  private  query
GET    /api/programs/:slug              members   reading  private  param
PUT    /api/programs/:slug              organisers writing  never    param json 32768
PUT    /api/programs/:slug/state        organisers writing  never    param json 1024
PUT    /api/programs/:slug/form         organisers writing  never    param json 32768
GET    /api/programs/:slug/plan         organisers reading  private  param
POST   /api/programs/:slug/plan         organisers writing  never    param json 32768
PUT    /api/programs/:slug/plan/pairs   organisers writing  never    param json 1024
PUT    /api/plan-items/:id              organisers writing  never    param json 32768
PUT    /api/plan-items/:id/day          organisers writing  never    param json 1024
PUT    /api/plan-items/:id/place        organisers writing  never    param json 1024
PUT    /api/plan-items/:id/return       organisers writing  never    param
DELETE /api/plan-items/:id              organisers writing  never    param
GET    /api/programs/:slug/pairs        organisers reading  private  param query
POST   /api/programs/:slug/pairs        organisers writing  never    param json 4096
POST   /api/program-pairs/:id/reminders organisers writing  never    param json 4096
GET    /api/programs/:slug/choices  members   reading  never    param
PUT    /api/programs/:slug/choices  members   writing  never    param json 16384
GET    /api/programs/:slug/pairing  organisers reading  never    param
GET    /api/programs/:slug/pairing/state  organisers reading  never    param
PUT    /api/programs/:slug/pairing/rules  organisers writing  never    param json 4096
PUT    /api/programs/:slug/pairing/bonds  organisers writing  never    param json 4096
POST   /api/programs/:slug/pairing/groups  organisers writing  never    param json 16384
PUT    /api/programs/:slug/pairing/groups/:id  organisers writing  never    param json 16384
DELETE /api/programs/:slug/pairing/groups/:id  organisers writing  never    param
POST   /api/programs/:slug/pairing/runs  organisers writing  never    param json 4096
POST   /api/programs/:slug/pairing/talks  organisers writing  never    param
PUT    /api/programs/:slug/pairing/places/:handle  organisers writing  never    param json 4096
DELETE /api/programs/:slug/pairing  organisers writing  never    param
POST   /api/programs/:slug/pairing/publication  organisers writing  never    param
GET    /api/surveys/:id                 members   reading  private  param query
PUT    /api/surveys/:id/answers         members   writing  never    param json 32768
GET    /api/programs/:slug/surveys      organisers reading  private  param
POST   /api/programs/:slug/copies       organisers writing  never    param json 1024
GET    /api/program-applications/own    members   reading  private  query
GET    /api/programs/:slug/applications  organisers reading  private  param query
POST   /api/programs/:slug/applications  members   writing  never    param json 65536
PUT    /api/program-applications/:id/decision  organisers writing  never    param json 8192
PUT    /api/program-applications/:id/steps  members   writing  never    param json 1024
DELETE /api/program-applications/:id    members   writing  never    param
POST   /api/programs/:slug/cohorts      organisers writing  never    param json 4096
PUT    /api/cohorts/:id                 organisers writing  never    param json 4096
`,
  matrix: `
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
1333+ +1133 33+  PUT    /api/plan-items/:id/place
1333+ +1133 33+  PUT    /api/plan-items/:id/return
1333+ +1133 33+  DELETE /api/plan-items/:id
1333+ +1133 33+  GET    /api/programs/:slug/pairs
1333+ +1133 33+  POST   /api/programs/:slug/pairs
1333+ +1133 33+  POST   /api/program-pairs/:id/reminders
1++++ +1+++ +++  GET    /api/programs/:slug/choices
1++++ +1++3 3++  PUT    /api/programs/:slug/choices
1333+ +1133 33+  GET    /api/programs/:slug/pairing
1333+ +1133 33+  GET    /api/programs/:slug/pairing/state
1333+ +1133 33+  PUT    /api/programs/:slug/pairing/rules
1333+ +1133 33+  PUT    /api/programs/:slug/pairing/bonds
1333+ +1133 33+  POST   /api/programs/:slug/pairing/groups
1333+ +1133 33+  PUT    /api/programs/:slug/pairing/groups/:id
1333+ +1133 33+  DELETE /api/programs/:slug/pairing/groups/:id
1333+ +1133 33+  POST   /api/programs/:slug/pairing/runs
1333+ +1133 33+  POST   /api/programs/:slug/pairing/talks
1333+ +1133 33+  PUT    /api/programs/:slug/pairing/places/:handle
1333+ +1133 33+  DELETE /api/programs/:slug/pairing
1333+ +1133 33+  POST   /api/programs/:slug/pairing/publication
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
1++++ +1+++ 333  GET    /programs
1++++ +1+++ 333  GET    /programs/:slug
1++++ +1++3 333  POST   /programs/:slug
1++++ +1+++ 333  GET    /programs/:slug/choose
1++++ +1++3 333  POST   /programs/:slug/choose
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
1333+ +1133 333  GET    /organise/programs/:slug/pairing
1333+ +1133 333  POST   /organise/programs/:slug/pairing
1333+ +1133 333  GET    /organise/programs/:slug/pairing/move
1333+ +1133 333  POST   /organise/programs/:slug/pairing/move
1333+ +1133 333  GET    /organise/programs/:slug/pairing/proof
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
`,
})
