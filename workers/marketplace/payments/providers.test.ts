import { beforeAll, describe, expect, it } from 'vitest'
import { aProvider, aPurchase } from '#workers/lib/testing/payments.ts'
import { disputesIn } from '#workers/local/sandbox/disputes.ts'
import { PROVIDERS, type ProviderName } from './port.ts'
import { PaymentRefused, PaymentUnsure } from './refusals.ts'

type Played = Awaited<ReturnType<typeof aProvider>>

const COLLECTS: Record<ProviderName, string> = { stripe: '/checkout/sessions', paypal: '/checkout/orders' }

describe.each(PROVIDERS)('paying with %s', (name) => {
  let played: Played
  beforeAll(async () => {
    played = await aProvider(name)
  })

  async function aPaid() {
    const purchase = aPurchase()
    const { ref } = await played.provider.begin(purchase)
    played.sandbox.does.pay(ref)
    await played.provider.capture(ref, `${purchase.key}:capture`)
    const seen = await played.provider.look(ref)
    return { ref, purchase, captureRef: seen?.captureRef ?? '' }
  }
  const refunding = (captureRef: string, minor: number, key: string) => ({
    captureRef,
    minor,
    currency: 'EUR',
    key,
    reason: 'It broke on the way.',
  })

  it('begins at their page and is open until somebody pays', async () => {
    const purchase = aPurchase()
    const { ref, url } = await played.provider.begin(purchase)
    expect(url).toMatch(/^http:\/\/localhost:4324\/(pay|approve)\//)
    expect(await played.provider.look(ref)).toMatchObject({
      ref,
      state: 'open',
      purchaseId: purchase.purchaseId,
      capturedMinor: 0,
      currency: 'EUR',
      refunds: [],
      disputes: [],
    })
  })

  it('is paid with all it came to, and says what it cost', async () => {
    const { ref, captureRef } = await aPaid()
    const seen = await played.provider.look(ref)
    expect(seen).toMatchObject({ state: 'paid', capturedMinor: 10_000 })
    expect(seen?.feeMinor).toBeGreaterThan(0)
    expect(captureRef).not.toBe('')
  })

  it('counts in the smallest unit of a currency without any', async () => {
    const lines = [{ title: 'Tea bowl', quantity: 1, unitMinor: 5200 }]
    const yen = aPurchase({ currency: 'JPY', lines, shippingMinor: 0, taxMinor: 0, totalMinor: 5200 })
    const { ref } = await played.provider.begin(yen)
    played.sandbox.does.pay(ref)
    await played.provider.capture(ref, `${yen.key}:capture`)
    expect(await played.provider.look(ref)).toMatchObject({ state: 'paid', capturedMinor: 5200, currency: 'JPY' })
  })

  it('waits where the money takes its time, and then comes or fails', async () => {
    for (const [comes, state] of [
      [true, 'paid'],
      [false, 'failed'],
    ] as const) {
      const purchase = aPurchase()
      const { ref } = await played.provider.begin(purchase)
      played.sandbox.does.payLater(ref)
      await played.provider.capture(ref, `${purchase.key}:capture`)
      const pending = await played.provider.look(ref)
      expect(pending).toMatchObject({ state: 'pending', capturedMinor: 0 })
      played.sandbox.does.settle(name === 'stripe' ? ref : (pending?.captureRef ?? ''), comes)
      expect((await played.provider.look(ref))?.state).toBe(state)
    }
  })

  it('pays back in parts, never more than was paid, and once for each key', async () => {
    const { ref, captureRef } = await aPaid()
    const first = await played.provider.refund(refunding(captureRef, 3000, `first-${ref}`))
    const again = await played.provider.refund(refunding(captureRef, 3000, `first-${ref}`))
    expect(again).toEqual(first)
    await played.provider.refund(refunding(captureRef, 7000, `second-${ref}`))
    await expect(played.provider.refund(refunding(captureRef, 1, `third-${ref}`))).rejects.toBeInstanceOf(
      PaymentRefused,
    )
    const refunds = (await played.provider.look(ref))?.refunds ?? []
    expect(refunds.map(({ minor }) => minor).sort()).toEqual([3000, 7000])
    expect(refunds.map(({ key }) => key).sort()).toEqual([`first-${ref}`, `second-${ref}`])
    expect(refunds.every(({ state }) => state === 'done')).toBe(true)
  })

  it('F9 asks again with the same key after an answer was lost, and pays back once', async () => {
    const { ref, captureRef } = await aPaid()
    played.sandbox.does.fail('refund', 'lost', 2)
    const wish = refunding(captureRef, 4000, `lost-${ref}`)
    await expect(played.provider.refund(wish).then(() => played.provider.refund(wish))).rejects.toBeInstanceOf(
      PaymentUnsure,
    )
    const done = await played.provider.refund(wish).catch(() => played.provider.refund(wish))
    expect(done.state).toBe('done')
    expect((await played.provider.look(ref))?.refunds).toHaveLength(1)
  })

  it('F9 is unsure, not refused, when they cannot be reached', async () => {
    played.sandbox.does.fail(COLLECTS[name], 'down', 2)
    const purchase = aPurchase()
    await expect(played.provider.begin(purchase)).rejects.toBeInstanceOf(PaymentUnsure)
    played.sandbox.shelf.faults.length = 0
    expect((await played.provider.begin(purchase)).url).toContain('http://localhost:4324')
  })

  it.each(['busy', 'locked'] as const)(
    'F10 is unsure while they are %s, and then goes on with the same key',
    async (how) => {
      const purchase = aPurchase()
      played.sandbox.does.fail(COLLECTS[name], how, 2)
      await expect(played.provider.begin(purchase)).rejects.toBeInstanceOf(PaymentUnsure)
      played.sandbox.shelf.faults.length = 0
      const { ref } = await played.provider.begin(purchase)
      expect(await played.provider.begin(purchase)).toMatchObject({ ref })
    },
  )

  it('tells of a dispute, what it took and how it ended', async () => {
    const { ref, captureRef } = await aPaid()
    const dispute = played.sandbox.does.dispute(captureRef)
    expect((await played.provider.look(ref))?.disputes).toMatchObject([{ ref: dispute, minor: 10_000, state: 'open' }])
    const answer = { words: 'It was delivered.', trackingNumber: 'NL123', carrier: 'PostNL', shippedOn: '2026-11-02' }
    for (let n = 0; n < 2; n++) await played.provider.answerDispute(dispute, answer, 'answer-1')
    const told = { words: 'It was delivered.', carrier: 'PostNL', tracking: 'NL123' }
    expect(disputesIn(played.sandbox.shelf)).toMatchObject([told])
    const another = played.provider.answerDispute(dispute, { words: 'Another one.' }, 'answer-2')
    await expect(another).rejects.toBeInstanceOf(PaymentRefused)
    played.sandbox.does.closeDispute(dispute, false)
    expect((await played.provider.look(ref))?.disputes).toMatchObject([{ state: 'lost', withdrawnMinor: 10_000 }])
  })

  it('accepts a dispute once, which is lost then, and takes no answer any more', async () => {
    const { ref, captureRef } = await aPaid()
    const dispute = played.sandbox.does.dispute(captureRef)
    for (let n = 0; n < 2; n++) await played.provider.acceptDispute(dispute)
    expect((await played.provider.look(ref))?.disputes).toMatchObject([{ state: 'lost', withdrawnMinor: 10_000 }])
    const late = played.provider.answerDispute(dispute, { words: 'I think again.' }, 'too-late')
    await expect(late).rejects.toBeInstanceOf(PaymentRefused)
  })

  it('knows nothing of what it never saw', async () => {
    expect(await played.provider.look(name === 'stripe' ? 'cs_test_nobody' : 'NOBODY')).toBeUndefined()
    expect(await played.provider.lookAtPayout(name === 'stripe' ? 'acct_x/po_x' : 'NOBODY')).toBeUndefined()
  })

  async function aSeller() {
    const opened = await played.provider.openAccount({
      key: `seller-${crypto.randomUUID()}`,
      memberId: crypto.randomUUID(),
      email: 'maker@example.org',
      country: 'NL',
      returnTo: 'https://guildhall.test/sell',
      againAt: 'https://guildhall.test/sell/again',
    })
    if (name === 'stripe') played.sandbox.does.onboard(opened.ref, 'done')
    return opened.ref
  }
  const sending = (to: string) => ({
    key: `pay-${crypto.randomUUID()}`,
    to,
    minor: 2500,
    currency: 'EUR',
    why: 'Your sales',
  })

  it('pays out once for each key, although the first answer was lost', async () => {
    const payout = sending(await aSeller())
    played.sandbox.does.fail('payouts', 'lost', 2)
    await played.provider.send(payout).catch(() => undefined)
    played.sandbox.shelf.faults.length = 0
    const { ref } = await played.provider.send(payout)
    expect(await played.provider.send(payout)).toEqual({ ref })
    expect(await played.provider.lookAtPayout(ref)).toMatchObject({ state: 'sent', key: payout.key })
    const { stripe, paypal } = played.sandbox.shelf
    expect(Object.keys(name === 'stripe' ? stripe.payouts : paypal.batches)).toHaveLength(1)
  })

  it.each([
    ['arrive', 'paid'],
    ['fail', 'failed'],
    ['come back', 'returned'],
  ] as const)('sees a payout %s', async (how, state) => {
    const { ref } = await played.provider.send(sending(await aSeller()))
    played.sandbox.does.finishPayout(ref.split('/').at(-1) ?? '', how)
    expect((await played.provider.lookAtPayout(ref))?.state).toBe(state)
  })
})

describe('paying with stripe', () => {
  it('F10 takes another key once a failure was kept under the first and nothing came of it', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    sandbox.does.fail('/checkout/sessions', 'broken', 1)
    const purchase = aPurchase()
    const { ref } = await provider.begin(purchase)
    expect((await provider.look(ref))?.state).toBe('open')
    expect(Object.keys(sandbox.shelf.stripe.sessions)).toEqual([ref])
  })

  it('says what Stripe still asks of a seller, and is ready when it asks no more', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const seller = {
      key: 'one',
      memberId: 'm',
      email: 'a@example.org',
      returnTo: 'https://a.test',
      againAt: 'https://a.test',
    }
    const { ref, url } = await provider.openAccount(seller)
    expect(url).toContain(`/onboard/${ref}`)
    expect((await provider.lookAtAccount(ref))?.missing).toContain('external_account')
    sandbox.does.onboard(ref, 'paused')
    expect(await provider.lookAtAccount(ref)).toMatchObject({ ready: false, payoutsPaused: true })
    sandbox.does.onboard(ref, 'done')
    expect(await provider.lookAtAccount(ref)).toEqual({ ready: true, missing: [], payoutsPaused: false })
  })

  it('takes the transfer back where a payout failed, once', async () => {
    const { provider, sandbox } = await aProvider('stripe')
    const seller = {
      key: 'one',
      memberId: 'm',
      email: 'a@example.org',
      returnTo: 'https://a.test',
      againAt: 'https://a.test',
    }
    const { ref: to } = await provider.openAccount(seller)
    sandbox.does.onboard(to, 'done')
    const { ref } = await provider.send({ key: 'pay-one', to, minor: 2500, currency: 'EUR', why: 'Your sales' })
    sandbox.does.finishPayout(ref.split('/').at(-1) ?? '', 'fail')
    await provider.takeBack(ref, 'back-one')
    await provider.takeBack(ref, 'back-two')
    expect(Object.values(sandbox.shelf.stripe.transfers)).toMatchObject([{ amount: 2500, amount_reversed: 2500 }])
  })

  it('closes what is open, so that nobody can pay it any more', async () => {
    const { provider } = await aProvider('stripe')
    const { ref } = await provider.begin(aPurchase())
    await provider.close(ref)
    await provider.close(ref)
    expect((await provider.look(ref))?.state).toBe('expired')
  })
})

describe('paying with paypal', () => {
  it('is approved first and captured after, and captured once', async () => {
    const { provider, sandbox } = await aProvider('paypal')
    const { ref } = await provider.begin(aPurchase())
    sandbox.does.pay(ref)
    expect((await provider.look(ref))?.state).toBe('approved')
    await provider.capture(ref, 'capture-one')
    await provider.capture(ref, 'capture-two')
    expect((await provider.look(ref))?.state).toBe('paid')
  })

  it('F10 says it was declined, and may be paid in another way', async () => {
    const { provider, sandbox } = await aProvider('paypal')
    const { ref } = await provider.begin(aPurchase())
    sandbox.does.decline(ref)
    await expect(provider.capture(ref, 'capture-it')).rejects.toMatchObject({
      reason: 'INSTRUMENT_DECLINED',
      status: 409,
    })
    expect((await provider.look(ref))?.state).toBe('open')
  })
})
