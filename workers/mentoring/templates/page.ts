import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { rubricsOf } from '../rubrics/rubrics.ts'
import { othersTaught } from '../tasks/for-whom.ts'
import type { TemplatePage, TemplateSearch } from './inputs.ts'
import { readTemplates } from './templates.ts'

// The list with what stands around it: whom a task can be set for, and what a template may name.
export async function readTemplatesPage(ctx: MemberCtx, search: TemplateSearch) {
  const { id } = ctx.member
  const [page, around] = await Promise.all([
    readTemplates(ctx, search),
    readTogether(ctx.db, { skills: taughtBy(id), rubrics: rubricsOf(id), pairs: othersTaught(id, null) }),
  ])
  return { page: JSON.parse(page) as TemplatePage, ...around }
}

const taughtBy = (memberId: string): Shelf<{ slug: string; name: string }> => sql`
  select skill.slug, skill.name from ${memberSkills} teaches join ${skills} skill on skill.id = teaches.skill_id
  where teaches.member_id = ${memberId}::uuid and teaches.bond = 'teaches' order by skill.name`
