import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { collections } from '#db/schema/projects/collections.ts'
import { projects } from '#db/schema/projects.ts'
import type { Belonging } from './belongings.ts'
import { aMember, type Somebody } from './people.ts'
import type { World } from './world.ts'

const A_BOWL = { title: 'A bowl', medium: 'Ash', story: 'It was a plank.', lengthOfWork: 'A day', alt: 'A bowl of ash' }

// A draft of somebody's, for others not to see.
export async function aDraft(
  world: World,
  { id: memberId }: Pick<Somebody, 'id'>,
  wish: Partial<typeof projects.$inferInsert> = {},
) {
  const slug = `draft-${newId().slice(-8)}`
  const hung = {
    picture: 'cover/image.svg',
    width: 1200,
    height: 900,
    finishedAt: new Date(),
    visibility: 'me',
  } as const
  await world
    .ctx()
    .db.insert(projects)
    .values({ ...A_BOWL, ...hung, id: newId(), slug, memberId, ...wish })
  return wish.slug ?? slug
}

const COLLECTION = '0199aaaa-0000-7000-8000-0000000000c1'
const COLLECTION_TO_ORDER = '0199aaaa-0000-7000-8000-0000000000c2'

async function aCollection(world: World, { id: memberId }: Somebody, id = newId()) {
  await world.ctx().db.insert(collections).values({ id, memberId, title: 'Rims' })
  return id
}

// Doors are tried side by side, so each has a work of its own.
const atTheDoor = (name: string) => `a-bowl-${name}`

const anew = async (world: World, keeper: Somebody, name: string, wish = {}) => {
  const slug = atTheDoor(name)
  await world.ctx().db.delete(projects).where(eq(projects.slug, slug))
  await aDraft(world, keeper, { slug, ...wish })
}

const collectionAnew = async (world: World, keeper: Somebody, id: string) => {
  await world.ctx().db.delete(collections).where(eq(collections.id, id))
  await aCollection(world, keeper, id)
}

export const WORKS_ACCEPTED = {
  'POST /api/projects': () => ({ title: 'A bowl', story: 'It was a plank.', status: 'making' }),
  'PUT /api/projects/:slug': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, 'to-oil')
    return { title: 'A bowl, oiled', status: 'finished' }
  },
  'PUT /api/projects/:slug/link': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, 'to-link')
    return { days: 30 }
  },
  'POST /api/collections': () => ({ title: 'Rims', visibility: 'members' }),
  'PUT /api/collections/:id': async (world: World, keeper: Somebody) => {
    await collectionAnew(world, keeper, COLLECTION)
    return { title: 'Rims and feet' }
  },
  'PUT /api/collections/:id/order': async (world: World, keeper: Somebody) => {
    await collectionAnew(world, keeper, COLLECTION_TO_ORDER)
    return { works: ['a-bowl', 'a-spoon'] }
  },
  'POST /api/projects/:slug/comments': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, 'to-talk-about')
    return { words: 'The rim is what I come back to.' }
  },
  'POST /api/projects/:slug/collaborators': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, 'of-two', { visibility: 'members' })
    return { handle: (await aMember(world)).handle, part: 'The handles' }
  },
}

export const WORKS_AT = {
  'PUT /api/collections/:id': () => `/api/collections/${COLLECTION}`,
  'PUT /api/collections/:id/order': () => `/api/collections/${COLLECTION_TO_ORDER}/order`,
  'POST /api/projects/:slug/comments': () => `/api/projects/${atTheDoor('to-talk-about')}/comments`,
  'POST /api/projects/:slug/collaborators': () => `/api/projects/${atTheDoor('of-two')}/collaborators`,
  'PUT /api/projects/:slug': () => `/api/projects/${atTheDoor('to-oil')}`,
  'PUT /api/projects/:slug/link': () => `/api/projects/${atTheDoor('to-link')}/link`,
}

const aCollectionOf = (world: World, owner: Somebody) => aCollection(world, owner)

const make = (world: World, owner: Somebody) => aDraft(world, owner)

export const WORKS_BELONGINGS: Record<string, Belonging> = {
  'PUT /api/collections/:id': { make: aCollectionOf, body: { title: 'Mine now' } },
  'PUT /api/collections/:id/order': { make: aCollectionOf, body: { works: ['a-bowl'] } },
  'DELETE /api/collections/:id': { make: aCollectionOf },
  'PUT /api/projects/:slug': { make, body: { title: 'Mine now' } },
  'DELETE /api/projects/:slug': { make },
  'PUT /api/projects/:slug/link': { make, body: { days: 3 } },
  'DELETE /api/projects/:slug/link': { make },
}
