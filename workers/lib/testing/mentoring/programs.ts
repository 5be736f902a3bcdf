import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { cohorts, programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

export const A_PROGRAM = {
  name: 'Winter bench',
  summary: 'Four months at the bench, one corner a week.',
  startsOn: '2027-01-10',
  endsOn: '2027-04-10',
  seats: 8,
  consent: 'We see how far each pair came, and never what you write to each other.',
}

type Wish = { slug?: string; state?: 'draft' | 'open' | 'running' | 'finished'; seats?: number }

export async function aProgram(world: World, organiser: Somebody, wish: Wish = {}) {
  const { db } = world.ctx()
  const { slug = `winter-bench-${newId().slice(-8)}`, state = 'open' } = wish
  const { seats, ...about } = A_PROGRAM
  const id = newId()
  await db.delete(programs).where(eq(programs.slug, slug))
  await db.insert(programs).values({ ...about, id, slug, state })
  await db.insert(programOrganisers).values({ programId: id, memberId: organiser.id })
  const round = { name: 'The first round', startsOn: about.startsOn, endsOn: about.endsOn, seats: wish.seats ?? seats }
  await db.insert(cohorts).values({ programId: id, ...round })
  return { id, slug }
}

const TO_CHANGE = 'program-to-change'
const TO_OPEN = 'program-to-open'

export const PROGRAM_ACCEPTED = {
  'POST /api/programs': async (world: World) => {
    await world.ctx().db.delete(programs).where(eq(programs.slug, 'winter-bench'))
    return A_PROGRAM
  },
  'PUT /api/programs/:slug': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_CHANGE })
    return { ...A_PROGRAM, seats: 9 }
  },
  'PUT /api/programs/:slug/state': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_OPEN, state: 'draft' })
    return { state: 'open' }
  },
}

export const PROGRAM_AT = {
  'PUT /api/programs/:slug': () => `/api/programs/${TO_CHANGE}`,
  'PUT /api/programs/:slug/state': () => `/api/programs/${TO_OPEN}/state`,
}
