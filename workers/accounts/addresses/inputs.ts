import { z } from 'zod'
import { NewEmail, Token } from '../joining/inputs.ts'
import { GivenPassword } from '../sign-ins/inputs.ts'

export const AddressChange = z.strictObject({
  email: NewEmail,
  current: z.preprocess((value) => (value === '' ? undefined : value), GivenPassword.optional()),
})
export type AddressChange = z.output<typeof AddressChange>

export const AddressLink = z.strictObject({ token: Token })
export type AddressLink = z.output<typeof AddressLink>

export const AddressChanged = z.strictObject({ status: z.literal('changed') })
export const AddressRestored = z.strictObject({ status: z.literal('restored') })

export const AddressAsked = z.object({ id: z.uuid() })
export type AddressAsked = z.output<typeof AddressAsked>

export const AddressMoved = z.object({ id: z.uuid(), objection: z.uuid() })
export type AddressMoved = z.output<typeof AddressMoved>
