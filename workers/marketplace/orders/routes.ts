import { Hono } from 'hono'
import type { App } from '#workers/lib/http/app.ts'
import { finished } from '#workers/lib/http/finished.ts'
import { rule } from '#workers/lib/http/rule.ts'
import { valid } from '#workers/lib/http/valid.ts'
import { acceptDispute } from '../disputes/accepting.ts'
import { answerDispute } from '../disputes/answering.ts'
import { DisputeAcceptance, DisputeAnswer, DisputeState } from '../disputes/inputs.ts'
import { buy } from './buying.ts'
import { handOverOrder, sendOrder } from './handing.ts'
import {
  NewPurchase,
  OrderId,
  OrderMessageId,
  OrderState,
  OrderWords,
  PayBack,
  PurchaseState,
  RefundAsked,
  Sent,
  SoldPage,
  SoldSearch,
} from './inputs.ts'
import { payBack } from './refunding.ts'
import { sayAsMaker } from './saying.ts'
import { readSold } from './sold.ts'

const writing = { for: 'members', pace: 'writing', cache: 'never', bodyLimit: 16_384 } as const

export const orderRoutes = new Hono<App>()
  .post(
    '/marketplace/purchases',
    rule({
      does: 'Buy: holds the pieces for half an hour and says where to pay. Guests may, too',
      ...writing,
      for: 'visitors',
      part: 'market',
      answers: { 201: PurchaseState },
    }),
    valid('json', NewPurchase),
    async (c) => c.json(await buy(c.var.ctx, c.req.valid('json')), 201),
  )
  .get(
    '/marketplace/orders',
    rule({
      does: 'List what one sold, the newest first',
      for: 'members',
      pace: 'reading',
      cache: 'private',
      answers: { 200: SoldPage },
    }),
    valid('query', SoldSearch),
    async (c) => finished(c, await readSold(c.var.ctx, c.req.valid('query'))),
  )
  .put(
    '/marketplace/orders/:id/sent',
    rule({ does: 'Say that an order is on its way', ...writing, answers: { 200: OrderState } }),
    valid('param', OrderId),
    valid('json', Sent),
    async (c) => c.json(await sendOrder(c.var.ctx, c.req.valid('param'), c.req.valid('json'))),
  )
  .put(
    '/marketplace/orders/:id/arrived',
    rule({ does: 'Say that an order was handed over, or a lesson given', ...writing, answers: { 200: OrderState } }),
    valid('param', OrderId),
    async (c) => c.json(await handOverOrder(c.var.ctx, c.req.valid('param'))),
  )
  .post(
    '/marketplace/orders/:id/refunds',
    rule({ does: 'Pay an order back, or a part of it', ...writing, answers: { 201: RefundAsked } }),
    valid('param', OrderId),
    valid('json', PayBack),
    async (c) => c.json(await payBack(c.var.ctx, { ...c.req.valid('param'), ...c.req.valid('json') }), 201),
  )
  .post(
    '/marketplace/orders/:id/dispute-answer',
    rule({
      does: 'Answer the bank that a buyer asked for their money back; once',
      ...writing,
      answers: { 201: DisputeState },
    }),
    valid('param', OrderId),
    valid('json', DisputeAnswer),
    async (c) => c.json(await answerDispute(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .post(
    '/marketplace/orders/:id/dispute-acceptance',
    rule({
      does: 'Accept that a buyer who asked their bank gets their money back; once, and for good',
      ...writing,
      answers: { 201: DisputeState },
    }),
    valid('param', OrderId),
    valid('json', DisputeAcceptance),
    async (c) => c.json(await acceptDispute(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
  .post(
    '/marketplace/orders/:id/messages',
    rule({ does: 'Write to whoever bought something', ...writing, answers: { 201: OrderMessageId } }),
    valid('param', OrderId),
    valid('json', OrderWords),
    async (c) => c.json(await sayAsMaker(c.var.ctx, c.req.valid('param'), c.req.valid('json')), 201),
  )
