import { createHmac, timingSafeEqual } from 'node:crypto'

// A token proves that we wrote it, for this purpose and this subject. It is the same each time, so a mail that is sent
// again carries the same link, and nothing about it has to be stored.
export function sign(secret: string, purpose: string, subject: string, expires?: Date): string {
  const claim = [subject, expires ? Math.floor(expires.getTime() / 1000).toString(36) : ''].join('.')
  return `${claim}.${seal(secret, purpose, claim)}`
}

export function verify(secret: string, purpose: string, token: string, now: Date): string | undefined {
  const end = token.lastIndexOf('.')
  const claim = token.slice(0, end)
  const expected = Buffer.from(seal(secret, purpose, claim))
  const given = Buffer.from(token.slice(end + 1))
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  const middle = claim.lastIndexOf('.')
  const expires = claim.slice(middle + 1)
  return expires && Number.parseInt(expires, 36) * 1000 < now.getTime() ? undefined : claim.slice(0, middle)
}

const seal = (secret: string, purpose: string, claim: string) =>
  createHmac('sha256', secret).update(`${purpose}\n${claim}`).digest('base64url')
