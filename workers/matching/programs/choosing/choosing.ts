import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { programApplications, programs } from '#db/schema/mentoring/programs.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, invalid, notFound } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '#workers/mentoring/programs/inputs.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '#workers/people/profiles/visibility.ts'
import { learnersOf, teachersOf } from '../reading.ts'
import { unsay } from '../unsaying.ts'
import { choosers, type Part } from './choosers.ts'
import { type Choices, type Choosing, wrongIn } from './inputs.ts'

// On which side somebody chooses.
const partOf = (slug: string, memberId: string) =>
  sql`${choosers(sql`asking.slug = ${slug} and applied.member_id = ${memberId}::uuid`)}`

const isNotBlocked = (memberId: string) => sql`not exists (select from ${blocks} block
  where (block.member_id, block.blocked_id) in ((member.id, ${memberId}::uuid), (${memberId}::uuid, member.id)))`

const isTalk = sql`talk.program_id = mine.id and ((mine.part = 'participant' and talk.participant_id = mine.member_id and talk.mentor_id = member.id)
  or (mine.part = 'mentor' and talk.mentor_id = mine.member_id and talk.participant_id = member.id))`

const reachOf = sql`(select applied.reach from ${programApplications} applied where applied.program_id = mine.id
  and applied.member_id = member.id and applied.part <> mine.part and applied.state = 'accepted')`

const MOST_SKILLS = 4

// What they teach for whoever learns, what they want to learn for whoever teaches; what both named comes first.
const skillsFor = (memberId: string) => sql`(
  select coalesce(json_agg(json_build_object('name', name, 'shared', shared) order by shared desc, level desc nulls last, name), '[]') from (
    select skill.name, theirs.level, own.skill_id is not null as shared
    from ${memberSkills} theirs join ${skills} skill on skill.id = theirs.skill_id and skill.shown
      left join ${memberSkills} own on own.member_id = ${memberId}::uuid and own.skill_id = theirs.skill_id
        and own.bond = case mine.part when 'participant' then 'learns' else 'teaches' end
    where theirs.member_id = member.id and theirs.bond = case mine.part when 'participant' then 'teaches' else 'learns' end
    order by shared desc, theirs.level desc nulls last, skill.name limit ${MOST_SKILLS}) best)`

// Mentors of the program for whoever learns, and the other way round: of them only who may be seen, and where people talk first
// only those one is to talk with.
const peopleFor = (slug: string, memberId: string) => {
  const program = sql`(select id from ${programs} where slug = ${slug})`
  return sql`
    select member.id, member.handle, member.name, member.portrait, member.craft, member.time_zone, talk.free_at,
      case when mine.talks then coalesce(${reachOf}, '') else '' end as reach,
      case when ${isPartOpen('skills', 'member', nearnessTo('member', memberId))} then ${skillsFor(memberId)} else '[]' end as skills
    from ${members} member cross join (${partOf(slug, memberId)}) mine left join ${pairingTalks} talk on mine.talks and ${isTalk}
    where member.id <> ${memberId}::uuid and ${isNotBlocked(memberId)} and ${isMemberThere('member', nearnessTo('member', memberId), memberId)}
      and (not mine.talks or talk.program_id is not null)
      and (mine.part = 'participant' and member.id in (select able.id from (${teachersOf(program, sql`false`)}) able)
        or mine.part = 'mentor' and member.id in (${learnersOf(program)}))`
}

type Mine = { id: string; part: Part; until: string | null; talks: boolean }
type Me = { zone: string; reach: string | null }

export async function readChoosing(
  { db, member }: MemberCtx,
  { slug }: ProgramSlug,
): Promise<Choosing & { name: string }> {
  const { program, mine, me, people } = await readTogether(db, {
    program: sql`select name from ${programs} where slug = ${slug} and state <> 'draft'` as Shelf<{ name: string }>,
    mine: partOf(slug, member.id) as Shelf<Mine>,
    me: sql`select me.time_zone as zone, applied.reach from ${members} me left join ${programApplications} applied on applied.member_id = me.id
        and applied.state = 'accepted' and applied.program_id = (select id from ${programs} where slug = ${slug})
      where me.id = ${member.id}::uuid` as Shelf<Me>,
    people:
      sql`select one.handle, one.name, one.portrait, one.craft, one.time_zone as "timeZone", one.free_at as "freeAt", one.reach, one.skills, chosen.place
      from (${peopleFor(slug, member.id)}) one
      left join ${pairingChoices} chosen on chosen.program_id = (select id from ${programs} where slug = ${slug})
        and chosen.member_id = ${member.id}::uuid and chosen.other_id = one.id
      order by nullif(chosen.place, 0) nulls last, one.name` as Shelf<Choosing['people'][number]>,
  })
  const [found] = program
  if (!found) throw notFound('program')
  const { part = null, until = null, talks = false } = mine[0] ?? {}
  return { name: found.name, part, until, talks, zone: me[0]?.zone ?? 'UTC', reach: me[0]?.reach ?? '', people }
}

// What was said before is what is said now: whoever is not in the list any more is out of it.
export async function choose(ctx: MemberCtx, { slug }: ProgramSlug, said: Choices) {
  const { mine } = await readTogether(ctx.db, { mine: partOf(slug, ctx.member.id) as Shelf<Mine> })
  const [program] = mine
  if (!program) throw conflict('This program does not ask you whom you would like, or not any more.', 'not_now')
  const message = wrongIn(said, program.talks)
  if (message) throw invalid([{ path: 'choices', message }])
  const places = JSON.stringify(said.choices.filter(({ place }) => place !== undefined))
  const [chosen] = await commit(
    ctx,
    ctx.db
      .insert(pairingChoices)
      .select(
        sql`select ${program.id}::uuid, ${ctx.member.id}::uuid, one.id, said.place, now()
          from jsonb_to_recordset(${places}::jsonb) said(handle citext, place int) join (${peopleFor(slug, ctx.member.id)}) one on one.handle = said.handle`,
      )
      .onConflictDoUpdate({
        target: [pairingChoices.programId, pairingChoices.memberId, pairingChoices.otherId],
        set: { place: sql`excluded.place`, at: sql`excluded.at` },
      })
      .returning({ id: pairingChoices.programId, otherId: pairingChoices.otherId }),
    (changed) => sql`delete from ${pairingChoices} before where before.program_id = ${program.id}::uuid
      and before.member_id = ${ctx.member.id}::uuid and before.other_id not in (select other_id from ${changed}) returning 1`,
    () => sql`update ${programApplications} set reach = ${said.reach ?? ''} where ${program.talks && said.reach !== undefined}
      and program_id = ${program.id}::uuid and member_id = ${ctx.member.id}::uuid and state = 'accepted' returning 1`,
  )
  await unsay(ctx, ctx.member)
  return { kept: chosen !== undefined }
}
