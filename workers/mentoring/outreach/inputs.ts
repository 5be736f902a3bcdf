import { z } from 'zod'
import { CHANNELS, OUTCOMES, STAGES } from '#db/schema/mentoring/outreach.ts'
import { NewEmail } from '#workers/accounts/joining/inputs.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { line, paragraphs, wordList } from '#workers/people/words.ts'

// What was left empty in a form was not said.
export const unsaid = <Z extends z.ZodType>(schema: Z) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema)

const Day = z.iso.date('Please choose a day.')
const Phone = z
  .string()
  .trim()
  .max(40)
  .regex(/^[+()\d][\d\s()./-]{3,}$/, 'Please write the number with digits, like +254 712 345 678.')

export const Contact = z.strictObject({
  madeAs: unsaid(z.uuid().optional()),
  channel: z.enum(CHANNELS).default('in-person'),
  outcome: z.enum(OUTCOMES).default('interested'),
  place: line(120).default(''),
  words: paragraphs(2000).default(''),
  on: unsaid(Day.optional()),
  nextStep: line(200).optional(),
  nextStepOn: unsaid(Day.optional()),
})
export type Contact = z.output<typeof Contact>

const known = {
  name: line(80).pipe(z.string().min(1, 'What are they called?').max(80)),
  email: unsaid(NewEmail.optional()),
  phone: unsaid(Phone.optional()),
  place: line(120).default(''),
  young: z.enum(['adult', 'minor', 'unknown']).default('unknown'),
  languages: wordList(line(40), 8).default([]),
  skillAreas: wordList(line(60), 12).default([]),
  firstAssessment: paragraphs(2000).default(''),
  hasTime: line(200).default(''),
  consentTo: line(200).default(''),
  consentFrom: line(200).default(''),
  consentUntil: unsaid(Day.optional()),
}

type Asked = { email?: string | undefined; phone?: string | undefined; consentTo: string }

const reachableByConsent = ({ email, phone, consentTo }: Asked, form: z.RefinementCtx) => {
  if ((email || phone) && !consentTo)
    form.addIssue({
      code: 'custom',
      path: ['consentTo'],
      message: 'An address or a number may be kept only for what they agreed to. What was that?',
    })
}

export const NewProspect = z
  .strictObject({
    ...known,
    // Made where it was written, so that it can be sent twice.
    madeAs: unsaid(z.uuid().optional()),
    contact: Contact.optional(),
    // Somebody like this was noted before, and it is somebody else.
    evenIfKnown: unsaid(z.literal('yes').optional()),
  })
  .superRefine(reachableByConsent)
export type NewProspect = z.output<typeof NewProspect>

export const ProspectChange = z
  .strictObject({ ...known, version: z.coerce.number().int().min(1).max(1_000_000) })
  .superRefine(reachableByConsent)
export type ProspectChange = z.output<typeof ProspectChange>

export const ProspectId = z.strictObject({ id: z.uuid() })
export type ProspectId = z.output<typeof ProspectId>

export const NewStage = z.strictObject({ stage: z.enum(['met', 'talking', 'not-now']) })
export type NewStage = z.output<typeof NewStage>

export const Peace = z.strictObject({ because: line(200).pipe(z.string().min(3, 'In a few words: why?').max(200)) })
export type Peace = z.output<typeof Peace>

export const HandOn = z.strictObject({ to: z.string().trim().min(1, 'Please choose who goes on.').max(64) })
export type HandOn = z.output<typeof HandOn>

export const HandOnAnswer = z.strictObject({ answer: z.enum(['yes', 'no']) })
export type HandOnAnswer = z.output<typeof HandOnAnswer>

export const Merge = z.strictObject({ gone: z.uuid() })
export type Merge = z.output<typeof Merge>

export const ProspectKept = z.strictObject({ id: z.uuid(), stage: z.enum(STAGES), version: z.number().int() })

export const ProspectSearch = z.strictObject({
  stage: z.enum(STAGES).default('met'),
  q: line(80).optional(),
  due: z.enum(['yes']).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type ProspectSearch = z.output<typeof ProspectSearch>

export const BoardSearch = z.strictObject({
  stage: z.enum(STAGES).optional(),
  ...ProspectSearch.omit({ stage: true }).shape,
})
export type BoardSearch = z.output<typeof BoardSearch>

export const ProspectCard = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  stage: z.enum(STAGES),
  young: z.enum(['adult', 'minor', 'unknown']),
  skillAreas: z.array(z.string()),
  nextStep: z.string(),
  nextStepOn: z.string().nullable(),
  isDue: z.boolean(),
  leftAlone: z.boolean(),
  lastAt: z.string().nullable(),
  updatedAt: z.string(),
})
export type ProspectCard = z.output<typeof ProspectCard>

export const ProspectPage = z.strictObject({ prospects: z.array(ProspectCard), next: z.string().nullable() })
export type ProspectPage = z.output<typeof ProspectPage>

export const Logged = z.strictObject({
  id: z.uuid(),
  by: z.string(),
  channel: z.enum(CHANNELS),
  outcome: z.enum(OUTCOMES),
  place: z.string(),
  words: z.string(),
  at: z.string(),
})
export type Logged = z.output<typeof Logged>

export const Alike = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  stage: z.enum(STAGES),
  metOn: z.string(),
  same: z.enum(['address', 'phone', 'name']),
})
export type Alike = z.output<typeof Alike>

export const Prospect = z.strictObject({
  ...ProspectCard.omit({ isDue: true, leftAlone: true, lastAt: true }).shape,
  email: z.string().nullable(),
  phone: z.string().nullable(),
  languages: z.array(z.string()),
  firstAssessment: z.string(),
  hasTime: z.string(),
  consentTo: z.string(),
  consentFrom: z.string(),
  consentUntil: z.string().nullable(),
  consentIsOver: z.boolean(),
  leftAloneAt: z.string().nullable(),
  leftAloneBecause: z.string().nullable(),
  metOn: z.string(),
  version: z.number().int(),
  member: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
  offeredTo: z.strictObject({ handle: z.string(), name: z.string() }).nullable(),
  invitation: z.strictObject({ id: z.uuid(), state: z.string(), createdAt: z.string() }).nullable(),
  contacts: z.array(Logged),
  alike: z.array(Alike),
  merges: z.array(z.strictObject({ id: z.uuid(), name: z.string(), at: z.string() })),
})
export type Prospect = z.output<typeof Prospect>

export const OfferedPerson = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  place: z.string(),
  young: z.enum(['adult', 'minor', 'unknown']),
  skillAreas: z.array(z.string()),
  metOn: z.string(),
  offeredAt: z.string(),
  leftAlone: z.boolean(),
  by: z.strictObject({ handle: z.string(), name: z.string() }),
})
export type OfferedPerson = z.output<typeof OfferedPerson>
