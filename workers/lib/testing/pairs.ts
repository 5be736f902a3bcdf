import { newId } from '#db/id.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import type { Format } from '#db/schema/mentoring/programs.ts'
import { availability } from '#db/schema/people/availability.ts'
import { aMember, type Somebody } from './people.ts'
import type { World } from './world.ts'

const NO_HOURS = '0'.repeat(336)

// A mentor with room for so many.
export async function aMentor(world: World, menteesAtMost = 3, wish: Parameters<typeof aMember>[1] = {}) {
  const mentor = await aMember(world, { roles: ['participant', 'mentor'], ...wish })
  await world.ctx().db.insert(availability).values({ memberId: mentor.id, menteesAtMost, week: NO_HOURS })
  return mentor
}

export type Pair = { id: string; mentor: Somebody; participant: Somebody }

// Two who work together, as if one had asked and the other said yes.
export async function aPair(
  world: World,
  given: { mentor?: Somebody; participant?: Somebody; programId?: string; format?: Format } = {},
): Promise<Pair> {
  const { programId, format } = given
  const mentor = given.mentor ?? (await aMentor(world))
  const participant = given.participant ?? (await aMember(world))
  const id = newId()
  await world
    .ctx()
    .db.insert(mentorships)
    .values({ id, mentorId: mentor.id, participantId: participant.id, programId, format })
  return { id, mentor, participant }
}
