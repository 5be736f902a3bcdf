import { type SQL, sql } from 'drizzle-orm'
import { skills } from '#db/schema/people/skills.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { listOf, type Slugs } from '#workers/people/skills/named.ts'

// `work` is the table projects.
export const skillsShown = sql`(
  select coalesce(json_agg(json_build_object('slug', one.slug, 'name', one.name) order by shown.place), '[]')
  from ${projectSkills} shown join ${skills} one on one.id = shown.skill_id where shown.project_id = work.id) as skills`

// Whether a work shows such a skill, first or further; `one` is the table skills.
export const showsSkill = (which: SQL) => sql`work.id in (
  select shown.project_id from ${projectSkills} shown join ${skills} one on one.id = shown.skill_id where ${which})`

// The first that is named is the main one. One that the catalogue does not know leaves a gap where none may be.
export const showSkills =
  (slugs: Slugs) =>
  (changed: SQL): SQL =>
    sql`
  insert into ${projectSkills} (project_id, skill_id, place)
  select changed.id, (select one.id from ${skills} one where one.shown and one.slug = named.slug), row_number() over (order by named.place) - 1
  from ${changed}, (select slug, min(place) as place from unnest(${listOf(slugs)}) with ordinality given (slug, place) group by slug) named
  on conflict (project_id, skill_id) do update set place = excluded.place returning 1`

export const showNoOthers =
  (slugs: Slugs) =>
  (changed: SQL): SQL =>
    sql`
  delete from ${projectSkills} shown using ${changed} where shown.project_id = changed.id
    and shown.skill_id not in (select one.id from ${skills} one where one.slug = any(${listOf(slugs)})) returning 1`
