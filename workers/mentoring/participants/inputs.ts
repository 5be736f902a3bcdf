import { z } from 'zod'
import { AGE_BANDS } from '#db/schema/accounts.ts'
import { INVITATION_STATES } from '#db/schema/mentoring/participants.ts'
import { NewEmail, Token } from '#workers/accounts/joining/inputs.ts'
import { NewPassword } from '#workers/accounts/passwords/policy.ts'
import { cursorOf, Moment } from '#workers/lib/paging.ts'
import { knownZone } from '#workers/lib/zones.ts'
import { Name } from '#workers/people/my-profile/inputs.ts'
import { line, paragraphs } from '#workers/people/words.ts'
import { unsaid } from '../outreach/inputs.ts'
import { lines } from '../tasks/inputs.ts'

const Slug = z.string().trim().max(120)

// Rows of a form that were left empty were not said.
const filled = <Z extends z.ZodType>(schema: Z, isEmpty: (row: unknown) => boolean) =>
  z.preprocess((rows) => (Array.isArray(rows) ? rows.filter((row) => !isEmpty(row)) : rows), schema)

const isBlank = (row: unknown) => row === ''
const namesNothing = (row: unknown) =>
  typeof row === 'object' && row !== null && 'resource' in row && row.resource === ''
const untitled = (task: unknown) =>
  typeof task === 'object' && task !== null && 'title' in task && task.title === '' ? undefined : task

const FirstTask = z.strictObject({
  title: line(120).pipe(z.string().min(3, 'What is it called?').max(120)),
  description: paragraphs(8000).default(''),
  dueOn: unsaid(z.iso.date('Please choose a day.').optional()),
})

export const NewParticipant = z
  .strictObject({
    name: Name,
    email: NewEmail,
    ageBand: z.enum(AGE_BANDS, 'Roughly how old are they?'),
    guardianEmail: unsaid(NewEmail.optional()),
    words: paragraphs(2000).pipe(
      z.string().min(20, 'A few sentences: who you are to them, and why you think of them.').max(2000),
    ),
    skills: filled(z.array(Slug).max(6, 'Six at most, to begin with.').default([]), isBlank),
    goals: lines(5),
    supplies: filled(
      z
        .array(z.strictObject({ resource: Slug, quantity: z.coerce.number().int().min(1).max(1000) }))
        .max(6)
        .default([]),
      namesNothing,
    ),
    task: z.preprocess(untitled, FirstTask.optional()),
    prospect: unsaid(z.uuid().optional()),
    program: unsaid(Slug.optional()),
  })
  .superRefine(({ ageBand, guardianEmail, email }, form) => {
    const say = (message: string) => form.addIssue({ code: 'custom', path: ['guardianEmail'], message })
    if (ageBand !== 'adult' && !guardianEmail)
      say('Please add the address of a parent or guardian: they are asked first.')
    if (ageBand !== 'adult' && guardianEmail?.toLowerCase() === email.toLowerCase())
      say('This has to be somebody else’s address: a parent or guardian.')
  })
export type NewParticipant = z.output<typeof NewParticipant>

export const InvitationId = z.strictObject({ id: z.uuid() })
export type InvitationId = z.output<typeof InvitationId>

export const InvitationState = z.strictObject({ id: z.uuid(), state: z.enum(INVITATION_STATES) })

export const InvitationSearch = z.strictObject({
  state: z.enum(INVITATION_STATES).optional(),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type InvitationSearch = z.output<typeof InvitationSearch>

export const Invitation = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  state: z.enum(INVITATION_STATES),
  // Somebody young said yes, and a guardian has to agree first.
  waitsForGuardian: z.boolean(),
  task: z.string().nullable(),
  createdAt: z.string(),
  expiresAt: z.string(),
  decidedAt: z.string().nullable(),
  mentorship: z.uuid().nullable(),
  prospect: z.uuid().nullable(),
})
export type Invitation = z.output<typeof Invitation>

export const InvitationPage = z.strictObject({ invitations: z.array(Invitation), next: z.string().nullable() })
export type InvitationPage = z.output<typeof InvitationPage>

const TimeZone = z
  .string()
  .max(60)
  .transform((name) => knownZone(name) ?? 'UTC')

// Whoever is signed in says only whether the notes come along; whoever is new says what an account needs as well.
export const Acceptance = z.strictObject({
  token: Token,
  takesTheLog: z.enum(['yes', 'no'], 'Please choose one of the two.'),
  name: unsaid(Name.optional()),
  handle: unsaid(z.string().trim().max(100).optional()),
  password: unsaid(NewPassword.optional()),
  ageBand: unsaid(z.enum(AGE_BANDS).optional()),
  guardianEmail: unsaid(NewEmail.optional()),
  terms: unsaid(z.string().max(20).optional()),
  timeZone: unsaid(TimeZone.optional()),
})
export type Acceptance = z.output<typeof Acceptance>

export const Accepted = z.strictObject({
  handle: z.string(),
  // None yet while a guardian has to agree.
  mentorship: z.uuid().nullable(),
})

export const Refusing = z.strictObject({
  token: Token,
  words: paragraphs(1000).default(''),
  leaveMeAlone: unsaid(z.literal('yes').optional()),
})
export type Refusing = z.output<typeof Refusing>

export const Refused = z.strictObject({ state: z.literal('declined') })

export const InvitationAsked = z.object({ id: z.uuid() })
