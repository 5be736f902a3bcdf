import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
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

const myWorks = (memberId: string): Shelf<{ title: string; slug: string; skill: string | null }> => sql`
  select title, slug, (select slug from skills where id = skill_id) as skill from ${projects} where member_id = ${memberId}
  order by finished_at desc nulls last limit 60`
