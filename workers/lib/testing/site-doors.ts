import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { Belonging } from './belongings.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

const aLetter: Belonging['make'] = async (world, { id: memberId }) => {
  const id = newId()
  const letter = { name: 'Bo', email: 'bo@example.org', words: 'How long does ash dry?', mark: id }
  await world
    .ctx()
    .db.insert(siteLetters)
    .values({ id, memberId, ...letter })
  return id
}

export const SITE_BELONGINGS: Record<string, Belonging> = {
  'PUT /api/site/letters/:id/spam': { make: aLetter },
  'DELETE /api/site/letters/:id/spam': { make: aLetter },
  'DELETE /api/site/letters/:id': { make: aLetter },
}

export const SITE_ACCEPTED = {
  'PUT /api/site': async (world: World, { id }: Somebody) => {
    await world.ctx().db.delete(sites).where(eq(sites.memberId, id))
    return { design: { line: 'Bowls and spoons' }, version: 0 }
  },
  'PUT /api/site/letter-box': async ({ ctx }: World, { id }: Somebody) => {
    await ctx().db.insert(sites).values({ memberId: id, design: {} }).onConflictDoNothing()
    return { open: false }
  },
  'PUT /api/site/copy': async () => ({ address: 'https://example.org/anna' }),
  'PUT /api/site/pages/:slug': async (world: World, { id }: Somebody) => {
    await world.ctx().db.delete(sites).where(eq(sites.memberId, id))
    return { slug: 'studio', title: 'The studio', words: 'Come by.' }
  },
}

export const SITE_AT = {
  'PUT /api/site/pages/:slug': () => '/api/site/pages/studio',
}
