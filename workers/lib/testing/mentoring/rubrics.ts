import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { rubrics, rubricVersions } from '#db/schema/mentoring/tasks.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const RUBRIC = '0199aaaa-0000-7000-8000-0000000000e1'

const criteria = [{ title: 'Fit', levels: ['Falls apart', 'Holds without glue'] }]

async function aRubric(world: World, { id: ownerId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(rubrics).where(eq(rubrics.id, id))
  await db.insert(rubrics).values({ id, ownerId, title: 'A joint' })
  await db.insert(rubricVersions).values({ rubricId: id, version: 1, criteria: [] })
  return id
}

export const RUBRIC_ACCEPTED = {
  'POST /api/rubrics': () => ({ title: 'A joint', criteria }),
  'POST /api/rubrics/:id/versions': async (world: World, keeper: Somebody) => {
    await aRubric(world, keeper, RUBRIC)
    return { criteria }
  },
}

export const RUBRIC_AT = { 'POST /api/rubrics/:id/versions': () => `/api/rubrics/${RUBRIC}/versions` }

export const RUBRIC_BELONGINGS = {
  'POST /api/rubrics/:id/versions': {
    make: (world: World, owner: Somebody) => aRubric(world, owner),
    body: { criteria },
  },
}
