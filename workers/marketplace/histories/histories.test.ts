import { describe, expect, it, vi } from 'vitest'
import { cashOnBothSides } from '#workers/lib/testing/histories/agreeing.ts'
import { type Chance, chanceFrom } from '#workers/lib/testing/histories/chance.ts'
import { DEEDS, isLife } from '#workers/lib/testing/histories/deeds.ts'
import { powerCuts } from '#workers/lib/testing/histories/power-cut.ts'
import { aTown, bringToMarket, everythingArrives, type Town } from '#workers/lib/testing/histories/town.ts'
import { asking, brokenInvariants } from '#workers/lib/testing/invariants.ts'
import { aWorld } from '#workers/lib/testing/world.ts'

const HISTORIES = 500
const TOGETHER = 20
const DEEDS_EACH = 6
const NAMES = Object.keys(DEEDS) as (keyof typeof DEEDS)[]
const FAULTS = ['down', 'lost', 'broken', 'busy', 'locked'] as const

const world = await aWorld()
const cutPowerAfter = powerCuts(world)

async function live(town: Town, chance: Chance, told: string[]) {
  const name = chance.oneOf(NAMES) ?? 'buy'
  const deed = () => DEEDS[name](town, chance)
  const isCut = chance.happens(0.2)
  const fault = chance.happens(0.04) ? chance.oneOf(FAULTS) : undefined
  if (fault) world.sandbox.does.fail('', fault)
  told.push([name, isCut && 'and the power goes', fault && `and Stripe is ${fault}`].filter(Boolean).join(', '))
  await (isCut ? cutPowerAfter(chance.upTo(25), deed) : deed()).catch((error) => {
    if (!isLife(error)) throw error
  })
}

describe('F42 any history of buying, paying, paying back, disputes and payouts', () => {
  const blocks = Array.from({ length: HISTORIES / TOGETHER }, (_, n) => n * TOGETHER + 1)

  it.each(blocks)(
    'ends with every cent where it belongs, whatever broke off on the way: seeds from %i',
    async (first) => {
      const told: string[] = []
      const town = await aTown(world)
      for (let seed = first; seed < first + TOGETHER; seed++) {
        const chance = chanceFrom(seed)
        vi.spyOn(Math, 'random').mockImplementation(chanceFrom(-seed).next)
        told.push(`-- seed ${seed}`)
        await bringToMarket(town)
        for (let n = 0; n < DEEDS_EACH; n++) await live(town, chance, told)
      }
      const stuck = await everythingArrives(town)
      const { theirs, ours } = await cashOnBothSides(world)
      const broken = await brokenInvariants(asking(world.ctx().db))
      expect({ broken, stuck, ours }, told.join('\n')).toEqual({ broken: {}, stuck: [], ours: theirs })
    },
  )
})
