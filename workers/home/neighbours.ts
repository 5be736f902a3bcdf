import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '#workers/people/profiles/visibility.ts'

// Somebody near by what they do; `skill` is what brings the two together.
export type Neighbour = { handle: string; name: string; craft: string; portrait: string | null; skill: string }

const NEAR = 200

// The last to join who share a skill with me, either way.
export const joinedLately = (id: string, most: number): Shelf<Neighbour> =>
  neighbours(id, most, {
    mine: sql`true`,
    theirs: sql`true`,
    order: sql`member.joined_at desc, member.id desc`,
    among: sql`select id from ${members} where joined_at > now() - interval '60 days' order by joined_at desc, id desc limit ${NEAR}`,
  })

// Who wants to learn what I could show.
export const whoWantsToLearn = (id: string, most: number): Shelf<Neighbour> =>
  neighbours(id, most, {
    mine: sql`mine.bond = 'teaches'`,
    theirs: sql`theirs.bond = 'learns'`,
    order: sql`member.joined_at desc, member.id desc`,
    among: sql`select wanting.member_id as id from ${memberSkills} wanting
      where wanting.bond = 'learns'
        and wanting.skill_id in (select skill_id from ${memberSkills} where member_id = ${id} and bond = 'teaches') limit ${NEAR}`,
  })

type Looking = { mine: SQL; theirs: SQL; order: SQL; among: SQL }

function neighbours(id: string, most: number, { mine, theirs, order, among }: Looking): Shelf<Neighbour> {
  const near = nearnessTo('member', id)
  return sql`
    select member.handle, member.name, member.craft, member.portrait, (
      select skill.name from ${memberSkills} mine
      join ${memberSkills} theirs on theirs.skill_id = mine.skill_id and theirs.member_id = member.id
      join ${skills} skill on skill.id = mine.skill_id
      where mine.member_id = ${id} and ${mine} and ${theirs} order by skill.name limit 1) as skill
    from ${members} member
    where member.id in (${among}) and member.id <> ${id}
      and ${isMemberThere('member', near)} and ${isPartOpen('skills', 'member', near)}
      and exists (select from ${memberSkills} mine
        join ${memberSkills} theirs on theirs.skill_id = mine.skill_id and theirs.member_id = member.id
        where mine.member_id = ${id} and ${mine} and ${theirs})
    order by ${order} limit ${most}`
}
