import { Refusal } from '../../lib/errors.ts'
import { type PaymentProvider, type Payments, PROVIDERS, type ProviderName } from './port.ts'

export type Fetch = (address: string | URL | Request, init?: RequestInit) => Promise<Response>

// What an operator leaves empty, or sets to "none", is not offered.
export function paymentsOf(env: Env, outside: Fetch = theWorld): Payments {
  const offered = PROVIDERS.filter((name) => NEEDED[name].every((key) => isGiven(env[key])))
  const opened: Partial<Record<ProviderName, Promise<PaymentProvider>>> = {}
  return {
    offered,
    async through(name) {
      if (!offered.includes(name)) throw notOffered()
      opened[name] ??= OPEN[name](env, outside)
      return opened[name]
    },
  }
}

const OPEN: Record<ProviderName, (env: Env, outside: Fetch) => Promise<PaymentProvider>> = {
  stripe: async (env, outside) => (await import('./stripe/stripe.ts')).stripePayments(env, outside),
  paypal: async (env, outside) => (await import('./paypal/paypal.ts')).paypalPayments(env, outside),
}

const NEEDED = {
  stripe: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRETS'],
  paypal: ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_IDS', 'PAYPAL_API_BASE'],
} as const satisfies Record<ProviderName, (keyof Env)[]>

const isGiven = (value: string | undefined) => value !== undefined && value !== '' && value !== 'none'

// Only a laptop has a sandbox; anywhere else an address that is not theirs is never asked for a certificate, nor told a key.
export const mayUseSandbox = ({ ENVIRONMENT }: Env) => ENVIRONMENT === 'local' || ENVIRONMENT === 'development'

// While keys rotate, the old one and the new one are both listed.
export const listedIn = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(isGiven)

const theWorld: Fetch = (address, init) => fetch(address, init)

const notOffered = () =>
  new Refusal(409, 'not_offered', 'This way of paying is not offered here. Please choose another one.')
