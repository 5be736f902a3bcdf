import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import type { Role } from '#db/schema/people.ts'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { writeAccessToken } from '#workers/accounts/sign-ins/access-token.ts'
import { expectInvariants } from '#workers/lib/testing/invariants.ts'
import { PAGES } from '#workers/pages.ts'
import { areAlike, isToldApart, median, type Round } from './alike.ts'
import { raw } from './raw.ts'
import { aRealPostgres, aStage, ORIGIN, realPostgresIsHere, SECRETS, type Stage } from './stage.ts'

const PASSWORD = 'seven looms and a kiln'
const ROUNDS = { fewest: 12, most: 60 }
const LONGEST_MS = 100_000

const between = (low: number, high: number) => Math.floor(low + Math.random() * (high - low))
const somewhere = () => `10.${between(0, 256)}.${between(0, 256)}.${between(1, 255)}`
const tripsOf = ({ headers }: Response) => Number(/desc="(\d+)"/.exec(headers.get('Server-Timing') ?? '')?.[1])

type Asking = {
  ask: (email: string) => Promise<Response>
  kinds: Record<string, (n: number) => string>
  pause: number
}

const rest = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

function isDecided(rounds: Round[], isLate: boolean) {
  if (rounds.length < ROUNDS.fewest) return false
  return isLate || rounds.length === ROUNDS.most || (areAlike(rounds) && !isToldApart(rounds))
}

const shuffled = <T>(all: T[]) =>
  all
    .map((one) => ({ one, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ one }) => one)

// One for every round, as what is set going for an address is set going once.
async function manyMembers(stage: Stage, hash: string): Promise<string[]> {
  const rows = await stage.sql(
    `with made as (
      insert into members (id, handle, name) select id, 'm-' || right(id::text, 12), 'Anna'
      from (select gen_random_uuid() as id from generate_series(1, $1)) fresh returning id)
    insert into accounts (member_id, email, password_hash, age_band, terms_version)
      select id, id || '@example.org', $2, 'adult', '1' from made returning email`,
    [ROUNDS.most, hash],
  )
  return rows.map(({ email }) => email)
}

async function aMember(
  stage: Stage,
  { email = `${randomUUID()}@example.org`, hash = '', standing = 'active', roles = ['participant'] as Role[] } = {},
) {
  const [id, signIn] = [newId(), newId()]
  const handle = `m-${id.slice(-12)}`
  await stage.sql(`insert into members (id, handle, name, standing, roles) values ($1, $2, 'Anna', $3, $4)`, [
    id,
    handle,
    standing,
    roles,
  ])
  await stage.sql(
    `insert into accounts (member_id, email, password_hash, age_band, terms_version) values ($1, $2, $3, 'adult', '1')`,
    [id, email, hash],
  )
  await stage.sql(
    `insert into sign_ins (id, member_id, way, device, ends_at, ended_at, ended_because) values ($1, $2, 'password', 'x', now() + interval '1 day', $3, $4)`,
    standing === 'suspended' ? [signIn, id, new Date(), 'suspended'] : [signIn, id, null, null],
  )
  const member = { id, handle, name: 'Anna', portrait: null, roles, signIn, waiting: false }
  const access = await writeAccessToken({ ORIGIN, ...SECRETS } as never, member, new Date())
  return { id, email, signIn, headers: { Cookie: `__Host-access=${access}` } }
}

describe.runIf(realPostgresIsHere)('the built Worker on a real Postgres', () => {
  let stage: Stage
  let hash: string
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
    hash = await hashPassword(PASSWORD)
  })
  afterAll(async () => {
    await expectInvariants((query) => stage.sql(query))
    await stage?.stop()
  })

  const heads = async (answer: Response) => {
    const told = [...answer.headers].filter(([name]) => !/^(x-request-id|date|server-timing|set-cookie)$/.test(name))
    const cookies = answer.headers.getSetCookie().map((line) => line.replace(/=[^;]*/, ({ length }) => `=${length}`))
    const body = (await answer.text()).replace(/[0-9a-f-]{36}/, '')
    return JSON.stringify([answer.status, told.sort(), cookies, body.length, body])
  }

  // In rounds and in any order, so that whatever else the machine does meets all of them alike. A busy machine may need more
  // rounds until the medians come to rest; who is slower in one round after the other is slower, however busy it is.
  async function compare({ ask, kinds, pause }: Asking) {
    const rounds: Round[] = []
    const told = new Set<string>()
    const trips = new Map(Object.keys(kinds).map((kind) => [kind, [] as number[]]))
    // The first one after a start also reads how the house is set up.
    await ask('first@example.org')
    const until = performance.now() + LONGEST_MS
    while (!isDecided(rounds, performance.now() > until)) {
      const round: Round = {}
      for (const kind of shuffled(Object.keys(kinds))) {
        await rest(pause)
        const start = performance.now()
        const answer = await ask(kinds[kind]?.(rounds.length) ?? '')
        await answer.clone().arrayBuffer()
        round[kind] = performance.now() - start
        trips.get(kind)?.push(tripsOf(answer))
        told.add(await heads(answer))
      }
      rounds.push(round)
      expect([...told]).toEqual([[...told][0]])
    }
    // Now and then one of them reads anew how the house is set up.
    expect(new Set([...trips.values()].map(median)).size, JSON.stringify([...trips])).toBe(1)
    expect(areAlike(rounds) || !isToldApart(rounds), JSON.stringify(rounds)).toBe(true)
  }

  const post = (path: string, body: unknown) => stage.write(path, body, { 'CF-Connecting-IP': somewhere() })

  it('B29 V6.3.8 takes as long for every reason not to let somebody in, and says the same', {
    timeout: 300_000,
  }, async () => {
    const [anna, gone, never] = [
      await aMember(stage, { hash }),
      await aMember(stage, { hash, standing: 'suspended' }),
      await aMember(stage),
    ]
    await stage.sql('update accounts set password_hash = null where member_id = $1', [never.id])
    const kinds = {
      wrong: () => anna.email,
      unknown: (n: number) => `nobody-${n}@example.org`,
      suspended: () => gone.email,
      'without a password': () => never.email,
    }
    await compare({
      ask: (email) => post('/api/sign-ins', { email, password: 'seven looms and a kilt' }),
      kinds,
      pause: 20,
    })
  })

  it('B30 V6.3.8 takes as long to join for who is here already, and says the same', { timeout: 300_000 }, async () => {
    const known = await manyMembers(stage, hash)
    const [row] = await stage.sql(
      `select version from house_texts where kind = 'terms' order by published_at desc limit 1`,
    )
    const ask = (email: string) =>
      post('/api/sign-ups', {
        name: 'Vera Vogel',
        email,
        password: PASSWORD,
        ageBand: 'adult',
        terms: row?.version ?? '1',
        timeZone: 'Europe/Madrid',
      })
    const kinds = {
      known: (n: number) => known[n] ?? '',
      unknown: () => `x-${randomUUID()}@example.org`,
    }
    await compare({ ask, kinds, pause: 20 })
    expect(await stage.sql(`select 1 from accounts where email like 'x-%'`)).toEqual([])
  })

  it('B31 V6.3.8 takes as long to ask for a new password for who is not here, and says the same', {
    timeout: 120_000,
  }, async () => {
    const known = await manyMembers(stage, hash)
    const kinds = { known: (n: number) => known[n] ?? '', unknown: () => `${randomUUID()}@example.org` }
    // What a known address sets going is done before the next one is asked for.
    await compare({ ask: (email) => post('/api/password-resets', { email }), kinds, pause: 250 })
  })

  it('B52 opens no page by another spelling of its address, however often that is decoded', {
    timeout: 120_000,
  }, async () => {
    const member = await aMember(stage)
    const guarded = PAGES.filter(
      ([address, { for: whom }]) => !['everyone', 'visitors'].includes(whom) && !address.includes(':'),
    )
    for (const [path] of guarded) {
      const code = path.charCodeAt(1).toString(16)
      for (const trick of [
        `/${path}`,
        `//${path}`,
        `${path}//`,
        `/%25${code}${path.slice(2)}`,
        `/%2525${code}${path.slice(2)}`,
        `/%252525${code}${path.slice(2)}`,
        path.replace(/\/(?=[^/]*$)/, '//'),
        path.replace(/[a-z](?=[^/]*$)/, (letter) => `%25${letter.charCodeAt(0).toString(16)}`),
        `${path}.html`,
        `${path}/index.html`,
        path.toUpperCase(),
        `${path};x`,
        `${path}%2f`,
        `/%5c${path.slice(1)}`,
        `/x/..%2f${path.slice(1)}`,
      ])
        for (const headers of [{}, member.headers]) {
          const said = Object.entries({ Host: 'guildhall.test', Accept: 'text/html', ...headers })
          const lines = [`GET ${trick} HTTP/1.1`, ...said.map((entry) => entry.join(': ')), '', '']
          const { status, head } = await raw(stage.url(), [lines.join('\r\n')])
          expect([301, 303, 308, 404], trick).toContain(status)
          if (status === 303 && !('Cookie' in headers)) expect(head, trick).toMatch(/^location: \/sign-in\?/im)
        }
    }
  })

  it('B41 V7.4.1 lets nobody in whose sign-in ended elsewhere, and asks for that after it has answered', {
    timeout: 60_000,
  }, async () => {
    const [anna, other] = [await aMember(stage), await aMember(stage)]
    const visit = ({ headers }: { headers: Record<string, string> }) => stage.ask('/api/my/visibility', { headers })
    await visit(anna)
    const costs = new Set<number>()
    const until = Date.now() + 21_000
    await stage.sql(`update sign_ins set ended_at = now(), ended_because = 'ended-elsewhere' where id = $1`, [
      anna.signIn,
    ])
    const ended = Date.now()
    let refusedAfter = 0
    while (Date.now() < until) {
      costs.add(tripsOf(await visit(other)))
      if (refusedAfter === 0 && (await visit(anna)).status === 401) refusedAfter = Date.now() - ended
      await rest(100)
    }
    expect([...costs]).toEqual([1])
    expect(refusedAfter).toBeGreaterThan(0)
    expect(refusedAfter).toBeLessThan(11_500)
  })
})
