import { describe, expect, it } from 'vitest'
import { aProvider, aPurchase, SANDBOX } from '#workers/lib/testing/payments.ts'
import { newSandboxKeys } from '../secrets.ts'
import { recall } from './demo.ts'
import { disputesIn } from './disputes.ts'
import { aSandbox } from './sandbox.ts'
import { emptyShelf } from './shelf.ts'

const asked: { address: string; body: string }[] = []

function aTownSandbox(answer = 200) {
  asked.length = 0
  const keys = newSandboxKeys()
  const post = async (address: string, init: RequestInit) => {
    asked.push({ address, body: String(init.body) })
    return new Response('', { status: answer })
  }
  return { keys, sandbox: aSandbox({ keys, base: SANDBOX, hooks: 'https://guildhall.test', post }) }
}

describe('the sandbox', () => {
  it('answers the same key with the same request once, and another request with 400, as Stripe does', async () => {
    const { keys, sandbox } = aTownSandbox()
    const ask = (email: string, key = 'one') =>
      sandbox.fetch(`${SANDBOX}/v1/accounts`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${keys.STRIPE_SECRET_KEY}`, 'Idempotency-Key': key },
        body: new URLSearchParams({ type: 'express', email }),
      })
    const first = await (await ask('a@example.org')).json()
    const again = await ask('a@example.org')
    expect(again.headers.get('Idempotent-Replayed')).toBe('true')
    expect(await again.json()).toEqual(first)
    const other = await ask('b@example.org')
    expect(other.status).toBe(400)
    expect(await other.json()).toMatchObject({ error: { type: 'idempotency_error' } })
    expect(Object.keys(sandbox.shelf.stripe.accounts)).toHaveLength(1)
    sandbox.does.fail('/accounts', 'broken')
    expect((await ask('c@example.org', 'two')).status).toBe(500)
    expect((await ask('c@example.org', 'two')).status).toBe(500)
    expect((await ask('c@example.org', 'three')).status).toBe(200)
  })

  it('lets nobody in without the key of this house', async () => {
    const { sandbox } = aTownSandbox()
    for (const path of ['/v1/accounts/acct_1', '/v2/checkout/orders/1', '/v1/payments/payouts/1'])
      expect((await sandbox.fetch(SANDBOX + path, { headers: { Authorization: 'Bearer guessed' } })).status).toBe(401)
  })

  it('tells again what was not taken, twice where it is asked to, and nothing while it holds back', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const { ref } = await provider.begin(aPurchase())
    sandbox.does.pay(ref)
    const town = aTownSandbox(500)
    town.sandbox.shelf.stripe = sandbox.shelf.stripe
    town.sandbox.shelf.deliveries.push(...structuredClone(sandbox.shelf.deliveries).slice(0, 3))
    town.sandbox.does.behave({ held: true })
    expect(await town.sandbox.deliver()).toBe(0)
    town.sandbox.does.behave({ held: false, copies: 2, shuffled: true })
    await town.sandbox.deliver()
    expect(asked).toHaveLength(6)
    expect(town.sandbox.shelf.deliveries.every(({ taken, dueAt }) => !taken && dueAt > Date.now())).toBe(true)
  })

  it('shows a checkout that works without a script, says that no money moves, and takes each test card its way', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const choose = async (fields: Record<string, string>) => {
      const { ref, url } = await provider.begin(
        aPurchase({ returnTo: 'https://guildhall.test/done?at={CHECKOUT_SESSION_ID}' }),
      )
      const page = await (await sandbox.fetch(url)).text()
      expect(page).toContain('Sandbox: no real money.')
      expect(page).not.toContain('<script')
      const answer = await sandbox.fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
      return { ref, answer, state: (await provider.look(ref))?.state }
    }
    const paid = await choose({ card: '4242424242424242' })
    expect(paid.answer.headers.get('Location')).toBe(`https://guildhall.test/done?at=${paid.ref}`)
    expect(paid.state).toBe('paid')
    expect(await (await choose({ card: '4000000000000002' })).answer.text()).toContain('Your card was declined.')
    expect((await choose({ card: '4000002500003155' })).state).toBe('open')
    expect((await choose({ card: '4000002500003155', bank: 'no' })).state).toBe('open')
    expect((await choose({ card: '4000002500003155', bank: 'yes' })).state).toBe('paid')
    expect((await choose({ card: 'delayed' })).state).toBe('pending')
  })

  it('lets its money be spent once: a payout takes no more than was transferred', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const { ref: to } = await provider.openAccount({
      key: 'one',
      memberId: 'm',
      email: 'a@example.org',
      returnTo: SANDBOX,
      againAt: SANDBOX,
    })
    sandbox.does.onboard(to, 'done')
    await provider.send({ key: 'pay-one', to, minor: 500, currency: 'EUR', why: 'Sales' })
    const [transfer] = Object.values(sandbox.shelf.stripe.transfers)
    expect(transfer?.amount_reversed).toBe(0)
    const [payout] = Object.keys(sandbox.shelf.stripe.payouts)
    await expect(provider.takeBack(`${to}/${payout}`, 'back')).rejects.toMatchObject({ reason: 'balance_insufficient' })
  })

  it('remembers what the demo paid, so that it can be given back, and a bank be answered', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const [at, usual] = [1_700_000_000, { minor: 9400, feeMinor: 166, currency: 'eur' }]
    const dispute = { ref: 'du_demo_1', minor: 9400, feeMinor: 1500, reason: 'product_not_received', at, dueAt: at }
    recall(sandbox.shelf, { ...usual, at, purchaseId: 'one', ref: 'cs_demo_one', chargeRef: 'ch_demo_one', dispute })
    recall(sandbox.shelf, {
      ...usual,
      at,
      purchaseId: 'two',
      ref: 'cs_demo_two',
      chargeRef: 'ch_demo_two',
      dispute: null,
    })
    const seen = { ref: 'du_demo_1', state: 'open', withdrawnMinor: 9400, feeMinor: 1500 }
    expect(await provider.look('cs_demo_one')).toMatchObject({ state: 'paid', feeMinor: 166, disputes: [seen] })
    await provider.answerDispute('du_demo_1', { words: 'It is at number 110.' }, 'one')
    expect(disputesIn(sandbox.shelf)).toMatchObject([{ words: 'It is at number 110.', status: 'under_review' }])
    const back = { captureRef: 'ch_demo_two', minor: 400, currency: 'EUR', key: 'back', reason: 'A crease.' }
    expect(await provider.refund(back)).toMatchObject({ state: 'done' })
    expect(await provider.look('pi_demo_two')).toMatchObject({ ref: 'cs_demo_two', refunds: [{ minor: 400 }] })
  })

  it('is kept as plain JSON', () => {
    expect(JSON.parse(JSON.stringify(emptyShelf()))).toEqual(emptyShelf())
  })

  it('is moved by hand or by a test over HTTP', async () => {
    const { provider, sandbox } = await aProvider('paypal')
    const { ref } = await provider.begin(aPurchase())
    const fields = new URLSearchParams({ do: 'pay', id: ref })
    expect((await sandbox.fetch(`${SANDBOX}/sandbox/do`, { method: 'POST', body: fields })).status).toBe(200)
    expect((await provider.look(ref))?.state).toBe('approved')
    expect(await (await sandbox.fetch(`${SANDBOX}/`)).text()).toContain(ref)
  })
})
