import { z } from 'zod'
import { MEDIA_KINDS, MEDIA_STATES } from '#db/schema/media.ts'

const Alt = z.string().trim().max(500)

// Line breaks and other signs nobody sees have no place in a name.
const Name = z
  .string()
  .max(1000)
  .transform(
    (name) =>
      name
        .replace(/[\p{Cc}\p{Cf}]/gu, '')
        .trim()
        .slice(0, 200)
        .toWellFormed() || 'file',
  )

export const NewMedia = z.strictObject({
  name: Name,
  type: z.string().trim().max(120),
  bytes: z.number().int().min(1, 'This file is empty.').max(Number.MAX_SAFE_INTEGER),
  alt: Alt.default(''),
})
export type NewMedia = z.output<typeof NewMedia>

export const MediaId = z.strictObject({ id: z.uuid() })
export type MediaId = z.output<typeof MediaId>

// What a job is about: a message of a later version may have more in it.
export const MediaJob = z.object({ id: z.uuid() })

export const PartId = z.strictObject({ id: z.uuid(), n: z.coerce.number().int().min(1).max(1000) })
export type PartId = z.output<typeof PartId>

export const AltText = z.strictObject({ alt: Alt })
export type AltText = z.output<typeof AltText>

export const MediaPiece = z.strictObject({
  id: z.uuid(),
  which: z
    .string()
    .max(5)
    .regex(/^(file|\d{2,5})$/),
})
export type MediaPiece = z.output<typeof MediaPiece>

// A file of a work that is shown by a secret link.
export const MediaLink = z.strictObject({ with: z.string().min(20).max(64).optional() })
export type MediaLink = z.output<typeof MediaLink>

export const MediaUpload = z.strictObject({
  id: z.uuid(),
  state: z.enum(MEDIA_STATES),
  kind: z.enum(MEDIA_KINDS),
  name: z.string(),
  type: z.string(),
  bytes: z.number().int(),
  alt: z.string(),
  partBytes: z.number().int(),
  // The numbers of the parts that have arrived.
  parts: z.array(z.number().int()),
  refusal: z.string().nullable(),
})
export type MediaUpload = z.output<typeof MediaUpload>

export const MediaGone = z.strictObject({ id: z.uuid() })
