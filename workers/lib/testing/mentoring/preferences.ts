import { newId } from '#db/id.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

// A task of the keeper’s own with two versions.
async function compared(world: World, { id: memberId }: Somebody) {
  const { db } = world.ctx()
  const [taskId, a, b] = [newId(), newId(), newId()]
  await db
    .insert(tasks)
    .values({ id: taskId, participantId: memberId, setById: memberId, title: 'A hinge', state: 'accepted' })
  await db.insert(submissions).values([a, b].map((id, n) => ({ id, taskId, version: n + 1 })))
  return { taskId, a, b }
}

export const PREFERENCE_ACCEPTED = {
  'POST /api/preferences': async (world: World, keeper: Somebody) => {
    const { a, b } = await compared(world, keeper)
    return { a, b, choice: 'b', reason: 'It swings without a sound.' }
  },
  'PUT /api/my/preference-consent': () => ({ agrees: true }),
}

export const PREFERENCE_BELONGINGS = {
  'GET /api/tasks/:id/standings': {
    make: async (world: World, owner: Somebody) => (await compared(world, owner)).taskId,
  },
}
