import { and, eq, type SQL, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { rubrics, rubricVersions, tasks, taskTemplates as templates } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound, refuse } from '#workers/lib/errors.ts'
import type { TaskId } from '../tasks/inputs.ts'
import type { KeptFrom, NewTemplate, TemplateId } from './inputs.ts'

export async function keepTemplate(ctx: MemberCtx, template: NewTemplate) {
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(templates)
      .values({ id: newId(), ownerId: ctx.member.id, ...written(ctx, template) })
      .returning({ id: templates.id }),
    fact('template.kept'),
  )
  if (!kept) throw new Error('A template was kept and is not there.')
  return { id: kept.id }
}

export async function changeTemplate(ctx: MemberCtx, { id }: TemplateId, template: NewTemplate) {
  const [changed] = await commit(
    ctx,
    ctx.db.update(templates).set(written(ctx, template)).where(isMine(ctx, id)).returning({ id: templates.id }),
    fact('template.changed'),
  )
  return changed ? { id: changed.id } : refuse(notFound('template'))
}

// Tasks that began from it stay as they are.
export async function letTemplateGo(ctx: MemberCtx, { id }: TemplateId) {
  const [gone] = await commit(
    ctx,
    ctx.db.delete(templates).where(isMine(ctx, id)).returning({ id: templates.id }),
    fact('template.let-go'),
  )
  return gone ? { id: gone.id } : refuse(notFound('template'))
}

// What was set once is kept, to be set again: what to do, not who did it or how it went.
export async function keepFromTask(ctx: MemberCtx, { id }: TaskId, { shared }: KeptFrom) {
  const [kept] = await commit(
    ctx,
    ctx.db
      .insert(templates)
      .select(
        sql`select ${newId()}::uuid, task.set_by_id, task.title, task.description, task.skill_id,
          (select version.rubric_id from ${rubricVersions} version join ${rubrics} rubric on rubric.id = version.rubric_id
            where version.id = task.rubric_version_id and rubric.owner_id = task.set_by_id),
          array(select step ->> 'text' from jsonb_array_elements(task.checklist) step), task.supplies,
          least(365, greatest(1, ceil(extract(epoch from task.due_at - task.set_at) / 86400)))::int, task.looks_first, ${shared}, 0, now()
        from ${tasks} task where task.id = ${id}::uuid and task.set_by_id = ${ctx.member.id}::uuid`,
      )
      .returning({ id: templates.id }),
    fact('template.kept', { task: id }),
  )
  return kept ? { id: kept.id } : refuse(notFound('task'))
}

const isMine = ({ member }: MemberCtx, id: string) => and(eq(templates.id, id), eq(templates.ownerId, member.id))

const written = (
  { member }: MemberCtx,
  { title, description, skill, checklist, rubric, daysToDo, looksFirst, shared }: NewTemplate,
) => ({
  title,
  description,
  checklist,
  shared,
  looksFirst,
  daysToDo: daysToDo ?? null,
  skillId: sql`(select id from ${skills} where slug = ${skill ?? null})` as SQL<string>,
  rubricId:
    sql`(select id from ${rubrics} where id = ${rubric ?? null}::uuid and owner_id = ${member.id}::uuid)` as SQL<string>,
})
