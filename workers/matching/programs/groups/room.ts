import { type SQL, sql } from 'drizzle-orm'
import { pairingGroupMentors, pairingGroups } from '#db/schema/mentoring/pairings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { conflict } from '#workers/lib/errors.ts'
import { begunWith, mentorsOf } from './reading.ts'

// Whoever is paired with mentors of the same group stands in line.
export const heldGroupOf = (programId: string, mentorId: SQL) => sql`
  select together.id from ${pairingGroups} together join ${pairingGroupMentors} teaching on teaching.group_id = together.id
  where together.program_id = ${programId}::uuid and teaching.mentor_id = ${mentorId} and teaching.mentor_id in (${mentorsOf(sql`together.program_id`)})
  for update of together`

// Counted in a statement of its own, behind the line.
export async function groupHasRoom({ db }: Ctx, groupId: string) {
  const { rows } = await db.execute<{ name: string; most: number }>(sql`
    select name, most from ${pairingGroups} together where id = ${groupId}::uuid and ${begunWith(sql`together`)} >= most`)
  const [full] = rows
  if (full)
    throw conflict(
      `${full.name} takes ${full.most} together, and has as many. Nobody was paired; choose another mentor, or let ${full.name} take more.`,
      'no_room',
    )
}
