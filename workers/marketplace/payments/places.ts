import { PAGE_POLICY } from '../../lib/http/security-headers.ts'
import { mayUseSandbox } from './payments.ts'

const THEIRS = [
  'https://checkout.stripe.com',
  'https://connect.stripe.com',
  'https://www.paypal.com',
  'https://www.sandbox.paypal.com',
]

// A form that ends at a page of theirs: browsers follow it only where the policy of our page says so.
export function policyWhilePaying(env: Env): string {
  const places = mayUseSandbox(env) ? new Set([env.STRIPE_API_BASE, env.PAYPAL_API_BASE]) : THEIRS
  return PAGE_POLICY.replace("form-action 'self'", ["form-action 'self'", ...places].join(' '))
}
