import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { memberLeanings, shownMentors, weightsInForce } from '#db/schema/matching/learning.ts'
import { suggestedThings } from '#db/schema/matching/things.ts'
import { weekMatches } from '#db/schema/matching/week.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { matchRuns, recommendationAnswers, recommendations, waysOfWorking } from '#db/schema/matching.ts'
import {
  pairingBonds,
  pairingChoices,
  pairingGroupMentors,
  pairingGroups,
  pairingPeople,
  pairingPlaces,
  pairings,
  pairingTalks,
} from '#db/schema/mentoring/pairings.ts'
import { programs } from '#db/schema/mentoring/programs.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'

export const matchingForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  'ways-of-working': sql`select pace, words, plan, company, understanding, meetings, aim, updated_at
    from ${waysOfWorking} where member_id = ${memberId}`,
  'looked-for-you': sql`select made_at from ${matchRuns} where member_id = ${memberId}`,
  suggestions: sql`select other.name, suggested.kind, suggested.made_at from ${recommendations} suggested
    join ${members} other on other.id = suggested.other_id where suggested.member_id = ${memberId} order by suggested.fit desc`,
  'suggestions-answered': sql`select other.name, answered.kind, answered.answer, answered.because, answered.at from ${recommendationAnswers} answered
    join ${members} other on other.id = answered.other_id where answered.member_id = ${memberId} order by answered.at`,
  'matches-of-the-week': sql`select matched.week, learner.name as participant, mentor.name as mentor from ${weekMatches} matched
    join ${members} learner on learner.id = matched.member_id join ${members} mentor on mentor.id = matched.mentor_id
    where ${memberId} in (matched.member_id, matched.mentor_id) order by matched.week`,
  'pairing-choices': sql`select program.name as program, other.name, chosen.place, chosen.at from ${pairingChoices} chosen
    join ${programs} program on program.id = chosen.program_id join ${members} other on other.id = chosen.other_id
    where chosen.member_id = ${memberId} order by program.name, chosen.place`,
  'talks-proposed': sql`select program.name as program, learner.name as participant, mentor.name as mentor, talk.free_at, talk.at from ${pairingTalks} talk
    join ${programs} program on program.id = talk.program_id join ${members} learner on learner.id = talk.participant_id
      join ${members} mentor on mentor.id = talk.mentor_id
    where ${memberId} in (talk.participant_id, talk.mentor_id) order by talk.at`,
  // Not whom a rule keeps them from or with: that may be the other's word.
  'pairing-rules-about-you': sql`select program.name as program, bound.bond from ${pairingBonds} bound
    join ${programs} program on program.id = bound.program_id where ${memberId} in (bound.participant_id, bound.mentor_id)`,
  'mentors-you-take-people-together-with': sql`select program.name as program, together.name, together.most from ${pairingGroupMentors} teaching
    join ${pairingGroups} together on together.id = teaching.group_id join ${programs} program on program.id = teaching.program_id
    where teaching.mentor_id = ${memberId} order by program.name`,
  'known-to-pairings': sql`select program.name as program, draft.made_at, taking.part, taking.seats from ${pairingPeople} taking
    join ${pairings} draft on draft.id = taking.pairing_id join ${programs} program on program.id = draft.program_id
    where taking.member_id = ${memberId} order by draft.made_at`,
  'pairings-made': sql`select program.name as program, draft.state, draft.made_at from ${pairings} draft
    join ${programs} program on program.id = draft.program_id where draft.made_by_id = ${memberId} order by draft.made_at`,
  // Only what was published: until then it is a thought of the organisers.
  pairings: sql`select program.name as program, draft.published_at, mentor.name as mentor, who.name as participant, place.outcome
    from ${pairingPlaces} place join ${pairings} draft on draft.id = place.pairing_id and draft.state = 'published'
      join ${programs} program on program.id = draft.program_id join ${members} who on who.id = place.participant_id
      join ${members} mentor on mentor.id = place.mentor_id
    where ${memberId} in (place.participant_id, place.mentor_id) order by draft.published_at`,
  'programs-and-sessions-suggested': sql`select coalesce(program.name, session.title) as name, suggested.made_at, suggested.answer, suggested.because,
      suggested.answered_at from ${suggestedThings} suggested left join ${programs} program on program.id = suggested.program_id
    left join ${sessions} session on session.id = suggested.session_id where suggested.member_id = ${memberId} order by suggested.fit desc`,
  wishes: sql`select wish.strength, wish.language, skill.name as skill, wish.experience, wish.at from ${wishes} wish
    left join ${skills} skill on skill.id = wish.skill_id where wish.member_id = ${memberId} order by wish.at`,
  'mentors-you-were-shown': sql`select other.name, shown.position, shown.shown_at from ${shownMentors} shown
    join ${members} other on other.id = shown.other_id where shown.member_id = ${memberId} and shown.shown_at is not null
    order by shown.shown_at, shown.position`,
  'learned-about-you': sql`select ${learnedOf} as about,
      case when effect > ${MUCH} then 'more than usual' when effect < ${-MUCH} then 'less than usual' else 'as usual' end as learned
    from ${memberLeanings} where member_id = ${memberId} and version = (select version from ${weightsInForce}) order by 1`,
})

const MUCH = 0.25

const learnedOf = sql`case side || ' ' || head when 'asker asks' then 'how readily you ask' when 'asked asks' then 'how readily you are asked'
  when 'asker accepts' then 'how readily mentors say yes to you' when 'asked accepts' then 'how readily you say yes'
  when 'asker succeeds' then 'how far you get with mentors' else 'how far others get with you' end`
