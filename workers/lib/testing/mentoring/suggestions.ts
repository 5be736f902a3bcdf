import { recommendations } from '#db/schema/matching.ts'
import { aMentor } from '../pairs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const told = { reasons: [], caution: null, change: null, skills: [], hoursAWeek: null, free: [] }

export const SUGGESTION_ACCEPTED = {
  'PUT /api/recommendations/:kind/:name': () => ({ answer: 'saved', because: null }),
  'PUT /api/matching/in-force': () => ({ version: null, rulesOnly: true }),
}

export const SUGGESTION_AT = {
  'PUT /api/recommendations/:kind/:name': async (world: World, { id: memberId }: Somebody) => {
    const mentor = await aMentor(world)
    await world
      .ctx()
      .db.insert(recommendations)
      .values({ memberId, kind: 'mentor', otherId: mentor.id, fit: 0.5, told })
    return `/api/recommendations/mentor/${mentor.handle}`
  },
}
