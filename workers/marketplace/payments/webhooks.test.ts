import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { crc32 } from 'node:zlib'
import Stripe from 'stripe'
import { beforeEach, describe, expect, it } from 'vitest'
import { alerts } from '#db/schema/jobs.ts'
import { providerEvents } from '#db/schema/marketplace/provider-events.ts'
import { aPurchase } from '#workers/lib/testing/payments.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { selfSigned } from '#workers/local/sandbox/paypal/certificate.ts'
import { signedByPaypal } from '#workers/local/sandbox/paypal/signing.ts'
import { fetchWhatWasMissed, lookAgain } from './reconciling.ts'
import { settlements, unsettled } from './settlements.ts'

const world = await aWorld()
const usual = { ...settlements }
const looked: string[] = []

beforeEach(async () => {
  await world.startAfresh()
  looked.length = 0
  Object.assign(settlements, usual)
  world.sandbox.shelf.deliveries.length = 0
  for (const kind of ['payment', 'payout', 'account'] as const)
    settlements[kind] = async (_ctx, { provider, ref }) => {
      looked.push(`${kind} ${provider} ${ref}`)
      return ref.includes('nobody') ? 'unknown' : 'done'
    }
})

const rows = (of: World = world) => of.ctx().db.select().from(providerEvents)
const seconds = (ahead = 0) => Math.floor(Date.now() / 1000) + ahead
const secret = () => world.env.STRIPE_WEBHOOK_SECRETS

const anEvent = (wish: Record<string, unknown> = {}) =>
  JSON.stringify({
    id: `evt_${crypto.randomUUID()}`,
    object: 'event',
    api_version: Stripe.API_VERSION,
    created: seconds(),
    data: { object: { id: 'cs_test_1', object: 'checkout.session' } },
    livemode: false,
    pending_webhooks: 1,
    request: null,
    type: 'checkout.session.completed',
    ...wish,
  })

const signed = (payload: string, at = seconds(), with_ = secret()) =>
  Stripe.webhooks.generateTestHeaderStringAsync({ payload, secret: with_, timestamp: at } as never)

const tellStripe = (body: string, signature?: string) =>
  world.request('/webhooks/stripe', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(signature && { 'Stripe-Signature': signature }) },
    body,
  })

describe('a message from Stripe', () => {
  it('B74 is refused without a change unless its signature, its time and its mode are right', async () => {
    const body = anEvent()
    const live = anEvent({ livemode: true })
    const forged: [string, string | undefined][] = [
      [body, undefined],
      [body, await signed(body, seconds(), 'whsec_of_somebody_else')],
      [body.replace('cs_test_1', 'cs_test_2'), await signed(body)],
      [body, await signed(body, seconds(-301))],
      [body, await signed(body, seconds(3600))],
      [live, await signed(live)],
      [body, 't=,v1='],
      [body, `${await signed(body)}`.replace(/t=\d+/, 't=abc')],
    ]
    for (const [text, signature] of forged) expect((await tellStripe(text, signature)).status).toBe(400)
    expect(await rows()).toEqual([])
    expect(world.queue).toEqual([])
  })

  it('B74 is taken when one of two signatures is right, and while two secrets hold', async () => {
    const body = anEvent()
    const [time, right] = (await signed(body)).split(',')
    const other = (await signed(body, seconds(), 'whsec_of_somebody_else')).split(',')[1]
    expect((await tellStripe(body, [time, other, right].join())).status).toBe(200)
    const old = secret()
    Object.assign(world.env, { STRIPE_WEBHOOK_SECRETS: `whsec_new, ${old}` })
    const second = anEvent()
    expect((await tellStripe(second, await signed(second, seconds(), old))).status).toBe(200)
    const third = anEvent()
    expect((await tellStripe(third, await signed(third, seconds(), 'whsec_new'))).status).toBe(200)
    expect(await rows()).toHaveLength(3)
  })

  it('B75 is kept and ignored, or laid before somebody, when nothing here follows from it', async () => {
    const bodies = [
      anEvent({ type: 'customer.tax_id.created' }),
      anEvent({ type: 'invoice.paid' }),
      anEvent({ type: 'customer.subscription.deleted' }),
      anEvent({ account: 'acct_of_somebody_else' }),
      anEvent({ api_version: '2019-02-19' }),
      anEvent({ data: { object: { id: 'cs_nobody' } } }),
      anEvent({ type: 'charge.refunded', data: { object: { id: 'ch_1', payment_intent: null } } }),
    ]
    for (const body of bodies) expect((await tellStripe(body, await signed(body))).status).toBe(200)
    await world.settle()
    const states = (await rows()).map(({ state }) => state).sort()
    expect(states).toEqual(['ignored', 'ignored', 'ignored', 'ignored', 'review', 'review', 'review'])
    expect((await rows()).every(({ reason }) => (reason ?? '').length > 10)).toBe(true)
    expect(looked).toEqual(['payment stripe cs_nobody'])
    expect(await world.ctx().db.select().from(alerts)).toHaveLength(3)
  })

  it('F11 comes ten times at once and has one effect', async () => {
    const body = anEvent()
    const signature = await signed(body)
    const answers = await Promise.all(Array.from({ length: 10 }, () => tellStripe(body, signature)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await world.settle()
    expect(looked).toEqual(['payment stripe cs_test_1'])
    expect(await rows()).toMatchObject([{ state: 'done' }])
  })

  it('has one effect where somebody registered the address twice, with a secret each', async () => {
    const old = secret()
    Object.assign(world.env, { STRIPE_WEBHOOK_SECRETS: `${old}, whsec_registered_again` })
    const body = anEvent()
    for (const with_ of [old, 'whsec_registered_again', old])
      expect((await tellStripe(body, await signed(body, seconds(), with_))).status).toBe(200)
    await world.settle()
    expect(looked).toEqual(['payment stripe cs_test_1'])
    expect(await rows()).toHaveLength(1)
  })

  it('F14 is told again after a crash between keeping it and answering, and has no second effect', async () => {
    const body = anEvent()
    await tellStripe(body, await signed(body))
    await world.settle()
    expect((await tellStripe(body, await signed(body))).status).toBe(200)
    await world.settle()
    expect(looked).toHaveLength(1)
  })

  it('F16 leaves nothing but a line in the log when it is forged', async () => {
    const body = anEvent()
    await tellStripe(body, await signed(body, seconds(), 'whsec_guessed'))
    expect(await rows()).toEqual([])
    expect(world.lines.some((line) => line.includes('webhook refused'))).toBe(true)
  })

  it('waits for its job to succeed, and is looked at again by the clock', async () => {
    let broken = true
    settlements.payment = async (_ctx, { ref }) => {
      if (broken) throw new Error('They cannot be reached.')
      looked.push(ref)
      return 'done'
    }
    const body = anEvent()
    await tellStripe(body, await signed(body))
    await world.settle()
    expect(await rows()).toMatchObject([{ state: 'waiting' }])
    broken = false
    await world
      .ctx()
      .db.update(providerEvents)
      .set({ arrivedAt: new Date(Date.now() - 11 * 60_000) })
    await lookAgain(world.ctx())
    expect(looked).toEqual(['cs_test_1'])
    expect(await rows()).toMatchObject([{ state: 'done' }])
  })

  it('is not taken where Stripe is not offered, or when it is too large', async () => {
    const body = anEvent({ data: { object: { id: 'cs_1', words: 'a'.repeat(300_000) } } })
    expect((await tellStripe(body, await signed(body))).status).toBe(413)
    Object.assign(world.env, { STRIPE_SECRET_KEY: 'none' })
    expect((await tellStripe(anEvent())).status).toBe(404)
    expect(world.ctx().payments.offered).toEqual(['paypal'])
  })
})

describe('a message from PayPal', () => {
  const text = JSON.stringify({
    id: 'WH-1',
    event_type: 'PAYMENT.CAPTURE.COMPLETED',
    resource: { id: 'CAP-1', supplementary_data: { related_ids: { order_id: 'ORDER-1' } } },
  })
  const tell = (body: string, headers: Record<string, string>) =>
    world.request('/webhooks/paypal', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body,
    })
  const signer = () => world.sandbox.signer()
  const headersFor = (body: string) => signedByPaypal(signer(), 'one', body)

  it('is taken when their certificate signed these very bytes', async () => {
    expect((await tell(text, headersFor(text))).status).toBe(200)
    await world.settle()
    expect(looked).toEqual(['payment paypal ORDER-1'])
  })

  it('B76 is refused, and nobody but PayPal is asked, when anything about it is not theirs', async () => {
    const right = headersFor(text)
    const at = (address: string) => ({ ...right, 'PayPal-Cert-Url': address })
    const path = new URL(signer().address).pathname
    const evil = [
      at(`https://evil.test${path}`),
      at(`http://evil.test${path}`),
      at(`http://localhost:4324.evil.test${path}`),
      at(`http://localhost:4324@evil.test${path}`),
      at(`https://localhost:4324${path}`),
      at(`http://localhost:4324/v1/other/${path.split('/').at(-1)}`),
      at(`http://localhost:4324/v1/notifications/certs/../../CERT-1`),
      at(`${signer().address}?at=https://evil.test`),
      at(''),
      { ...right, 'PayPal-Auth-Algo': 'none' },
      { ...right, 'PayPal-Transmission-Sig': 'AAAA' },
      { ...right, 'PayPal-Transmission-Sig': '%%%' },
      { ...right, 'PayPal-Transmission-Time': new Date(Date.now() + 3_600_000).toISOString() },
      { ...right, 'PayPal-Transmission-Id': 'another' },
      signedByPaypal({ ...signer(), webhookId: 'SOMEBODY-ELSES' }, 'one', text),
      {},
    ]
    for (const headers of evil) expect((await tell(text, headers)).status).toBe(400)
    expect((await tell(JSON.stringify(JSON.parse(text), null, 2), right)).status).toBe(400)
    expect(await rows()).toEqual([])
  })

  it('is refused when somebody else signed it, or the certificate is over', async () => {
    const stranger = aKey()
    const words = ['one', '2026-11-21T10:00:00Z', signer().webhookId, crc32(text)].join('|')
    const forged = {
      ...headersFor(text),
      'PayPal-Transmission-Id': 'one',
      'PayPal-Transmission-Time': '2026-11-21T10:00:00Z',
      'PayPal-Transmission-Sig': sign('sha256', Buffer.from(words), stranger).toString('base64'),
    }
    expect((await tell(text, forged)).status).toBe(400)
    const own = world.sandbox.signer()
    const kept = { ...own }
    Object.assign(own, {
      certificate: selfSigned(own.key, 'over', 1, new Date('2020-01-01T00:00:00Z')),
      address: own.address.replace('CERT-', 'CERT-over-'),
    })
    expect((await tell(text, headersFor(text))).status).toBe(400)
    Object.assign(own, kept)
  })

  it('knows the order of what it tells, and ignores subscriptions', async () => {
    const tellings = [
      { event_type: 'CHECKOUT.ORDER.APPROVED', resource: { id: 'O-1' } },
      {
        event_type: 'PAYMENT.CAPTURE.REFUNDED',
        resource: { id: 'R-1', links: [{ rel: 'up', href: 'https://x/v2/payments/captures/C-1' }] },
      },
      {
        event_type: 'CUSTOMER.DISPUTE.CREATED',
        resource: { disputed_transactions: [{ seller_transaction_id: 'C-2' }] },
      },
      { event_type: 'PAYMENT.PAYOUTS-ITEM.FAILED', resource: { payout_batch_id: 'B-1' } },
      { event_type: 'BILLING.SUBSCRIPTION.CREATED', resource: { id: 'S-1' } },
    ].map((event, n) => JSON.stringify({ id: `WH-${n}`, ...event }))
    for (const body of tellings) await tell(body, headersFor(body))
    await world.settle()
    expect(looked.sort()).toEqual([
      'payment paypal O-1',
      'payment paypal capture:C-1',
      'payment paypal capture:C-2',
      'payout paypal B-1',
    ])
    expect((await rows()).filter(({ state }) => state === 'ignored')).toMatchObject([
      { type: 'BILLING.SUBSCRIPTION.CREATED' },
    ])
  })
})

describe('what did not arrive', () => {
  it('F15 is fetched by the clock from both, and has one effect', async () => {
    const stripe = await world.ctx().payments.through('stripe')
    const paypal = await world.ctx().payments.through('paypal')
    const card = await stripe.begin(aPurchase())
    const order = await paypal.begin(aPurchase())
    world.sandbox.does.pay(card.ref)
    world.sandbox.does.pay(order.ref)
    await fetchWhatWasMissed(world.ctx())
    await fetchWhatWasMissed(world.ctx())
    await world.settle()
    expect(looked).toContain(`payment stripe ${card.ref}`)
    expect(looked).toContain(`payment paypal ${order.ref}`)
    const once = await rows()
    await world.sandbox.deliver()
    expect(await rows()).toHaveLength(once.length)
  })

  it('is looked at again when it was begun and nobody told anything', async () => {
    unsettled.push(async () => [{ kind: 'payment', provider: 'paypal', ref: 'ORDER-9' }])
    await lookAgain(world.ctx())
    unsettled.pop()
    expect(looked).toEqual(['payment paypal ORDER-9'])
  })
})

const aKey = (): KeyObject => {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return createPrivateKey(privateKey)
}

expect(ORIGIN).toContain('https://')
