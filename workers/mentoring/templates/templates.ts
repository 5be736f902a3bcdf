import { type SQL, sql } from 'drizzle-orm'
import { pages, type Shelf, slot, whenGiven } from '#db/reading.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { resources } from '#db/schema/mentoring/resources.ts'
import { rubrics, taskTemplates } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import type { Template, TemplatePage, TemplateSearch } from './inputs.ts'

const PAGE = 24

const supplies = sql`(select coalesce(json_agg(json_build_object('supply', thing.slug, 'name', thing.name, 'quantity', want.quantity)
    order by thing.name), '[]')
  from jsonb_to_recordset(template.supplies) as want("resourceId" uuid, quantity int)
    join ${resources} thing on thing.id = want."resourceId" and thing.retired_at is null)`

const asTemplate = sql`
  select template.id, template.title, template.description, template.checklist,
    (select json_build_object('slug', skill.slug, 'name', skill.name) from ${skills} skill where skill.id = template.skill_id) as skill,
    (select json_build_object('id', rubric.id, 'title', rubric.title) from ${rubrics} rubric where rubric.id = template.rubric_id) as rubric,
    ${supplies} as supplies, template.days_to_do as "daysToDo", template.looks_first as "looksFirst", template.shared, template.uses, template.created_at as "createdAt",
    json_build_object('handle', owner.handle, 'name', owner.name) as by
  from ${taskTemplates} template join ${members} owner on owner.id = template.owner_id`

// One's own, and what others share; not what somebody shares with whom there is a block, either way.
export const mayUse = (me: SQL) => sql`(template.owner_id = ${me} or (template.shared and not exists (
  select from ${blocks} block where (block.member_id, block.blocked_id) in ((template.owner_id, ${me}), (${me}, template.owner_id)))))`

const me = sql`${slot('me')}::uuid`

const listed = (which: SQL) =>
  pages<TemplatePage>({
    name: 'templates',
    rows: sql`${asTemplate} where ${which}
        and ${whenGiven('skill', sql`template.skill_id = (select id from ${skills} where slug = ${slot('skill')})`)}
        and ${whenGiven('id', sql`(template.created_at, template.id) < (${slot('since')}::timestamptz, ${slot('id')}::uuid)`)}
      order by template.created_at desc nulls last, template.id desc nulls last limit ${PAGE + 1}`,
    key: sql`id || '~' || to_char("createdAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
    size: PAGE,
  })

const mine = listed(sql`template.owner_id = ${me}`)
const ofOthers = listed(sql`template.owner_id <> ${me} and template.shared and ${mayUse(me)}`)

export function readTemplates({ db, member }: MemberCtx, { from, skill, after }: TemplateSearch) {
  const [id, since] = after ?? []
  return (from === 'others' ? ofOthers : mine)(db, { me: member.id, skill, id, since })
}

export const templateFor = (memberId: string, id: string | null): Shelf<Template> =>
  sql`${asTemplate} where template.id = ${id}::uuid and ${mayUse(sql`${memberId}::uuid`)}`

// A task that began from a template counts for it, as often as it was set.
export const countUses = (memberId: string, id: string) => (changed: SQL) =>
  sql`
  update ${taskTemplates} template set uses = template.uses + begun.times
  from (select count(*)::int as times from ${changed}) begun
  where template.id = ${id}::uuid and begun.times > 0 and ${mayUse(sql`${memberId}::uuid`)} returning 1`
