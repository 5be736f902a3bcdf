import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

type State = 'active' | 'paused'

const PAIR = (n: number) => `0199aaaa-0000-7000-8000-0000000000b${n}`

// The keeper learns from somebody, anew for each knock.
async function aPairOf(world: World, { id: participantId }: Somebody, state: State, id = newId()) {
  const { db } = world.ctx()
  const mentorId = (await aMember(world)).id
  await db.delete(mentorships).where(eq(mentorships.id, id))
  await db.insert(mentorships).values({ id, mentorId, participantId, state, format: 'peer' })
  return id
}

const opened = (n: number, state: State, body: Record<string, unknown>) => async (world: World, keeper: Somebody) => {
  await aPairOf(world, keeper, state, PAIR(n))
  return body
}

const closing = { because: 'goal-reached', rating: 5 }
const until = '2099-01-01'

export const MENTORSHIP_ACCEPTED = {
  'POST /api/mentorships/:id/notes': opened(1, 'active', { words: 'See you on Tuesday at the bench.' }),
  'PUT /api/mentorships/:id/pause': opened(2, 'active', { until }),
  'PUT /api/mentorships/:id/closing': opened(3, 'active', closing),
}

export const MENTORSHIP_AT = {
  'POST /api/mentorships/:id/notes': () => `/api/mentorships/${PAIR(1)}/notes`,
  'PUT /api/mentorships/:id/pause': () => `/api/mentorships/${PAIR(2)}/pause`,
  'PUT /api/mentorships/:id/closing': () => `/api/mentorships/${PAIR(3)}/closing`,
}

const made = (state: State) => (world: World, owner: Somebody) => aPairOf(world, owner, state)

export const MENTORSHIP_BELONGINGS = {
  'GET /api/mentorships/:id': { make: made('active') },
  'POST /api/mentorships/:id/notes': { make: made('active'), body: { words: 'Mine now' } },
  'PUT /api/mentorships/:id/pause': { make: made('active'), body: { until } },
  'DELETE /api/mentorships/:id/pause': { make: made('paused') },
  'PUT /api/mentorships/:id/closing': { make: made('active'), body: closing },
}
