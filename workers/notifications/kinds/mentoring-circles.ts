import { sql } from 'drizzle-orm'
import { circles, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import { seesVersionInCircle } from '#workers/mentoring/sight.ts'
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
  'circle-work': {
    fact: 'version.shown',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Somebody in your circle shows what they made',
    tells: sql`
      select reader.id as member_id, 'circle:' || circle.id as about,
        jsonb_build_object('by', task.participant_id, 'circle', circle.id, 'name', circle.name, 'title', task.title) as data
      from fact join ${submissions} version on version.id = fact.subject::uuid join ${tasks} task on task.id = version.task_id
        join ${mentorships} own on own.id = task.mentorship_id join ${circles} circle on circle.id = own.circle_id
        join ${mentorships} near on near.circle_id = circle.id and near.state <> 'closed'
        join ${members} reader on reader.id = near.participant_id and reader.id <> task.participant_id
      where ${seesVersionInCircle(sql`reader.id`)}`,
    says: (told) =>
      words`${everybody(told)} shows you ${told.count > 1 ? 'what they made' : (told.data.title ?? 'a work')}`,
    opens: ({ circle }) => (circle ? `/circles/${circle}#works` : '/mentorships'),
    mail: 'daily',
    push: 'never',
  },
} satisfies Record<string, Kind>
