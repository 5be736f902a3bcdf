import { sql } from 'drizzle-orm'
import { pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { Place, Placed } from './inputs.ts'
import { ownProgram } from './rules.ts'
import { asState } from './starting.ts'

type Found = {
  id: string
  participant: string
  mentor: string | null
  isSame: boolean
  seats: number
  settled: number
  group: string | null
  together: number
  groupSettled: number
}

// With whom somebody is to be: the same as found, to be kept when the rest is paired anew; or somebody else, and then the
// rest is paired anew at once.
export const place = (ctx: MemberCtx, where: Placed, { mentor, locked }: Place) =>
  transact(ctx, async (within) => {
    const found = await find(within, { ...where, mentor, organiserId: ctx.member.id })
    if (!found.mentor) throw invalid([{ path: 'mentor', message: 'This mentor is not among those who can be chosen.' }])
    if (!found.isSame && found.settled >= found.seats)
      throw conflict('All places of this mentor are kept for others. Let one of them go first.', 'no_room')
    if (!found.isSame && found.group && found.groupSettled >= found.together)
      throw conflict(
        `All places that ${found.group} takes together are kept for others. Let one of them go first.`,
        'no_room',
      )
    await within.db.execute(sql`update ${pairingPlaces} set mentor_id = ${found.mentor}::uuid, locked = ${found.isSame ? locked : true},
        by_hand = by_hand or ${!found.isSame}, left_out = null
      where pairing_id = ${found.id}::uuid and participant_id = ${found.participant}::uuid`)
    const again = found.isSame
      ? {}
      : {
          state: 'running' as const,
          step: 0,
          run: sql`${pairings.run} + 1`,
          madeById: ctx.member.id,
          madeAt: sql`now()`,
        }
    const [moved] = await commit(
      within,
      within.db
        .update(pairings)
        .set({ ...again, movedAt: sql`now()` })
        .where(sql`id = ${found.id}::uuid`)
        .returning(asState),
      fact(found.isSame ? 'pairing.locked' : 'pairing.asked'),
    )
    return moved ?? refuse(notFound('pairing'))
  })

type Wanted = Placed & { mentor: string; organiserId: string }

async function find({ db }: Ctx, { slug, handle, mentor, organiserId }: Wanted): Promise<Found> {
  const { rows } = await db.execute<Found>(sql`
    select draft.id, who.id as participant, teacher.member_id as mentor, coalesce(placed.mentor_id = teacher.member_id, false) as "isSame",
      coalesce(teacher.seats, 0) as seats, (select count(*)::int from ${pairingPlaces} kept where kept.pairing_id = draft.id and kept.locked
        and kept.mentor_id = teacher.member_id and kept.participant_id <> who.id) as settled, together.*
    from ${pairings} draft join ${pairingPlaces} placed on placed.pairing_id = draft.id join ${members} who on who.id = placed.participant_id
      left join ${members} chosen on chosen.handle = ${mentor}::citext
      left join ${pairingPeople} teacher on teacher.pairing_id = draft.id and teacher.part = 'mentor' and teacher.member_id = chosen.id
      left join lateral (${groupIn}) together on true
    where draft.program_id = (${ownProgram(slug, organiserId)}) and draft.state = 'ready' and who.handle = ${handle}::citext for update of draft`)
  return rows[0] ?? refuse(notFound('place in this pairing'))
}

// The group the mentor is in, how many it still takes, and how many of those are kept for others.
const groupIn = sql`
  select chosen ->> 'name' as "group", (chosen ->> 'most')::int - (chosen ->> 'begun')::int as together,
    (select count(*)::int from ${pairingPlaces} kept where kept.pairing_id = draft.id and kept.locked and kept.participant_id <> who.id
      and chosen -> 'mentorIds' @> to_jsonb(kept.mentor_id::text)) as "groupSettled"
  from jsonb_array_elements(draft.rules -> 'groups') chosen where chosen -> 'mentorIds' @> to_jsonb(teacher.member_id::text)`
