import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { skills } from '#db/schema/people/skills.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { skillsCalled } from '#workers/search/search.ts'
import type { Bond } from './inputs.ts'
import { mySkills } from './my-skills.ts'
import { myWords } from './words.ts'

// What the page around one's skills needs, with what was looked for in the catalogue.
export const skillsPage = (ctx: MemberCtx, looked: Record<Bond, string>) =>
  readTogether(ctx.db, {
    skills: mySkills(ctx.member.id),
    words: myWords(ctx.member.id),
    works: myWorks(ctx.member.id),
    teaches: skillsCalled(looked.teaches, MOST),
    learns: skillsCalled(looked.learns, MOST),
  })

const MOST = 6

const myWorks = (memberId: string): Shelf<{ title: string; slug: string; skills: string[] }> => sql`
  select title, slug, array(select one.slug from ${projectSkills} shown join ${skills} one on one.id = shown.skill_id
      where shown.project_id = work.id) as skills
  from ${projects} work where member_id = ${memberId}
  order by finished_at desc nulls last limit 60`
