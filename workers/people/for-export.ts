import { sql } from 'drizzle-orm'
import type { Shelf } from '#db/reading.ts'
import { availability } from '#db/schema/people/availability.ts'
import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillEvidence, skills, skillWords } from '#db/schema/people/skills.ts'
import { formerHandles, members } from '#db/schema/people.ts'

export const peopleForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  profile: sql`select handle, name, craft, place, time_zone, languages, story, quote, portrait, roles, standing, experience,
      interests, learning_goals, offers, visibility, joined_at, updated_at from ${members} where id = ${memberId}`,
  'profile-entries': sql`select kind, title, by, url, since, until, text from ${profileEntries}
    where member_id = ${memberId} order by kind, place`,
  skills: sql`select skill.slug, skill.name, mine.bond, mine.level, mine.assessed_at
    from ${memberSkills} mine join ${skills} skill on skill.id = mine.skill_id where mine.member_id = ${memberId} order by skill.name`,
  'skill-words': sql`select bond, word from ${skillWords} where member_id = ${memberId}`,
  evidence: sql`select skill.slug, proof.title, proof.url, proof.added_at
    from ${skillEvidence} proof join ${skills} skill on skill.id = proof.skill_id where proof.member_id = ${memberId}`,
  'endorsements-of-you': sql`select skill.slug, other.name as by, said.words, said.at from ${endorsements} said
    join ${skills} skill on skill.id = said.skill_id join ${members} other on other.id = said.endorser_id
    where said.member_id = ${memberId} order by said.at`,
  'endorsements-by-you': sql`select skill.slug, other.name as of, said.words, said.at from ${endorsements} said
    join ${skills} skill on skill.id = said.skill_id join ${members} other on other.id = said.member_id
    where said.endorser_id = ${memberId} order by said.at`,
  'worked-with': sql`select other.name, together.on, together.since from ${workedTogether} together
    join ${members} other on other.id = together.other_id where together.member_id = ${memberId}`,
  'handles-before': sql`select handle, left_at from ${formerHandles} where member_id = ${memberId} order by left_at`,
  availability: sql`select weekly, exceptions, mentees_at_most, sessions_a_week_at_most, paused_until, updated_at
    from ${availability} where member_id = ${memberId}`,
})
