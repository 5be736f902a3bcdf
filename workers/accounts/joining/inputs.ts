import { z } from 'zod'
import { AGE_BANDS } from '#db/schema/accounts.ts'
import { knownZone } from '#workers/lib/zones.ts'
import { Name } from '#workers/people/my-profile/inputs.ts'
import { NewPassword } from '../passwords/policy.ts'
import { Email, GivenPassword } from '../sign-ins/inputs.ts'

// Plain addresses only: what follows the @ has a dot, and letters beyond ASCII come in their encoded form (xn--).
export const NewEmail = z.string().trim().max(254, 'This address is too long.').pipe(Email)

// What was left empty in a form was not said.
const unsaid = <Z extends z.ZodType>(schema: Z) => z.preprocess((value) => (value === '' ? undefined : value), schema)

const TimeZone = z
  .string()
  .max(60)
  .transform((name) => knownZone(name) ?? 'UTC')

// Whether it may be had is said in one voice, whatever the reason: see `insistOnHandle`.
const WishedHandle = z.string().trim().max(100)

export const SignUp = z
  .strictObject({
    name: Name,
    handle: unsaid(WishedHandle.optional()),
    email: NewEmail,
    password: NewPassword,
    ageBand: z.enum(AGE_BANDS, 'Please tell us how old you are, roughly.'),
    guardianEmail: unsaid(NewEmail.optional()),
    terms: z.string('Please read our terms and agree to them.').min(1).max(20),
    timeZone: unsaid(TimeZone.optional()),
  })
  .superRefine(({ ageBand, guardianEmail, email }, form) => {
    const say = (message: string) => form.addIssue({ code: 'custom', path: ['guardianEmail'], message })
    if (ageBand !== 'adult' && !guardianEmail) say('Please add the address of a parent or guardian.')
    if (ageBand !== 'adult' && guardianEmail?.toLowerCase() === email.toLowerCase())
      say('This has to be somebody else’s address: a parent or guardian.')
  })
export type SignUp = z.output<typeof SignUp>

export const Accepted = z.strictObject({ status: z.literal('check-your-mail') })

export const Token = z.string().min(1, 'The link is incomplete.').max(100)

export const Confirmation = z.strictObject({
  token: Token,
  // Asked for in a browser that did not ask to join, so that nobody confirms what a stranger prepared.
  password: unsaid(GivenPassword.optional()),
  // When the one that was wished for was taken meanwhile.
  handle: unsaid(WishedHandle.optional()),
})
export type Confirmation = z.output<typeof Confirmation>

export const SignUpAsked = z.object({ id: z.uuid(), link: z.uuid() })
export type SignUpAsked = z.output<typeof SignUpAsked>

export const FirstAdmin = z.strictObject({
  token: Token,
  name: Name,
  handle: unsaid(WishedHandle.optional()),
  email: NewEmail,
  password: NewPassword,
  timeZone: unsaid(TimeZone.optional()),
})
export type FirstAdmin = z.output<typeof FirstAdmin>
