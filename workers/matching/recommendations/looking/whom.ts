import { type SQL, sql } from 'drizzle-orm'
import { recommendationAnswers, type Suggested } from '#db/schema/matching.ts'
import { blocks, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { availability } from '#db/schema/people/availability.ts'
import { memberSkills, relatedSkills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { takesRequests, takesRequestsOf } from '#workers/mentoring/requests/asking.ts'
import { isMemberThere, isPartOpen, nearnessTo } from '#workers/people/profiles/visibility.ts'

const MOST_MENTORS = 200
const MOST_OTHERS = 60
const LOOKED_THROUGH = 400

// Everybody who may suit a member, each with what as.
export const everybodyFor = (memberId: string) => sql`
  select id, array_agg(kind) as kinds from (
    select id, 'mentor' as kind from (${mentorsFor(memberId)}) mentors
    union all select id, 'peer' from (${peersFor(memberId)}) peers
    union all select id, 'mentee' from (${menteesFor(memberId)}) mentees) found group by id`

// Whoever put up a block, or would rather not, does not meet the other here either.
export const areApart = (one: SQL, other: SQL) => sql`(
  exists (select from ${blocks} block where (block.member_id, block.blocked_id) in ((${one}, ${other}), (${other}, ${one})))
  or exists (select from ${recommendationAnswers} answered where answered.because = 'not-with-them'
    and (answered.member_id, answered.other_id) in ((${one}, ${other}), (${other}, ${one}))))`

export const workTogether = (one: SQL, other: SQL) => sql`exists (select from ${mentorships} pair
  where pair.state <> 'closed' and (pair.mentor_id, pair.participant_id) in ((${one}, ${other}), (${other}, ${one})))`

// Who takes part, and learns from nobody yet.
export const looksForMentor = sql`(member.standing = 'active' and member.roles @> array['participant'] and not exists (
  select from ${mentorships} pair where pair.participant_id = member.id and pair.state <> 'closed'))`

export const wantedBy = (memberId: string) => skillsOf(memberId, 'learns')

const skillsOf = (memberId: string, bond: 'teaches' | 'learns') =>
  sql`select skill_id from ${memberSkills} where member_id = ${memberId}::uuid and bond = ${bond}`

// First who teaches what they look for or something near it, then whoever was here last.
const mentorsFor = (memberId: string) => sql`
  select mentor.id from ${members} mentor left join ${availability} times on times.member_id = mentor.id
  where ${takesRequests(memberId)} and ${isMentorThere(memberId)} and not ${isOut('mentor', sql`mentor.id`, memberId)}
  order by (select count(*) from ${memberSkills} taught where taught.member_id = mentor.id and taught.bond = 'teaches'
      and taught.skill_id in (${wantedBy(memberId)} union select related_id from ${relatedSkills} where skill_id in (${wantedBy(memberId)}))) desc,
    mentor.last_seen_making desc, mentor.id limit ${MOST_MENTORS}`

// First with whom it goes both ways, then who shares most, then whoever was here last.
const peersFor = (memberId: string) => sql`
  select member.id from (
    (select near.member_id as id, bool_or(near.bond = 'teaches') and bool_or(near.bond = 'learns' and mine.bond = 'teaches') as swaps, count(*) as many
      from ${memberSkills} mine join ${memberSkills} near on near.skill_id = mine.skill_id
      where mine.member_id = ${memberId}::uuid and (mine.bond, near.bond) <> ('teaches', 'teaches')
      group by near.member_id order by swaps desc, many desc, id limit ${LOOKED_THROUGH})
    union all (select id, false, 0 from ${members} where standing = 'active' order by last_seen_making desc, id desc limit ${MOST_OTHERS})) found
    join ${members} member on member.id = found.id
  where member.standing = 'active' and member.id <> ${memberId}::uuid and ${isThere(memberId)} and not ${isOut('peer', sql`member.id`, memberId)}
    and (found.many = 0 or ${areSkillsOpen(memberId)}) and not ${workTogether(sql`member.id`, sql`${memberId}::uuid`)}
  group by member.id order by bool_or(found.swaps) desc, max(found.many) desc, max(member.last_seen_making) desc, member.id limit ${MOST_OTHERS}`

const menteesFor = (memberId: string) => sql`
  select member.id from ${members} mentor join ${availability} times on times.member_id = mentor.id
    cross join (select distinct wanting.member_id as id from ${memberSkills} wanting
      where wanting.bond = 'learns' and wanting.skill_id in (${skillsOf(memberId, 'teaches')}) limit ${LOOKED_THROUGH}) found
    join ${members} member on member.id = found.id
  where mentor.id = ${memberId}::uuid and ${takesRequestsOf(sql`member.id`)} and ${looksForMentor}
    and ${areSkillsOpen(memberId)} and ${isThere(memberId)} and not ${isOut('mentee', sql`member.id`, memberId)}
  order by member.last_seen_making desc, member.id limit ${MOST_OTHERS}`

const isThere = (readerId: string) => isMemberThere('member', nearnessTo('member', readerId), readerId)

const isMentorThere = (readerId: string) =>
  sql`exists (select from ${members} member where member.id = mentor.id and ${isThere(readerId)})`

const isOut = (kind: Suggested, id: SQL, readerId: string) => sql`(${areApart(id, sql`${readerId}::uuid`)}
  or exists (select from ${recommendationAnswers} answered where answered.member_id = ${readerId}::uuid and answered.kind = ${kind}
    and answered.other_id = ${id} and answered.answer = 'dismissed'))`

const areSkillsOpen = (readerId: string) => isPartOpen('skills', 'member', nearnessTo('member', readerId))
