import { z } from 'zod'
import { cursorOf, Moment } from '#workers/lib/paging.ts'

export const NewApplication = z.strictObject({
  motivation: z
    .string()
    .trim()
    .min(40, 'A few sentences, please: what you would teach, and why you would like to.')
    .max(4000),
  references: z.string().trim().min(5, 'Please name somebody who can speak for you, and how to reach them.').max(2000),
})
export type NewApplication = z.output<typeof NewApplication>

const Clearance = z.strictObject({
  what: z.string().trim().min(3, 'What did you see? A certificate, a talk, a reference?').max(200),
  expiresOn: z.iso.date('Please choose the day until which it counts.'),
})

export const Decision = z.discriminatedUnion('decision', [
  z.strictObject({ decision: z.literal('approved'), clearance: Clearance }),
  z.strictObject({
    decision: z.literal('declined'),
    reason: z.string().trim().min(10, 'Please say why, in words you would like to read yourself.').max(2000),
  }),
])
export type Decision = z.output<typeof Decision>

export const ApplicationId = z.strictObject({ id: z.uuid() })
export type ApplicationId = z.output<typeof ApplicationId>

export const STATUSES = ['waiting', 'approved', 'declined', 'withdrawn'] as const

export const ApplicationState = z.strictObject({ id: z.uuid(), status: z.enum(STATUSES) })

export const ApplicationSearch = z.strictObject({
  status: z.enum(STATUSES).default('waiting'),
  after: cursorOf(z.tuple([z.uuid(), Moment]), 2).optional(),
})
export type ApplicationSearch = z.output<typeof ApplicationSearch>

export const Application = z.strictObject({
  id: z.uuid(),
  handle: z.string(),
  name: z.string(),
  portrait: z.string().nullable(),
  craft: z.string(),
  motivation: z.string(),
  references: z.string(),
  status: z.enum(STATUSES),
  appliedAt: z.string(),
  decidedAt: z.string().nullable(),
  reason: z.string().nullable(),
})
export type Application = z.output<typeof Application>

export const ApplicationPage = z.strictObject({ applications: z.array(Application), next: z.string().nullable() })
export type ApplicationPage = z.output<typeof ApplicationPage>
