import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { tasks, taskTemplates } from '#db/schema/mentoring/tasks.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const TEMPLATE = '0199aaaa-0000-7000-8000-0000000000e5'
const TASK = '0199aaaa-0000-7000-8000-0000000000e6'

async function aTemplate(world: World, { id: ownerId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(taskTemplates).where(eq(taskTemplates.id, id))
  await db.insert(taskTemplates).values({ id, ownerId, title: 'Oil every hinge' })
  return id
}

async function aTaskSet(world: World, { id: setById }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(tasks).where(eq(tasks.id, id))
  await db.insert(tasks).values({ id, setById, participantId: setById, title: 'Oil every hinge' })
  return id
}

const body = { title: 'Oil every hinge', daysToDo: 7 }

export const TEMPLATE_ACCEPTED = {
  'POST /api/task-templates': () => body,
  'PUT /api/task-templates/:id': async (world: World, keeper: Somebody) => {
    await aTemplate(world, keeper, TEMPLATE)
    return body
  },
  'POST /api/tasks/:id/template': async (world: World, keeper: Somebody) => {
    await aTaskSet(world, keeper, TASK)
    return { shared: true }
  },
}

export const TEMPLATE_AT = {
  'PUT /api/task-templates/:id': () => `/api/task-templates/${TEMPLATE}`,
  'POST /api/tasks/:id/template': () => `/api/tasks/${TASK}/template`,
}

const make = (world: World, owner: Somebody) => aTemplate(world, owner)

export const TEMPLATE_BELONGINGS = {
  'PUT /api/task-templates/:id': { make, body },
  'DELETE /api/task-templates/:id': { make },
  'POST /api/tasks/:id/template': { make: (world: World, owner: Somebody) => aTaskSet(world, owner), body: {} },
}
