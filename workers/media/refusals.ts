import { constraintOf } from '#db/patience.ts'
import type { MediaKind } from '#db/schema/media.ts'
import { Refusal } from '#workers/lib/errors.ts'
import { MEGABYTE, TAKEN } from './kinds.ts'

const everything = Object.values(TAKEN)
  .map(({ says }) => says)
  .join(', ')

export const notTaken = () =>
  new Refusal(415, 'unsupported_media_type', `We cannot take this kind of file. We take ${everything}.`)

export const notWhatItSays = (kind: MediaKind) =>
  new Refusal(415, 'unsupported_media_type', `This file is not ${TAKEN[kind].says}, whatever its name says.`)

export const tooMuch = (kind: MediaKind) =>
  new Refusal(
    413,
    'payload_too_large',
    `This is more than we can take: ${TAKEN[kind].says} may have ${TAKEN[kind].bytes / MEGABYTE} MB.`,
  )

export const harmful = () => new Refusal(422, 'harmful_file', 'This file looks harmful, so we did not keep it.')

// The database counts; this is only how it says no.
export function ifShareIsFull(error: unknown): never {
  if (constraintOf(error) === 'media_within_share')
    throw new Refusal(
      413,
      'quota_exceeded',
      'Your room for files is full, so this one was not kept. Remove some you no longer need, or ask an organiser for more room.',
    )
  throw error
}
