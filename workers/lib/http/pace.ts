import type { Context } from 'hono'
import { tooMany } from '../errors.ts'
import type { App } from './app.ts'

const PERIOD_SECONDS = 60

export async function keepPace(c: Context<App>, pace: 'reading' | 'writing') {
  const fence = pace === 'reading' ? c.env.READING : c.env.WRITING
  const { success } = await fence.limit({ key: networkOf(c.req.header('CF-Connecting-IP') ?? 'local') })
  if (!success) throw tooMany(PERIOD_SECONDS)
}

// One household is one IPv4 address or one IPv6 /64: whoever owns a /64 has 2^64 addresses to rotate through.
export function networkOf(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^\[|\]$|%.*$/g, '')
  const mapped = /^(?:0*:)*:?(?:ffff:)?((?:\d{1,3}\.){3}\d{1,3})$/.exec(plain)?.[1]
  if (mapped) return mapped.split('.').map(Number).join('.')
  return plain.includes(':') ? expand(plain).slice(0, 4).join(':') : plain
}

function expand(address: string): string[] {
  const [head = '', tail] = address.split('::')
  const left = head.split(':').filter(Boolean)
  const right = (tail ?? '').split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(gap).fill('0'), ...right].map((group) => group.replace(/^0+(?=.)/, ''))
}
