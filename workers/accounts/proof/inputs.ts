import { z } from 'zod'
import { Code } from '../second-step/inputs.ts'
import { GivenPassword } from '../sign-ins/inputs.ts'

// One of the two.
export const Proof = z
  .strictObject({ password: GivenPassword.optional(), code: Code.optional() })
  .refine(
    ({ password, code }) => (password === undefined) !== (code === undefined),
    'Please give a password or a code.',
  )
export type Proof = z.output<typeof Proof>
