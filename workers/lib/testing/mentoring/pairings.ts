import { eq } from 'drizzle-orm'
import { pairingGroups, pairingPeople, pairingPlaces, pairingRules, pairings } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import { RULES_AT_FIRST } from '#workers/matching/programs/inputs.ts'
import { aMentor } from '../pairs.ts'
import { aMember, type Somebody } from '../people.ts'
import type { World } from '../world.ts'
import { anApplicant } from './plans.ts'
import { aProgram } from './programs.ts'

const TO_RULE = 'program-to-rule'
const TO_BIND = 'program-to-bind'
const TO_GROUP = 'program-to-group'
const TO_REGROUP = 'program-to-regroup'
const A_GROUP = '01900000-0000-7000-8000-000000000071'
const TO_PAIR = 'program-to-draft'
const TO_PLACE = 'program-to-place'
const TO_CHOOSE = 'program-to-choose'
const SHE_WAITS = 'ama-who-waits'

// A program that said yes to one who learns and one who teaches.
type Wish = Parameters<typeof aProgram>[2]
type Handles = { learner?: string; mentor?: string }

export async function aProgramOfTwo(world: World, organiser: Somebody, wish: Wish = {}, handles: Handles = {}) {
  const program = await aProgram(world, organiser, wish)
  const learner = await aMember(world, handles.learner ? { handle: handles.learner } : {})
  const mentor = await aMentor(world, 3, handles.mentor ? { handle: handles.mentor } : {})
  await anApplicant(world, program.id, learner)
  await anApplicant(world, program.id, mentor, 'mentor')
  return { program, learner, mentor }
}

// A draft in which this one has no mentor yet, and that one could be it.
export async function aDraft(
  world: World,
  organiser: Somebody,
  { slug, learner }: { slug: string; learner: Pick<Somebody, 'id'> },
) {
  const { db } = world.ctx()
  const { program, mentor } = await aProgramOfTwo(world, organiser, { slug })
  const rules = { ...RULES_AT_FIRST, bonds: [], choices: [], settled: [], groups: [] }
  const [draft] = await db
    .insert(pairings)
    .values({ programId: program.id, madeById: organiser.id, state: 'ready', step: 2, seed: 1, rules })
    .returning({ id: pairings.id })
  const pairingId = draft?.id ?? ''
  await db.insert(pairingPlaces).values({ pairingId, participantId: learner.id })
  await db
    .insert(pairingPeople)
    .values({ pairingId, memberId: mentor.id, part: 'mentor', takesPart: true, seats: 2, told: { id: mentor.id } })
  return { program, mentor }
}

async function whoWaits(world: World): Promise<Pick<Somebody, 'id'>> {
  const { db } = world.ctx()
  const [found] = await db.select({ id: members.id }).from(members).where(eq(members.handle, SHE_WAITS))
  return found ?? aMember(world, { handle: SHE_WAITS })
}

export const PAIRING_ACCEPTED = {
  'PUT /api/programs/:slug/pairing/rules': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_RULE })
    return { balance: 4, fewest: 0, most: 2, asksOthers: true, skills: 'must', time: 'strong' }
  },
  'PUT /api/programs/:slug/choices': async (world: World, keeper: Somebody) => {
    const { program, mentor } = await aProgramOfTwo(world, keeper, { slug: TO_CHOOSE })
    await anApplicant(world, program.id, keeper)
    await world
      .ctx()
      .db.insert(pairingRules)
      .values({ programId: program.id, rules: { ...RULES_AT_FIRST, process: 'both' } })
    return { choices: [{ handle: mentor.handle, place: 1 }] }
  },
  'PUT /api/programs/:slug/pairing/bonds': async (world: World, keeper: Somebody) => {
    const { learner, mentor } = await aProgramOfTwo(world, keeper, { slug: TO_BIND })
    return { participant: learner.handle, mentor: mentor.handle, bond: 'never' }
  },
  'POST /api/programs/:slug/pairing/groups': async (world: World, keeper: Somebody) => {
    const { mentor } = await aProgramOfTwo(world, keeper, { slug: TO_GROUP })
    return { name: 'Studio Porto', most: 3, mentors: [mentor.handle] }
  },
  'PUT /api/programs/:slug/pairing/groups/:id': async (world: World, keeper: Somebody) => {
    const { program, mentor } = await aProgramOfTwo(world, keeper, { slug: TO_REGROUP })
    await world
      .ctx()
      .db.insert(pairingGroups)
      .values({ id: A_GROUP, programId: program.id, name: 'Studio Porto', most: 3 })
    return { name: 'Studio Lisboa', most: 2, mentors: [mentor.handle] }
  },
  'POST /api/programs/:slug/pairing/runs': async (world: World, keeper: Somebody) => {
    await aProgramOfTwo(world, keeper, { slug: TO_PAIR })
    return { balance: 2 }
  },
  'PUT /api/programs/:slug/pairing/places/:handle': async (world: World, keeper: Somebody) => {
    const learner = await whoWaits(world)
    const { mentor } = await aDraft(world, keeper, { slug: TO_PLACE, learner })
    return { mentor: mentor.handle, locked: true }
  },
}

export const PAIRING_AT = {
  'PUT /api/programs/:slug/pairing/rules': () => `/api/programs/${TO_RULE}/pairing/rules`,
  'PUT /api/programs/:slug/choices': () => `/api/programs/${TO_CHOOSE}/choices`,
  'PUT /api/programs/:slug/pairing/bonds': () => `/api/programs/${TO_BIND}/pairing/bonds`,
  'POST /api/programs/:slug/pairing/groups': () => `/api/programs/${TO_GROUP}/pairing/groups`,
  'PUT /api/programs/:slug/pairing/groups/:id': () => `/api/programs/${TO_REGROUP}/pairing/groups/${A_GROUP}`,
  'POST /api/programs/:slug/pairing/runs': () => `/api/programs/${TO_PAIR}/pairing/runs`,
  'PUT /api/programs/:slug/pairing/places/:handle': () => `/api/programs/${TO_PLACE}/pairing/places/${SHE_WAITS}`,
}
