import { z } from 'zod'

const Bytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/, 'These are bytes written in base64url.')

const CredentialId = Bytes(1400)

// What a browser hands over when it made a passkey.
export const NewPasskey = z.strictObject({
  id: CredentialId,
  clientDataJSON: Bytes(4096),
  attestationObject: Bytes(16_384),
  transports: z
    .array(
      z
        .string()
        .max(20)
        .regex(/^[a-z-]+$/),
    )
    .max(10),
})
export type NewPasskey = z.output<typeof NewPasskey>

// What a browser hands over when a passkey answered a challenge.
export const PasskeyAnswer = z.strictObject({
  id: CredentialId,
  clientDataJSON: Bytes(4096),
  authenticatorData: Bytes(4096),
  signature: Bytes(4096),
  userHandle: Bytes(100).nullable(),
})
export type PasskeyAnswer = z.output<typeof PasskeyAnswer>

export const PasskeyId = z.strictObject({ id: CredentialId })
export type PasskeyId = z.output<typeof PasskeyId>

export const PasskeyName = z.strictObject({
  name: z.string().trim().min(1, 'Please give it a name, so that you know it later.').max(60),
})

export const NamedPasskey = z.strictObject({ ...PasskeyId.shape, ...PasskeyName.shape })
export type NamedPasskey = z.output<typeof NamedPasskey>

const Moment = z.iso.datetime()

export const Passkey = z.strictObject({
  id: z.string(),
  name: z.string(),
  createdAt: Moment,
  usedAt: Moment.nullable(),
})
export type Passkey = z.output<typeof Passkey>

export const Passkeys = z.strictObject({ passkeys: z.array(Passkey) })

const Known = z.strictObject({
  id: z.string(),
  type: z.literal('public-key'),
  transports: z.array(z.string()).optional(),
})

// For navigator.credentials.create(), as the standard names the fields.
export const PasskeyToMake = z.strictObject({
  challenge: z.string(),
  rp: z.strictObject({ name: z.string(), id: z.string() }),
  user: z.strictObject({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.strictObject({ alg: z.int(), type: z.literal('public-key') })),
  timeout: z.int(),
  attestation: z.literal('none'),
  excludeCredentials: z.array(Known),
  authenticatorSelection: z.strictObject({
    residentKey: z.string(),
    userVerification: z.string(),
    requireResidentKey: z.boolean(),
  }),
  extensions: z.strictObject({ credProps: z.boolean() }),
  hints: z.array(z.string()),
})

// For navigator.credentials.get().
export const PasskeyToShow = z.strictObject({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.string(),
  allowCredentials: z.array(Known).optional(),
  extensions: z.strictObject({}).optional(),
})
