import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { posts, postVersions } from '#db/schema/portfolios/posts.ts'
import type { Belonging } from './belongings.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

// A draft of somebody's that said something else before.
export async function aPost(
  world: World,
  { id: memberId }: Pick<Somebody, 'id'>,
  wish: Partial<typeof posts.$inferInsert> = {},
) {
  const id = wish.id ?? newId()
  const { db } = world.ctx()
  const words = 'It takes a *year*.'
  await db
    .insert(posts)
    .values({ slug: `post-${id.slice(-8)}`, title: 'On drying wood', words, version: 2, ...wish, id, memberId })
  await db.insert(postVersions).values({ postId: id, version: 1, title: 'On wood', words: 'It takes long.' })
  return id
}

const POST = '0199aaaa-0000-7000-8000-0000000000d1'
const POST_TO_COME_OUT = '0199aaaa-0000-7000-8000-0000000000d2'

const anew = async (world: World, keeper: Somebody, id: string) => {
  await world.ctx().db.delete(posts).where(eq(posts.id, id))
  await aPost(world, keeper, { id })
}

export const POST_ACCEPTED = {
  'POST /api/posts': () => ({ title: 'On drying wood' }),
  'PUT /api/posts/:id': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, POST)
    return { title: 'On drying wood', words: 'It takes two.', tags: ['wood'], version: 2 }
  },
  'PUT /api/posts/:id/out': async (world: World, keeper: Somebody) => {
    await anew(world, keeper, POST_TO_COME_OUT)
    return { at: `${new Date().getUTCFullYear() + 1}-03-06T18:00` }
  },
}

export const POST_AT = {
  'PUT /api/posts/:id': () => `/api/posts/${POST}`,
  'PUT /api/posts/:id/out': () => `/api/posts/${POST_TO_COME_OUT}/out`,
}

const make = (world: World, owner: Somebody) => aPost(world, owner)

export const POST_BELONGINGS: Record<string, Belonging> = {
  'GET /api/posts/:id': { make },
  'PUT /api/posts/:id': { make, body: { title: 'Mine now', words: '', tags: [], version: 2 } },
  'DELETE /api/posts/:id': { make },
  'PUT /api/posts/:id/out': { make, body: {} },
  'DELETE /api/posts/:id/out': { make },
  'GET /api/posts/:id/versions': { make },
}
