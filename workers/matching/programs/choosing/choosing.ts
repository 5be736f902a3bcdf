import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices } from '#db/schema/mentoring/pairings.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { members } from '#db/schema/people.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import { learnersOf, teachersOf } from '../reading.ts'
import { unsay } from '../unsaying.ts'
import { choosers, type Part } from './choosers.ts'
import type { Choices, Choosing } from './inputs.ts'

// On which side somebody chooses.
const partOf = (slug: string, memberId: string) =>
  sql`${choosers(sql`asking.slug = ${slug} and applied.member_id = ${memberId}::uuid`)}`

const isNotBlocked = (memberId: string) => sql`not exists (select from ${blocks} block
  where (block.member_id, block.blocked_id) in ((member.id, ${memberId}::uuid), (${memberId}::uuid, member.id)))`

// Mentors of the program for whoever learns, and the other way round: of them only who may be seen.
const peopleFor = (slug: string, memberId: string) => {
  const program = sql`(select id from ${programs} where slug = ${slug})`
  return sql`
    select member.id, member.handle, member.name, member.portrait, member.craft
    from ${members} member cross join (${partOf(slug, memberId)}) mine
    where member.id <> ${memberId}::uuid and ${isNotBlocked(memberId)} and ${isMemberThere('member', nearnessTo('member', memberId), memberId)}
      and (mine.part = 'participant' and member.id in (select able.id from (${teachersOf(program, sql`false`)}) able)
        or mine.part = 'mentor' and member.id in (${learnersOf(program)}))`
}

type Mine = { id: string; part: Part; until: string | null }

export async function readChoosing(
  { db, member }: MemberCtx,
  { slug }: ProgramSlug,
): Promise<Choosing & { name: string }> {
  const { program, mine, people } = await readTogether(db, {
    program: sql`select name from ${programs} where slug = ${slug} and state <> 'draft'` as Shelf<{ name: string }>,
    mine: partOf(slug, member.id) as Shelf<Mine>,
    people:
      sql`select one.handle, one.name, one.portrait, one.craft, chosen.place from (${peopleFor(slug, member.id)}) one
      left join ${pairingChoices} chosen on chosen.program_id = (select id from ${programs} where slug = ${slug})
        and chosen.member_id = ${member.id}::uuid and chosen.other_id = one.id
      order by nullif(chosen.place, 0) nulls last, one.name` as Shelf<Choosing['people'][number]>,
  })
  const [found] = program
  if (!found) throw notFound('program')
  return { name: found.name, part: mine[0]?.part ?? null, until: mine[0]?.until ?? null, people }
}

// What was said before is what is said now: whoever is not in the list any more is out of it.
export async function choose(ctx: MemberCtx, { slug }: ProgramSlug, { choices }: Choices) {
  const { mine } = await readTogether(ctx.db, { mine: partOf(slug, ctx.member.id) as Shelf<Mine> })
  const [program] = mine
  if (!program) throw conflict('This program does not ask you whom you would like, or not any more.', 'not_now')
  const said = JSON.stringify(choices.filter(({ place }) => place !== undefined))
  const [chosen] = await commit(
    ctx,
    ctx.db
      .insert(pairingChoices)
      .select(
        sql`select ${program.id}::uuid, ${ctx.member.id}::uuid, one.id, said.place, now()
          from jsonb_to_recordset(${said}::jsonb) said(handle citext, place int) join (${peopleFor(slug, ctx.member.id)}) one on one.handle = said.handle`,
      )
      .onConflictDoUpdate({
        target: [pairingChoices.programId, pairingChoices.memberId, pairingChoices.otherId],
        set: { place: sql`excluded.place`, at: sql`excluded.at` },
      })
      .returning({ id: pairingChoices.programId, otherId: pairingChoices.otherId }),
    (changed) => sql`delete from ${pairingChoices} before where before.program_id = ${program.id}::uuid
      and before.member_id = ${ctx.member.id}::uuid and before.other_id not in (select other_id from ${changed}) returning 1`,
  )
  await unsay(ctx, ctx.member)
  return { kept: chosen !== undefined }
}
