import { type Copy, copyFrom } from './copy.ts'

export type Copies = {
  find(address: string, now: number): Promise<Copy | undefined>
  keep(address: string, copy: Copy): Promise<void>
}

const DAY_SECONDS = 86_400
const MOST_BYTES = 8 * 2 ** 20

// Near are the copies this part of the Worker remembers itself; behind them those of the whole data centre, where there
// is one. Each build has its own: an old page would ask for styles and scripts that a deploy took away.
export function copiesOf(build: string, edge: Cache | undefined = theEdge()): Copies {
  const near = new Map<string, Copy>()
  let bytes = 0
  const keyOf = (address: string) => address.replace(/^https?:\/\/[^/]+/, `$&/.kept/${build}`)

  function remember(address: string, copy: Copy) {
    forget(address)
    near.set(address, copy)
    bytes += copy.body.byteLength
    for (const oldest of near.keys()) if (bytes > MOST_BYTES) forget(oldest)
  }

  function forget(address: string) {
    bytes -= near.get(address)?.body.byteLength ?? 0
    near.delete(address)
  }

  return {
    async find(address, now) {
      const here = near.get(address)
      if (here && now < here.madeAt + here.fresh * 1000) return here
      const there = await readFrom(edge, keyOf(address))
      if (!there || (here && here.madeAt >= there.madeAt)) return here
      remember(address, there)
      return there
    },

    async keep(address, copy) {
      remember(address, copy)
      await writeTo(edge, keyOf(address), copy)
    },
  }
}

const theEdge = () => (typeof caches === 'undefined' ? undefined : (caches as { default?: Cache }).default)

// A cache that fails is as good as none. What it hands back has headers of its own, so ours travel in one.
async function readFrom(edge: Cache | undefined, key: string): Promise<Copy | undefined> {
  const found = await edge?.match(key).catch(() => undefined)
  const kept = found?.headers.get('X-Kept')
  if (!found || !kept) return undefined
  const { headers, madeAt } = JSON.parse(kept)
  return copyFrom(await found.arrayBuffer(), new Headers(headers), madeAt)
}

async function writeTo(edge: Cache | undefined, key: string, { body, headers, madeAt }: Copy) {
  const kept = JSON.stringify({ headers: [...headers], madeAt })
  const stored = new Response(body, { headers: { 'Cache-Control': `public, max-age=${DAY_SECONDS}`, 'X-Kept': kept } })
  await edge?.put(key, stored).catch(() => {})
}
