import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { members } from '#db/schema/people.ts'
import type { Happened } from './words.ts'

export type Step = Happened & { id: number; handle: string | null; portrait: string | null }

// What happened in a pair, the newest first. Who may look is asked by whoever reads it: see sight.ts.
export const timelineOf = (mentorshipId: string, limit: number, before?: number): Shelf<Step> => sql`
  select happened.id, happened.name, happened.subject, happened.at, happened.data - 'mentorship' as data,
    coalesce(actor.name, 'The house') as who, actor.handle, actor.portrait
  from ${events} happened left join ${members} actor on 'member:' || actor.id::text = happened.actor
  where happened.data ? 'mentorship' and happened.data ->> 'mentorship' = ${mentorshipId}
    and (${before ?? null}::bigint is null or happened.id < ${before ?? null}::bigint)
  order by happened.id desc limit ${limit}`
