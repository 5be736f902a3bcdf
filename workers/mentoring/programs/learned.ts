import { inArray, type SQL, sql } from 'drizzle-orm'
import { columnOf, sqlState } from '#db/patience.ts'
import { programSkills } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'

type Slugs = (string | undefined)[]

export const listOf = (slugs: Slugs) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(slugs.filter(Boolean))}::jsonb))`

// A skill that the catalogue does not know leaves a gap where none may be: the whole statement is refused.
export const learnedIn = (slugs: Slugs, changed: SQL) => sql`
  insert into ${programSkills} (program_id, skill_id)
  select changed.id, (select skill.id from ${skills} skill where skill.shown and skill.slug = named.slug)
  from ${changed}, (select distinct unnest(${listOf(slugs)}) as slug) named on conflict do nothing returning 1`

const NULL_WHERE_A_SKILL_HAS_TO_BE = '23502'

// Which word it was, beside its field; any other fault is handed back.
export async function noSuchSkill({ db }: MemberCtx, error: unknown, slugs: Slugs): Promise<unknown> {
  if (sqlState(error) !== NULL_WHERE_A_SKILL_HAS_TO_BE || columnOf(error) !== 'skill_id') return error
  const named = slugs.filter((slug) => slug !== undefined)
  const known = await db
    .select({ slug: skills.slug })
    .from(skills)
    .where(sql`${skills.shown} and ${inArray(skills.slug, named)}`)
  const isKnown = new Set(known.map(({ slug }) => slug))
  const message = (slug: string) => `Our catalogue has no skill called “${slug}”. Please choose one of the list.`
  return invalid(
    slugs.flatMap((slug, n) => (slug && !isKnown.has(slug) ? [{ path: `skills.${n}`, message: message(slug) }] : [])),
  )
}
