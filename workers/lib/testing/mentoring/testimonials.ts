import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { farewells, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const PAIR = '0199aaaa-0000-7000-8000-0000000000b9'
const SPOKEN = '0199aaaa-0000-7000-8000-0000000000be'

// A mentorship that has ended, with words of one of the two about the other.
async function saidAtTheEnd(world: World, { id: me }: Somebody, by: 'me' | 'them', id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(mentorships).where(eq(mentorships.id, id))
  const mentorId = (await aMember(world)).id
  const ended = { state: 'closed', closedAt: new Date(), closedBecause: 'goal-reached', format: 'peer' } as const
  await db.insert(mentorships).values({ id, mentorId, participantId: me, ...ended })
  const testimonial = 'One thing at a time, until it is in your hands.'
  const byId = by === 'me' ? me : mentorId
  await db.insert(farewells).values({ mentorshipId: id, byId, testimonial, mayBeShown: true })
  return id
}

export const TESTIMONIAL_ACCEPTED = {
  'POST /api/mentorships/:id/testimonial': async (world: World, keeper: Somebody) => {
    await saidAtTheEnd(world, keeper, 'them', SPOKEN)
    return { rating: 4, testimonial: 'He waits until you see it yourself.', mayBeShown: true }
  },
  'PUT /api/mentorships/:id/testimonial': async (world: World, keeper: Somebody) => {
    await saidAtTheEnd(world, keeper, 'them', PAIR)
    return { shown: true }
  },
}

export const TESTIMONIAL_AT = {
  'POST /api/mentorships/:id/testimonial': () => `/api/mentorships/${SPOKEN}/testimonial`,
  'PUT /api/mentorships/:id/testimonial': () => `/api/mentorships/${PAIR}/testimonial`,
}

export const TESTIMONIAL_BELONGINGS = {
  'POST /api/mentorships/:id/testimonial': {
    make: (world: World, owner: Somebody) => saidAtTheEnd(world, owner, 'them'),
    body: { testimonial: 'He waits until you see it yourself.' },
  },
  'PUT /api/mentorships/:id/testimonial': {
    make: (world: World, owner: Somebody) => saidAtTheEnd(world, owner, 'them'),
    body: { shown: true },
  },
  'DELETE /api/mentorships/:id/testimonial': {
    make: (world: World, owner: Somebody) => saidAtTheEnd(world, owner, 'me'),
  },
}
