import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { Hono } from 'hono'
import { deeds } from './deeds.ts'
import { deliver, type Post, sendOne } from './deliver.ts'
import { withManners } from './manners.ts'
import { pages } from './pages.ts'
import { paypalApi } from './paypal/api.ts'
import { selfSigned } from './paypal/certificate.ts'
import type { Signer } from './paypal/signing.ts'
import { emptyShelf, newRef, type Shelf, Wrong } from './shelf.ts'
import { stripeApi } from './stripe/api.ts'

export type Keys = {
  STRIPE_SECRET_KEY: string
  STRIPE_WEBHOOK_SECRETS: string
  PAYPAL_CLIENT_ID: string
  PAYPAL_CLIENT_SECRET: string
  PAYPAL_WEBHOOK_IDS: string
}

type Wish = {
  keys: Keys
  // Where the sandbox itself is found, and where it sends what it has to tell.
  base: string
  hooks: string
  post: Post
  shelf?: Shelf
}

export type Sandbox = ReturnType<typeof aSandbox>

// Stripe and PayPal as this house knows them, without any money.
export function aSandbox({ keys, base, hooks, post, shelf = emptyShelf() }: Wish) {
  let made: Signer | undefined
  const signer = () => {
    made ??= newSigner(keys, base)
    return made
  }
  const to = { shelf, hooks, post, signer, secret: keys.STRIPE_WEBHOOK_SECRETS.split(',')[0] ?? '' }
  const token = newRef('A21AA', 32)
  const app = new Hono()
    .get('/v1/notifications/certs/:name', (c) => c.text(signer().certificate))
    .post('/v1/oauth2/token', (c) =>
      c.req.header('Authorization') === `Basic ${btoa(`${keys.PAYPAL_CLIENT_ID}:${keys.PAYPAL_CLIENT_SECRET}`)}`
        ? c.json({ access_token: token, token_type: 'Bearer', expires_in: 32_400 })
        : c.json({ error: 'invalid_client' }, 401),
    )
    .use('/v1/*', async (c, next) => {
      const given = c.req.header('Authorization')
      if (given === `Bearer ${token}`) return await withManners(shelf, 'PayPal-Request-Id')(c, next)
      if (given === `Bearer ${keys.STRIPE_SECRET_KEY}`) return await withManners(shelf, 'Idempotency-Key')(c, next)
      return c.json({ error: { type: 'invalid_request_error', message: 'Invalid API Key provided.' } }, 401)
    })
    .use('/v2/*', async (c, next) =>
      c.req.header('Authorization') === `Bearer ${token}`
        ? await withManners(shelf, 'PayPal-Request-Id')(c, next)
        : c.json({ name: 'AUTHENTICATION_FAILURE' }, 401),
    )
    .route('/v1', stripeApi({ shelf, base }))
    .route('/', paypalApi(shelf, base))
    .route('/', pages(shelf, base))
    .onError((error, c) => {
      if (error instanceof Wrong) return c.json(error.body, error.status as 400)
      throw error
    })
  return {
    shelf,
    signer,
    fetch: async (address: string | URL | Request, init?: RequestInit): Promise<Response> =>
      app.fetch(new Request(address, init)),
    deliver: () => deliver(to),
    send: (provider: 'stripe' | 'paypal', event: string) => sendOne(to, { provider, event }),
    does: deeds(shelf),
  }
}

function newSigner(keys: Keys, base: string): Signer {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const key = createPrivateKey(privateKey)
  return {
    key,
    certificate: selfSigned(key, 'sandbox.guildhall.example'),
    address: `${base}/v1/notifications/certs/${newRef('CERT-', 16)}`,
    webhookId: keys.PAYPAL_WEBHOOK_IDS.split(',')[0] ?? '',
  }
}
