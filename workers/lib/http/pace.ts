import type { Context } from 'hono'
import { tooMany } from '../errors.ts'
import type { App } from './app.ts'

const PERIOD_SECONDS = 60

export async function keepPace(c: Context<App>, pace: 'reading' | 'writing' | 'signed') {
  const fence = pace === 'writing' ? c.env.WRITING : c.env.READING
  const { success } = await fence.limit({ key: networkOf(c.req.header('CF-Connecting-IP') ?? 'local') })
  if (!success) throw tooMany(PERIOD_SECONDS)
}

// One household is one IPv4 address or one IPv6 /64: whoever owns a /64 has 2^64 addresses to rotate through.
export function networkOf(address: string): string {
  const plain = address
    .slice(0, 64)
    .trim()
    .toLowerCase()
    .replace(/^\[|[\]%].*$/g, '')
  if (!plain.includes(':')) return plain.replace(/\d+/g, (part) => String(Number(part)))
  const groups = expand(plain.replace(/(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/, asGroups))
  return groups.slice(0, 6).join(':') === '0:0:0:0:0:ffff' ? asIpv4(groups) : groups.slice(0, 4).join(':')
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}

const asGroups = (_: string, ...quad: string[]) => {
  const [a = 0, b = 0, c = 0, d = 0] = quad.slice(0, 4).map(Number)
  return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
}

const asIpv4 = (groups: string[]) =>
  groups
    .slice(6)
    .flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255])
    .join('.')
