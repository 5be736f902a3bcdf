import { randomBytes, timingSafeEqual } from 'node:crypto'
import { type Rank, throughGate } from './gate.ts'
import { type Cost, scrypt } from './scrypt.ts'

// What OWASP asks of scrypt today. It takes a third of a second and 32 MB, so a limiter stands in front of every use, and a gate.
const COST = { ln: 15, r: 8, p: 3 }
const BYTES = 32

export async function hashPassword(password: string, rank: Rank = 'known'): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(rank, password, salt, COST)
  return `$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$${asText(salt)}$${asText(key)}`
}

// A member without a password costs as much time as one with a wrong password.
export async function isPassword(password: string, kept: string | null | undefined, rank: Rank = 'known') {
  const { cost, salt, key } = parse(kept) ?? NOBODYS
  const derived = await derive(rank, password, salt, cost)
  return timingSafeEqual(derived, key) && Boolean(kept)
}

export const isOutdated = (kept: string) => !kept.startsWith(`$scrypt$ln=${COST.ln},r=${COST.r},p=${COST.p}$`)

const derive = (rank: Rank, password: string, salt: Uint8Array, cost: Cost): Promise<Buffer> =>
  throughGate(rank, () => scrypt(password.normalize('NFC'), salt, cost, BYTES))

const SHAPE = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]+)\$([\w+/]+)$/

function parse(kept: string | null | undefined) {
  const found = SHAPE.exec(kept ?? '')
  if (!found) return undefined
  const [ln = 0, r = 0, p = 0] = found.slice(1, 4).map(Number)
  return { cost: { ln, r, p }, salt: asBytes(found[4]), key: asBytes(found[5]) }
}

const asText = (value: Uint8Array) => Buffer.from(value).toString('base64').replaceAll('=', '')

const asBytes = (value = '') => Buffer.from(value, 'base64')

const NOBODYS = { cost: COST, salt: Buffer.alloc(16), key: Buffer.alloc(BYTES) }
