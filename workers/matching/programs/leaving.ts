import { type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { later } from '#workers/lib/jobs/later.ts'
import { ofNobody } from './starting.ts'

const ApplicationId = z.object({ id: z.uuid() })

// Whoever gave their place back is in no draft any more that nobody was told of. A message that comes again finds them gone.
export const leaveDrafts = ({ db }: Ctx, { id }: z.output<typeof ApplicationId>) =>
  db.execute(
    leftIn(sql`select draft.id from ${pairings} draft join ${programApplications} applied on applied.program_id = draft.program_id
      where applied.id = ${id}::uuid`),
  )

export const leaveDraftsLater = later('matching.leave-drafts', ApplicationId, leaveDrafts)

// Nothing is claimed any more of a draft that somebody left, and a run on the way begins anew.
export const leftIn = (which: SQL) => sql`
  with draft as (select id, program_id from ${pairings} where state in ('running', 'ready') and id in (${which}) for update),
  gone as (delete from ${pairingPeople} kept using draft where kept.pairing_id = draft.id and (kept.part = 'participant' or kept.takes_part)
    and not exists (select from ${programApplications} applied where applied.program_id = draft.program_id
      and applied.member_id = kept.member_id and applied.part = kept.part and applied.state = 'accepted')
    returning kept.pairing_id, kept.member_id, kept.part),
  learners as (delete from ${pairingPlaces} placed using gone
    where gone.part = 'participant' and placed.pairing_id = gone.pairing_id and placed.participant_id = gone.member_id),
  places as (update ${pairingPlaces} placed set told = null, left_out = null,
      mentor_id = case when placed.mentor_id = gone.member_id then null else placed.mentor_id end
    from gone where gone.part = 'mentor' and placed.pairing_id = gone.pairing_id
      and (placed.mentor_id = gone.member_id or placed.left_out ->> 'seatWith' = gone.member_id::text)
      and (placed.pairing_id, placed.participant_id) not in (select pairing_id, member_id from gone where part = 'participant'))
  update ${pairings} set found = null, kept = null, rules = ${ofNobody},
    step = case state when 'running' then 0 else step end, run = run + (state = 'running')::int
  where id in (select pairing_id from gone)`
