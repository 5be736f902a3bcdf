import { newId } from '#db/id.ts'
import { shownMentors } from '#db/schema/matching/learning.ts'
import { mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { FEATURES } from '#workers/matching/fit/features.ts'
import { dice } from '#workers/matching/hashing.ts'
import { SHAPE } from '#workers/matching/weights/in-force.ts'
import type { World } from './world.ts'

const DAY = 86_400_000
const MENTORS = 10

type Log = {
  askers: number
  asks(known: number[]): number
  propensity?: number | null
  daysAgo?: number
  seed?: number
}

// A community that saw ten mentors each some weeks ago, asked some of them, and took it back: nothing is known of answers.
export async function someSlates(world: World, { askers, asks, propensity = 1, daysAgo = 40, seed = 1 }: Log) {
  const { db } = world.ctx()
  const [mentors, seekers] = [await people(world, MENTORS), await people(world, askers)]
  const roll = dice(seed)
  const shown: (typeof shownMentors.$inferInsert)[] = []
  const requests: (typeof mentorshipRequests.$inferInsert)[] = []
  for (const [n, memberId] of seekers.entries()) {
    const slate = newId()
    // Not all on one day: what came first is learned from, what came then is foreseen.
    const madeAt = new Date(Date.now() - daysAgo * DAY + (n * 10 * DAY) / askers)
    for (const [position, otherId] of mentors.entries()) {
      const known = FEATURES.map(() => roll())
      const shownAt = new Date(madeAt.getTime() + 60_000)
      shown.push({ slate, memberId, otherId, position, propensity, known, shape: SHAPE, madeAt, shownAt })
      if (roll() < asks(known)) requests.push(aRequest(memberId, otherId, new Date(shownAt.getTime() + DAY)))
    }
  }
  await db.insert(shownMentors).values(shown)
  if (requests.length > 0) await db.insert(mentorshipRequests).values(requests)
  return { mentors, seekers, asked: requests.length }
}

const aRequest = (participantId: string, mentorId: string, createdAt: Date) => ({
  ...{ id: newId(), participantId, mentorId, words: 'Would you teach me?', createdAt, answerBy: createdAt },
  ...{ state: 'withdrawn' as const, decidedAt: new Date(createdAt.getTime() + 7 * DAY) },
})

async function people(world: World, many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, () => newId())
  await world
    .ctx()
    .db.insert(members)
    .values(ids.map((id) => ({ id, handle: `m-${id.slice(-12)}`, name: 'Somebody', timeZone: 'UTC' })))
  return ids
}
