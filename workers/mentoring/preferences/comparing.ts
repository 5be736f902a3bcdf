import { sql } from 'drizzle-orm'
import { readTogether, type Shelf } from '#db/reading.ts'
import { preferences } from '#db/schema/mentoring/feedback.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { members } from '#db/schema/people.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { maySee } from '../tasks/may-see.ts'
import type { ComparedTask, Criterion, Standings } from './inputs.ts'
import { rank } from './ranking.ts'

type Said = {
  a: number
  b: number
  choice: 'a' | 'b' | 'same'
  reason: string
  criteria: Criterion[]
  by: string
  isMine: boolean
}

const MOST_CHOICES = 2000

// What was said about versions of this task, two by two.
export async function readPreferences(ctx: MemberCtx, { id }: ComparedTask) {
  const { task, said } = await readTogether(ctx.db, { task: seen(ctx.member.id, id), said: saidOf(ctx.member.id, id) })
  if (!task[0]) throw notFound('task')
  return said
}

const seen = (memberId: string, id: string): Shelf<{ id: string }> => sql`
  select task.id from ${tasks} task where task.id = ${id}::uuid and ${maySee(memberId)}`

const saidOf = (memberId: string, id: string): Shelf<Said> => sql`
  select one.version as a, other.version as b, said.choice, said.reason, said.criteria, rater.name as by,
    said.rater_id = ${memberId}::uuid as "isMine"
  from ${preferences} said join ${submissions} one on one.id = said.a_id join ${submissions} other on other.id = said.b_id
    join ${members} rater on rater.id = said.rater_id
  where said.task_id = ${id}::uuid order by said.at desc, said.id limit ${MOST_CHOICES}`

export function standingsOf(said: Said[]): Standings {
  const { order, reliability } = rank(said.map(({ a, b, choice }) => ({ a: String(a), b: String(b), choice })))
  return {
    choices: said.length,
    raters: new Set(said.map(({ by }) => by)).size,
    reliability,
    order: order.map(({ id, strength, error }) => ({ version: Number(id), strength, error })),
  }
}
