import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { workedTogether } from '#db/schema/people/endorsements.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillCategories, skills, skillWords } from '#db/schema/people/skills.ts'
import { formerHandles } from '#db/schema/people.ts'
import { aMember, type Somebody } from './people.ts'
import type { World } from './world.ts'

type Make<T> = (world: World, keeper: Somebody) => T | Promise<T>

// What the doors of a member's own profile accept, and where they are: see doors.ts.
export const PEOPLE_ACCEPTED: Record<string, Make<Record<string, unknown>>> = {
  'PUT /api/my/profile': () => ({ craft: 'Keeper of the door' }),
  'PUT /api/my/handle': async (world, { id }) => {
    await world.ctx().db.delete(formerHandles).where(eq(formerHandles.memberId, id))
    return { handle: `keeper-${newId().slice(-12)}` }
  },
  'POST /api/members/:handle/endorsements/:skill': () => ({ words: 'Patient, exact, and never late.' }),
  'POST /api/my/entries': () => ({ kind: 'achievement', title: 'Opened every door' }),
  'PUT /api/my/entries/:id': () => ({ title: 'Opened every door, twice', url: null }),
  'PUT /api/my/entries/:id/place': () => ({ direction: 'up' }),
  'PUT /api/my/skills/:bond/:slug': () => ({ level: 3 }),
  'POST /api/my/skills/:slug/evidence': () => ({ title: 'A well kept door', url: 'https://example.org/door' }),
  'PUT /api/my/skill-words': () => ({ bond: 'learns', word: 'doorkeeping' }),
  'POST /api/my/skill-words/removals': async (world, { id: memberId }) => {
    const word = `doorkeeping ${newId()}`
    await world.ctx().db.insert(skillWords).values({ memberId, bond: 'learns', word })
    return { bond: 'learns', word }
  },
  'PUT /api/my/times': () => ({
    timeZone: 'Europe/Madrid',
    weekly: [],
    exceptions: [],
    menteesAtMost: 0,
    sessionsAWeekAtMost: 0,
    pausedUntil: null,
  }),
  'POST /api/my/wishes': () => ({ strength: 'nice', language: 'Portuguese' }),
  'PUT /api/my/ways': () => ({
    ...{ pace: 1, words: null, plan: 0, company: -1 },
    ...{ understanding: 2, meetings: null, aim: -2 },
  }),
  'PUT /api/my/visibility': () => ({ story: 'members' }),
  'PUT /api/my/arrival': () => ({ step: 1 }),
}

export const PEOPLE_AT: Record<string, Make<string>> = {
  'POST /api/members/:handle/endorsements/:skill': async (world, keeper) =>
    `/api/members/${await aCompanion(world, keeper)}/endorsements/companionship`,
  'PUT /api/my/entries/:id': async (world, keeper) => `/api/my/entries/${await anEntry(world, keeper)}`,
  'PUT /api/my/entries/:id/place': async (world, keeper) => `/api/my/entries/${await anEntry(world, keeper)}/place`,
  'PUT /api/my/skills/:bond/:slug': async (world, keeper) => `/api/my/skills/teaches/${await aSkill(world, keeper)}`,
  'POST /api/my/skills/:slug/evidence': async (world, keeper) =>
    `/api/my/skills/${await aSkill(world, keeper)}/evidence`,
}

async function anEntry(world: World, { id: memberId }: Somebody): Promise<string> {
  const id = newId()
  await world.ctx().db.insert(profileEntries).values({ id, memberId, kind: 'work', title: 'Doorkeeping' })
  return id
}

// Somebody the keeper has worked with, on a skill of theirs.
async function aCompanion(world: World, keeper: Somebody): Promise<string> {
  const { db } = world.ctx()
  const companion = await aMember(world)
  const skill = {
    category: 'professional',
    summary: '…',
    description: '…',
    firstStep: '…',
    ladder: ['1', '2', '3', '4', '5'],
  }
  await db.insert(skillCategories).values({ slug: 'professional', name: 'Professional' }).onConflictDoNothing()
  await db
    .insert(skills)
    .values({ ...skill, slug: 'companionship', name: 'Companionship' })
    .onConflictDoNothing()
  const [kept] = await db.select({ id: skills.id }).from(skills).where(eq(skills.slug, 'companionship'))
  await db.insert(memberSkills).values({ memberId: companion.id, skillId: kept?.id ?? '', bond: 'teaches' })
  await db.insert(workedTogether).values({ memberId: companion.id, otherId: keeper.id, on: 'a door' })
  return companion.handle
}

// One that the keeper teaches.
async function aSkill(world: World, { id: memberId }: Somebody): Promise<string> {
  const { db } = world.ctx()
  const [id, slug] = [newId(), `doorkeeping-${newId()}`]
  const words = { summary: '.', description: '.', firstStep: '.', ladder: ['1', '2', '3', '4', '5'] }
  await db.insert(skillCategories).values({ slug: 'crafts', name: 'Crafts' }).onConflictDoNothing()
  await db.insert(skills).values({ id, slug, name: 'Doorkeeping', category: 'crafts', ...words })
  await db.insert(memberSkills).values({ memberId, skillId: id, bond: 'teaches' })
  return slug
}
