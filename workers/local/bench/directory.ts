import { drizzle } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { Ctx } from '#workers/lib/context.ts'
import { findMembers } from '#workers/people/directory/directory.ts'
import { MemberSearch, MentorSearch } from '#workers/people/directory/inputs.ts'
import { moveTownIn } from './members.ts'

export type Times = { name: string; p50: number; p95: number; worst: string }

type Asked = [query: Record<string, string>, among: 'members' | 'mentors', as: 'guest' | 'member']

// What people would ask of a town: common and rare, with slips, in other scripts, and what nobody answers to.
export const SEARCHES: Asked[] = [
  [{ q: 'maria' }, 'members', 'guest'],
  [{ q: 'wanjiru kamaupd' }, 'members', 'guest'],
  [{ q: 'lesezk' }, 'members', 'member'],
  [{ q: 'weaver' }, 'members', 'member'],
  [{ q: 'linocut' }, 'members', 'member'],
  [{ q: 'pyton' }, 'mentors', 'member'],
  [{ q: 'patient weaver from recife who speaks portuguese' }, 'members', 'member'],
  [{ q: 'a' }, 'members', 'member'],
  [{ q: 'maria', language: 'fy' }, 'members', 'member'],
  [{ q: '千代' }, 'members', 'member'],
  [{ q: 'zzzzqqq' }, 'members', 'guest'],
]

export const FILTERS: Asked[] = [
  [{}, 'members', 'guest'],
  [{}, 'members', 'member'],
  [{}, 'mentors', 'guest'],
  [{ open: 'yes' }, 'mentors', 'guest'],
  [{ open: 'yes', hours: '4' }, 'mentors', 'member'],
  [{ hours: '40' }, 'members', 'member'],
  [{ hours: '2' }, 'members', 'member'],
  [{ language: 'en' }, 'members', 'guest'],
  [{ language: 'fy' }, 'members', 'guest'],
  [{ language: 'xx', experience: 'curious' }, 'members', 'member'],
  [{ category: 'music' }, 'members', 'guest'],
  [{ category: 'crafts', bond: 'teaches' }, 'members', 'member'],
  [{ skill: 'linocut' }, 'members', 'member'],
  [{ experience: 'curious', language: 'es', category: 'art', skill: 'linocut', open: 'yes' }, 'mentors', 'member'],
]

const ROUNDS = 12

// The directory beside a hundred thousand members, as Postgres and its client see it.
export async function directoryTimes(url: string, members?: number): Promise<Times[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await moveTownIn(client, members)
    const look = await aLooker(client)
    return [await timed('directory search', SEARCHES, look), await timed('directory filter', FILTERS, look)]
  } finally {
    await client.end()
  }
}

export type Look = (asked: Asked) => Promise<number>

export async function aLooker(client: pg.Client): Promise<Look> {
  const { rows } = await client.query(`
    select id from members join availability on member_id = id
    where handle like 'town-%' and 'here' = any(open_facets) and bit_count(week) > 4 order by id limit 1`)
  const ctx = { db: drizzle({ client, casing: 'snake_case' }), now: new Date() }
  const member = { id: rows[0]?.id, roles: [], waiting: false }
  return async ([query, among, as]) => {
    const search = (among === 'mentors' ? MentorSearch : MemberSearch).parse(query)
    const page = await findMembers({ ...ctx, ...(as === 'member' && { member }) } as unknown as Ctx, search, among)
    return page.members.length
  }
}

async function timed(name: string, all: Asked[], look: Look): Promise<Times> {
  const took: { ms: number; asked: Asked }[] = []
  for (const asked of all) await look(asked)
  for (let round = 0; round < ROUNDS; round++)
    for (const asked of all) {
      const start = performance.now()
      await look(asked)
      took.push({ ms: performance.now() - start, asked })
    }
  took.sort((one, other) => one.ms - other.ms)
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))]
  return { name, p50: at(0.5)?.ms ?? 0, p95: at(0.95)?.ms ?? 0, worst: JSON.stringify(at(1)?.asked) }
}
