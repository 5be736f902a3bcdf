import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FormField } from '#db/schema/mentoring/programs.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { aQuestion } from '#workers/lib/testing/mentoring/programs.ts'
import { answersTo } from './answers.ts'
import type { Answers } from './inputs.ts'

const KINDS: FormField['kind'][] = ['line', 'text', 'choice', 'choices', 'number', 'date', 'yes-no']
const OPTIONS = ['Oak', 'Pine', 'Whatever lies there']

const aField = fc
  .record({ kind: fc.constantFrom(...KINDS), required: fc.boolean() })
  .map((wish): FormField => aQuestion({ ...wish, options: wish.kind.startsWith('choice') ? OPTIONS : [] }))
const aForm = fc
  .array(aField, { maxLength: 8 })
  .map((fields) => fields.map((field, n): FormField => ({ ...field, key: `q${n}` })))

const anAnswer = fc.oneof(
  fc.string({ maxLength: 300 }),
  fc.constantFrom('', ' ', 'yes', 'no', 'Oak', '2,5', '3', '2027-03-14', '2027-02-30', '-0', 'Infinity', '1e400'),
  fc.array(fc.constantFrom('', 'Oak', 'Pine', 'Elm'), { maxLength: 4 }),
  fc.double(),
  fc.boolean(),
)
const someAnswers = fc.dictionary(
  fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'constructor'),
  anAnswer,
)

function answered(form: FormField[], said: Answers) {
  try {
    return { given: answersTo(form, said), wrong: [] }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { wrong: error.issues.map(({ path }) => path) }
  }
}

const fits = ({ kind, options }: FormField, value: Answers[string]) =>
  ({
    line: typeof value === 'string' && value !== '' && value.length <= 200 && !/[\r\n]/.test(value),
    text: typeof value === 'string' && value !== '' && value.length <= 4000,
    choice: typeof value === 'string' && options.includes(value),
    choices: Array.isArray(value) && value.length > 0 && value.every((one) => options.includes(one)),
    number: typeof value === 'number' && Number.isFinite(value),
    date: typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
    'yes-no': typeof value === 'boolean',
  })[kind]

describe('answers to a form of any shape', () => {
  it('are kept only when each fits its question and none that has to be there is missing', () => {
    fc.assert(
      fc.property(aForm, someAnswers, (form, said) => {
        const { given, wrong } = answered(form, said)
        expect(wrong.every((path) => path.startsWith('answers.'))).toBe(true)
        if (!given) return
        for (const field of form) {
          const value = Object.hasOwn(given, field.key) ? given[field.key] : undefined
          if (value === undefined) expect(field.required).toBe(false)
          else expect(fits(field, value), `${field.kind} ${JSON.stringify(value)}`).toBe(true)
        }
        expect(Object.keys(given).filter((key) => !form.some((field) => field.key === key))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('that were kept are accepted again, as they are', () => {
    fc.assert(
      fc.property(aForm, someAnswers, (form, said) => {
        const { given } = answered(form, said)
        if (given) expect(answersTo(form, given)).toEqual(given)
      }),
      { numRuns: 300 },
    )
  })

  it('name every field that needs another look, at once', () => {
    const form = KINDS.map((kind) =>
      aQuestion({ key: `k-${kind}`, kind, options: kind.startsWith('choice') ? OPTIONS : [] }),
    )
    expect(answered(form, {}).wrong).toEqual(KINDS.map((kind) => `answers.k-${kind}`))
  })

  it('to a question that is no longer asked are not dropped in silence', () => {
    expect(answered([aQuestion()], { why: 'Swallows', gone: 'A long story' }).wrong).toEqual(['answers.gone'])
    expect(answered([aQuestion()], { why: 'Swallows', gone: '' }).given).toEqual({ why: 'Swallows' })
  })

  it('may be numbers with a comma, as half the world writes them', () => {
    const number = aQuestion({ key: 'hours', kind: 'number' })
    expect(answered([number], { hours: '2,5' }).given).toEqual({ hours: 2.5 })
    expect(answered([number], { hours: 'three' }).wrong).toEqual(['answers.hours'])
    expect(answered([number], { hours: '1e3' }).wrong).toEqual(['answers.hours'])
  })
})
