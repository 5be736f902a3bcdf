import { z } from 'zod'

// Six digits from an app, or a recovery code; spaces and dashes are welcome.
export const Code = z
  .string()
  .max(40)
  .transform((text) => text.replace(/[\s-]/g, '').toLowerCase())
  .refine((text) => /^(\d{6}|[0-9a-z]{10})$/.test(text), 'A code has six digits, or is one of your recovery codes.')

export const GivenCode = z.strictObject({ code: Code })
export type GivenCode = z.output<typeof GivenCode>

export const SecondStep = z.strictObject({ since: z.iso.datetime().nullable(), recoveryCodesLeft: z.int() })
export type SecondStep = z.output<typeof SecondStep>

export const SecondStepRemoval = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(3, 'Please say why, and how you know who asked: the member reads it, and so does whoever looks later.')
    .max(1000),
})
export type SecondStepRemoval = z.output<typeof SecondStepRemoval>

export const RemovedSecondStep = z.strictObject({ handle: z.string() })

// What an app for codes has to know.
export const AppSecret = z.strictObject({ secret: z.string(), uri: z.string() })
export type AppSecret = z.output<typeof AppSecret>

export const RecoveryCodes = z.strictObject({ codes: z.array(z.string()) })
export type RecoveryCodes = z.output<typeof RecoveryCodes>

export const OneMoreStep = z.strictObject({ next: z.literal('second-step') })
