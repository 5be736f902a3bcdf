import { type SQL, sql } from 'drizzle-orm'
import { learningNights, memberLeanings, shownMentors } from '#db/schema/matching/learning.ts'
import { mentorPrices } from '#db/schema/matching/prices.ts'
import { suggestedThings } from '#db/schema/matching/things.ts'
import { weekMatches } from '#db/schema/matching/week.ts'
import { wishes } from '#db/schema/matching/wishes.ts'
import { matchRuns, recommendationAnswers, recommendations, waysOfWorking } from '#db/schema/matching.ts'
import {
  pairingBonds,
  pairingChoices,
  pairingGroupMentors,
  pairingPeople,
  pairingPlaces,
  pairings,
  pairingTalks,
} from '#db/schema/mentoring/pairings.ts'

const NOBODY = JSON.stringify({ bonds: [], choices: [], settled: [], groups: [] })

export const matchingForgotten = (memberId: string): SQL[] => [
  sql`delete from ${waysOfWorking} where member_id = ${memberId}`,
  sql`delete from ${matchRuns} where member_id = ${memberId}`,
  sql`update ${matchRuns} set among = '{}', fits = '{}' where among @> array[${memberId}]::uuid[]`,
  sql`delete from ${recommendations} where ${memberId} in (member_id, other_id)`,
  sql`delete from ${recommendationAnswers} where ${memberId} in (member_id, other_id)`,
  sql`delete from ${pairingChoices} where ${memberId} in (member_id, other_id)`,
  sql`delete from ${pairingTalks} where ${memberId} in (participant_id, mentor_id)`,
  sql`delete from ${pairingBonds} where ${memberId} in (participant_id, mentor_id)`,
  sql`delete from ${pairingGroupMentors} where mentor_id = ${memberId}`,
  sql`update ${pairings} set rules = rules || ${NOBODY}::jsonb, found = null where position(${memberId} in rules::text) > 0
    or position(${memberId} in found::text) > 0 or id in (select pairing_id from ${pairingPeople} where member_id = ${memberId})`,
  sql`delete from ${pairingPeople} where member_id = ${memberId}`,
  sql`delete from ${pairingPlaces} where participant_id = ${memberId}`,
  sql`update ${pairingPlaces} set mentor_id = null, told = null, why = '' where mentor_id = ${memberId}`,
  sql`update ${pairings} set made_by_id = null where made_by_id = ${memberId}`,
  sql`delete from ${suggestedThings} where member_id = ${memberId}`,
  sql`delete from ${wishes} where member_id = ${memberId}`,
  sql`delete from ${shownMentors} where ${memberId} in (member_id, other_id)`,
  sql`delete from ${weekMatches} where ${memberId} in (member_id, mentor_id)`,
  sql`delete from ${mentorPrices} where member_id = ${memberId}`,
  sql`delete from ${memberLeanings} where member_id = ${memberId}`,
  sql`update ${learningNights} set effects = effects #- array['askers', ${memberId}::text] #- array['asked', ${memberId}::text] where effects is not null`,
]
