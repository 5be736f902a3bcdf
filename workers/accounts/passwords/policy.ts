import { z } from 'zod'
import type { Ctx } from '#workers/lib/context.ts'
import { invalid } from '#workers/lib/errors.ts'
import { theHouse } from '#workers/settings/settings.ts'
import { PASSWORD_BYTES } from '../sign-ins/inputs.ts'

export const SHORTEST = 8
export const ADVISED = 15

// Length is what counts: no rules about which signs it needs, nothing cut off, nothing changed but the way accents are composed.
export const NewPassword = z
  .string()
  .max(PASSWORD_BYTES, 'That is longer than any password we take.')
  .refine((text) => [...text.normalize('NFC')].length >= SHORTEST, `A password has at least ${SHORTEST} characters.`)
  .refine(
    (text) => Buffer.byteLength(text.normalize('NFC')) <= PASSWORD_BYTES,
    'That is longer than any password we take.',
  )

type Own = { name?: string; handle?: string; email?: string }

// What half the world uses, or what stands on the member's own profile, is guessed first.
export async function insistOnGoodPassword(ctx: Ctx, password: string, own: Own, field = 'password') {
  const { COMMON } = await import('./common.ts')
  const plain = password.normalize('NFC').toLowerCase()
  if (COMMON.has(plain) || isOneSign(plain))
    throw refused(field, 'Very many people use this password, so it is guessed first. Please choose another.')
  const { name } = await theHouse(ctx)
  if (isMadeOf(plain, ownWords({ ...own, house: name })))
    throw refused(field, 'This is too close to your name, your address or the name of this community.')
}

const refused = (path: string, message: string) => invalid([{ path, message }])

const isOneSign = (text: string) => new Set(text).size < 3

const ownWords = ({ name = '', handle = '', email = '', house }: Own & { house: string }) =>
  [email, name, handle, house, ...name.split(/\s+/), ...email.split(/[@.]/), 'guildhall']
    .map(squeezed)
    .filter((word) => word.length >= 4)
    .sort((one, other) => other.length - one.length)

// Whatever is left once these words are taken out is too little to be a secret.
function isMadeOf(password: string, words: string[]): boolean {
  const whole = squeezed(password)
  const left = words.reduce((text, word) => text.replaceAll(word, ''), whole)
  return left.length < whole.length && left.length < 5
}

const squeezed = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
