import { sql } from 'drizzle-orm'
import { goals } from '#db/schema/mentoring/goals.ts'
import { journalEntries, journalShares } from '#db/schema/mentoring/journal.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import type { Kind } from '../kinds.ts'
import { everybody, words } from './words.ts'

export const goalKinds = {
  'goal-due': {
    fact: 'goal.due',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'A goal of yours asks how it goes',
    tells: sql`
      select goal.member_id, 'goal:' || goal.id as about, jsonb_build_object('goal', goal.id, 'title', goal.title) as data
      from fact join ${goals} goal on goal.id = fact.subject::uuid and goal.reached_at is null and goal.dropped_at is null`,
    says: ({ data }) => words`How is it going? ${data.title ?? 'Your goal'}`,
    opens: ({ goal }) => (goal ? `/goals/${goal}` : '/goals'),
    mail: 'daily',
    push: 'at-once',
  },
  'goal-reached': {
    fact: 'goal.reached',
    theme: 'mentoring',
    icon: 'award',
    label: 'Somebody you teach reaches a goal',
    tells: sql`
      select case when pair.mentor_id = goal.member_id then pair.participant_id else pair.mentor_id end as member_id, 'goal:' || goal.id as about,
        jsonb_build_object('by', goal.member_id, 'goal', goal.id, 'title', goal.title) as data
      from fact join ${goals} goal on goal.id = fact.subject::uuid and goal.seen_by <> 'me' join ${mentorships} pair on pair.id = goal.mentorship_id`,
    says: (told) => words`${everybody(told)} reached a goal: ${told.data.title ?? ''}`,
    opens: ({ goal }) => (goal ? `/goals/${goal}` : '/mentorships'),
    mail: 'daily',
    push: 'at-once',
  },
  'journal-shared': {
    fact: 'journal.shared',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Somebody lets you read an entry of their journal',
    tells: sql`
      select share.with_id as member_id, 'journal:' || entry.id as about, jsonb_build_object('by', entry.member_id, 'entry', entry.id) as data
      from fact join ${journalEntries} entry on entry.id = fact.subject::uuid
        join ${journalShares} share on share.entry_id = entry.id and share.taken_back_at is null`,
    says: (told) => words`${everybody(told)} lets you read an entry of their journal`,
    opens: ({ entry }) => (entry ? `/journal/${entry}` : '/journal'),
    mail: 'daily',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
