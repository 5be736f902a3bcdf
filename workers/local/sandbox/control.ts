import { Hono } from 'hono'
import { deeds } from './deeds.ts'
import { disputesIn } from './disputes.ts'
import { type Html, html, money, page } from './frame.ts'
import { type Shelf, USUAL } from './shelf.ts'

type Button = [words: string, deed: string, how?: string]

// What happens outside of anybody's checkout is done here, by hand or by a test: `POST /sandbox/do` with do, id and how.
export function control(shelf: Shelf) {
  return new Hono()
    .get('/', () => page('The sandbox', overview(shelf)))
    .post('/sandbox/do', async (c) => {
      const asked = await c.req.parseBody()
      const field = (name: string) => (typeof asked[name] === 'string' ? asked[name] : '')
      const done = act(shelf, field('do'), field('id'), field('how'))
      return c.req.header('Accept')?.includes('text/html') ? c.redirect('/', 303) : c.json({ done: done ?? true })
    })
}

function act(shelf: Shelf, deed: string, id: string, how: string): unknown {
  const does = deeds(shelf)
  const acts: Record<string, () => unknown> = {
    pay: () => does.pay(id),
    'pay later': () => does.payLater(id),
    decline: () => does.decline(id),
    settle: () => does.settle(id, how === 'yes'),
    expire: () => does.expire(id),
    'finish refund': () => does.finishRefund(id, how === 'yes'),
    dispute: () => does.dispute(id),
    'close dispute': () => does.closeDispute(id, how === 'won'),
    onboard: () => does.onboard(id, how === 'half' || how === 'paused' ? how : 'done'),
    'finish payout': () => does.finishPayout(id, how === 'fail' || how === 'come back' ? how : 'arrive'),
    twice: () => does.behave({ copies: 2 }),
    shuffled: () => does.behave({ shuffled: true }),
    hold: () => does.behave({ held: true }),
    usual: () => does.behave(USUAL),
    'refunds wait': () => does.behave({ refunds: 'wait' }),
    'payouts wait': () => does.behave({ payouts: 'wait' }),
    'payouts fail': () => does.behave({ payouts: 'fail' }),
  }
  return acts[deed]?.() ?? null
}

const WAYS: Button[] = [
  ['Send webhooks twice', 'twice'],
  ['Send them out of order', 'shuffled'],
  ['Hold them back', 'hold'],
  ['Let refunds wait', 'refunds wait'],
  ['Let payouts wait', 'payouts wait'],
  ['Let payouts fail', 'payouts fail'],
  ['As usual', 'usual'],
]

function overview(shelf: Shelf): Html {
  const { stripe, paypal, deliveries, manner } = shelf
  const waiting = deliveries.filter(({ taken }) => !taken).length
  return html`<h1>The sandbox</h1>
    <p>Stands where Stripe and PayPal would. ${deliveries.length} messages were sent, ${waiting} of them not taken yet.</p>
    <p>Now: ${Object.entries(manner)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ')}</p>
    <div class="ways">${WAYS.map((button) => actButton('', button))}</div>
    ${rows('Checkouts', Object.values(stripe.sessions), (one) => [
      one.id,
      money(one.amount_total ?? 0, one.currency ?? 'eur'),
      `${one.status}, ${one.payment_status}`,
      one.status === 'complete' && one.payment_status === 'unpaid' ? settling(one.id) : '',
    ])}
    ${rows('Card payments', Object.values(stripe.charges), (one) => [
      one.id,
      money(one.amount, one.currency),
      one.status,
      one.paid && !one.disputed ? actButton(one.id, ['Dispute', 'dispute']) : '',
    ])}
    ${rows('PayPal orders', Object.values(paypal.orders), (one) => {
      const capture = one.purchase_units[0]?.payments?.captures?.[0]
      const amount = one.purchase_units[0]?.amount
      const more =
        capture?.status === 'PENDING'
          ? settling(capture.id)
          : capture
            ? actButton(capture.id, ['Dispute', 'dispute'])
            : ''
      return [one.id, `${amount?.value} ${amount?.currency_code}`, capture?.status ?? one.status, more]
    })}
    ${rows(
      'Refunds that wait',
      Object.values(stripe.refunds).filter(({ status }) => status === 'pending'),
      (one) => [
        one.id,
        money(one.amount, one.currency),
        one.status ?? '',
        [actButton(one.id, ['Arrives', 'finish refund', 'yes']), actButton(one.id, ['Fails', 'finish refund', 'no'])],
      ],
    )}
    ${rows('Disputes', disputesIn(shelf), ({ id, status, words, carrier, tracking }) => [
      id,
      [words, carrier, tracking].join(' '),
      status,
      DECIDED.has(status)
        ? ''
        : [actButton(id, ['Won', 'close dispute', 'won']), actButton(id, ['Lost', 'close dispute', 'lost'])],
    ])}
    ${rows(
      'Payouts',
      [
        ...Object.values(stripe.payouts).map(({ id, status }) => ({ id, status })),
        ...Object.entries(paypal.batches).map(([id, { items }]) => ({
          id,
          status: items?.[0]?.transaction_status ?? '',
        })),
      ],
      ({ id, status }) => [
        id,
        '',
        status,
        [
          actButton(id, ['Arrives', 'finish payout', 'arrive']),
          actButton(id, ['Fails', 'finish payout', 'fail']),
          actButton(id, ['Comes back', 'finish payout', 'come back']),
        ],
      ],
    )}`
}

const DECIDED = new Set(['won', 'lost', 'RESOLVED'])

const settling = (id: string) => [actButton(id, ['Arrives', 'settle', 'yes']), actButton(id, ['Fails', 'settle', 'no'])]

const actButton = (id: string, [words, deed, how = '']: Button): Html =>
  html`<form method="post" action="/sandbox/do"><input type="hidden" name="do" value="${deed}"><input type="hidden" name="id" value="${id}"><input type="hidden" name="how" value="${how}"><button class="quiet">${words}</button></form>`

const rows = <T>(title: string, all: T[], cells: (one: T) => unknown[]): Html | string =>
  all.length === 0
    ? ''
    : html`<h2>${title}</h2><table><tbody>${all
        .toReversed()
        .slice(0, 30)
        .map((one) => html`<tr>${cells(one).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>`
