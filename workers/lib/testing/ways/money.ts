import { ways } from './ways.ts'

// What a maker earns, saves and is paid.
export const money = ways({
  declared: `
GET    /api/money                       members   reading  never    query
GET    /api/money/jars                  members   reading  never
POST   /api/money/jars                  members   writing  never    json 8192
GET    /api/money/jars/:id              members   reading  never    param
PUT    /api/money/jars/:id              members   writing  never    param json 8192
DELETE /api/money/jars/:id              members   writing  never    param
POST   /api/money/moves                 members   writing  never    json 8192
GET    /api/money/payouts               members surely reading  never
POST   /api/money/payouts               members surely writing  never    json 8192
GET    /api/money/account               members surely reading  never
`,
  matrix: `
1++++ +1+++ +++  GET    /api/money
1++++ +1+++ +++  GET    /api/money/jars
1++++ +1++3 3++  POST   /api/money/jars
1++++ +1+++ +++  GET    /api/money/jars/:id
1++++ +1++3 3++  PUT    /api/money/jars/:id
1++++ +1++3 3++  DELETE /api/money/jars/:id
1++++ +1++3 3++  POST   /api/money/moves
1++++ +11+3 +++  GET    /api/money/payouts
1++++ +11+3 3++  POST   /api/money/payouts
1++++ +11+3 +++  GET    /api/money/account
1++++ +1+++ 333  GET    /money
1++++ +1+++ 333  GET    /money/jars/new
1++++ +1++3 333  POST   /money/jars/new
1++++ +1+++ 333  GET    /money/jars/:id
1++++ +1++3 333  POST   /money/jars/:id
1++++ +11+3 333  GET    /money/payouts
1++++ +11+3 333  POST   /money/payouts
1++++ +1+++ 333  GET    /money/payouts/:id
1++++ +1++3 333  POST   /money/payouts/:id
1++++ +11+3 333  GET    /money/account
1++++ +11+3 333  POST   /money/account
`,
})
