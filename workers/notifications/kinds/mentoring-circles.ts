import { sql } from 'drizzle-orm'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import type { Kind } from '../kinds.ts'
import { everybody, words } from './words.ts'

export const circleKinds = {
  'circle-joined': {
    fact: 'circle.joined',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'Your mentor brings you together with others',
    tells: sql`
      select pair.participant_id as member_id, 'circle:' || circle.id as about,
        jsonb_build_object('by', pair.mentor_id, 'circle', circle.id, 'name', circle.name) as data
      from fact join ${mentorships} pair on pair.id = fact.subject::uuid join ${circles} circle on circle.id = pair.circle_id`,
    says: (told) =>
      words`${everybody(told)} brought you into a circle: ${told.data.name ?? ''}. You see who else is in it.`,
    opens: ({ circle }) => (circle ? `/circles/${circle}` : '/mentorships'),
    mail: 'daily',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
