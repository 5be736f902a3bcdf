import { type SQL, sql } from 'drizzle-orm'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programs, surveysAsked } from '#db/schema/mentoring/programs.ts'
import type { Kind } from '../kinds.ts'
import { everybody, type Told, words } from './words.ts'

const pairs = sql`fact join ${mentorships} pair on pair.id = fact.subject::uuid join ${programs} program on program.id = pair.program_id`

const theTwo = sql`cross join lateral (values (pair.mentor_id, pair.participant_id), (pair.participant_id, pair.mentor_id)) one (id, other)`

const told = (more: SQL) => sql`
  select one.id as member_id, 'pair:' || pair.id as about,
    jsonb_strip_nulls(jsonb_build_object('pair', pair.id, 'program', program.name, 'by', one.other) || ${more}) as data
  from ${pairs} ${theTwo}`

const aPair = ({ pair }: Told['data']) => (pair ? `/mentorships/${pair}` : '/mentorships')

const things = (count: string | undefined, of: string) => (count && count !== '0' ? [`${count} ${of}`] : [])

export const planKinds = {
  'pair-made': {
    fact: 'mentorship.began',
    theme: 'mentoring',
    icon: 'sprout',
    label: 'A program brings you and somebody together',
    tells: sql`${told(sql`'{}'::jsonb`)} where fact.data ? 'paired'`,
    says: (it) => words`${it.data.program ?? 'Your program'} brings you and ${everybody(it)} together`,
    opens: aPair,
    mail: 'at-once',
    push: 'at-once',
  },
  'plan-laid-out': {
    fact: 'plan.laid-out',
    theme: 'mentoring',
    icon: 'list',
    label: 'A program lays its plan before the two of you',
    tells: told(sql`'{}'::jsonb`),
    says: (it) => words`The plan of ${it.data.program ?? 'your program'} lies before you and ${everybody(it)}`,
    opens: aPair,
    mail: 'daily',
    push: 'at-once',
  },
  'plan-changed': {
    fact: 'plan.changed',
    theme: 'mentoring',
    icon: 'list',
    label: 'The plan of your program changes',
    tells: told(
      sql`jsonb_build_object('fresh', fact.data ->> 'fresh', 'changed', fact.data ->> 'changed', 'gone', fact.data ->> 'gone')`,
    ),
    says: ({ data }) => {
      const what = [...things(data.fresh, 'new'), ...things(data.changed, 'changed'), ...things(data.gone, 'dropped')]
      return words`The plan of ${data.program ?? 'your program'} changed: ${what.join(', ')}. What you are at work on stays.`
    },
    opens: aPair,
    mail: 'daily',
    push: 'never',
  },
  'survey-due': {
    fact: 'survey.due',
    theme: 'mentoring',
    icon: 'feather',
    label: 'Your program would like to know how it goes',
    tells: sql`
      select one.id as member_id, 'survey:' || asked.id as about,
        jsonb_build_object('pair', pair.id, 'survey', item.id, 'title', item.title, 'program', program.name) as data
      from fact join ${surveysAsked} asked on asked.id = fact.subject::uuid and asked.open_until > now()
        join ${planItems} item on item.id = asked.plan_item_id join ${programs} program on program.id = item.program_id
        join ${mentorships} pair on pair.id = asked.mentorship_id ${theTwo}`,
    says: ({ data }) =>
      words`${data.program ?? 'Your program'} would like to know how it goes: ${data.title ?? 'a few questions'}`,
    opens: ({ survey, pair }) => (survey ? `/surveys/${survey}?pair=${pair}` : '/mentorships'),
    mail: 'at-once',
    push: 'at-once',
  },
  'pair-reminded': {
    fact: 'pair.reminded',
    theme: 'mentoring',
    icon: 'answer',
    label: 'Somebody who organises your program asks how it goes',
    tells: sql`
      select one.id as member_id, 'pair:' || pair.id as about,
        jsonb_build_object('by', substring(fact.actor from '^member:(.+)$'), 'pair', pair.id, 'program', program.name, 'words', left(fact.data ->> 'words', 300)) as data
      from ${pairs} ${theTwo} where (fact.data ->> 'to') in ('both', case when one.id = pair.mentor_id then 'mentor' else 'participant' end)`,
    says: (it) => words`${everybody(it)} asks how it goes in ${it.data.program ?? 'your program'}`,
    adds: ({ words: said }) => (said ? `“${said}”` : ''),
    opens: aPair,
    mail: 'at-once',
    push: 'at-once',
  },
} satisfies Record<string, Kind>
