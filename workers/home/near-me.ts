import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import type { Moment } from '#workers/insights/moments.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '#workers/people/profiles/visibility.ts'
import type { WorkCard } from '#workers/projects/inputs.ts'
import { isWithin } from '#workers/projects/sight.ts'
import { joined, tile } from '#workers/projects/works.ts'

// What I have or learn, and what my goals are about.
const mySkillIds = (id: string) => sql`
  select skill_id from ${memberSkills} where member_id = ${id}
  union select skill_id from ${goals}
    where member_id = ${id} and skill_id is not null and reached_at is null and dropped_at is null`

export type NearWork = WorkCard & { isNear: boolean }

// The newest by others in my skills, and where those do not fill the shelf, the newest of the house.
export const worksNearMe = (id: string, most: number): Shelf<NearWork> => {
  const near = nearnessTo('maker', id)
  const newest = sql`order by work.finished_at desc nulls last, work.id desc nulls last limit ${most}`
  const shown = sql`work.member_id <> ${id} and work.visibility in ('members', 'public') and ${isMemberThere('maker', near)}
    and ${isPartOpen('works', 'maker', near)} and ${isWithin(near, undefined)}`
  const hung = sql`${projects} work join ${members} maker on maker.id = work.member_id`
  return sql`
    with mine as (${mySkillIds(id)}),
    found as (
      select fitting.id, true as is_near from mine cross join lateral (
        select work.id from ${hung} where work.skill_id = mine.skill_id and ${shown} ${newest}) fitting
      union all
      (select work.id, false from ${hung} where ${shown} ${newest}))
    select ${tile}, first.is_near as "isNear" from ${joined}
    join (select id, bool_or(is_near) as is_near from found group by id) first on first.id = work.id
    order by first.is_near desc, work.finished_at desc, work.id desc limit ${most}`
}

// `skill` is one the two of us share, where they let it be seen.
export type NearMoment = Moment & { skill: string | null }

const LATELY = 60

// The last of each who told something lately, first of people who share a skill with me.
export const momentsNearMe = (id: string, most: number): Shelf<NearMoment> => {
  const near = nearnessTo('member', id)
  return sql`
    with mine as materialized (${mySkillIds(id)}),
    told as (
      select event.id, event.subject::uuid as member_id, event.data->>'text' as text, event.at
      from ${events} event where event.name = 'moment.shared' order by event.id desc limit ${LATELY}),
    lately as (select distinct on (member_id) * from told order by member_id, at desc, id desc)
    select member.name, member.portrait, moment.text, moment.at, shared.name as skill
    from lately moment join ${members} member on member.id = moment.member_id left join lateral (
      select skill.name from ${memberSkills} theirs join ${skills} skill on skill.id = theirs.skill_id
      where theirs.member_id = member.id and theirs.skill_id in (select skill_id from mine)
        and ${isPartOpen('skills', 'member', near)} order by skill.name limit 1) shared on true
    where member.id <> ${id} and ${isMemberThere('member', near)}
    order by shared.name is null, moment.at desc, moment.id desc limit ${most}`
}
