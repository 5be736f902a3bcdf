import { z } from 'zod'
import { RESERVED } from './reserved.ts'

const SHAPE = /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){1,28}[a-z0-9]$/

export const Handle = z
  .string()
  .trim()
  .toLowerCase()
  .max(30, 'A handle has at most 30 characters.')
  .regex(SHAPE, 'A handle has 3 to 30 letters, digits and single hyphens, such as anna-weaves.')
  .refine((handle) => /[a-z]/.test(handle), 'A handle has at least one letter.')
  .refine((handle) => !RESERVED.has(handle), 'This handle is kept free for the house. Please choose another.')

export const NewHandle = z.strictObject({ handle: Handle })
export type NewHandle = z.output<typeof NewHandle>
