import Stripe from 'stripe'
import { type Fetch, mayUseSandbox } from '../payments.ts'

const PATIENCE_MS = 10_000

export function stripeClient(env: Env, outside: Fetch): Stripe {
  return new Stripe(env.STRIPE_SECRET_KEY, {
    httpClient: Stripe.createFetchHttpClient(outside),
    timeout: PATIENCE_MS,
    maxNetworkRetries: 1,
    telemetry: false,
    ...(env.STRIPE_API_BASE && mayUseSandbox(env) && elsewhere(new URL(env.STRIPE_API_BASE))),
  })
}

export const isLive = (env: Env) => /^[sr]k_live_/.test(env.STRIPE_SECRET_KEY)

const elsewhere = ({ protocol, hostname, port }: URL) => ({
  protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
  host: hostname,
  ...(port && { port }),
})
