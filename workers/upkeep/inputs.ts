import { z } from 'zod'

export const Health = z.strictObject({ status: z.literal('ok') })

const Part = z.enum(['ready', 'failing'])

export const Readiness = z.strictObject({
  ready: z.boolean(),
  parts: z.strictObject({ database: Part, queue: Part, storage: Part }),
})
