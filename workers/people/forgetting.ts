import { type SQL, sql } from 'drizzle-orm'
import { availability } from '#db/schema/people/availability.ts'
import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillEvidence, skillWords } from '#db/schema/people/skills.ts'
import { formerHandles, members } from '#db/schema/people.ts'

// The row stays, so that nothing points to nowhere; nobody can tell any more whose it was.
export const peopleForgotten = (memberId: string): SQL[] => [
  ...[availability, memberSkills, profileEntries, skillEvidence, skillWords, formerHandles].map(
    (table) => sql`delete from ${table} where member_id = ${memberId}`,
  ),
  sql`delete from ${endorsements} where ${memberId} in (member_id, endorser_id)`,
  sql`delete from ${workedTogether} where ${memberId} in (member_id, other_id)`,
  sql`update ${members} set handle = 'gone-' || id, name = 'A former member', craft = '', place = '', time_zone = 'UTC',
    languages = '{}', story = '', quote = null, portrait = null, roles = '{participant}', standing = 'gone', experience = null,
    interests = '{}', learning_goals = '', offers = '', visibility = '{}', updated_at = now() where id = ${memberId}`,
]

export const peopleFiles = (memberId: string): SQL =>
  sql`select portrait as file from ${members} where id = ${memberId} and portrait is not null`
