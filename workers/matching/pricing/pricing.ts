import { z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { leaningBehind } from '../fit/heads.ts'
import { chunkOf } from '../prices/lists.ts'
import { addExpected, askingIn, raise } from '../prices/prices.ts'
import { SLOTS, sharesOf } from '../prices/shares.ts'
import { addToExpected, beginNight, keepPrices, type Night, readLists, readSeats } from './nights.ts'

const ROUNDS = 8

const Tonight = z.object({ night: z.iso.date() })
type Tonight = z.output<typeof Tonight>

// Every night from the prices of the night before: some rounds over everybody's lists, a few lists a message.
export async function priceAtNight(ctx: Ctx) {
  const night = ctx.now.toISOString().slice(0, 10)
  await beginNight(ctx, night)
  await priceLater(ctx, { night })
}

// One step from where the night stands. Whoever comes second to a step finds it taken, and stops.
export async function price(ctx: Ctx, { night }: Tonight) {
  const read = await readLists(ctx, night)
  if (!read || read.night.round >= ROUNDS) return
  const isTaken = read.lists.length > 0 ? await ask(ctx, read) : await settle(ctx, read.night)
  if (isTaken) await priceLater(ctx, { night })
}

export const priceLater = later('matching.price', Tonight, price)

type Read = NonNullable<Awaited<ReturnType<typeof readLists>>>

function ask(ctx: Ctx, { night, lists, prices }: Read) {
  const ids = [...new Set(lists.flatMap(({ among }) => among))].sort()
  const placeOf = new Map(ids.map((id, place) => [id, place]))
  const priceOf = new Map(prices.map(({ id, price }) => [id, price]))
  const chunk = chunkOf(
    lists.map(({ among, fits }) =>
      among.map((id, n) => ({ mentor: placeOf.get(id) ?? 0, worth: leaningBehind(fits[n] ?? 0) })),
    ),
  )
  const expected = new Float64Array(ids.length)
  const costs = Float64Array.from(ids, (id) => priceOf.get(id) ?? 0)
  addExpected(chunk, { ...askingIn(night), prices: costs }, expected)
  const found = ids.map((id, place) => ({ id, expected: expected[place] ?? 0 }))
  return addToExpected(ctx, night, { found, after: lists.at(-1)?.id ?? null })
}

async function settle(ctx: Ctx, night: Night) {
  const open = await readSeats(ctx)
  const prices = Float64Array.from(open, ({ price }) => price)
  const seats = Float64Array.from(open, (one) => one.seats)
  const expected = Float64Array.from(open, (one) => one.expected)
  raise(prices, expected, { ...askingIn(night), seats })
  const shares = sharesOf(seats, SLOTS * night.lists)
  const found = open.map(({ id }, n) => ({ id, price: prices[n] ?? 0, share: shares[n] ?? 0 }))
  return keepPrices(ctx, night, found)
}
