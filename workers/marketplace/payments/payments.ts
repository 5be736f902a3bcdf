import { Refusal } from '../../lib/errors.ts'
import { type PaymentProvider, type Payments, PROVIDERS, type ProviderName } from './port.ts'

type Fetch = typeof fetch

// What an operator leaves empty, or sets to "none", is not offered.
export function paymentsOf(env: Env, outside: Fetch = fetch): Payments {
  const offered = PROVIDERS.filter((name) => NEEDED[name].every((key) => isGiven(env[key])))
  const opened: Partial<Record<ProviderName, Promise<PaymentProvider>>> = {}
  return {
    offered,
    async through(name) {
      const open = OPEN[name]
      if (!open || !offered.includes(name)) throw notOffered()
      opened[name] ??= open(env, outside)
      return opened[name]
    },
  }
}

const OPEN: Partial<Record<ProviderName, (env: Env, outside: Fetch) => Promise<PaymentProvider>>> = {}

const NEEDED = {
  stripe: ['STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRETS'],
  paypal: ['PAYPAL_CLIENT_ID', 'PAYPAL_CLIENT_SECRET', 'PAYPAL_WEBHOOK_IDS'],
} as const satisfies Record<ProviderName, (keyof Env)[]>

const isGiven = (value: string | undefined) => value !== undefined && value !== '' && value !== 'none'

// While keys rotate, the old one and the new one are both listed.
export const listedIn = (value: string) =>
  value
    .split(',')
    .map((part) => part.trim())
    .filter(isGiven)

const notOffered = () =>
  new Refusal(409, 'not_offered', 'This way of paying is not offered here. Please choose another one.')
