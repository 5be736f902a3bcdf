import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { suggestedThings } from '#db/schema/matching/things.ts'
import { programApplications, programSkills, programs } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'
import { isOrganisedBy, places } from '#workers/mentoring/programs/programs.ts'
import { isComing } from '#workers/sessions/sessions.ts'
import { areApart } from './whom.ts'

export type ToldThing = {
  id: string
  kind: 'group' | 'session'
  skills: string[]
  says: string
  startsAt: string | null
  minutes: number
}

const MOST = 60

// Programs that one may apply for, and sessions that come.
export const thingsFor = (memberId: string): Shelf<ToldThing> => sql`
  (${programsFor(sql`${memberId}::uuid`)}) union all (${sessionsFor(sql`${memberId}::uuid`)})`

// Open, with a place left, led by others, and not asked for yet.
export const mayApply = (
  me: SQL,
) => sql`(program.state = 'open' and (select "left" from ${places} place) > 0 and not ${isOrganisedBy(me)}
  and not exists (select from ${programApplications} applied where applied.program_id = program.id and applied.member_id = ${me}
    and applied.state in ('applied', 'accepted')))`

export const mayCome = (me: SQL) => sql`(${isComing} and host.id <> ${me} and not ${areApart(sql`host.id`, me)})`

const programsFor = (me: SQL) => sql`
  select program.id, 'group' as kind, concat_ws(' ', program.name, program.summary, left(program.description, 2000)) as says,
    (select coalesce(json_agg(skill.slug order by skill.slug), '[]') from ${programSkills} learned
      join ${skills} skill on skill.id = learned.skill_id and skill.shown where learned.program_id = program.id) as skills,
    null::timestamptz as "startsAt", 0 as minutes
  from ${programs} program where ${mayApply(me)} and not ${isPutAway(me, sql`thing.program_id = program.id`)}
  order by program.starts_on, program.id limit ${MOST}`

const sessionsFor = (me: SQL) => sql`
  select session.id, 'session' as kind, concat_ws(' ', session.title, session.summary) as says,
    case when skill.slug is null then '[]' else json_build_array(skill.slug) end as skills, session.starts_at as "startsAt", session.length_minutes as minutes
  from ${sessions} session join ${members} host on host.id = session.host_id left join ${skills} skill on skill.id = session.skill_id and skill.shown
  where ${mayCome(me)} and not ${isPutAway(me, sql`thing.session_id = session.id`)}
  order by session.starts_at, session.id limit ${MOST}`

const isPutAway = (me: SQL, which: SQL) =>
  sql`exists (select from ${suggestedThings} thing where thing.member_id = ${me} and thing.answer = 'dismissed' and ${which})`
