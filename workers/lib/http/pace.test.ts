import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { expectQuick } from '#workers/lib/testing/quick.ts'
import { expectNoChange } from '../testing/unchanged.ts'
import { aWorld, post, type World } from '../testing/world.ts'
import { routesOf } from './inventory.ts'
import { networkOf } from './pace.ts'

const group = fc.integer({ min: 0, max: 0xffff })
const groups = fc.tuple(group, group, group, group, group, group, group, group)
const quad = fc.tuple(...[0, 1, 2, 3].map(() => fc.integer({ min: 0, max: 255 })))

const canonical = (eight: number[]) => eight.map((part) => part.toString(16)).join(':')

// Other ways to write the same IPv6 address.
const respelled = (eight: number[]) =>
  fc.constantFrom(
    canonical(eight),
    canonical(eight).toUpperCase(),
    eight.map((part) => part.toString(16).padStart(4, '0')).join(':'),
    `[${canonical(eight)}]`,
    `${canonical(eight)}%eth0`,
    shortened(eight),
    ` ${canonical(eight)} `,
    dotted(eight),
  )

const shortened = (eight: number[]) => {
  const zeros = eight.map((part, n) => (part === 0 ? n : -1)).filter((n) => n >= 0)
  const [first] = zeros
  if (first === undefined) return canonical(eight)
  let last = first
  while (eight[last + 1] === 0) last++
  return `${canonical(eight.slice(0, first))}::${canonical(eight.slice(last + 1))}`
}

const dotted = (eight: number[]) => {
  const [a = 0, b = 0] = eight.slice(6)
  return `${canonical(eight.slice(0, 6))}:${[a >> 8, a & 255, b >> 8, b & 255].join('.')}`
}

describe('the network an address belongs to', () => {
  it('B60 is the same however the address is spelled', () =>
    fc.assert(
      fc.property(
        groups.chain((eight) => fc.tuple(fc.constant(eight), respelled(eight))),
        ([eight, spelled]) => {
          expect(networkOf(spelled)).toBe(networkOf(canonical(eight)))
        },
      ),
    ))

  it('B60 is the same for an address with many zeros', () =>
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom(0, 0, 0, 1, 0xffff), { minLength: 8, maxLength: 8 })
          .chain((eight) => fc.tuple(fc.constant(eight), respelled(eight))),
        ([eight, spelled]) => {
          expect(networkOf(spelled)).toBe(networkOf(canonical(eight)))
        },
      ),
    ))

  it('B60 is the IPv4 address itself, also when it comes mapped into IPv6 or with leading zeros', () =>
    fc.assert(
      fc.property(quad, (parts) => {
        const plain = parts.join('.')
        const [a = 0, b = 0, c = 0, d = 0] = parts
        const hex = `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
        const padded = parts.map((part) => String(part).padStart(3, '0')).join('.')
        for (const spelled of [
          plain,
          padded,
          `::ffff:${plain}`,
          `::FFFF:${plain}`,
          `::ffff:${hex}`,
          `[::ffff:${plain}]`,
          `0:0:0:0:0:ffff:${hex}`,
          `0000::ffff:${plain}`,
        ])
          expect(networkOf(spelled), spelled).toBe(plain)
      }),
    ))

  it('B79 is one for a whole /64 and another for the next', () =>
    fc.assert(
      fc.property(groups, groups, (one, other) => {
        const neighbour = [...one.slice(0, 4), ...other.slice(4)]
        fc.pre(!one.slice(0, 4).every((part) => part === 0))
        expect(networkOf(canonical(neighbour))).toBe(networkOf(canonical(one)))
        const [first = 0, ...rest] = one
        expect(networkOf(canonical([first ^ 1, ...rest]))).not.toBe(networkOf(canonical(one)))
      }),
    ))

  it('B85 is found quickly in any nonsense', async () => {
    for (const nonsense of [
      '0:'.repeat(50_000),
      ':'.repeat(50_000),
      `${'0'.repeat(50_000)}!`,
      '1.'.repeat(50_000),
      '[%'.repeat(20_000),
    ]) {
      await expectQuick(50, () => networkOf(nonsense))
    }
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(networkOf(text).length).toBeLessThanOrEqual(64)
      }),
    )
  })
})

describe('a network that asks too often', () => {
  let world: World
  let asked: { fence: string; key: string }[]
  const fence = (name: string, open: () => boolean) => ({
    limit: async ({ key }: { key: string }) => {
      asked.push({ fence: name, key })
      return { success: open() }
    },
  })
  beforeAll(async () => {
    world = await aWorld()
    asked = []
    Object.assign(world.env, { READING: fence('reading', () => false), WRITING: fence('writing', () => false) })
  })

  it('B79 gets 429 with the time to wait on every route, and nothing changes', () =>
    expectNoChange(world, async () => {
      const routes = routesOf(world.house).filter((route) => route.rule)
      expect(routes.length).toBeGreaterThan(5)
      for (const { method, path, rule } of routes) {
        asked.length = 0
        const anAddress = path.replace(/:\w+(\{.*\})?/g, 'a')
        const answer = await world.request(
          anAddress,
          method === 'GET' ? {} : { ...post({ email: 'a@example.org' }), method },
        )
        expect(answer.status, path).toBe(429)
        expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
        // Whoever signs may come as often as somebody who reads.
        const fence = rule?.pace === 'signed' ? 'reading' : rule?.pace
        expect(asked).toEqual([{ fence, key: 'local' }])
      }
    }))

  it('B32 cannot pass for another network by headers anybody can write', async () => {
    for (const name of ['X-Forwarded-For', 'X-Real-IP', 'Forwarded', 'True-Client-IP', 'Client-IP']) {
      asked.length = 0
      await world.request('/api/health', { headers: { [name]: '203.0.113.9', 'CF-Connecting-IP': '198.51.100.7' } })
      expect(asked[0]?.key).toBe('198.51.100.7')
    }
  })
})
