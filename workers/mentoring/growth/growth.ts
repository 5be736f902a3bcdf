import { type SQL, sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { memberSkills, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Grown, Growth, Standing } from './inputs.ts'

// How far somebody came in each of their skills, as they see it, as peers and mentors saw it in a piece of work, and as a
// test found it: four voices that are never made one.
export const readGrowth = async (ctx: MemberCtx): Promise<Growth> =>
  readTogether(ctx.db, { skills: grown(ctx.member.id, sql`true`) })

export const grown = (memberId: string, which: SQL): Shelf<Grown> => sql`
  select skill.slug, skill.name, skill.ladder, mine.bond, ${standings} as standings, coalesce(claimed.pieces, 0) as pieces
  from (${bound(memberId)}) mine join ${skills} skill on skill.id = mine.skill_id
    left join lateral (${latestClaims(memberId)}) claimed on true
  where ${which} and (mine.bond is not null or claimed.said is not null)
  order by coalesce(claimed.pieces, 0) desc, mine.bond = 'learns' desc nulls last, skill.name`

// A skill somebody both learns and teaches is one that they learn.
const bound = (memberId: string) => sql`
  select skill_id, min(bond) as bond, max(level) as level, max(assessed_at) as assessed_at from (
    select skill_id, bond, level, assessed_at from ${memberSkills} where member_id = ${memberId}::uuid
    union all select distinct skill_id, null, null::int, null::timestamptz from ${levelClaims}
      where member_id = ${memberId}::uuid and taken_back_at is null) every_one group by skill_id`

const latestClaims = (memberId: string) => sql`
  select json_agg(json_build_object('source', source, 'level', level, 'at', at, 'by', by) order by at desc) as said,
    (select count(distinct submission_id)::int from ${levelClaims} piece
      where piece.member_id = ${memberId}::uuid and piece.skill_id = skill.id and piece.taken_back_at is null) as pieces
  from (select distinct on (claim.source) claim.source, claim.level, claim.at, ${giver} as by
    from ${levelClaims} claim left join ${members} giver on giver.id = claim.by_id
    where claim.member_id = ${memberId}::uuid and claim.skill_id = skill.id and claim.source <> 'self' and claim.taken_back_at is null
    order by claim.source, claim.at desc, claim.id desc) latest`

export const giver = sql`case when giver.id is not null
  then json_build_object('handle', giver.handle, 'name', giver.name, 'portrait', giver.portrait) end`

// Where they see themselves is kept with the skill.
const standings = sql`(select coalesce(json_agg(one), '[]') from (
  select json_build_object('source', 'self', 'level', mine.level, 'at', mine.assessed_at, 'by', null) as one where mine.level is not null
  union all select * from json_array_elements(coalesce(claimed.said, '[]'))) every_voice)`

// The rung that somebody else, or a test, has seen; where nobody has, one's own word.
export function rungOf(standings: Standing[]): number {
  const seen = standings.filter(({ source }) => source === 'mentor' || source === 'test')
  const voices = seen.length > 0 ? seen : standings
  return Math.max(0, ...voices.map(({ level }) => level))
}
