import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { settings } from '#db/schema/settings.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { isMemberThere, nearnessTo } from '#workers/people/profiles/visibility.ts'
import { seesWork } from '#workers/projects/sight.ts'
import type { Found, SearchWords } from './inputs.ts'

// The few best of everything there is, in one round trip; whoever asks finds only what they may see.
export const search = (ctx: Ctx, { q }: SearchWords, most = 5): Promise<Found> =>
  readTogether(ctx.db, {
    people: peopleCalled(q, ctx.member?.id, most),
    skills: skillsCalled(q, most),
    works: worksCalled(q, ctx.member?.id, most),
  })

export const skillsCalled = (q: string, most: number): Shelf<Found['skills'][number]> => sql`
  select skill.slug, skill.name, skill.category, skill.summary from skills_that_sound_like(${q}, null, null) heard
  join ${skills} skill on skill.id = heard.id order by heard.closeness desc, skill.name limit ${most}`

// The nearest are looked at one by one: enough of them are there for anybody.
const NEAREST = 60

const peopleCalled = (q: string, readerId: string | undefined, most: number): Shelf<Found['people'][number]> => sql`
  select member.handle, member.name, member.craft, member.portrait
  from (select * from members_that_sound_like(${q}, ${readerId === undefined}, '{}', null) order by closeness desc, id limit ${NEAREST}) heard
  join ${members} member on member.id = heard.id
  where ${isMemberThere('member', nearnessTo('member', readerId), readerId)}
  order by heard.closeness desc, member.name, member.id limit ${most}`

const worksCalled = (q: string, readerId: string | undefined, most: number): Shelf<Found['works'][number]> => {
  return sql`
    select work.slug, work.title, '/media/' || work.picture as picture, work.alt, work.width, work.height, maker.name as maker
    from works_that_sound_like(${q}) heard join ${projects} work on work.id = heard.id join ${members} maker on maker.id = work.member_id
    where ${seesWork({ id: readerId })}
      and not exists (select from ${settings} where 'works' = any(${settings.off}))
    order by heard.closeness desc, work.title, work.id limit ${most}`
}
