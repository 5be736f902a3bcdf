import { z } from 'zod'
import { WorkSlug } from '../own/inputs.ts'

export const NewComment = z.strictObject({
  words: z
    .string('Write something first.')
    .trim()
    .min(1, 'Write something first.')
    .max(2000, 'A shorter word is read sooner.'),
})
export type NewComment = z.output<typeof NewComment>

export const CommentId = WorkSlug.extend({ comment: z.uuid() })
export type CommentId = z.output<typeof CommentId>

export const Said = z.strictObject({ id: z.uuid() })

export const Appreciated = z.strictObject({ slug: z.string() })
