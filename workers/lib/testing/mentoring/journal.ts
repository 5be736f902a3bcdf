import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { journalEntries, journalShares } from '#db/schema/mentoring/journal.ts'
import { aPair } from '../pairs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

const ENTRY = (n: number) => `0199aaaa-0000-7000-8000-00000000010${n}`

async function anEntry(world: World, { id: memberId }: Somebody, id: string = newId()) {
  const { db } = world.ctx()
  await db.delete(journalEntries).where(eq(journalEntries.id, id))
  await db.insert(journalEntries).values({ id, memberId, text: 'The left side closes.', tags: ['joinery'] })
  return id
}

const close = new Map<string, string>()

// Somebody this member works with, by their handle.
async function somebodyClose(world: World, participant: Somebody) {
  const known = close.get(participant.id)
  if (known) return known
  const { mentor } = await aPair(world, { participant })
  close.set(participant.id, mentor.handle)
  return mentor.handle
}

const changed = { text: 'Both sides close.', version: 1 }

export const JOURNAL_ACCEPTED = {
  'POST /api/journal': () => ({ text: 'Today it closed.', mood: 'proud', tags: ['joinery'] }),
  'PUT /api/journal/:id': async (world: World, keeper: Somebody) => {
    await anEntry(world, keeper, ENTRY(1))
    return changed
  },
  'PUT /api/journal/:id/share': async (world: World, keeper: Somebody) => {
    await anEntry(world, keeper, ENTRY(2))
    return { with: await somebodyClose(world, keeper), days: 7 }
  },
}

export const JOURNAL_AT = {
  'PUT /api/journal/:id': () => `/api/journal/${ENTRY(1)}`,
  'PUT /api/journal/:id/share': () => `/api/journal/${ENTRY(2)}/share`,
}

const made = (world: World, owner: Somebody) => anEntry(world, owner)

export const JOURNAL_BELONGINGS = {
  'PUT /api/journal/:id': { make: made, body: changed },
  'DELETE /api/journal/:id': { make: made },
  'DELETE /api/journal/:id/share': {
    make: async (world: World, owner: Somebody) => {
      const entryId = await anEntry(world, owner)
      const { mentor } = await aPair(world, { participant: owner })
      const until = new Date(Date.now() + 86_400_000)
      await world.ctx().db.insert(journalShares).values({ entryId, withId: mentor.id, until })
      return entryId
    },
  },
}
