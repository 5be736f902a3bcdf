import { type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { constraintOf } from '#db/patience.ts'
import { pairingGroupMentors, pairingGroups } from '#db/schema/mentoring/pairings.ts'
import { members } from '#db/schema/people.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { invalid, notFound, refuse } from '#workers/lib/errors.ts'
import { transact } from '#workers/lib/transact.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { ownProgram } from '../rules.ts'
import type { Group, OneGroup } from './inputs.ts'
import { mentorsOf } from './reading.ts'

// From the next time on these mentors take at most so many together.
export const formGroup = (ctx: MemberCtx, { slug }: ProgramSlug, { mentors, ...group }: Group) =>
  transact(ctx, async (within) => {
    const { programId, ids } = await chosenFor(within, { own: ownProgram(slug, ctx.member.id), mentors, id: null })
    const [formed] = await commit(
      within,
      within.db
        .insert(pairingGroups)
        .values({ id: newId(), programId, ...group })
        .returning({ id: pairingGroups.id }),
      fact('pairing.grouped'),
      (changed) => withMentors(changed, programId, ids),
    ).catch(sayWhatIsTaken)
    return formed ?? refuse(notFound('program'))
  })

export const changeGroup = (ctx: MemberCtx, { slug, id }: OneGroup, { mentors, ...group }: Group) =>
  transact(ctx, async (within) => {
    const { programId, ids } = await chosenFor(within, { own: ownProgram(slug, ctx.member.id), mentors, id })
    const [changed] = await commit(
      within,
      within.db
        .update(pairingGroups)
        .set(group)
        .where(sql`id = ${id}::uuid and program_id = ${programId}::uuid`)
        .returning({ id: pairingGroups.id }),
      fact('pairing.grouped'),
      (one) => sql`delete from ${pairingGroupMentors} where group_id in (select id from ${one})
        and mentor_id <> all(${ids}::uuid[]) returning 1`,
      (one) => withMentors(one, programId, ids),
    ).catch(sayWhatIsTaken)
    return changed ?? refuse(notFound('group'))
  })

export async function dissolveGroup(ctx: MemberCtx, { slug, id }: OneGroup) {
  const [gone] = await commit(
    ctx,
    ctx.db
      .delete(pairingGroups)
      .where(sql`id = ${id}::uuid and program_id = (${ownProgram(slug, ctx.member.id)})`)
      .returning({ id: pairingGroups.id }),
    fact('pairing.grouped'),
  )
  return gone ?? refuse(notFound('group'))
}

const withMentors = (group: SQL, programId: string, ids: string) => sql`
  insert into ${pairingGroupMentors} (program_id, mentor_id, group_id)
  select ${programId}::uuid, chosen.id, together.id from ${group} together cross join unnest(${ids}::uuid[]) chosen(id)
  where not exists (select from ${pairingGroupMentors} teaching where teaching.group_id = together.id and teaching.mentor_id = chosen.id)
  returning 1`

type Chosen = { programId: string; mentors: { id: string; name: string; elsewhere: string | null }[] }
type Choice = { own: SQL; mentors: string[]; id: string | null }

// Each of them teaches in this program, and is in no other group of it.
async function chosenFor({ db }: Ctx, { own, mentors, id }: Choice) {
  const { rows }: { rows: Chosen[] } = await db.execute(sql`
    select own.id as "programId", (select coalesce(json_agg(json_build_object('id', who.id, 'name', who.name, 'elsewhere', other.name)), '[]')
      from ${members} who left join ${pairingGroupMentors} teaching on teaching.program_id = own.id and teaching.mentor_id = who.id
        left join ${pairingGroups} other on other.id = teaching.group_id and other.id is distinct from ${id}::uuid
      where who.id in (${mentorsOf(sql`own.id`)}) and who.handle = any(${`{${mentors.map((handle) => JSON.stringify(handle))}}`}::citext[])) as mentors
    from (${own}) own`)
  const [chosen] = rows
  if (!chosen) throw notFound('program')
  if (chosen.mentors.length < new Set(mentors).size)
    throw invalid([{ path: 'mentors', message: 'One of them is no mentor of this program. Please choose others.' }])
  const taken = chosen.mentors.find(({ elsewhere }) => elsewhere !== null)
  if (taken)
    throw invalid([
      {
        path: 'mentors',
        message: `${taken.name} is in ${taken.elsewhere} already. Each mentor is in one of them at the most.`,
      },
    ])
  return { programId: chosen.programId, ids: `{${chosen.mentors.map((one) => one.id)}}` }
}

function sayWhatIsTaken(error: unknown): never {
  const constraint = constraintOf(error)
  if (constraint === 'pairing_groups_called_once')
    throw invalid([{ path: 'name', message: 'Others are called that already. Please choose another name.' }])
  if (constraint === 'pairing_group_mentors_in_one')
    throw invalid([{ path: 'mentors', message: 'One of them was just put into another group. Please look again.' }])
  throw error
}
