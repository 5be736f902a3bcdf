import { z } from 'zod'
import type { FormField } from '#db/schema/mentoring/programs.ts'
import { type Issue, invalid } from '#workers/lib/errors.ts'
import type { Answers } from './inputs.ts'

type Answer = Answers[string]

// What was answered, as the form asks for it; every field that needs another look is named.
export function answersTo(form: FormField[], said: Answers): Answers {
  const issues = notAsked(form, said)
  const given: [string, Answer][] = []
  for (const field of form) {
    const answer = read(field, Object.hasOwn(said, field.key) ? said[field.key] : undefined)
    if (answer.message) issues.push({ path: `answers.${field.key}`, message: answer.message })
    else if (answer.value !== undefined) given.push([field.key, answer.value])
  }
  if (issues.length > 0) throw invalid(issues)
  return Object.fromEntries(given)
}

// The form may have changed while it was being filled in.
const notAsked = (form: FormField[], said: Answers): Issue[] =>
  Object.entries(said)
    .filter(([key, answer]) => !isEmpty(answer) && !form.some((field) => field.key === key))
    .map(([key]) => ({
      path: `answers.${key}`,
      message: 'The organisers changed their questions while you wrote. Please look over the form once more.',
    }))

type Read = { message?: string; value?: Answer }

function read(field: FormField, said: Answer | undefined): Read {
  const answer = typeof said === 'string' ? said.trim() : said
  if (answer === undefined || isEmpty(answer)) return field.required ? { message: MISSING[field.kind] } : {}
  return READERS[field.kind](answer, field)
}

const isEmpty = (answer: Answer) =>
  typeof answer === 'string' ? answer.trim() === '' : Array.isArray(answer) && answer.every((one) => one.trim() === '')

const MISSING: Record<FormField['kind'], string> = {
  line: 'Please answer this one.',
  text: 'Please answer this one.',
  choice: 'Please choose one of these.',
  choices: 'Please choose at least one of these.',
  number: 'Please give a number.',
  date: 'Please choose a day.',
  'yes-no': 'Yes or no?',
}

const LONGEST = { line: 200, text: 4000 }

const words =
  (kind: 'line' | 'text') =>
  (said: Answer): Read => {
    if (typeof said !== 'string') return { message: 'Some words, please.' }
    if (said.length > LONGEST[kind]) return { message: `At most ${LONGEST[kind]} characters fit here.` }
    return { value: kind === 'line' ? said.replace(/\s+/g, ' ') : said.replace(/\r\n?/g, '\n') }
  }

const READERS: Record<FormField['kind'], (said: Answer, field: FormField) => Read> = {
  line: words('line'),
  text: words('text'),
  choice: (said, { options }) =>
    typeof said === 'string' && options.includes(said) ? { value: said } : { message: MISSING.choice },
  choices: (said, { options }) => {
    const chosen = [...new Set([said].flat())].filter((one) => one !== '')
    const isOffered = (one: unknown) => typeof one === 'string' && options.includes(one)
    return chosen.every(isOffered)
      ? { value: options.filter((one) => chosen.includes(one)) }
      : { message: 'Please choose among these.' }
  },
  number: (said) => {
    const number = typeof said === 'number' ? said : asNumber(said)
    const isOne = number !== undefined && Number.isFinite(number) && Math.abs(number) <= 1e12
    return isOne ? { value: number } : { message: 'A number, please, like 3 or 2.5.' }
  },
  date: (said) => {
    const day = z.iso.date().safeParse(said)
    return day.success ? { value: day.data } : { message: 'A day, please, like 2027-03-14.' }
  },
  'yes-no': (said) => {
    if (typeof said === 'boolean') return { value: said }
    return said === 'yes' || said === 'no' ? { value: said === 'yes' } : { message: MISSING['yes-no'] }
  },
}

// Half the world writes 2,5.
const asNumber = (said: Answer) =>
  typeof said === 'string' && /^[-+]?\d{1,12}([.,]\d{1,6})?$/.test(said) ? Number(said.replace(',', '.')) : undefined
