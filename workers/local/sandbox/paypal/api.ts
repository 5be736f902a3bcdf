import { Hono } from 'hono'
import type { Shelf } from '../shelf.ts'
import { acceptDispute, answerDispute, callBack, newBatch } from './after.ts'
import { captureAt, notThere } from './objects.ts'
import { bare, capture, newOrder, orderAt, refund } from './orders.ts'

export function paypalApi(shelf: Shelf, base: string) {
  const { paypal } = shelf
  return new Hono()
    .post('/v2/checkout/orders', async (c) => c.json(bare(newOrder(shelf, base, await c.req.json())), 201))
    .get('/v2/checkout/orders/:id', (c) => c.json(bare(orderAt(shelf, c.req.param('id')))))
    .post('/v2/checkout/orders/:id/capture', (c) => c.json(bare(capture(shelf, c.req.param('id'))), 201))
    .get('/v2/payments/captures/:id', (c) => c.json(captureAt(shelf, c.req.param('id')).capture))
    .post('/v2/payments/captures/:id/refund', async (c) =>
      c.json(refund(shelf, base, c.req.param('id'), await c.req.json()), 201),
    )
    .get('/v1/customer/disputes', (c) => {
      const about = c.req.query('disputed_transaction_id')
      const items = Object.values(paypal.disputes).filter(
        ({ disputed_transactions: [first] }) => first?.seller_transaction_id === about,
      )
      return c.json({ items: items.map(({ dispute_id, reason, status }) => ({ dispute_id, reason, status })) })
    })
    .get('/v1/customer/disputes/:id', (c) => c.json(paypal.disputes[c.req.param('id')] ?? absent()))
    .post('/v1/customer/disputes/:id/provide-evidence', async (c) => {
      const { input } = await c.req.parseBody()
      answerDispute(shelf, c.req.param('id'), input instanceof File ? JSON.parse(await input.text()) : {})
      return c.json({ links: [] })
    })
    .post('/v1/customer/disputes/:id/accept-claim', async (c) => {
      acceptDispute(shelf, c.req.param('id'), await c.req.json())
      return c.json({ links: [] })
    })
    .post('/v1/payments/payouts', async (c) => c.json(newBatch(shelf, base, await c.req.json()), 201))
    .get('/v1/payments/payouts/:id', (c) => c.json(paypal.batches[c.req.param('id')] ?? absent()))
    .post('/v1/payments/payouts-item/:id/cancel', (c) => c.json(callBack(shelf, c.req.param('id'))))
    .get('/v1/notifications/webhooks-events', (c) => {
      const since = c.req.query('start_time') ?? ''
      const events = Object.values(paypal.events).filter(({ create_time }) => create_time >= since)
      return c.json({ events, count: events.length, links: [] })
    })
}

function absent(): never {
  throw notThere()
}
