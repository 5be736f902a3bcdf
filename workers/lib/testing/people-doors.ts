import { newId } from '#db/id.ts'
import { profileEntries } from '#db/schema/people.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

// What the doors of a member's own profile accept, and where they are: see doors.ts.
export const PEOPLE_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  'PUT /api/my/profile': () => ({ craft: 'Keeper of the door' }),
  'PUT /api/my/handle': () => ({ handle: `keeper-${newId().slice(-12)}` }),
  'POST /api/my/entries': () => ({ kind: 'achievement', title: 'Opened every door' }),
  'PUT /api/my/entries/:id': () => ({ title: 'Opened every door, twice' }),
  'PUT /api/my/entries/:id/place': () => ({ direction: 'up' }),
}

export const PEOPLE_AT: Record<string, Make<string>> = {
  'PUT /api/my/entries/:id': async (world, keeper) => `/api/my/entries/${await anEntry(world, keeper)}`,
  'PUT /api/my/entries/:id/place': async (world, keeper) => `/api/my/entries/${await anEntry(world, keeper)}/place`,
}

async function anEntry(world: World, { id: memberId }: Somebody): Promise<string> {
  const id = newId()
  await world.ctx().db.insert(profileEntries).values({ id, memberId, kind: 'work', title: 'Doorkeeping' })
  return id
}
