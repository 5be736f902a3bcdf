import { sql } from 'drizzle-orm'
import { looks } from '#db/schema/mentoring/feedback.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { mayLookAsPeer } from '#workers/mentoring/sight.ts'
import type { Kind } from '../kinds.ts'
import { everybody, words } from './words.ts'

const version = sql`coalesce((fact.data ->> 'submission')::uuid, (
  select before.submission_id from ${looks} before where before.id = (fact.data ->> 'look')::uuid))`

const opened = sql`from fact join ${submissions} version on version.id = ${version}
  join ${looks} look on look.submission_id = version.id and look.state = 'open'
  join ${tasks} task on task.id = version.task_id join ${mentorships} pair on pair.id = task.mentorship_id`

const told = sql`jsonb_build_object('by', task.participant_id, 'task', task.id, 'title', task.title, 'look', look.id) as data`

export const lookKinds = {
  'look-asked': {
    fact: 'look.opened',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Somebody who learns beside you would like a look at their work',
    tells: sql`
      select distinct near.participant_id as member_id, 'look:' || look.id as about, ${told} ${opened}
        join ${mentorships} near on near.state <> 'closed'
          and (near.mentor_id = pair.mentor_id or near.circle_id = pair.circle_id or near.program_id = pair.program_id)
      where look.kind = 'peer' and look.reviewer_id is null and ${mayLookAsPeer(sql`near.participant_id`)}`,
    says: (it) =>
      words`${everybody(it)} would like a look at ${it.data.title ?? 'a version'} from somebody who learns it too`,
    opens: ({ look }) => (look ? `/looks/${look}` : '/looks'),
    mail: 'daily',
    push: 'never',
  },
  'look-turn': {
    fact: 'look.opened',
    theme: 'mentoring',
    icon: 'package',
    label: 'Others have looked at a version, and it is your turn',
    tells: sql`
      select look.reviewer_id as member_id, 'task:' || task.id as about, ${told} ${opened}
      where look.kind = 'mentor' and task.looks_first <> '{}'`,
    says: (it) => words`${it.data.title ?? 'A task'} by ${everybody(it)} waits for your look`,
    opens: ({ task }) => (task ? `/tasks/${task}` : '/mentoring/looks'),
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor'],
  },
  'look-handed-on': {
    fact: 'look.handed-on',
    theme: 'mentoring',
    icon: 'package',
    label: 'A first look was not finished in time, so it is your turn',
    tells: sql`
      select task.set_by_id as member_id, 'task:' || task.id as about, ${told}
      from fact join ${looks} look on look.id = fact.subject::uuid join ${submissions} version on version.id = look.submission_id
        join ${tasks} task on task.id = version.task_id where task.state = 'handed-in'`,
    says: (it) =>
      words`Nobody finished the first look at ${it.data.title ?? 'a task'} by ${everybody(it)} in time. It waits for yours.`,
    opens: ({ task }) => (task ? `/tasks/${task}` : '/mentoring/looks'),
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor'],
  },
  'look-skipped': {
    fact: 'look.skipped',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A mentor does not wait for a first look',
    tells: sql`
      select one.id as member_id, 'task:' || task.id as about,
        jsonb_build_object('by', task.set_by_id, 'task', task.id, 'title', task.title, 'words', left(look.skipped_because, 300),
          'whose', case when one.id = task.participant_id then 'maker' else 'peer' end) as data
      from fact join ${looks} look on look.id = fact.subject::uuid join ${submissions} version on version.id = look.submission_id
        join ${tasks} task on task.id = version.task_id
        cross join lateral (select task.participant_id as id union select look.reviewer_id where look.kind = 'peer' and look.reviewer_id is not null) one`,
    says: (it) =>
      words`${everybody(it)} looks at ${it.data.title ?? 'a version'} now and does not wait for the first look`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: ({ task, whose }) => (task && whose === 'maker' ? `/tasks/${task}` : '/looks'),
    mail: 'daily',
    push: 'at-once',
  },
  'look-given': {
    fact: 'look.given',
    theme: 'mentoring',
    icon: 'award',
    label: 'A peer has looked at your work',
    tells: sql`
      select task.participant_id as member_id, 'task:' || task.id as about,
        jsonb_build_object('by', said.by_id, 'task', task.id, 'title', task.title, 'words', left(said.words, 300)) as data
      from fact join feedback said on said.id = fact.subject::uuid join ${submissions} version on version.id = said.submission_id
        join ${tasks} task on task.id = version.task_id where said.by_id <> task.participant_id`,
    says: (it) => words`${everybody(it)} looked at ${it.data.title ?? 'your work'}`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: ({ task }) => (task ? `/tasks/${task}` : '/tasks'),
    mail: 'daily',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
