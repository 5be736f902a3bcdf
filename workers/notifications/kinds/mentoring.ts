import { type SQL, sql } from 'drizzle-orm'
import { feedback } from '#db/schema/mentoring/feedback.ts'
import { mentorships, pairNotes, mentorshipRequests as requests } from '#db/schema/mentoring/mentorships.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const actor = sql`substring(fact.actor from '^member:(.+)$')`

const quoted = ({ words: said }: Told['data']) => (said ? `“${said}”` : '')

const request = (to: 'mentor_id' | 'participant_id', by: 'mentor_id' | 'participant_id', said: string) => sql`
  select ${sql.identifier('request')}.${sql.identifier(to)} as member_id, 'request:' || request.id as about,
    jsonb_build_object('by', ${sql.identifier('request')}.${sql.identifier(by)}, 'skill', skill.name,
      'words', left(${sql.identifier('request')}.${sql.identifier(said)}, 300)) as data
  from fact join ${requests} request on request.id = fact.subject::uuid left join ${skills} skill on skill.id = request.skill_id`

const about = ({ skill }: Told['data']) => (skill ? `about ${skill}` : 'about mentoring')

const task = (to: SQL, by: SQL) => sql`
  select ${to} as member_id, 'task:' || task.id as about,
    jsonb_build_object('by', ${by}, 'task', task.id, 'title', task.title, 'words', left(fact.data ->> 'note', 300)) as data
  from fact join ${tasks} task on task.id = fact.subject::uuid and task.mentorship_id is not null`

// The other of the two, whoever did it.
const other = sql`case when ${actor} = pair.mentor_id::text then pair.participant_id else pair.mentor_id end`

export const mentoringKinds = {
  'mentoring-asked': {
    fact: 'mentorship.asked',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'Somebody asks you to be their mentor',
    tells: request('mentor_id', 'participant_id', 'words'),
    says: (told) => words`${everybody(told)} would like to learn from you`,
    adds: quoted,
    opens: () => '/mentoring/requests',
    mail: 'at-once',
    push: 'at-once',
    roles: ['mentor'],
  },
  'mentoring-asked-again': {
    fact: 'mentorship.asked-again',
    theme: 'mentoring',
    icon: 'answer',
    label: 'Somebody answers what you wanted to know before saying yes',
    tells: request('mentor_id', 'participant_id', 'answer'),
    says: (told) => words`${everybody(told)} answered your question`,
    adds: quoted,
    opens: () => '/mentoring/requests',
    mail: 'at-once',
    push: 'at-once',
    roles: ['mentor'],
  },
  'mentoring-accepted': {
    fact: 'mentorship.accepted',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'A mentor says yes',
    tells: request('participant_id', 'mentor_id', 'state'),
    says: (told) => words`${everybody(told)} said yes. You two can begin.`,
    opens: () => '/mentorships',
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-asked-back': {
    fact: 'mentorship.asked-back',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A mentor would like to know more first',
    tells: request('participant_id', 'mentor_id', 'question'),
    says: (told) => words`${everybody(told)} would like to know more before answering`,
    adds: quoted,
    opens: () => '/mentorships',
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-declined': {
    fact: 'mentorship.declined',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A mentor cannot take you on now',
    tells: request('participant_id', 'mentor_id', 'reason'),
    says: (told) => words`${everybody(told)} cannot take you on now. Others teach this too.`,
    adds: quoted,
    opens: () => '/mentorships',
    mail: 'at-once',
    push: 'never',
  },
  'mentoring-went-on': {
    fact: 'mentorship.went-on',
    theme: 'mentoring',
    icon: 'answer',
    label: 'A request of yours was not answered and goes on',
    tells: sql`
      select request.participant_id as member_id, 'request:' || request.id as about,
        jsonb_build_object('by', coalesce(onward.mentor_id, request.mentor_id), 'skill', skill.name,
          'went', case when onward.id is null then 'back' else 'on' end) as data
      from fact join ${requests} request on request.id = fact.subject::uuid
        left join ${requests} onward on onward.goes_on_from = request.id left join ${skills} skill on skill.id = request.skill_id`,
    says: (told) =>
      told.data.went === 'on'
        ? words`Your request ${about(told.data)} was not answered in time, so ${everybody(told)} has it now`
        : words`Your request ${about(told.data)} was not answered in time, and nobody else has room. Please choose somebody.`,
    opens: () => '/mentorships',
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-note': {
    fact: 'note.left',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Your mentor or mentee leaves you a note',
    tells: sql`
      select ${other} as member_id, 'pair:' || pair.id as about,
        jsonb_build_object('by', ${actor}, 'pair', pair.id, 'words', left(note.words, 300)) as data
      from fact join ${pairNotes} note on note.id = fact.subject::uuid join ${mentorships} pair on pair.id = note.mentorship_id`,
    says: (told) => words`${everybody(told)} left you ${told.count > 1 ? `${told.count} notes` : 'a note'}`,
    adds: quoted,
    opens: ({ pair }) => (pair ? `/mentorships/${pair}` : '/mentorships'),
    mail: 'daily',
    push: 'at-once',
  },
  'mentoring-task': {
    fact: 'task.set',
    theme: 'mentoring',
    icon: 'list',
    label: 'A mentor sets a task for you',
    tells: task(sql`task.participant_id`, sql`task.set_by_id`),
    says: (told) => words`${everybody(told)} set you a task: ${told.data.title ?? ''}`,
    opens: ({ task: id }) => (id ? `/tasks/${id}` : '/tasks'),
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-handed-in': {
    fact: 'task.handed-in',
    theme: 'mentoring',
    icon: 'package',
    label: 'Somebody you teach hands in a version',
    // Where others look first, the mentor hears of it when it is their turn.
    tells: sql`${task(sql`task.set_by_id`, sql`task.participant_id`)} and task.looks_first = '{}'`,
    says: (told) => words`${everybody(told)} handed in ${told.data.title ?? 'a task'}`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: ({ task: id }) => (id ? `/tasks/${id}` : '/mentoring/looks'),
    mail: 'daily',
    push: 'at-once',
    roles: ['mentor'],
  },
  'mentoring-feedback': {
    fact: 'feedback.given',
    theme: 'mentoring',
    icon: 'award',
    label: 'Your work gets feedback',
    tells: sql`
      select task.participant_id as member_id, 'task:' || task.id as about,
        jsonb_build_object('by', said.by_id, 'task', task.id, 'title', task.title, 'verdict', said.verdict, 'words', left(said.next_step, 300)) as data
      from fact join ${feedback} said on said.id = fact.subject::uuid
        join ${submissions} version on version.id = said.submission_id join ${tasks} task on task.id = version.task_id`,
    says: (told) =>
      told.data.verdict === 'accepted'
        ? words`${everybody(told)} looked at ${told.data.title ?? 'your work'}: done`
        : words`${everybody(told)} looked at ${told.data.title ?? 'your work'} and asks for one more version`,
    adds: quoted,
    opens: ({ task: id }) => (id ? `/tasks/${id}` : '/tasks'),
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-quiet': {
    fact: 'mentorship.quiet',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'A mentorship of yours has gone quiet',
    tells: sql`
      select case when pair.turn = 'mentor' then pair.mentor_id else pair.participant_id end as member_id, 'pair:' || pair.id as about,
        jsonb_build_object('by', case when pair.turn = 'mentor' then pair.participant_id else pair.mentor_id end, 'pair', pair.id,
          'days', extract(day from fact.at - pair.moved_at)::int::text) as data
      from fact join ${mentorships} pair on pair.id = fact.subject::uuid and pair.state = 'active'`,
    says: (told) =>
      words`You and ${everybody(told)} have been quiet for ${told.data.days ?? 'some'} days. One line is enough.`,
    opens: ({ pair }) => (pair ? `/mentorships/${pair}` : '/mentorships'),
    mail: 'at-once',
    push: 'at-once',
  },
  'mentoring-closed': {
    fact: 'mentorship.closed',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'A mentorship comes to an end',
    tells: sql`
      select one.id as member_id, 'pair:' || pair.id as about,
        jsonb_build_object('by', coalesce(${actor}, one.other::text), 'pair', pair.id, 'because', pair.closed_because) as data
      from fact join ${mentorships} pair on pair.id = fact.subject::uuid
        cross join lateral (values (pair.mentor_id, pair.participant_id), (pair.participant_id, pair.mentor_id)) one (id, other)
      where one.id::text is distinct from ${actor}`,
    says: (told) =>
      told.data.because === 'went-quiet'
        ? words`Your mentorship with ${everybody(told)} came to an end, because it had gone quiet`
        : told.data.because === 'changed-mentor'
          ? words`${everybody(told)} ended your mentorship so that somebody else can go on with it`
          : told.data.because === 'answered'
            ? words`What you and ${everybody(told)} met for once is answered, and it ended by itself`
            : words`${everybody(told)} brought your mentorship to an end`,
    adds: ({ because }) =>
      because === 'blocked' ? '' : 'If you like, say how it was: a few words, which they may show on their profile.',
    opens: ({ pair }) => (pair ? `/mentorships/${pair}` : '/mentorships'),
    mail: 'at-once',
    push: 'never',
  },
} satisfies Record<string, Kind>
