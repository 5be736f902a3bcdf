import { z } from 'zod'
import { line, paragraphs } from '#workers/people/words.ts'

export const KINDS = ['line', 'text', 'choice', 'choices', 'number', 'date', 'yes-no'] as const
export const MOST_QUESTIONS = 20
export const MOST_STEPS = 10
const MOST_OPTIONS = 12

export const Key = z
  .string()
  .max(40)
  .regex(/^[a-z][a-z0-9-]*$/)

export const FormField = z.strictObject({
  key: z.string(),
  label: z.string(),
  help: z.string(),
  kind: z.enum(KINDS),
  options: z.array(z.string()),
  required: z.boolean(),
})
export const RequiredStep = z.strictObject({ key: z.string(), title: z.string(), help: z.string() })

const Option = line(120)
const asLines = (text: string) => text.split('\n')

// Programs send a list, forms one option a line.
const options = z
  .union([z.array(Option).max(100), z.string().max(4000).transform(asLines).pipe(z.array(Option).max(100))])
  .transform((lines) => [...new Set(lines)].filter(Boolean))
  .pipe(z.array(z.string()).max(MOST_OPTIONS, `${MOST_OPTIONS} choices are the most.`))
  .default([])

const isChoice = (kind: (typeof KINDS)[number]) => kind === 'choice' || kind === 'choices'

// Kept from before, its key stays: what was answered to it is found again.
const Question = z
  .strictObject({
    key: Key.optional(),
    label: line(200).pipe(z.string().min(3, 'What do you ask?')),
    help: line(300).default(''),
    kind: z.enum(KINDS, 'What kind of answer is it?').default('line'),
    options,
    required: z.union([z.boolean(), z.literal('yes').transform(() => true)]).default(false),
  })
  .superRefine(({ kind, options: offered }, form) => {
    if (!isChoice(kind) || offered.length > 1) return
    form.addIssue({ code: 'custom', path: ['options'], message: 'Two choices at least, one on each line.' })
  })
  .transform((asked) => ({ ...asked, options: isChoice(asked.kind) ? asked.options : [] }))

export { Question }
export type Question = z.output<typeof Question>

export const Step = z.strictObject({
  key: Key.optional(),
  title: line(120).pipe(z.string().min(3, 'What is to be done?')),
  help: paragraphs(600).default(''),
})
export type Step = z.output<typeof Step>

export const AskedForm = z
  .strictObject({
    questions: z.array(Question).max(MOST_QUESTIONS, `${MOST_QUESTIONS} questions are the most.`),
    steps: z.array(Step).max(MOST_STEPS, `${MOST_STEPS} steps are the most.`).default([]),
  })
  .superRefine(({ questions, steps }, form) => {
    for (const [name, rows] of Object.entries({ questions, steps }))
      for (const [n, { key }] of rows.entries())
        if (key !== undefined && rows.findIndex((row) => row.key === key) !== n)
          form.addIssue({ code: 'custom', path: [name, n, 'key'], message: 'Two of them have the same key.' })
  })
export type AskedForm = z.output<typeof AskedForm>

export const Place = z.strictObject({ key: Key, to: z.enum(['up', 'down']) })
export const Which = z.strictObject({ key: Key })
