import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { mentorships } from '#db/schema/mentoring/mentorships.ts'
import { planItems, programOrganisers, programs, surveysAsked } from '#db/schema/mentoring/programs.ts'
import { rubrics, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from '../programs/inputs.ts'
import { seesProgress } from '../sight.ts'
import { liesBehind, wasAskedBefore } from './going-on.ts'
import type { Impact, Plan, PlanItem } from './inputs.ts'
import { dueOn } from './laying.ts'

type Head = { mark: string; pairs: number; seesNumbers: boolean; waits: number; onItsWay: number }

export async function readPlan({ db, member }: MemberCtx, { slug }: ProgramSlug): Promise<Plan> {
  return asPlan(await readTogether(db, shelves(slug, member.id)))
}

export async function readPlanPage({ db, member }: MemberCtx, { slug }: ProgramSlug) {
  const { choices, ...read } = await readTogether(db, {
    ...shelves(slug, member.id),
    choices: choicesFor(slug, member.id),
  })
  return { plan: asPlan(read), choices: choices[0] ?? refuse(notFound('program')) }
}

const shelves = (slug: string, memberId: string) => ({
  head: headOf(slug, memberId),
  items: itemsOf(slug, memberId),
  dropped: droppedOf(slug, memberId),
  impact: impactOn(slug, memberId),
})

type Read = { head: Head[]; items: PlanItem[]; dropped: Plan['dropped']; impact: Impact[] }

function asPlan({ head: [it], items, dropped, impact }: Read): Plan {
  if (!it) throw notFound('program')
  const { seesNumbers, ...rest } = it
  return { ...rest, items, dropped, impact: seesNumbers ? impact : null }
}

const own = (slug: string, memberId: string) => sql`${programs} program
  join ${programOrganisers} organiser on organiser.program_id = program.id and organiser.member_id = ${memberId}::uuid
  where program.slug = ${slug}`

export const markOf = sql`(select md5(coalesce(string_agg(item.id || ':' || item.version, ',' order by item.id), ''))
  from plan_items item where item.program_id = program.id)`

const headOf = (slug: string, memberId: string): Shelf<Head> => sql`
  select ${markOf} as mark, program.sight <> 'pairs' as "seesNumbers",
    (select count(*)::int from ${mentorships} pair where pair.program_id = program.id and pair.state <> 'closed') as pairs,
    (select count(*)::int from ${planItems} item where item.program_id = program.id and item.version > item.sent_version
      and exists (select from ${mentorships} pair where pair.program_id = program.id and pair.state <> 'closed' and ${isWaiting})) as waits,
    (select count(*)::int from ${mentorships} pair where pair.program_id = program.id and pair.state <> 'closed' and exists (
      select from ${planItems} item where item.program_id = program.id and item.kind <> 'survey' and item.version = item.sent_version and ${lacks})) as "onItsWay"
  from ${own(slug, memberId)}`

const itemsOf = (slug: string, memberId: string): Shelf<PlanItem> => sql`
  select item.id, item.kind, item.title, item.text, item.after_days as "afterDays", item.questions, item.version,
    (select json_build_object('slug', skill.slug, 'name', skill.name) from ${skills} skill where skill.id = item.skill_id) as skill,
    (select json_build_object('id', rubric.id, 'title', rubric.title) from ${rubrics} rubric where rubric.id = item.rubric_id) as rubric,
    exists (select from ${surveysAsked} asked where asked.plan_item_id = item.id) as "wasAsked"
  from ${planItems} item where not item.dropped and item.program_id = (select program.id from ${own(slug, memberId)})
  order by item.after_days, item.place, item.id`

const droppedOf = (slug: string, memberId: string): Shelf<Plan['dropped'][number]> => sql`
  select item.id, item.kind, item.title, item.after_days as "afterDays" from ${planItems} item
  where item.dropped and item.program_id = (select program.id from ${own(slug, memberId)})
  order by item.updated_at desc, item.id limit ${DROPPED_SHOWN}`

const DROPPED_SHOWN = 60

const taskOf = sql`(select task.state, coalesce(task.plan_version, 0) as version from ${tasks} task where task.mentorship_id = pair.id and task.plan_item_id = item.id)`
const goalOf = sql`(select case when goal.dropped_at is not null or goal.reached_at is not null then 'done' when goal.reached <> goal.starts_at then 'accepted' else 'set' end,
  coalesce(goal.plan_version, 0) as version from ${goals} goal where goal.mentorship_id = pair.id and goal.plan_item_id = item.id)`
const surveyOf = sql`(select 'asked', case when asked.asked_at >= item.updated_at then item.version else item.version - 1 end from ${surveysAsked} asked where asked.mentorship_id = pair.id and asked.plan_item_id = item.id)`

// The copy that this pair has of this item: how far they are with it, and which version of the plan it follows.
const copy = sql`(
  select * from ${taskOf} task where item.kind = 'task' union all select * from ${goalOf} goal where item.kind = 'milestone'
  union all select * from ${surveyOf} asked where item.kind = 'survey')`

// The very same questions that layOut answers by doing it.
const outcome = sql`case
  when copy.state is null and (${liesBehind(sql`pair`, sql`item`)} or ${wasAskedBefore(sql`pair`, sql`item`)}) then 'none'
  when copy.state is null and item.kind = 'survey' and (item.dropped or pair.started_at >= item.updated_at) then 'none'
  when copy.state is null then case when item.dropped then 'none' else 'fresh' end
  when copy.version >= item.version then 'none'
  when copy.state = 'set' then case when item.dropped then 'gone' else 'changed' end
  when copy.state in ('done', 'dropped') then 'done' else 'kept' end`

const outcomeFor = sql`(select ${outcome} from (select 1) one left join ${copy} copy (state, version) on true)`

const isWaiting = sql`${outcomeFor} <> 'none'`
const lacks = sql`${outcomeFor} in ('fresh', 'changed', 'gone')`

const counted = (what: string) => sql`count(*) filter (where was.outcome = ${what})::int`

const impactOn = (slug: string, memberId: string): Shelf<Impact> => sql`
  select item.id, item.kind, item.title, item.dropped, ${counted('fresh')} as fresh, ${counted('changed')} as changed,
    ${counted('gone')} as gone, ${counted('kept')} as kept, ${counted('done')} as done,
    (min(due.day) filter (where was.outcome = 'fresh'))::text as "firstDue", (max(due.day) filter (where was.outcome = 'fresh'))::text as "lastDue"
  from ${planItems} item
    join ${mentorships} pair on pair.program_id = item.program_id and pair.state <> 'closed' and ${seesProgress(memberId)}
    join ${members} learner on learner.id = pair.participant_id
    cross join lateral (select ${outcomeFor} as outcome) was
    cross join lateral (select ${dueOn(sql`pair`, sql`item`, sql`learner.time_zone`)} as day) due
  where item.version > item.sent_version and was.outcome <> 'none' and item.program_id = (select program.id from ${own(slug, memberId)})
  group by item.id order by item.after_days, item.place, item.id`

export type Choices = {
  skills: { slug: string; name: string }[]
  rubrics: { id: string; title: string }[]
}

// What the forms of the plan offer: the skills that the program is about, and rubrics that one may use.
const choicesFor = (slug: string, memberId: string): Shelf<Choices> => sql`
  select (select coalesce(json_agg(json_build_object('slug', skill.slug, 'name', skill.name) order by skill.name), '[]')
      from program_skills learned join ${skills} skill on skill.id = learned.skill_id and skill.shown where learned.program_id = program.id) as skills,
    (select coalesce(json_agg(json_build_object('id', rubric.id, 'title', rubric.title) order by rubric.title), '[]')
      from (select rubric.* from ${rubrics} rubric where rubric.owner_id = ${memberId}::uuid or rubric.shared order by rubric.title limit 100) rubric) as rubrics
  from ${own(slug, memberId)}`
