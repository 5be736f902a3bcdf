import { newId } from '#db/id.ts'
import { phrases } from '#db/schema/mentoring/feedback.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

export const PHRASE_BELONGINGS = {
  'DELETE /api/phrases/:id': {
    make: async (world: World, { id: ownerId }: Somebody) => {
      const id = newId()
      await world.ctx().db.insert(phrases).values({ id, ownerId, kind: 'actionable', words: 'Mark with a knife.' })
      return id
    },
  },
}
