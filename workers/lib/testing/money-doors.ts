import { and, eq, ne } from 'drizzle-orm'
import { holds, payouts } from '#db/schema/marketplace/payouts.ts'
import { jars } from '#db/schema/marketplace/savings.ts'
import { LEAST_MINOR } from '#workers/marketplace/payouts/free.ts'
import { NewJar } from '#workers/marketplace/savings/inputs.ts'
import { makeJar } from '#workers/marketplace/savings/keeping.ts'
import type { Belonging } from './belongings.ts'
import { aListing, aSale } from './market.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

const NAME = 'The jar at the door'
const JAR = { name: NAME, currency: 'EUR' }

const aJar = async ({ ctx }: Somebody) => (await makeJar(ctx, NewJar.parse(JAR))).id

async function theJar(world: World, keeper: Somebody): Promise<string> {
  const [there] = await world.ctx().db.select({ id: jars.id }).from(jars).where(isTheirs(keeper))
  if (there) return there.id
  await aSale(world, [await aListing(keeper)])
  return aJar(keeper)
}

const isTheirs = ({ id }: Somebody) => and(eq(jars.memberId, id), eq(jars.name, NAME))

// Something to take out, and nothing on its way.
async function maybePaid(world: World, keeper: Somebody) {
  const { db } = world.ctx()
  await db.delete(payouts).where(eq(payouts.memberId, keeper.id))
  await aSale(world, [await aListing(keeper)])
  await db.update(holds).set({ liftedAt: new Date() }).where(eq(holds.memberId, keeper.id))
  return { currency: 'EUR', minor: LEAST_MINOR }
}

type Make<T> = (world: World, keeper: Somebody) => Promise<T>

export const MONEY_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  'POST /api/money/jars': async (world, keeper) => {
    const others = and(eq(jars.memberId, keeper.id), ne(jars.name, NAME))
    await world.ctx().db.update(jars).set({ closedAt: new Date() }).where(others)
    return { name: 'A kiln', currency: 'EUR', target: '450', sharePercent: 0 }
  },
  'PUT /api/money/jars/:id': async () => ({ ...JAR }),
  'POST /api/money/payouts': maybePaid,
  'POST /api/money/moves': async (world, keeper) => ({
    to: await theJar(world, keeper),
    amount: '0.01',
    currency: 'EUR',
  }),
}

export const MONEY_AT: Record<string, Make<string>> = {
  'PUT /api/money/jars/:id': async (world, keeper) => `/api/money/jars/${await theJar(world, keeper)}`,
}

export const MONEY_BELONGINGS: Record<string, Belonging> = {
  'GET /api/money/jars/:id': { make: (_, owner) => aJar(owner) },
  'PUT /api/money/jars/:id': { make: (_, owner) => aJar(owner), body: JAR },
  'DELETE /api/money/jars/:id': { make: (_, owner) => aJar(owner) },
}
