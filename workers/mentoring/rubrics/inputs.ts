import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { lines } from '../tasks/inputs.ts'

const MOST_CRITERIA = 8

const Typed = z.strictObject({ title: z.string().trim().max(80).default(''), levels: lines(6) })
type Typed = z.output<typeof Typed>

const isEmpty = ({ title, levels }: Typed) => title === '' && levels.length === 0

// Rows of a form that were left empty are no criteria.
const Criteria = z
  .array(Typed)
  .max(MOST_CRITERIA, `Please keep it to ${MOST_CRITERIA} criteria.`)
  .superRefine((all, { addIssue }) => {
    const say = (path: (string | number)[], message: string) => addIssue({ code: 'custom', path, message })
    if (all.every(isEmpty)) say([0, 'title'], 'What is looked at? One criterion is enough to begin.')
    for (const [n, criterion] of all.entries()) {
      if (isEmpty(criterion)) continue
      if (criterion.title === '') say([n, 'title'], 'What do these levels describe?')
      if (criterion.levels.length < 2) say([n, 'levels'], 'Please describe at least two levels, one on each line.')
    }
  })
  .transform((all) =>
    all.filter((one) => !isEmpty(one)).map(({ title, levels }, n) => ({ key: `c${n + 1}`, title, levels })),
  )

export const NewRubric = z.strictObject({
  title: z.string().trim().min(3, 'What is it called?').max(120),
  criteria: Criteria,
})
export type NewRubric = z.output<typeof NewRubric>

export const NewRubricVersion = NewRubric.pick({ criteria: true })
export type NewRubricVersion = z.output<typeof NewRubricVersion>

export const RubricId = z.strictObject({ id: z.uuid() })
export type RubricId = z.output<typeof RubricId>

const Criterion = z.strictObject({ key: z.string(), title: z.string(), levels: z.array(z.string()) })

const Listed = z.strictObject({
  id: z.uuid(),
  title: z.string(),
  version: z.number().int(),
  criteria: z.array(Criterion),
  createdAt: z.string(),
})

export const RubricPage = z.strictObject({ rubrics: z.array(Listed), next: z.string().nullable() })
export type RubricPage = z.output<typeof RubricPage>

export const RubricSearch = z.strictObject({ after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional() })
export type RubricSearch = z.output<typeof RubricSearch>
