import { sql } from 'drizzle-orm'
import { mentorshipRequests } from '#db/schema/mentoring/mentorships.ts'
import type { Kind } from '../kinds.ts'
import { everybody, words } from './words.ts'

export const changeKinds = {
  'mentor-changes': {
    fact: 'mentorship.change-asked',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'Another mentor is asked to go on with you',
    tells: sql`
      select request.participant_id as member_id, 'request:' || request.id as about,
        jsonb_build_object('by', request.mentor_id) as data
      from fact join ${mentorshipRequests} request on request.id = fact.subject::uuid`,
    says: (told) =>
      words`${everybody(told)} is asked to go on with you. Say whether they may know what you did so far.`,
    opens: () => '/mentorships',
    mail: 'at-once',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
