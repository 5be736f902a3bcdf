import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { members } from '#db/schema/people.ts'
import { isMemberThere, nearnessAs } from '#workers/people/profiles/visibility.ts'

export type Moment = { name: string; portrait: string | null; text: string; at: string }

export const latestMoments = (limit: number): Shelf<Moment> => sql`
  select member.name, member.portrait, event.data->>'text' as text, event.at
  from ${events} event join ${members} member on member.id = event.subject::uuid
  where event.name = 'moment.shared' and ${isMemberThere('member', nearnessAs('guest'))}
  order by event.id desc limit ${limit}`
