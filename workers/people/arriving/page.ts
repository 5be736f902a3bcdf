import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { skillsCalled } from '#workers/search/search.ts'
import { myProfile } from '../my-profile/my-profile.ts'
import type { Bond } from '../my-skills/inputs.ts'
import { mySkills } from '../my-skills/my-skills.ts'
import { myWords } from '../my-skills/words.ts'
import { myTimes } from '../my-times/my-times.ts'

// All that any step shows, in one round trip.
export async function arrivingPage(ctx: MemberCtx, looked: string, bond: Bond) {
  const { id } = ctx.member
  return readTogether(ctx.db, {
    profile: myProfile(id),
    skills: mySkills(id),
    words: myWords(id),
    times: myTimes(id),
    found: skillsCalled(looked, 6),
    usual: skillsOthers(bond, id),
  })
}

const LATELY = 2000

// What others learn or teach most, judged by the last of them.
const skillsOthers = (bond: Bond, memberId: string): Shelf<{ slug: string; name: string }> => sql`
  select skill.slug, skill.name from (select skill_id from ${memberSkills} where bond = ${bond} limit ${LATELY}) lately
  join ${skills} skill on skill.id = lately.skill_id and skill.shown
  where not exists (select from ${memberSkills} mine
    where mine.member_id = ${memberId} and mine.skill_id = skill.id and mine.bond = ${bond})
  group by skill.slug, skill.name order by count(*) desc, skill.name limit 10`
