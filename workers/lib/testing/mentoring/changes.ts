import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { mentorshipRequests, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { aMentor } from '../pairs.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'

const PAIR = '0199aaaa-0000-7000-8000-0000000000bc'
const REQUEST = '0199aaaa-0000-7000-8000-0000000000bd'

const WORDS = 'We came as far as the hinge. What should come next is the frame around the door.'

async function aPairToChange(world: World, { id: participantId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(mentorshipRequests).where(eq(mentorshipRequests.changesFrom, id))
  await db.delete(mentorships).where(eq(mentorships.id, id))
  const mentorId = (await aMember(world)).id
  await db.insert(mentorships).values({ id, mentorId, participantId, format: 'peer' })
  return id
}

async function aChange(world: World, owner: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(mentorshipRequests).where(eq(mentorshipRequests.id, id))
  const changesFrom = await aPairToChange(world, owner)
  const mentorId = (await aMember(world)).id
  const answerBy = new Date(Date.now() + 86_400_000)
  await db
    .insert(mentorshipRequests)
    .values({ id, participantId: owner.id, mentorId, words: WORDS, answerBy, changesFrom })
  return id
}

const FREE = 'has-room-for-all'

// Somebody who can be asked, whoever changes.
async function somebodyFree(world: World) {
  const [there] = await world.ctx().db.select().from(members).where(eq(members.handle, FREE))
  if (!there) await aMentor(world, 50, { handle: FREE })
  return FREE
}

export const CHANGE_ACCEPTED = {
  'PUT /api/mentorships/:id/change': async (world: World, keeper: Somebody) => {
    await aPairToChange(world, keeper, PAIR)
    return { mentor: await somebodyFree(world), words: WORDS }
  },
  'PUT /api/mentorship-requests/:id/hand-over': async (world: World, keeper: Somebody) => {
    await aChange(world, keeper, REQUEST)
    return { brings: true }
  },
}

export const CHANGE_AT = {
  'PUT /api/mentorships/:id/change': () => `/api/mentorships/${PAIR}/change`,
  'PUT /api/mentorship-requests/:id/hand-over': () => `/api/mentorship-requests/${REQUEST}/hand-over`,
}

export const CHANGE_BELONGINGS = {
  'PUT /api/mentorships/:id/change': {
    make: async (world: World, owner: Somebody) => {
      await somebodyFree(world)
      return aPairToChange(world, owner)
    },
    body: { mentor: FREE, words: WORDS },
  },
  'PUT /api/mentorship-requests/:id/hand-over': {
    make: (world: World, owner: Somebody) => aChange(world, owner),
    body: { brings: true },
  },
}
