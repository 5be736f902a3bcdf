import { type SQL, sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { media } from '#db/schema/media.ts'
import { goalProgress, goalSteps, goals } from '#db/schema/mentoring/goals.ts'
import { levelClaims, quizAttempts, quizQuestions } from '#db/schema/mentoring/growth.ts'
import { journalEntries, journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'

export const growthForExport = (me: string): Record<string, Shelf<unknown>> => ({
  goals: sql`
    select goal.title, goal.why, goal.measure, goal.target, goal.reached, goal.due_on, goal.seen_by, goal.set_at,
      goal.reached_at, goal.dropped_at,
      (select json_agg(json_build_object('title', step.title, 'due_on', step.due_on, 'done_at', step.done_at) order by step.place)
        from ${goalSteps} step where step.goal_id = goal.id) as steps,
      (select json_agg(json_build_object('reached', made.reached, 'words', made.words, 'at', made.at) order by made.at)
        from ${goalProgress} made where made.goal_id = goal.id) as progress
    from ${goals} goal where goal.member_id = ${me} order by goal.set_at`,
  'levels-of-yours': sql`select skill.slug, claim.level, claim.source, by.name as by, claim.words, claim.at, claim.taken_back_at
    from ${levelClaims} claim join ${skills} skill on skill.id = claim.skill_id left join ${members} by on by.id = claim.by_id
    where claim.member_id = ${me} order by claim.at`,
  'levels-you-gave': sql`select skill.slug, other.name as to, claim.level, claim.words, claim.at
    from ${levelClaims} claim join ${skills} skill on skill.id = claim.skill_id join ${members} other on other.id = claim.member_id
    where claim.by_id = ${me} and claim.member_id <> ${me} order by claim.at`,
  'tests-you-took': sql`select skill.slug, tried.level, tried.answers, tried.score, tried.passed, tried.started_at, tried.finished_at
    from ${quizAttempts} tried join ${skills} skill on skill.id = tried.skill_id
    where tried.member_id = ${me} order by tried.started_at`,
  'questions-you-wrote': sql`select text, options, explanation, level, created_at from ${quizQuestions}
    where by_id = ${me} order by created_at`,
  journal: sql`
    select entry.prompt, entry.text, entry.mood, entry.tags, entry.written_at, entry.updated_at,
      (select json_agg(piece.name) from ${journalFiles} file join ${media} piece on piece.id = file.media_id
        where file.entry_id = entry.id) as files,
      (select json_agg(json_build_object('with', other.name, 'since', share.since, 'until', share.until))
        from ${journalShares} share join ${members} other on other.id = share.with_id where share.entry_id = entry.id) as shared
    from ${journalEntries} entry where entry.member_id = ${me} order by entry.written_at`,
  'journals-shared-with-you': sql`select other.name as by, share.since, share.until, share.taken_back_at
    from ${journalShares} share join ${journalEntries} entry on entry.id = share.entry_id
    join ${members} other on other.id = entry.member_id where share.with_id = ${me} order by share.since`,
})

// Levels that they gave to others stay with those others, from a former member.
export const growthForgotten = (me: string): SQL[] => [
  sql`delete from ${goals} where member_id = ${me}`,
  sql`delete from ${levelClaims} where member_id = ${me}`,
  sql`delete from ${quizAttempts} where member_id = ${me}`,
  sql`update ${quizQuestions} set by_id = null where by_id = ${me}`,
  sql`delete from ${journalEntries} where member_id = ${me}`,
  sql`delete from ${journalShares} where with_id = ${me}`,
]
