import { sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { Wrong } from '#workers/local/sandbox/shelf.ts'
import { acceptForMakers } from '#workers/marketplace/disputes/accepting.ts'
import { payBack } from '#workers/marketplace/orders/refunding.ts'
import type { ProviderName } from '#workers/marketplace/payments/port.ts'
import { askForPayout } from '#workers/marketplace/payouts/asking.ts'
import { aPurchase } from '../market.ts'
import type { Chance } from './chance.ts'
import { PowerCut } from './power-cut.ts'
import { type Town, timePasses } from './town.ts'

type Deed = (town: Town, chance: Chance) => Promise<unknown>

const rows = async <Row>({ world }: Town, query: string): Promise<Row[]> =>
  (await world.ctx().db.execute(sql.raw(query))).rows as Row[]

const buy: Deed = async (town, chance) => {
  const provider = chance.oneOf(['stripe', 'paypal'] as const)
  await aPurchase(
    town.world,
    town.slugs
      .filter(() => chance.happens(0.5))
      .concat(chance.oneOf(town.slugs) ?? [])
      .filter(isFirst),
    provider,
  )
}

const isFirst = <T>(one: T, at: number, all: T[]) => all.indexOf(one) === at

const pay: Deed = async (town, chance) => {
  const open = await rows<{ ref: string }>(
    town,
    `select ref from payments where ref is not null and state in ('open', 'pending') order by created_at, id`,
  )
  const { does } = town.world.sandbox
  const way = chance.oneOf([does.pay, does.pay, does.pay, does.payLater, does.decline, does.expire])
  way?.(chance.oneOf(open)?.ref ?? '')
}

const settleWhatWaits: Deed = async ({ world }, chance) => {
  const { stripe, paypal } = world.sandbox.shelf
  const sessions = Object.values(stripe.sessions).filter(
    ({ payment_intent }) => stripe.intents[String(payment_intent)]?.status === 'processing',
  )
  const captures = Object.values(paypal.orders).flatMap(({ purchase_units: [unit] }) => unit?.payments?.captures ?? [])
  const waiting = [...sessions, ...captures.filter(({ status }) => status === 'PENDING')]
  world.sandbox.does.settle(chance.oneOf(waiting)?.id ?? '', chance.happens(0.7))
}

const payBackSome: Deed = async (town, chance) => {
  const sold = await rows<{ id: string; seller: string; left: number }>(
    town,
    `select id, seller_id as seller, (total_minor - refunded_minor)::int as left from orders where paid_at is not null and refunded_minor < total_minor order by number`,
  )
  const order = chance.oneOf(sold)
  const maker = town.makers.find(({ id }) => id === order?.seller)
  if (!order || !maker) return
  const minor = chance.happens(0.4) ? order.left : chance.upTo(order.left)
  await payBack(maker.ctx, { id: order.id, minor, reason: 'The glaze cracked.' })
}

type Captured = { provider: ProviderName; captureRef: string; minor: number }

const captured = (town: Town) =>
  rows<Captured>(
    town,
    `select provider, capture_ref as "captureRef", captured_minor::int as minor from payments where state = 'paid' order by created_at, id`,
  )

// By somebody of the house who pressed the button at Stripe or PayPal.
const payBackElsewhere: Deed = async (town, chance) => {
  const payment = chance.oneOf(await captured(town))
  if (!payment) return
  const through = await town.world.ctx().payments.through(payment.provider)
  const { captureRef } = payment
  await through.refund({
    captureRef,
    minor: chance.upTo(payment.minor),
    currency: 'EUR',
    key: newId(),
    reason: 'By hand',
  })
}

const finishRefund: Deed = async ({ world }, chance) => {
  const waiting = Object.values(world.sandbox.shelf.stripe.refunds).filter(({ status }) => status === 'pending')
  world.sandbox.does.finishRefund(chance.oneOf(waiting)?.id ?? '', chance.happens(0.7))
}

const dispute: Deed = async (town, chance) => {
  const { does, shelf } = town.world.sandbox
  const payment = chance.oneOf(await captured(town))
  const known = [
    ...Object.values(shelf.stripe.disputes).map(({ charge }) => charge),
    ...Object.values(shelf.paypal.disputes).map((one) => one.disputed_transactions[0]?.seller_transaction_id),
  ]
  if (payment && !known.includes(payment.captureRef)) does.dispute(payment.captureRef)
}

const decideDispute: Deed = async ({ world }, chance) => {
  const { stripe, paypal } = world.sandbox.shelf
  const open = [
    ...Object.values(stripe.disputes)
      .filter(({ status }) => status === 'needs_response')
      .map(({ id }) => id),
    ...Object.values(paypal.disputes)
      .filter(({ status }) => status !== 'RESOLVED')
      .map(({ dispute_id }) => dispute_id),
  ]
  world.sandbox.does.closeDispute(chance.oneOf(open) ?? '', chance.happens(0.5))
}

const acceptSome: Deed = async (town, chance) => {
  const open = await rows<{ number: number }>(
    town,
    `select distinct ordered.number from disputes asked join payments payment on payment.id = asked.payment_id
      join orders ordered on ordered.purchase_id = payment.purchase_id where asked.state = 'open' order by 1`,
  )
  const keeper = chance.oneOf(town.makers)
  const order = chance.oneOf(open)
  if (order && keeper) await acceptForMakers(keeper.ctx, order, { number: String(order.number) })
}

const takeOut: Deed = async (town, chance) => {
  const maker = chance.oneOf(town.makers)
  if (maker) await askForPayout(maker.ctx, { currency: 'EUR' })
}

const finishPayout: Deed = async (town, chance) => {
  const sent = await rows<{ ref: string }>(
    town,
    `select provider_ref as ref from payouts where state in ('sent', 'paid') order by asked_at, id`,
  )
  const ref = chance.oneOf(sent)?.ref.split('/').at(-1) ?? ''
  town.world.sandbox.does.finishPayout(ref, chance.oneOf(['arrive', 'fail', 'come back'] as const) ?? 'arrive')
}

// Twice, in any order, or given up after many tries.
const tell: Deed = async ({ world }, chance) => {
  const { does, shelf } = world.sandbox
  does.behave({ copies: chance.upTo(2), shuffled: chance.happens(0.5) })
  for (const one of shelf.deliveries) if (chance.happens(0.1)) one.attempts = 99
  await world.sandbox.deliver()
}

// Jobs that failed come again, and so do some that did not.
const work: Deed = async ({ world }, chance) => {
  const tried = await world.settle()
  const again = tried.filter(({ outcome }) => outcome === 'retried' || chance.happens(0.1))
  world.queue.push(...again.map(({ body }) => body as never))
}

const behave: Deed = async ({ world }, chance) => {
  world.sandbox.does.behave({
    refunds: chance.oneOf(['succeed', 'succeed', 'wait'] as const) ?? 'succeed',
    payouts: chance.oneOf(['arrive', 'wait', 'fail', 'come back'] as const) ?? 'arrive',
  })
}

export const DEEDS = {
  buy,
  'buy again': buy,
  pay,
  'pay again': pay,
  settleWhatWaits,
  payBackSome,
  payBackElsewhere,
  finishRefund,
  dispute,
  decideDispute,
  acceptSome,
  takeOut,
  finishPayout,
  tell,
  'tell again': tell,
  work,
  'work again': work,
  behave,
  timePasses,
} satisfies Record<string, Deed>

// Somebody was told no, or the wire broke: that is life. Everything else is a fault of ours.
export const isLife = (error: unknown): boolean =>
  error instanceof Refusal ||
  error instanceof Wrong ||
  error instanceof PowerCut ||
  (error instanceof Error && isLife(error.cause))
