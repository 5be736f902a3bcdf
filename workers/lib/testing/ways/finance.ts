import { ways } from './ways.ts'

// The books, for people of finance.
export const finance = ways({
  declared: `
GET    /api/finance/trial-balance       admins    reading  never
GET    /api/finance/statements          admins    reading  never   query
GET    /api/finance/statements/:handle  admins    reading  never   param query
GET    /api/finance/export.csv          admins    reading  never   query
GET    /api/finance/export.json         admins    reading  never   query
GET    /api/finance/corrections         admins    reading  never   query
POST   /api/finance/corrections         admins    in person  writing  never   json 8192
`,
  matrix: `
13333 +1133 33+  GET    /api/finance/trial-balance
13333 +1133 33+  GET    /api/finance/statements
13333 +1133 33+  GET    /api/finance/statements/:handle
13333 +1133 33+  GET    /api/finance/export.csv
13333 +1133 33+  GET    /api/finance/export.json
13333 +1133 33+  GET    /api/finance/corrections
13333 +1133 333  POST   /api/finance/corrections
13333 +1133 333  GET    /finance
13333 +1133 333  POST   /finance
13333 +1133 333  GET    /finance/statements
13333 +1133 333  GET    /finance/statements/:handle
13333 +1133 333  GET    /finance/orders/:number
13333 +1133 333  POST   /finance/orders/:number
13333 +1133 333  GET    /finance/corrections
13333 +1133 333  POST   /finance/corrections
`,
})
