import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { asking, brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aListing, aPurchase, aSale } from '#workers/lib/testing/market.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
  const maker = await aMember(world)
  await aSale(world, [await aListing(maker)])
  await aPurchase(world, [await aListing(maker, { kind: 'edition', copies: 2 })])
})

class Undo extends Error {}

// How records would look that break it. What a constraint makes impossible is left out.
const BREAKS: [promise: string, breaks: string[]][] = [
  ['I4 a purchase is paid by one payment', [`update payments set review = 'Is it?' where state = 'paid'`]],
  [
    'I4 an order that is paid is in the books',
    [`update orders set total_minor = 5000, items_minor = 5000 where state = 'paid'`],
  ],
  [
    'I4 a refund that arrived is in the books',
    [
      `insert into refunds (id, payment_id, order_id, minor, reason, state)
        select gen_random_uuid(), payment.id, ordered.id, 5, 'x', 'done' from payments payment join orders ordered using (purchase_id) where payment.state = 'paid'`,
    ],
  ],
  [
    'I5 a piece is held by one',
    [
      'drop index claims_once',
      `insert into claims (listing_id, number, order_line_id, until) select listing_id, number, order_line_id, until from claims where state = 'held'`,
    ],
  ],
  ['I5 no more is spoken for than there is', [`update listings set taken = 0`]],
  ['I5 whoever paid has all of their pieces', [`update claims set state = 'let-go' where state = 'sold'`]],
  ['I5 what is sold was paid for', [`update claims set state = 'sold'`]],
  [
    'I6 the seats of a cohort',
    [
      `with program as (insert into programs (id, slug, name, summary, state, starts_on, ends_on, consent, sight)
        values (gen_random_uuid(), 'bench', 'Bench', 'x', 'running', '2026-01-01', '2026-12-31', 'x', 'content') returning id)
       insert into cohorts (id, program_id, name, starts_on, ends_on, seats, taken)
        select gen_random_uuid(), id, 'First', '2026-01-01', '2026-12-31', 5, 2 from program`,
    ],
  ],
  [
    'I7 nobody is paid back more than they paid',
    [
      `insert into refunds (id, payment_id, minor, reason, ref) select gen_random_uuid(), id, 4001, 'x', 're_1' from payments where state = 'paid'`,
    ],
  ],
  ['I7 what an order says was paid back', [`update orders set refunded_minor = 5 where state = 'paid'`]],
]

describe('the promises of the shop', () => {
  it.each(BREAKS)('notice when this does not hold: %s', async (promise, breaks) => {
    const { db } = world.ctx()
    const found: string[] = []
    const undone = db.transaction(async (tx) => {
      for (const one of breaks) await tx.execute(sql.raw(one))
      found.push(...Object.keys(await brokenInvariants(asking(tx as never))))
      throw new Undo()
    })
    await expect(undone).rejects.toBeInstanceOf(Undo)
    expect(found.join('\n')).toContain(promise)
  })
})
