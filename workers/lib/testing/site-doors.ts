import { eq } from 'drizzle-orm'
import { sites } from '#db/schema/portfolios/sites.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

export const SITE_ACCEPTED = {
  'PUT /api/site': async (world: World, { id }: Somebody) => {
    await world.ctx().db.delete(sites).where(eq(sites.memberId, id))
    return { design: { line: 'Bowls and spoons' }, version: 0 }
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
