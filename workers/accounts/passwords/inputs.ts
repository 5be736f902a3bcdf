import { z } from 'zod'
import { NewEmail, Token } from '../joining/inputs.ts'
import { GivenPassword } from '../sign-ins/inputs.ts'
import { NewPassword } from './policy.ts'

export const ResetRequest = z.strictObject({ email: NewEmail })
export type ResetRequest = z.output<typeof ResetRequest>

export const Reset = z.strictObject({ token: Token, password: NewPassword })
export type Reset = z.output<typeof Reset>

// A member who never had a password leaves the current one out.
export const PasswordChange = z.strictObject({
  current: z.preprocess((value) => (value === '' ? undefined : value), GivenPassword.optional()),
  password: NewPassword,
})
export type PasswordChange = z.output<typeof PasswordChange>

export const Changed = z.strictObject({ status: z.literal('changed') })

export const ResetAsked = z.object({ id: z.uuid(), device: z.string() })
export type ResetAsked = z.output<typeof ResetAsked>
