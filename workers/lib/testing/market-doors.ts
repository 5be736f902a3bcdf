import { eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { listings } from '#db/schema/marketplace/listings.ts'
import { disputes, orders, payments, purchases, refunds } from '#db/schema/marketplace/orders.ts'
import type { Belonging } from './belongings.ts'
import { aListing, aSale, aWork, canReceiveMoney, idOfListing } from './market.ts'
import { aMember, type Somebody } from './people.ts'
import type { World } from './world.ts'

async function anOrder(world: World, maker: Somebody): Promise<string> {
  const { sold } = await aSale(world, [await aListing(maker)])
  return sold[0]?.id ?? ''
}

// One order for each door, known by the name of its buyer; freshly paid each time somebody knocks.
async function orderAt(world: World, keeper: Somebody, door: string): Promise<string> {
  const { db } = world.ctx()
  const { rows } = await db.execute(sql`
    select ordered.id from ${orders} ordered join ${purchases} bought on bought.id = ordered.purchase_id where bought.name = ${door}`)
  const id = rows[0]?.id ?? (await anOrder(world, keeper))
  const ofOrder = sql`id = (select purchase_id from ${orders} where id = ${id})`
  await db.execute(sql`update ${purchases} set name = ${door} where ${ofOrder}`)
  await db.execute(sql`delete from ${refunds} where order_id = ${id}`)
  await putBack(world, id, keeper)
  if (door === ANSWER || door === ACCEPT) await dispute(world, id)
  return id
}

// Its bank asks anew.
async function dispute(world: World, orderId: string) {
  const { db } = world.ctx()
  const [payment] = await db
    .select({ id: payments.id })
    .from(payments)
    .where(sql`purchase_id = (select purchase_id from ${orders} where id = ${orderId})`)
  await db.insert(disputes).values({ paymentId: payment?.id ?? '', ref: newId(), minor: 4000, reason: 'fraudulent' })
}

async function aDisputedOrder(world: World, maker: Somebody): Promise<string> {
  const id = await anOrder(world, maker)
  await dispute(world, id)
  return id
}

// Orders only go forward, but a door is knocked at more than once.
const putBack = (world: World, id: string, keeper: Somebody) =>
  world.ctx().db.execute(
    sql.raw(`do $$ begin
      perform set_config('session_replication_role', 'replica', true);
      update orders set state = 'paid', refunded_minor = 0, seller_id = '${keeper.id}' where id = '${id}';
    end $$`),
  )

async function aSellableWork(maker: Somebody) {
  await canReceiveMoney(maker)
  return aWork(maker)
}

const aListingId = async (maker: Somebody) => idOfListing(maker, await aListing(maker))

const ANSWER = 'POST /api/marketplace/orders/:id/dispute-answer'
const ACCEPT = 'POST /api/marketplace/orders/:id/dispute-acceptance'

const numbers = new Map<string, { number: string }>()

async function numberOf(world: World, id: string) {
  const [order] = await world.ctx().db.select({ number: orders.number }).from(orders).where(eq(orders.id, id))
  const typed = { number: String(order?.number) }
  numbers.set(id, typed)
  return typed
}

async function anOrderToLetGo(world: World, maker: Somebody): Promise<string> {
  const id = await aDisputedOrder(world, maker)
  await numberOf(world, id)
  return id
}

const BODIES = {
  'PUT /api/marketplace/orders/:id/sent': { carrier: 'DHL', tracking: 'JJD 0003' },
  'POST /api/marketplace/orders/:id/refunds': { minor: 1000, reason: 'A chip on the rim.' },
  [ANSWER]: { words: 'It was handed over at the door.', carrier: 'DHL', tracking: 'JJD 0003' },
  'POST /api/marketplace/orders/:id/messages': { words: 'It leaves tomorrow with the morning boat.' },
}

const CHANGE = { version: 1, kind: 'original', currency: 'EUR', price: '45', pickup: 'The workshop' }

type Make<T> = (world: World, keeper: Somebody) => Promise<T>
const each = <T>(make: (door: string, body: object) => T) =>
  Object.fromEntries(Object.entries(BODIES).map(([door, body]) => [door, make(door, body)]))

export const MARKET_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  ...each((door, body) => async (world: World, keeper: Somebody) => {
    await orderAt(world, keeper, door)
    return { ...body }
  }),
  [ACCEPT]: async (world, keeper) => numberOf(world, await orderAt(world, keeper, ACCEPT)),
  'POST /api/marketplace/sell': async (_, keeper) => ({
    work: await aSellableWork(keeper),
    kind: 'original',
    currency: 'EUR',
    price: '40',
    pickup: 'The workshop',
  }),
  'PUT /api/marketplace/listings/:id': async (world, keeper) => {
    await world.ctx().db.update(listings).set({ version: CHANGE.version }).where(eq(listings.memberId, keeper.id))
    return { ...CHANGE }
  },
  'POST /api/marketplace/purchases': async (world) => ({
    lines: [{ slug: await aListing(await aMember(world)), quantity: 1, priceMinor: 4000 }],
    currency: 'EUR',
    totalMinor: 4000,
    email: `${newId()}@example.org`,
    name: 'Anna',
    provider: 'stripe',
  }),
}

export const MARKET_AT: Record<string, Make<string>> = {
  ...each(
    (door) => async (world: World, keeper: Somebody) =>
      (door.split(' ')[1] ?? '').replace(':id', await orderAt(world, keeper, door)),
  ),
  [ACCEPT]: async (world, keeper) => ACCEPT.split(' ')[1]?.replace(':id', await orderAt(world, keeper, ACCEPT)) ?? '',
  'PUT /api/marketplace/listings/:id': async (_, keeper) => `/api/marketplace/listings/${await aListingId(keeper)}`,
}

export const MARKET_BELONGINGS: Record<string, Belonging> = {
  ...each((door, body) => ({ make: door === ANSWER ? aDisputedOrder : anOrder, body: { ...body } })),
  [ACCEPT]: { make: anOrderToLetGo, body: (id) => numbers.get(id) ?? {} },
  'PUT /api/marketplace/orders/:id/arrived': { make: anOrder },
  'PUT /api/marketplace/listings/:id': { make: (_, owner) => aListingId(owner), body: CHANGE },
  'PUT /api/marketplace/listings/:id/withdrawn': { make: (_, owner) => aListingId(owner) },
}
