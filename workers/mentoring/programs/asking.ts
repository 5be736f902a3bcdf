import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { type FormField, programs, type RequiredStep } from '#db/schema/mentoring/programs.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, refuse } from '#workers/lib/errors.ts'
import type { ProgramSlug } from './inputs.ts'
import { organisedBy } from './organising.ts'
import { AskedForm, type Question, type Step } from './questions.ts'

type Asked = { questions: FormField[]; steps: RequiredStep[] }

// The whole form at once. Whoever applied before keeps the form as they answered it.
export async function askInForm(ctx: MemberCtx, which: ProgramSlug, form: AskedForm) {
  return (await write(ctx, which, asAsked(form))) ?? refuse(notFound('program'))
}

// One change to the form as it is now; whoever changes it at the same time is told.
export async function reshape(ctx: MemberCtx, which: ProgramSlug, change: (asked: Asked) => AskedForm) {
  const [now] = await ctx.db
    .select({ questions: programs.form, steps: programs.steps })
    .from(programs)
    .where(and(eq(programs.slug, which.slug), organisedBy(ctx)))
  if (!now) throw notFound('program')
  return (await write(ctx, which, asAsked(change(now)), now)) ?? refuse(changedMeanwhile())
}

const changedMeanwhile = () =>
  conflict('Somebody changed the questions at the same moment. Nothing of theirs was lost; please do it once more.')

const asAsked = ({ questions, steps }: AskedForm): Asked => ({
  questions: questions.map((question) => ({ ...question, key: question.key ?? newKey() })),
  steps: steps.map((step) => ({ ...step, key: step.key ?? newKey() })),
})

const newKey = () => `k${newId().slice(-11)}`

async function write(ctx: MemberCtx, { slug }: ProgramSlug, { questions, steps }: Asked, before?: Asked) {
  const asBefore =
    before &&
    sql`${programs.form} = ${JSON.stringify(before.questions)}::jsonb and ${programs.steps} = ${JSON.stringify(before.steps)}::jsonb`
  const [changed] = await commit(
    ctx,
    ctx.db
      .update(programs)
      .set({ form: questions, steps, updatedAt: sql`now()` })
      .where(and(eq(programs.slug, slug), organisedBy(ctx), asBefore))
      .returning({ id: programs.id, slug: programs.slug, state: programs.state }),
    fact('program.form-changed', { questions: questions.length, steps: steps.length }),
  )
  return changed
}

type Row = { key?: string | undefined }

// With the same key in place of the one before; without a key, at the end.
export const put = <R extends Row>(rows: R[], row: R): R[] =>
  row.key === undefined ? [...rows, row] : rows.map((one) => (one.key === row.key ? row : one))

export const without = <R extends Row>(rows: R[], key: string): R[] => rows.filter((row) => row.key !== key)

export function moved<R extends Row>(rows: R[], key: string, to: 'up' | 'down'): R[] {
  const from = rows.findIndex((row) => row.key === key)
  const [row] = rows.slice(from, from + 1)
  if (from < 0 || !row) return rows
  const rest = rows.toSpliced(from, 1)
  return rest.toSpliced(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, row)
}

export const withQuestion = (asked: Asked, question: Question) =>
  AskedForm.parse({ ...asked, questions: put<Question>(asked.questions, question) })

export const withStep = (asked: Asked, step: Step) => AskedForm.parse({ ...asked, steps: put<Step>(asked.steps, step) })
