import { type SQL, sql } from 'drizzle-orm'
import { skills } from '#db/schema/people/skills.ts'
import type { Suggestion } from '../inputs.ts'

// Chosen by eye on the demo community, until outcomes say it: of two where one teaches, and of what asks less.
const STEPS = { teaching: { strong: 0.77, good: 0.69 }, less: { strong: 0.7, good: 0.6 } }

export function fitInWords(fit: number, asks: keyof typeof STEPS): Suggestion['fit'] {
  const { strong, good } = STEPS[asks]
  return fit >= strong ? 'strong' : fit >= good ? 'good' : 'possible'
}

// The names of all skills that a reason speaks of.
export const namesOf = (
  told: SQL,
) => sql`(select coalesce(json_object_agg(slug, name), '{}') from ${skills} where slug in (
  select jsonb_array_elements_text((${told} -> 'skills') || coalesce(${told} -> 'inReturn', '[]') || coalesce(${told} -> 'together', '[]'))))`
