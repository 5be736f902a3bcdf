import { aSandbox } from '#workers/local/sandbox/sandbox.ts'
import { newSandboxKeys } from '#workers/local/secrets.ts'
import { paymentsOf } from '#workers/marketplace/payments/payments.ts'
import type { Beginning, ProviderName } from '#workers/marketplace/payments/port.ts'

export const SANDBOX = 'http://localhost:4324'

// A real adapter in front of the sandbox; whatever it asks for outside is noted.
export async function aProvider(name: ProviderName) {
  const keys = newSandboxKeys()
  const asked: string[] = []
  const sandbox = aSandbox({ keys, base: SANDBOX, hooks: 'https://guildhall.test', post: async () => new Response() })
  const env: Env = { ...keys, ENVIRONMENT: 'local', STRIPE_API_BASE: SANDBOX, PAYPAL_API_BASE: SANDBOX } as never
  const outside = (address: string | URL | Request, init?: RequestInit) => {
    asked.push(String(address))
    return sandbox.fetch(address, init)
  }
  const provider = await paymentsOf(env, outside).through(name)
  return { provider, sandbox, env, asked }
}

let count = 0

export const aPurchase = (wish: Partial<Beginning> = {}): Beginning => ({
  key: `begin-${++count}-${crypto.randomUUID()}`,
  purchaseId: crypto.randomUUID(),
  lines: [{ title: 'Blue bowl', quantity: 2, unitMinor: 4500 }],
  shippingMinor: 700,
  taxMinor: 300,
  totalMinor: 10_000,
  currency: 'EUR',
  email: 'guest@example.org',
  returnTo: 'https://guildhall.test/checkout/success',
  cancelTo: 'https://guildhall.test/cart',
  expiresAt: new Date(Date.now() + 45 * 60_000),
  ...wish,
})
