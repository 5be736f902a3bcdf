import { z } from 'zod'

export const Agreement = z.strictObject({ version: z.string().min(1, 'Which version?').max(20) })
export type Agreement = z.output<typeof Agreement>

export const Agreed = z.strictObject({ version: z.string() })

export const Agreements = z.strictObject({
  agreements: z.array(z.strictObject({ version: z.string(), agreedAt: z.string() })),
})
export type Agreements = z.output<typeof Agreements>
