import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hashPassword } from '#workers/accounts/passwords/password.ts'
import { aRealPostgres, aStage, embedded, realPostgresIsHere, type Stage } from './stage.ts'

const PASSWORD = 'seven looms and a kiln'

async function aMember(stage: Stage, email: string) {
  const id = randomUUID()
  await stage.sql(`insert into members (id, handle, name) values ($1, $2, 'Anna')`, [id, `anna-${id.slice(0, 8)}`])
  await stage.sql(
    `insert into accounts (member_id, email, password_hash, age_band, terms_version) values ($1, $2, $3, 'adult', '1')`,
    [id, email, await hashPassword(PASSWORD)],
  )
  return id
}

const refreshIn = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith('__Host-refresh='))
    ?.split(';')[0]

async function linkTo(stage: Stage, to: string, path: string) {
  const find = async () => {
    const letter = (await stage.letters()).find((one) => one.to === to && one.text.includes(path))
    return /token=([\w-]+)/.exec(letter?.text ?? '')?.[1]
  }
  await expect.poll(find, { timeout: 15_000 }).toBeDefined()
  return find()
}

describe.runIf(realPostgresIsHere)('twenty at the same time, on a real Postgres', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
  })
  afterAll(() => stage?.stop())

  const twenty = <T>(ask: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)))

  it('B40 I11 with one refresh token all go on, with the same successor', { timeout: 60_000 }, async () => {
    await aMember(stage, 'anna@example.org')
    let cookie = refreshIn(await stage.write('/api/sign-ins', { email: 'anna@example.org', password: PASSWORD }))
    for (let round = 0; round < 10; round++) {
      const answers = await twenty(() => stage.ask('/api/my/profile', { headers: { Cookie: cookie ?? '' } }))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      const successors = new Set(answers.map(refreshIn))
      expect(successors.size).toBe(1)
      cookie = [...successors][0]
    }
    const [tokens] = await stage.sql(
      'select count(*)::int as n, count(*) filter (where used_at is null)::int as live from refresh_tokens',
    )
    expect(tokens).toEqual({ n: 11, live: 1 })
    expect(await stage.sql('select 1 from sign_ins where ended_at is not null')).toEqual([])
  })

  it('B30 with one link one becomes a member', { timeout: 60_000 }, async () => {
    const asked = await onceThereIsRoom(async () =>
      stage.write('/api/sign-ups', {
        name: 'Vera Vogel',
        email: 'vera@example.org',
        password: PASSWORD,
        ageBand: 'adult',
        terms:
          (
            await stage.sql(`select version from house_texts where kind = 'terms' order by published_at desc limit 1`)
          )[0]?.version ?? '1',
      }),
    )
    expect(asked.status).toBe(202)
    const cookie = asked.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const token = await linkTo(stage, 'vera@example.org', '/join/confirm')
    const answers = await twenty((n) =>
      stage.write('/api/sign-ups/confirmation', { token, handle: `vera-${n}x` }, { Cookie: cookie }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(400)])
    expect(await stage.sql(`select 1 from accounts where email = 'vera@example.org'`)).toHaveLength(1)
  })

  it('B42 with one link to a new password exactly one has it', { timeout: 60_000 }, async () => {
    await aMember(stage, 'bea@example.org')
    await stage.write('/api/password-resets', { email: 'bea@example.org' })
    const token = await linkTo(stage, 'bea@example.org', '/password-reset/new')
    const answers = await twenty((n) =>
      stage.write('/api/password-resets/completion', { token, password: `new looms number ${n}` }, {}, 'PUT'),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => ![200, 400, 429].includes(status))).toEqual([])
    const late = await stage.write(
      '/api/password-resets/completion',
      { token, password: 'one more set of looms' },
      {},
      'PUT',
    )
    expect([400, 429]).toContain(late.status)
    const changes = await stage.sql(`select 1 from events where name = 'password.changed'`)
    expect(changes).toHaveLength(1)
  })
})

const p95 = (times: number[]) => times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.95) - 1] ?? 0
const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))

describe('a storm of sign-ins', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await embedded() })
    await aMember(stage, 'anna@example.org')
  })
  afterAll(() => stage?.stop())

  // Asked at a steady beat, whether or not the one before was answered, as people do.
  async function beat<T>(everyMs: number, forMs: number, ask: (n: number) => Promise<T>): Promise<T[]> {
    const asked: Promise<T>[] = []
    const start = performance.now()
    for (let n = 0; n * everyMs < forMs; n++) {
      await pause(Math.max(0, start + n * everyMs - performance.now()))
      asked.push(ask(n))
    }
    return Promise.all(asked)
  }

  const timeOf = async (path: string) => {
    const start = performance.now()
    await (await stage.ask(path)).text()
    return performance.now() - start
  }
  const reading = (forMs: number) => beat(50, forMs, (n) => timeOf(['/api/skills', '/api/health'][n % 2] ?? ''))
  const storm = (forMs: number) =>
    beat(50, forMs, async (n) => {
      const from = `10.${n >> 8}.${n & 255}.1`
      const body = { email: `somebody-${n}@example.org`, password: 'a guess' }
      const answer = await stage.write('/api/sign-ins', body, { 'CF-Connecting-IP': from })
      await answer.text()
      return { status: answer.status, wait: answer.headers.get('Retry-After') }
    })

  // Whatever else the machine does counts too, so it may try again.
  it('L3 is shed with 429, and others keep within four times their usual p95', {
    timeout: 120_000,
    retry: 2,
  }, async ({ annotate }) => {
    await reading(2000)
    const idle = p95(await reading(8000))
    const [busy, knocks] = await Promise.all([reading(40_000), storm(40_000)])
    const shed = knocks.filter(({ status }) => status === 429)
    const told = `idle p95 ${idle.toFixed(1)} ms, in the storm ${p95(busy).toFixed(1)} ms; shed ${shed.length} of ${knocks.length}`
    await annotate(told)
    expect(new Set(knocks.map(({ status }) => status))).toEqual(new Set([401, 429]))
    expect(shed.length, told).toBeGreaterThan(knocks.length * 0.9)
    expect(shed.every(({ wait }) => Number(wait) > 0)).toBe(true)
    expect(p95(busy), told).toBeLessThan(4 * Math.max(idle, 5))
  })
})

// The twenty before may still stand at the gate.
async function onceThereIsRoom(ask: () => Promise<Response>): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const answer = await ask()
    if (answer.status !== 429 || tries === 20) return answer
    await new Promise((resume) => setTimeout(resume, 1000))
  }
}
