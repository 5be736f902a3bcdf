import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { aListing, aPurchase } from '#workers/lib/testing/market.ts'
import { aMember } from '#workers/lib/testing/people.ts'
import { aWorld } from '#workers/lib/testing/world.ts'
import type { ProviderName } from '../payments/port.ts'

const world = await aWorld()
const { does, shelf } = world.sandbox

type Bought = Awaited<ReturnType<typeof aPurchase>>
type Step = (bought: Bought) => Promise<unknown>

const captureOf = async ({ provider, ref }: Bought) => {
  const through = await world.ctx().payments.through(provider)
  if (provider === 'paypal') await through.capture(ref, `capture-${ref}`)
  return { through, captureRef: (await through.look(ref))?.captureRef ?? '' }
}
const pay: Step = async ({ ref }) => does.pay(ref)
const backOf =
  (minor: number): Step =>
  async (bought) => {
    const { through, captureRef } = await captureOf(bought)
    await through.refund({ captureRef, minor, currency: 'EUR', key: newId(), reason: 'By hand' })
  }
const dispute: Step = async (bought) => does.dispute((await captureOf(bought)).captureRef)
const accept: Step = async (bought) => {
  const { through } = await captureOf(bought)
  await through.acceptDispute((await through.look(bought.ref))?.disputes[0]?.ref ?? '')
}
const decide =
  (won: boolean): Step =>
  async (bought) => {
    const { through } = await captureOf(bought)
    does.closeDispute((await through.look(bought.ref))?.disputes[0]?.ref ?? '', won)
  }

const STORIES: [story: string, steps: Step[]][] = [
  ['is paid back in two parts', [pay, backOf(1333), backOf(2667)]],
  ['is disputed, and the maker is right', [pay, dispute, decide(true)]],
  ['is disputed, and the maker accepts it', [pay, dispute, accept]],
  ['is paid back in part and disputed, and the buyer is right', [pay, backOf(1001), dispute, decide(false)]],
]

// What becomes of a message: how many steps late it arrives, before or after the others, once or twice.
const fate = fc.record({ late: fc.nat(4), turn: fc.nat(1000), twice: fc.boolean() })
type Fate = { late: number; turn: number; twice: boolean }

const eventsOf = (provider: ProviderName) => Object.keys(shelf[provider].events)

// Goes through a story; each message meets its fate, and the last of them arrive after its end.
async function live(provider: ProviderName, steps: Step[], fates: Fate[]) {
  const maker = await aMember(world)
  const bought = await aPurchase(world, [await aListing(maker)], provider)
  const known = new Set(eventsOf(provider))
  const waiting: { event: string; at: number; turn: number }[] = []
  for (let at = 0; at <= steps.length + 5; at++) {
    await steps[at]?.(bought)
    for (const event of eventsOf(provider).filter((one) => !known.has(one))) {
      const { late, turn, twice } = fates[known.size % fates.length] ?? { late: 0, turn: 0, twice: false }
      known.add(event)
      waiting.push({ event, at: at + late, turn })
      if (twice) waiting.push({ event, at: at + late + 1, turn: 1000 - turn })
    }
    const now = waiting.filter((one) => one.at === at).toSorted((one, other) => one.turn - other.turn)
    for (const { event } of now) expect((await world.sandbox.send(provider, event)).status).toBe(200)
    await world.settle()
  }
  return howItStands(bought.id)
}

async function howItStands(purchaseId: string) {
  const { rows } = await world.ctx().db.execute(sql`
    select bought.state as purchase, ordered.state as "order", ordered.refunded_minor::int as back, payment.state as payment,
      (select json_agg(json_build_array(minor, state) order by minor) from refunds where payment_id = payment.id) as refunds,
      (select json_agg(json_build_array(minor, state)) from disputes where payment_id = payment.id) as disputes,
      (select json_object_agg(kind, minor) from (
        select account.kind, sum(entry.minor)::int as minor from ledger_transactions made
        join ledger_entries entry on entry.transaction_id = made.id join ledger_accounts account on account.id = entry.account_id
        where made.sale = ordered.id::text group by 1 having sum(entry.minor) <> 0 order by 1) booked) as books
    from purchases bought join orders ordered on ordered.purchase_id = bought.id join payments payment on payment.purchase_id = bought.id
    where bought.id = ${purchaseId}::uuid`)
  return rows[0]
}

describe.each(['stripe', 'paypal'] as const)('F12 a purchase through %s', (provider) => {
  it.each(STORIES)('that %s stands the same, in whatever order and however often that is told', async (_, steps) => {
    const inOrder = await live(provider, steps, [{ late: 0, turn: 0, twice: false }])
    expect(inOrder).toMatchObject({ purchase: 'paid', payment: 'paid' })
    await fc.assert(
      fc.asyncProperty(fc.array(fate, { minLength: 7, maxLength: 20 }), async (fates) => {
        expect(await live(provider, steps, fates)).toEqual(inOrder)
      }),
      { numRuns: 7 },
    )
  })
})
