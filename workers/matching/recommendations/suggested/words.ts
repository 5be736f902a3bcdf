import { type SQL, sql } from 'drizzle-orm'
import { skills } from '#db/schema/people/skills.ts'
import type { Suggestion } from '../inputs.ts'

// Chosen by eye on the demo community, until outcomes say it.
const STRONG = 0.7
const GOOD = 0.6

export const fitInWords = (fit: number): Suggestion['fit'] =>
  fit >= STRONG ? 'strong' : fit >= GOOD ? 'good' : 'possible'

// The names of all skills that a reason speaks of.
export const namesOf = (
  told: SQL,
) => sql`(select coalesce(json_object_agg(slug, name), '{}') from ${skills} where slug in (
  select jsonb_array_elements_text((${told} -> 'skills') || coalesce(${told} -> 'inReturn', '[]') || coalesce(${told} -> 'together', '[]'))))`
