import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { aMentor } from '../pairs.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const WORDS = 'I have kept this door for a year and would like to learn how hinges are made.'
const TO_KEEPER = '0199aaaa-0000-7000-8000-0000000000a1'
const BY_KEEPER = '0199aaaa-0000-7000-8000-0000000000a2'

type State = 'waiting' | 'asked'
type Wish = { mentorId: string; participantId: string; state?: State }

async function aRequest(world: World, wish: Wish, id = newId()) {
  const answerBy = new Date(Date.now() + 86_400_000)
  const { db } = world.ctx()
  await db.delete(mentorshipRequests).where(eq(mentorshipRequests.id, id))
  await db.insert(mentorshipRequests).values({ id, words: WORDS, answerBy, ...wish })
  return id
}

const toKeeper = async (world: World, { id: mentorId }: Somebody, id?: string) =>
  aRequest(world, { mentorId, participantId: (await aMember(world)).id }, id)

const byKeeper =
  (state: State) =>
  async (world: World, { id: participantId }: Somebody, id?: string) =>
    aRequest(world, { participantId, mentorId: (await aMember(world)).id, state }, id)

const decline = { answer: 'declined', reason: 'My workshop is closed until May.' }

export const REQUEST_ACCEPTED = {
  'POST /api/mentorship-requests': async (world: World, keeper: Somebody) => {
    await world.ctx().db.delete(mentorshipRequests).where(eq(mentorshipRequests.participantId, keeper.id))
    return { mentor: (await aMentor(world)).handle, words: WORDS }
  },
  'PUT /api/mentorship-requests/:id/answer': async (world: World, keeper: Somebody) => {
    await toKeeper(world, keeper, TO_KEEPER)
    return decline
  },
  'PUT /api/mentorship-requests/:id/words': async (world: World, keeper: Somebody) => {
    await byKeeper('asked')(world, keeper, BY_KEEPER)
    return { words: 'With a forge, and patience.' }
  },
}

export const REQUEST_AT = {
  'PUT /api/mentorship-requests/:id/answer': () => `/api/mentorship-requests/${TO_KEEPER}/answer`,
  'PUT /api/mentorship-requests/:id/words': () => `/api/mentorship-requests/${BY_KEEPER}/words`,
}

export const REQUEST_BELONGINGS = {
  'PUT /api/mentorship-requests/:id/answer': {
    make: (world: World, owner: Somebody) => toKeeper(world, owner),
    body: decline,
  },
  'PUT /api/mentorship-requests/:id/words': {
    make: (world: World, owner: Somebody) => byKeeper('asked')(world, owner),
    body: { words: 'With a forge.' },
  },
  'DELETE /api/mentorship-requests/:id': {
    make: (world: World, owner: Somebody) => byKeeper('waiting')(world, owner),
  },
}
