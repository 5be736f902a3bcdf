import { type Context, Hono } from 'hono'
import type { Shelf } from '../shelf.ts'
import { acceptDispute, answerDispute, newRefund } from './after.ts'
import { newSession } from './checkout.ts'
import { newAccount, newPayout, newReversal, newTransfer } from './connect.ts'
import { listOf, shown } from './expand.ts'
import { formOf } from './form.ts'
import { expire } from './paying.ts'
import { missing, needed } from './wrong.ts'

type Where = { shelf: Shelf; base: string }

// Stripe's API, as far as this house uses it.
export function stripeApi({ shelf, base }: Where) {
  const { stripe } = shelf
  const form = async (c: Context) => formOf(await c.req.text())
  const show = (c: Context, object: object) => c.json(shown(shelf, object, expandOf(c)))
  const one = (c: Context, from: Record<string, object>, what: string) => {
    const id = c.req.param('id') ?? ''
    return from[id] ?? absent(what, id)
  }
  const list = <T extends object>(c: Context, from: Record<string, T>, keep: (one: T) => boolean) =>
    show(c, listOf(c.req.path, Object.values(from).filter(keep), new URL(c.req.url).searchParams))
  const ofQuery = (c: Context, name: string) => {
    const wanted = c.req.query(name)
    return (value: string | null | undefined) => wanted === undefined || value === wanted
  }
  return new Hono()
    .post('/checkout/sessions', async (c) => show(c, newSession(shelf, base, await form(c))))
    .get('/checkout/sessions', (c) =>
      list(c, stripe.sessions, ({ payment_intent }) => ofQuery(c, 'payment_intent')(payment_intent)),
    )
    .get('/checkout/sessions/:id', (c) => show(c, one(c, stripe.sessions, 'checkout.session')))
    .post('/checkout/sessions/:id/expire', (c) => {
      const session = stripe.sessions[c.req.param('id')] ?? absent('checkout.session', c.req.param('id'))
      expire(shelf, session)
      return show(c, session)
    })
    .get('/payment_intents/:id', (c) => show(c, one(c, stripe.intents, 'payment_intent')))
    .get('/charges/:id', (c) => show(c, one(c, stripe.charges, 'charge')))
    .get('/balance_transactions/:id', (c) => show(c, one(c, stripe.balance, 'balance_transaction')))
    .post('/refunds', async (c) => show(c, newRefund(shelf, await form(c))))
    .get('/refunds', (c) => list(c, stripe.refunds, ({ charge }) => ofQuery(c, 'charge')(charge)))
    .get('/refunds/:id', (c) => show(c, one(c, stripe.refunds, 'refund')))
    .get('/disputes', (c) => list(c, stripe.disputes, ({ charge }) => ofQuery(c, 'charge')(charge)))
    .get('/disputes/:id', (c) => show(c, one(c, stripe.disputes, 'dispute')))
    .post('/disputes/:id/close', (c) => show(c, acceptDispute(shelf, c.req.param('id'))))
    .post('/disputes/:id', async (c) => show(c, answerDispute(shelf, c.req.param('id'), await form(c))))
    .post('/accounts', async (c) => show(c, newAccount(shelf, await form(c))))
    .get('/accounts/:id', (c) => show(c, one(c, stripe.accounts, 'account')))
    .post('/account_links', async (c) => show(c, linkFor(await form(c))))
    .post('/transfers', async (c) => show(c, newTransfer(shelf, await form(c))))
    .get('/transfers', (c) =>
      list(c, stripe.transfers, ({ transfer_group }) => ofQuery(c, 'transfer_group')(transfer_group)),
    )
    .get('/transfers/:id/reversals', (c) => list(c, stripe.reversals, ({ transfer }) => transfer === c.req.param('id')))
    .post('/transfers/:id/reversals', async (c) => show(c, newReversal(shelf, c.req.param('id'), await form(c))))
    .post('/payouts', async (c) => show(c, newPayout(shelf, accountOf(c), await form(c))))
    .get('/payouts', (c) => list(c, stripe.payouts, ({ of }) => of === accountOf(c)))
    .get('/payouts/:id', (c) => {
      const payout = stripe.payouts[c.req.param('id')]
      return payout?.of === accountOf(c) ? show(c, payout) : absent('payout', c.req.param('id'))
    })
    .get('/events', (c) => {
      const since = Number(c.req.query('created[gte]') ?? 0)
      const wanted = c.req.query('delivery_success')
      const taken = new Set(shelf.deliveries.filter((one) => one.taken).map(({ event }) => event))
      return list(
        c,
        stripe.events,
        (event) => event.created >= since && (wanted === undefined || taken.has(event.id) === (wanted === 'true')),
      )
    })

  function linkFor(asked: ReturnType<typeof formOf>) {
    const { account, return_url, refresh_url } = asked
    if (typeof account !== 'string' || typeof return_url !== 'string') throw needed('return_url')
    if (!stripe.accounts[account]) throw missing('account', account)
    const back = new URLSearchParams({ back: return_url, again: String(refresh_url) })
    const created = Math.floor(Date.now() / 1000)
    return { object: 'account_link', created, expires_at: created + 300, url: `${base}/onboard/${account}?${back}` }
  }
}

const accountOf = (c: Context) => c.req.header('Stripe-Account') ?? c.req.header('Stripe-Context') ?? ''

const expandOf = (c: Context) =>
  [...new URL(c.req.url).searchParams].filter(([name]) => name.startsWith('expand')).map(([, path]) => path)

function absent(what: string, id: string): never {
  throw missing(what, id)
}
