import { ways } from './ways.ts'

// What is lent and used up.
export const supplies = ways({
  declared: `
GET    /api/supplies                    members   reading  private  query
POST   /api/supplies                    organisers writing  never    json 16384
PUT    /api/supplies/:slug/picture      organisers writing  never    param json 16384
POST   /api/supplies/:slug/movements    organisers writing  never    param json 16384
POST   /api/supplies/:slug/requests     members   writing  never    param json 16384
GET    /api/supply-requests             organisers reading  private  query
GET    /api/supply-requests/own         members   reading  private  query
PUT    /api/supply-requests/:id/decision organisers writing  never    param json 16384
PUT    /api/supply-requests/:id/hand-over organisers writing  never    param json 16384
DELETE /api/supply-requests/:id         members   writing  never    param
POST   /api/supply-requests/:id/uses    members   writing  never    param json 16384
PUT    /api/supply-requests/:id/return  members   writing  never    param json 16384
`,
  matrix: `
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
1++++ +1+++ 333  GET    /supplies
1++++ +1+++ 333  GET    /supplies/mine
1++++ +1++3 333  POST   /supplies/mine
1++++ +1+++ 333  GET    /supplies/:slug
1++++ +1++3 333  POST   /supplies/:slug
1333+ +1133 333  GET    /organise/supplies
1333+ +1133 333  POST   /organise/supplies
1333+ +1133 333  GET    /organise/supplies/:slug
1333+ +1133 333  POST   /organise/supplies/:slug
`,
})
