import { z } from 'zod'

export { LinkToken, OneClick } from '../newsletter/inputs.ts'

export const LeftNotices = z.strictObject({ status: z.literal('stopped') })
