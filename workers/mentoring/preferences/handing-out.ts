import { createHmac } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import { preferenceConsents, preferences } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { skills } from '#db/schema/people/skills.ts'
import type { Ctx } from '#workers/lib/context.ts'
import type { ExportSearch } from './inputs.ts'

export const LINES = 1000

type Row = {
  id: string
  rater: string
  context: object
  a: object
  b: object
  choice: string
  reason: string
  criteria: string[]
  day: string
}

// One line of JSON for each choice whose rater and whose maker both agreed. Nobody is named: whoever chose is a seal that
// only this house can make, the same in every line, so that what one person said can be told from what another said.
export async function preferencesAsLines(
  { db, env }: Ctx,
  { after }: ExportSearch,
): Promise<{ lines: string; next?: string }> {
  const { rows }: { rows: Row[] } = await db.execute(sql`
    select said.id, said.rater_id as rater, said.choice, said.reason, said.criteria, to_char(said.at, 'YYYY-MM-DD') as day,
      json_build_object('task', task.title, 'description', task.description, 'skill', skill.name) as context,
      ${piece('one')} as a, ${piece('other')} as b
    from ${preferences} said join ${tasks} task on task.id = said.task_id left join ${skills} skill on skill.id = task.skill_id
      join ${submissions} one on one.id = said.a_id join ${submissions} other on other.id = said.b_id
    where ${agreed(sql`said.rater_id`)} and ${agreed(sql`task.participant_id`)} and (${after ?? null}::uuid is null or said.id > ${after ?? null}::uuid)
    order by said.id limit ${LINES}`)
  const lines = rows.map(
    ({ id: _, rater, ...line }) => `${JSON.stringify({ ...line, rater: seal(env.LINK_SECRET, rater) })}\n`,
  )
  const next = rows.length === LINES ? rows.at(-1)?.id : undefined
  return { lines: lines.join(''), ...(next && { next }) }
}

const piece = (alias: string) => {
  const column = (name: string) => sql`${sql.identifier(alias)}.${sql.identifier(name)}`
  return sql`json_build_object('version', ${column('version')}, 'note', ${column('note')}, 'links', ${column('links')})`
}

const agreed = (who: SQL) => sql`exists (
  select from ${preferenceConsents} consent where consent.member_id = ${who} and consent.withdrawn_at is null)`

const seal = (secret: string, rater: string) =>
  createHmac('sha256', secret).update(`rater of preferences\n${rater}`).digest('base64url').slice(0, 22)
