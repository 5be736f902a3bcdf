import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import { person } from '#workers/mentoring/program-pairs/health.ts'
import type { Person } from '../inputs.ts'
import { learnersOf } from '../reading.ts'

export type Talking = { participant: Person; mentors: Person[] }

// Who talks with whom before they are paired.
export const talksIn = (own: SQL): Shelf<Talking> => sql`
  select ${person('who')} as participant, json_agg(${person('mentor')} order by mentor.name) as mentors
  from ${pairingTalks} talk join ${members} who on who.id = talk.participant_id join ${members} mentor on mentor.id = talk.mentor_id
  where talk.program_id = ${own} and who.id in (${learnersOf(own)}) group by who.id order by who.name`

type Told = {
  talks: Talking[]
  learners: { handle: string }[]
  bonds: { participant: Person; bond: 'must' | 'never' }[]
}

// How many have no talk: whoever must be with somebody needs none.
export function withoutTalk({ talks, learners, bonds }: Told): number {
  const musts = bonds.filter(({ bond }) => bond === 'must')
  const has = new Set([...talks, ...musts].map(({ participant }) => participant.handle))
  return learners.filter(({ handle }) => !has.has(handle)).length
}
