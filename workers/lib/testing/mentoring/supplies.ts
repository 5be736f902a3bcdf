import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { copies, kitParts, movements, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const REQUEST = (n: number) => `0199aaaa-0000-7000-8000-0000000000e${n}`
const TO_COUNT = 'board-to-count'
const TO_PICTURE = 'board-to-picture'
const TO_ASK_FOR = 'board-to-ask-for'

type Thing = { slug?: string; name?: string; stock?: number; lowAt?: number; costMinor?: number }

export async function aSupply(world: World, { stock = 10, ...thing }: Thing = {}) {
  const { db } = world.ctx()
  const id = newId()
  const { slug = `linden-board-${id.slice(-8)}`, name = 'Linden board' } = thing
  await db.insert(resources).values({ ...thing, id, slug, name, kind: 'supply', unit: 'board' })
  if (stock > 0) await db.insert(movements).values({ resourceId: id, quantity: stock, why: 'bought' })
  return { id, slug, name }
}

export async function aTool(world: World, howMany = 1, name = 'Jointer plane') {
  const { db } = world.ctx()
  const id = newId()
  const slug = `jointer-plane-${id.slice(-8)}`
  await db.insert(resources).values({ id, slug, name, kind: 'tool' })
  const labels = Array.from({ length: howMany }, (_, n) => ({ resourceId: id, label: `No. ${n + 1}` }))
  await db.insert(copies).values(labels)
  return { id, slug, name }
}

export async function aKit(world: World, parts: { id: string; quantity: number }[]) {
  const { db } = world.ctx()
  const id = newId()
  const slug = `kit-${id.slice(-8)}`
  await db.insert(resources).values({ id, slug, name: 'Dovetail kit', kind: 'kit' })
  await db.insert(kitParts).values(parts.map((part) => ({ kitId: id, partId: part.id, quantity: part.quantity })))
  return { id, slug }
}

type Wish = { id?: string | undefined; out?: boolean; promised?: boolean }

export async function aSupplyRequest(
  world: World,
  { id: memberId }: Somebody,
  { id = newId(), out, promised }: Wish = {},
) {
  const { db } = world.ctx()
  await db.delete(movements).where(eq(movements.requestId, id))
  await db.delete(supplyRequests).where(eq(supplyRequests.id, id))
  const { id: resourceId } = await aSupply(world)
  const state = out ? ({ state: 'handed-over', approved: 2, handedOverAt: new Date() } as const) : {}
  const kept = promised ? ({ state: 'approved', approved: 2 } as const) : {}
  await db.insert(supplyRequests).values({ id, resourceId, memberId, quantity: 2, ...state, ...kept })
  return id
}

const of =
  (n: number, who: 'keeper' | 'somebody', body: Record<string, unknown>) => async (world: World, keeper: Somebody) => {
    const member = who === 'keeper' ? keeper : await aMember(world)
    await aSupplyRequest(world, member, { id: REQUEST(n), out: who === 'keeper' })
    return body
  }

async function board(world: World, slug: string) {
  const { db } = world.ctx()
  await db.delete(resources).where(eq(resources.slug, slug))
  await aSupply(world, { slug })
}

const use = { quantity: 1, words: 'A tray for the kettle.' }

export const SUPPLY_ACCEPTED = {
  'POST /api/supplies': async (world: World) => {
    await world.ctx().db.delete(resources).where(eq(resources.slug, 'oak-door'))
    return { name: 'Oak door', kind: 'supply', stock: 3 }
  },
  'POST /api/supplies/:slug/movements': async (world: World) => {
    await board(world, TO_COUNT)
    return { why: 'bought', quantity: 4 }
  },
  'POST /api/supplies/:slug/requests': async (world: World) => {
    await board(world, TO_ASK_FOR)
    return { quantity: 2 }
  },
  'PUT /api/supplies/:slug/picture': async (world: World) => {
    await board(world, TO_PICTURE)
    return { files: [] }
  },
  'PUT /api/supply-requests/:id/hand-over': async (world: World) => {
    await aSupplyRequest(world, await aMember(world), { id: REQUEST(4), promised: true })
    return { condition: 'worn', words: 'A scratch beside the tote.' }
  },
  'PUT /api/supply-requests/:id/decision': of(1, 'somebody', { decision: 'approved' }),
  'POST /api/supply-requests/:id/uses': of(2, 'keeper', use),
  'PUT /api/supply-requests/:id/return': of(3, 'keeper', { condition: 'as-good', quantity: 1 }),
}

const at = (n: number, what: string) => () => `/api/supply-requests/${REQUEST(n)}/${what}`

export const SUPPLY_AT = {
  'POST /api/supplies/:slug/movements': () => `/api/supplies/${TO_COUNT}/movements`,
  'POST /api/supplies/:slug/requests': () => `/api/supplies/${TO_ASK_FOR}/requests`,
  'PUT /api/supplies/:slug/picture': () => `/api/supplies/${TO_PICTURE}/picture`,
  'PUT /api/supply-requests/:id/hand-over': at(4, 'hand-over'),
  'PUT /api/supply-requests/:id/decision': at(1, 'decision'),
  'POST /api/supply-requests/:id/uses': at(2, 'uses'),
  'PUT /api/supply-requests/:id/return': at(3, 'return'),
}

export const SUPPLY_BELONGINGS = {
  'DELETE /api/supply-requests/:id': { make: (world: World, owner: Somebody) => aSupplyRequest(world, owner) },
  'POST /api/supply-requests/:id/uses': {
    make: (world: World, owner: Somebody) => aSupplyRequest(world, owner, { out: true }),
    body: use,
  },
  'PUT /api/supply-requests/:id/return': {
    make: (world: World, owner: Somebody) => aSupplyRequest(world, owner, { out: true }),
    body: { condition: 'worn' },
  },
}
