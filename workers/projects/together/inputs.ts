import { z } from 'zod'
import { WorkSlug } from '../own/inputs.ts'

export const NewCollaborator = z.strictObject({
  handle: z
    .string('Who was it?')
    .trim()
    .toLowerCase()
    .min(1, 'Who was it?')
    .max(40)
    .transform((handle) => handle.replace(/^@/, '')),
  part: z.string().trim().max(120).default('').describe('What they did, in a few words.'),
})
export type NewCollaborator = z.output<typeof NewCollaborator>

export const CollaboratorOf = WorkSlug.extend({ handle: z.string().min(1).max(40) })
export type CollaboratorOf = z.output<typeof CollaboratorOf>

export const Collaboration = z.strictObject({ slug: z.string(), handle: z.string(), hasAgreed: z.boolean() })
export type Collaboration = z.output<typeof Collaboration>
