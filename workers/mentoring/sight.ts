import { type SQL, sql } from 'drizzle-orm'
import { accounts } from '#db/schema/accounts.ts'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { blocks, circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { programOrganisers, programs } from '#db/schema/mentoring/programs.ts'
import { circleShares } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'

// Who may see what of a mentorship is decided here and nowhere else. The two who are in it see all of it. Those who organise
// its program see what the program promised its people: that there is a pair, how far it came, or its work too.
// `pair` is the alias under which the query knows the table mentorships.

export const isOneOf = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`${memberId}::uuid in (${column(pair, 'mentor_id')}, ${column(pair, 'participant_id')})`

export const seesContent = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('content')`)})`

export const seesProgress = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('progress', 'content')`)})`

export const seesPair = (memberId: string | SQL, pair = 'pair'): SQL =>
  sql`(${isOneOf(memberId, pair)} or ${organises(memberId, pair, sql`('pairs', 'progress', 'content')`)})`

// Whoever took the look of a peer sees the one version it is about, and nothing else of the pair. `version` is the table
// submissions, `task` the table tasks.
export const seesVersionAsPeer = (memberId: string | SQL): SQL => sql`exists (
  select from ${looks} look where look.submission_id = version.id and look.kind = 'peer' and look.reviewer_id = ${memberId}::uuid
    and look.state <> 'handed-on' and ${areAtPeace(sql`task.participant_id`, memberId)})`

// Somebody else who learns from the same mentor, in the same circle or in the same program may look first: never a stranger,
// nobody whom either of the two has blocked, and the grown-up look at the work of the grown-up. `pair` is the table mentorships.
export const mayLookAsPeer = (memberId: string | SQL): SQL => sql`(
  ${memberId}::uuid not in (task.participant_id, task.set_by_id, pair.mentor_id, pair.participant_id)
  and exists (select from ${mentorships} beside where beside.participant_id = ${memberId}::uuid and beside.state <> 'closed'
    and (beside.mentor_id = pair.mentor_id or beside.circle_id = pair.circle_id or beside.program_id = pair.program_id))
  and (select count(*) from ${members} one where one.id in (${memberId}::uuid, task.participant_id) and one.standing = 'active') = 2
  and ${isGrownUp(memberId)} = ${isGrownUp(sql`task.participant_id`)}
  and ${areAtPeace(sql`task.participant_id`, memberId)})`

// Whoever made a version may show it to their circle: to those who learn in it now, the grown-up among the grown-up, and to
// its mentor. It is seen as long as its maker is in that circle too. `version` is the table submissions, `task` the table tasks.
export const seesVersionInCircle = (memberId: string | SQL): SQL => sql`exists (
  select from ${circleShares} share join ${circles} circle on circle.id = share.circle_id
    join ${mentorships} pair on pair.id = task.mentorship_id and pair.circle_id = circle.id and pair.state <> 'closed'
  where share.submission_id = version.id and (task.participant_id = ${memberId}::uuid or ${meetsInCircle(memberId)}))`

// `circle` is the table circles, `task` the table tasks, with the one whose work it is.
export const meetsInCircle = (memberId: string | SQL): SQL => sql`(
  (circle.mentor_id = ${memberId}::uuid or (${isGrownUp(memberId)} = ${isGrownUp(sql`task.participant_id`)} and exists (
    select from ${mentorships} beside where beside.circle_id = circle.id and beside.participant_id = ${memberId}::uuid and beside.state <> 'closed')))
  and (select count(*) from ${members} one where one.id in (${memberId}::uuid, task.participant_id) and one.standing = 'active') = 2
  and ${areAtPeace(sql`task.participant_id`, memberId)})`

// The two learn in the same circle now, or one leads the circle in which the other learns; the grown-up among the grown-up.
export const shareACircle = (one: SQL, other: string) => sql`(exists (
  select from ${mentorships} theirs join ${circles} circle on circle.id = theirs.circle_id
  where theirs.participant_id = ${one} and theirs.state <> 'closed' and (circle.mentor_id = ${other}::uuid
    or (${isGrownUp(other)} = ${isGrownUp(one)} and exists (select from ${mentorships} mine
      where mine.circle_id = circle.id and mine.participant_id = ${other}::uuid and mine.state <> 'closed'))))
  or exists (select from ${mentorships} mine join ${circles} circle on circle.id = mine.circle_id
    where mine.participant_id = ${other}::uuid and mine.state <> 'closed' and circle.mentor_id = ${one}))
  and ${areAtPeace(one, other)}`

export const areAtPeace = (one: SQL, other: string | SQL) => sql`not exists (
  select from ${blocks} block where (block.member_id, block.blocked_id) in ((${one}, ${other}::uuid), (${other}::uuid, ${one})))`

export const theTwoAreAtPeace = areAtPeace(sql`pair.mentor_id`, sql`pair.participant_id`)

const isGrownUp = (memberId: string | SQL) =>
  sql`coalesce((select account.age_band = 'adult' from ${accounts} account where account.member_id = ${memberId}::uuid), true)`

const organises = (memberId: string | SQL, pair: string, sights: SQL) => sql`exists (
  select from ${programOrganisers} organiser join ${programs} program on program.id = organiser.program_id
  where organiser.program_id = ${column(pair, 'program_id')} and organiser.member_id = ${memberId}::uuid and program.sight in ${sights})`

const column = (alias: string, name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
