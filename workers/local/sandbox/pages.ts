import { Hono } from 'hono'
import { minorOf } from '#workers/marketplace/payments/paypal/amounts.ts'
import { control } from './control.ts'
import { deeds } from './deeds.ts'
import { type Html, html, money, page } from './frame.ts'
import type { Order } from './paypal/objects.ts'
import { orderAt } from './paypal/orders.ts'
import type { Shelf } from './shelf.ts'
import type { Session } from './stripe/objects.ts'

const CARDS = [
  ['4242424242424242', '4242 4242 4242 4242', 'is paid at once'],
  ['4000000000000002', '4000 0000 0000 0002', 'is declined by the bank'],
  ['4000002500003155', '4000 0025 0000 3155', 'asks the bank first (3-D Secure)'],
  ['delayed', 'Bank transfer', 'is promised now, and arrives or fails later'],
] as const

export function pages(shelf: Shelf, base: string) {
  const does = deeds(shelf)
  const at = (id: string) => shelf.stripe.sessions[id]
  return new Hono()
    .route('/', control(shelf))
    .get('/pay/:id', (c) => checkout(at(c.req.param('id'))))
    .post('/pay/:id', async (c) => {
      const session = at(c.req.param('id'))
      const { card, bank } = await c.req.parseBody()
      if (session?.status !== 'open') return checkout(session)
      if (card === '4000002500003155' && bank === undefined) return askBank(session)
      if (card === '4000000000000002' || bank === 'no') {
        does.decline(session.id)
        return checkout(session, bank ? 'Your bank did not recognise you.' : 'Your card was declined.')
      }
      if (card === 'delayed') does.payLater(session.id)
      else does.pay(session.id)
      return c.redirect(session.success_url?.replaceAll('{CHECKOUT_SESSION_ID}', session.id) ?? base, 303)
    })
    .get('/approve/:id', (c) => approval(orderAt(shelf, c.req.param('id'))))
    .post('/approve/:id', async (c) => {
      const order = orderAt(shelf, c.req.param('id'))
      const { how } = await c.req.parseBody()
      if (order.status !== 'PAYER_ACTION_REQUIRED') return approval(order)
      if (how === 'later') does.payLater(order.id)
      else if (how === 'decline') does.decline(order.id)
      else does.pay(order.id)
      return c.redirect(withToken(order.back.return_url, order.id), 303)
    })
    .get('/onboard/:id', (c) => onboarding(c.req.param('id'), c.req.query('back') ?? '/'))
    .post('/onboard/:id', async (c) => {
      const { how, back } = await c.req.parseBody()
      does.onboard(c.req.param('id'), how === 'half' || how === 'paused' ? how : 'done')
      return c.redirect(String(back), 303)
    })
}

const withToken = (address: string, token: string) => {
  const url = new URL(address)
  url.searchParams.set('token', token)
  return url.href
}

function checkout(session: Session | undefined, sorry?: string): Response {
  if (!session)
    return page(
      'No such checkout',
      html`<h1>There is no such checkout</h1><p>The link is incomplete, or the sandbox was emptied.</p>`,
      404,
    )
  const sum = html`<p class="sum">${money(session.amount_total ?? 0, session.currency ?? 'eur')}</p>`
  const back = html`<p><a href="${session.cancel_url ?? '/'}">Back without paying</a></p>`
  if (session.status !== 'open')
    return page('Checkout', html`<h1>This checkout is closed</h1>${sum}<p>It was paid, or its time is over.</p>${back}`)
  return page(
    'Checkout',
    html`<h1>Pay by card</h1><p class="soft">${session.customer_email ?? ''}</p>${sum}
    ${sorry ? html`<p class="sorry" role="alert">${sorry} Nothing was charged; choose another card.</p>` : ''}
    <form class="card" method="post"><fieldset><legend>Choose a test card</legend>
    ${CARDS.map(([value, name, means], n) => choice('card', value, name, means, n === 0))}</fieldset>
    <button>Pay ${money(session.amount_total ?? 0, session.currency ?? 'eur')}</button></form>${back}`,
  )
}

const choice = (field: string, value: string, name: string, means: string, first: boolean): Html =>
  html`<label><input type="radio" name="${field}" value="${value}" ${first ? 'checked' : ''}><span>${name}<small>${means}</small></span></label>`

const askBank = (session: Session) =>
  page(
    'Your bank asks',
    html`<h1>Your bank wants to know it is you</h1><p>${money(session.amount_total ?? 0, session.currency ?? 'eur')}</p>
    <form class="card" method="post"><input type="hidden" name="card" value="4000002500003155">
    <button name="bank" value="yes">It is me</button><button class="quiet" name="bank" value="no">Fail this step</button></form>`,
  )

function approval(order: Order): Response {
  const amount = order.purchase_units[0]?.amount ?? { currency_code: 'EUR', value: '0' }
  const sum = html`<p class="sum">${money(minorOf(amount), amount.currency_code)}</p>`
  const back = html`<p><a href="${withToken(order.back.cancel_url, order.id)}">Back without paying</a></p>`
  if (order.status !== 'PAYER_ACTION_REQUIRED')
    return page('PayPal', html`<h1>This payment was decided already</h1>${sum}${back}`)
  return page(
    'PayPal',
    html`<h1>Pay with PayPal</h1><p class="soft">${order.title}</p>${sum}
    <form class="card" method="post"><fieldset><legend>How it turns out</legend>
    ${choice('how', 'pay', 'From the balance', 'is paid at once', true)}
    ${choice('how', 'later', 'By eCheck', 'is pending, and completes or fails later', false)}
    ${choice('how', 'decline', 'From an empty card', 'is declined when the shop captures it', false)}</fieldset>
    <button>Approve</button></form>${back}`,
  )
}

const onboarding = (account: string, back: string) =>
  page(
    'Being paid',
    html`<h1>Tell us where your money goes</h1><p>Stripe would ask for your name, your date of birth and your bank account.</p>
    <form class="card" method="post"><input type="hidden" name="back" value="${back}"><fieldset><legend>${account}</legend>
    ${choice('how', 'done', 'Everything is in order', 'payouts can begin', true)}
    ${choice('how', 'half', 'Leave out the bank account', 'something is still missing', false)}
    ${choice('how', 'paused', 'Be looked at', 'payouts wait until Stripe has looked', false)}</fieldset>
    <button>Done</button></form>`,
  )
