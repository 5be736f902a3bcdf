import { ways } from './ways.ts'

// What a maker earns, saves and is paid.
export const money = ways({
  declared: '',
  matrix: `
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
