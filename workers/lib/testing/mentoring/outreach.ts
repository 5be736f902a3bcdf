import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { prospects } from '#db/schema/mentoring/outreach.ts'
import { mergeProspects } from '#workers/mentoring/outreach/merging.ts'
import { aMentor } from '../pairs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const KNOWN = (n: number) => `0199aaaa-0000-7000-8000-0000000000e${n}`

type Wish = Partial<typeof prospects.$inferInsert>

// Somebody whom this mentor met.
export async function aProspect(world: World, { id: ownerId }: Pick<Somebody, 'id'>, wish: Wish = {}): Promise<string> {
  const { db } = world.ctx()
  const { id = newId() } = wish
  await db.delete(prospects).where(eq(prospects.id, id))
  await db.insert(prospects).values({ id, ownerId, name: `Aminata ${id.slice(-6)}`, metOn: '2026-09-01', ...wish })
  return id
}

const offeredTo = async (world: World, { id: offeredToId }: Somebody, id: string = newId()) =>
  aProspect(world, await aMentor(world), { id, offeredToId, offeredAt: new Date() })

async function aMerge(world: World, owner: Somebody): Promise<string> {
  const [id, gone] = [await aProspect(world, owner), await aProspect(world, owner)]
  return (await mergeProspects(owner.ctx, { id }, { gone })).id
}

const contact = { channel: 'phone', outcome: 'interested', words: 'She asked what it costs.' }
const peace = { because: 'Said so, kindly.' }
const change = { name: 'Aminata Sow', version: 1 }

const known =
  (n: number, body: (world: World, keeper: Somebody) => unknown) => async (world: World, keeper: Somebody) => {
    await aProspect(world, keeper, { id: KNOWN(n) })
    return (await body(world, keeper)) as Record<string, unknown>
  }

const at =
  (n: number, what = '') =>
  () =>
    `/api/prospects/${KNOWN(n)}${what}`

let people = 0

export const OUTREACH_ACCEPTED = {
  'POST /api/prospects': () => ({ name: `Somebody ${newId().slice(-12)} ${++people}`, evenIfKnown: 'yes' }),
  'PUT /api/prospects/:id': known(1, () => change),
  'PUT /api/prospects/:id/stage': known(2, () => ({ stage: 'talking' })),
  'POST /api/prospects/:id/contacts': known(3, () => contact),
  'PUT /api/prospects/:id/peace': known(4, () => peace),
  'PUT /api/prospects/:id/offer': known(7, async (world) => ({ to: (await aMentor(world)).handle })),
  'PUT /api/prospects/:id/offer/answer': async (world: World, keeper: Somebody) => {
    await offeredTo(world, keeper, KNOWN(8))
    return { answer: 'no' }
  },
  'POST /api/prospects/:id/merges': known(5, async (world, keeper) => ({ gone: await aProspect(world, keeper) })),
}

export const OUTREACH_AT = {
  'PUT /api/prospects/:id': at(1),
  'PUT /api/prospects/:id/stage': at(2, '/stage'),
  'POST /api/prospects/:id/contacts': at(3, '/contacts'),
  'PUT /api/prospects/:id/peace': at(4, '/peace'),
  'PUT /api/prospects/:id/offer': at(7, '/offer'),
  'PUT /api/prospects/:id/offer/answer': at(8, '/offer/answer'),
  'POST /api/prospects/:id/merges': at(5, '/merges'),
}

const make = (world: World, owner: Somebody) => aProspect(world, owner)
const GONE = KNOWN(6)

export const OUTREACH_BELONGINGS = {
  'GET /api/prospects/:id': { make },
  'PUT /api/prospects/:id': { make, body: change },
  'DELETE /api/prospects/:id': { make },
  'PUT /api/prospects/:id/stage': { make, body: { stage: 'talking' } },
  'POST /api/prospects/:id/contacts': { make, body: contact },
  'PUT /api/prospects/:id/peace': { make, body: peace },
  'DELETE /api/prospects/:id/peace': { make },
  'POST /api/prospects/:id/merges': {
    make: async (world: World, owner: Somebody) => {
      await aProspect(world, owner, { id: GONE })
      return aProspect(world, owner)
    },
    body: { gone: GONE },
  },
  'PUT /api/prospects/:id/offer': {
    make: async (world: World, owner: Somebody) => {
      await aMentor(world, 1, { handle: 'goes-on' })
      return aProspect(world, owner)
    },
    body: { to: 'goes-on' },
  },
  'DELETE /api/prospects/:id/offer': {
    make: async (world: World, owner: Somebody) =>
      aProspect(world, owner, { offeredToId: (await aMentor(world)).id, offeredAt: new Date() }),
  },
  'PUT /api/prospects/:id/offer/answer': {
    make: (world: World, owner: Somebody) => offeredTo(world, owner),
    body: { answer: 'yes' },
  },
  'DELETE /api/prospect-merges/:id': { make: aMerge },
}
