import { inArray, sql } from 'drizzle-orm'
import { columnOf, sqlState } from '#db/patience.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'

export type Slugs = (string | undefined)[]

export const listOf = (slugs: Slugs) =>
  sql`array(select jsonb_array_elements_text(${JSON.stringify(slugs.filter(Boolean))}::jsonb))`

const NULL_WHERE_A_SKILL_HAS_TO_BE = '23502'

// A skill that the catalogue does not know leaves a gap where none may be: the whole statement is refused. Which word it was,
// beside its field; any other fault is handed back.
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
