import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import {
  cohorts,
  type FormField,
  programOrganisers,
  programs,
  type RequiredStep,
} from '#db/schema/mentoring/programs.ts'
import type { Somebody } from '../people.ts'
import type { World } from '../world.ts'

export const A_PROGRAM = {
  name: 'Winter bench',
  summary: 'Four months at the bench, one corner a week.',
  startsOn: '2027-01-10',
  endsOn: '2027-04-10',
  seats: 8,
  consent: 'We see how far each pair came, and never what you write to each other.',
}

type Wish = {
  slug?: string
  state?: 'draft' | 'open' | 'running' | 'finished'
  seats?: number
  form?: FormField[]
  steps?: RequiredStep[]
}

export async function aProgram(world: World, organiser: Somebody, wish: Wish = {}) {
  const { db } = world.ctx()
  const { slug = `winter-bench-${newId().slice(-8)}`, state = 'open', form = [], steps = [] } = wish
  const { seats, ...about } = A_PROGRAM
  const id = newId()
  await db.delete(programs).where(eq(programs.slug, slug))
  await db.insert(programs).values({ ...about, id, slug, state, form, steps })
  await db.insert(programOrganisers).values({ programId: id, memberId: organiser.id })
  const round = { name: 'The first round', startsOn: about.startsOn, endsOn: about.endsOn, seats: wish.seats ?? seats }
  const roundId = newId()
  await db.insert(cohorts).values({ id: roundId, programId: id, ...round })
  return { id, slug, roundId }
}

const { seats: _, ...CHANGED } = A_PROGRAM
export const A_CHANGED_PROGRAM = CHANGED

export const aQuestion = (wish: Partial<FormField> = {}): FormField => ({
  key: 'why',
  label: 'Why this bench?',
  help: '',
  kind: 'line',
  options: [],
  required: true,
  ...wish,
})

const TO_CHANGE = 'program-to-change'
const TO_OPEN = 'program-to-open'
const TO_ASK = 'program-to-question'

export const PROGRAM_ACCEPTED = {
  'POST /api/programs': async (world: World) => {
    await world.ctx().db.delete(programs).where(eq(programs.slug, 'winter-bench'))
    return A_PROGRAM
  },
  'PUT /api/programs/:slug': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_CHANGE })
    return { ...A_CHANGED_PROGRAM, name: 'Spring bench' }
  },
  'PUT /api/programs/:slug/state': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_OPEN, state: 'draft' })
    return { state: 'open' }
  },
  'PUT /api/programs/:slug/form': async (world: World, keeper: Somebody) => {
    await aProgram(world, keeper, { slug: TO_ASK })
    return {
      questions: [{ label: 'Which wood?', kind: 'choice', options: ['Oak', 'Pine'] }],
      steps: [{ title: 'Come by' }],
    }
  },
}

export const PROGRAM_AT = {
  'PUT /api/programs/:slug': () => `/api/programs/${TO_CHANGE}`,
  'PUT /api/programs/:slug/state': () => `/api/programs/${TO_OPEN}/state`,
  'PUT /api/programs/:slug/form': () => `/api/programs/${TO_ASK}/form`,
}
