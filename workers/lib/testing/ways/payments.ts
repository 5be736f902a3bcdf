import { ways } from './ways.ts'

// What Stripe and PayPal have to tell.
export const payments = ways({
  declared: `
POST   /webhooks/stripe                 everyone  signed   never   from who signs
POST   /webhooks/paypal                 everyone  signed   never   from who signs
`,
  matrix: `
+++++ +++++ +++  POST   /webhooks/stripe
+++++ +++++ +++  POST   /webhooks/paypal
`,
})
