import { type SQL, sql } from 'drizzle-orm'
import { programSkills } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { listOf, type Slugs } from '#workers/people/skills/named.ts'

export const learnedIn = (slugs: Slugs, changed: SQL) => sql`
  insert into ${programSkills} (program_id, skill_id)
  select changed.id, (select skill.id from ${skills} skill where skill.shown and skill.slug = named.slug)
  from ${changed}, (select distinct unnest(${listOf(slugs)}) as slug) named on conflict do nothing returning 1`
