import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aRealPostgres, aStage, embedded, realPostgresIsHere, type Stage } from './stage.ts'

const CHANGE = 'insert into \\"newsletter_subscriptions\\"'

const timed = async (asked: Promise<Response>) => {
  const start = performance.now()
  const answer = await asked
  return { answer, status: answer.status, ms: performance.now() - start }
}

const worlds = [
  { name: 'the embedded Postgres', start: () => embedded() },
  ...(realPostgresIsHere ? [{ name: 'a real Postgres', start: () => aRealPostgres() }] : []),
]

describe.each(worlds)('the line to $name', ({ start }) => {
  let stage: Stage
  let key = 0
  beforeAll(async () => {
    stage = await aStage({ postgres: await start() })
  })
  afterEach(async () => {
    await stage.gate.open()
    await stage.wire.accept()
  })
  afterAll(() => stage?.stop())

  const rowsOf = async (email: string) => {
    const [row] = await stage.sql(
      `select (select count(*)::int from newsletter_subscriptions where email = $1) as readers,
        (select count(*)::int from events join newsletter_subscriptions reader on reader.id::text = subject where email = $1) as facts`,
      [email],
    )
    return row
  }

  const once = () => ({ 'Idempotency-Key': `fault-${Date.now()}-${key++}` })

  const outages = [
    { where: 'before the database', cut: () => stage.wire.refuse(), mend: () => stage.wire.accept() },
    { where: 'at the database', cut: () => stage.gate.shut(), mend: () => stage.gate.open() },
  ]

  it.each(outages)(
    'F1 is cut $where: the API says 503 and when to come back within three seconds, and pages say it kindly',
    async ({ cut, mend }) => {
      expect((await stage.ask('/api/skills')).status).toBe(200)
      await cut()
      for (const ask of [
        () => stage.ask('/api/skills'),
        () => stage.write('/api/newsletter', { email: 'f1@example.org' }),
        () => stage.ask('/skills', { headers: { Accept: 'text/html' } }),
      ]) {
        const { answer, status, ms } = await timed(ask())
        expect(status).toBe(503)
        expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
        expect(ms).toBeLessThan(3500)
        expect(await answer.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|select|\.mjs/)
      }
      const ready = await timed(stage.ask('/api/ready'))
      expect([ready.status, ready.ms < 3500]).toEqual([503, true])
      expect((await stage.ask('/api/health')).status).toBe(200)
      await mend()
      expect((await stage.ask('/api/skills')).status).toBe(200)
      expect((await stage.write('/api/newsletter', { email: 'f1@example.org' })).status).toBe(202)
    },
  )

  it('F3 I13 loses the answer after the commit: the client asks again with its key and gets the first result, once', async () => {
    const email = 'f3@example.org'
    const headers = once()
    void stage.wire.eatAnswer(CHANGE)
    expect((await stage.write('/api/newsletter', { email }, headers)).status).toBe(503)
    expect(await rowsOf(email)).toEqual({ readers: 1, facts: 1 })
    const again = await stage.write('/api/newsletter', { email }, headers)
    expect([again.status, await again.json()]).toEqual([202, { status: 'check-your-mail' }])
    expect((await stage.write('/api/newsletter', { email: 'another@example.org' }, headers)).status).toBe(409)
    expect(await rowsOf(email)).toEqual({ readers: 1, facts: 1 })
  })

  it('F2 loses the question before the database hears it: nothing is stored, and asking again works', async () => {
    const email = 'f2@example.org'
    const headers = once()
    void stage.wire.hold(CHANGE, false)
    const { status, ms } = await timed(stage.write('/api/newsletter', { email }, headers))
    expect(status).toBe(503)
    expect(ms).toBeLessThan(3500)
    expect(await rowsOf(email)).toEqual({ readers: 0, facts: 0 })
    expect((await stage.write('/api/newsletter', { email }, headers)).status).toBe(202)
    expect(await rowsOf(email)).toEqual({ readers: 1, facts: 1 })
  })

  it('F4 loses the answer of a question that only reads: nobody notices', async () => {
    void stage.wire.eatAnswer('skills')
    const { status } = await timed(stage.ask('/api/skills'))
    expect(status).toBe(200)
  })

  it('F7 is two seconds slow: it is answered, or given up within three seconds, and nothing piles up', async () => {
    stage.wire.slow(2000)
    const answers = await Promise.all(Array.from({ length: 12 }, () => timed(stage.ask('/api/skills'))))
    for (const { status, ms } of answers) {
      expect([200, 503]).toContain(status)
      expect(ms).toBeLessThan(4000)
    }
    stage.wire.slow(6000)
    const slower = await timed(stage.ask('/api/skills'))
    expect([slower.status, slower.ms < 3500]).toEqual([503, true])
    await stage.wire.accept()
    expect((await timed(stage.ask('/api/skills'))).ms).toBeLessThan(1000)
  })

  it('F8 leads to a database that wakes up: it refuses for 800 ms, and neither a page nor a write fails', async () => {
    const email = 'f8@example.org'
    await stage.gate.shut()
    const asked = [
      stage.ask('/api/skills'),
      stage.ask('/skills'),
      stage.write('/api/newsletter', { email }),
      stage.write('/api/newsletter', { email: 'f8-too@example.org' }, once()),
    ]
    await wait(800)
    await stage.gate.open()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 202, 202])
    expect(await rowsOf(email)).toEqual({ readers: 1, facts: 1 })
  })

  it('F8 is refused itself for 800 ms: whatever reads is repeated, and a write is at most told to try again', async () => {
    const email = 'f8-line@example.org'
    const headers = once()
    await stage.wire.refuse()
    const asked = [stage.ask('/api/skills'), stage.ask('/skills'), stage.write('/api/newsletter', { email }, headers)]
    await wait(800)
    await stage.wire.accept()
    const [list, page, write] = (await Promise.all(asked)).map(({ status }) => status)
    expect([list, page]).toEqual([200, 200])
    expect([202, 503]).toContain(write)
    expect((await stage.write('/api/newsletter', { email }, headers)).status).toBe(202)
    expect(await rowsOf(email)).toEqual({ readers: 1, facts: 1 })
  })
})

describe.runIf(realPostgresIsHere)('a real Postgres', () => {
  it('F1 F4 I13 is stopped and killed under load: some 503, no 500, nothing hangs, what was confirmed is there', {
    timeout: 60_000,
  }, async () => {
    const postgres = await aRealPostgres({ durable: true })
    const stage = await aStage({ postgres })
    try {
      const confirmed: string[] = []
      const statuses: number[] = []
      let going = true
      const client = async (name: number) => {
        for (let n = 0; going; n++) {
          const email = `load-${name}-${n}@example.org`
          const { status, ms } = await timed(stage.write('/api/newsletter', { email }))
          statuses.push(status)
          if (status === 202) confirmed.push(email)
          expect(ms).toBeLessThan(10_000)
          await wait(20)
        }
      }
      const clients = Array.from({ length: 8 }, (_, n) => client(n))
      const terminate = () =>
        stage
          .sql(
            `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
          )
          .catch(() => [])
      for (let n = 0; n < 5; n++) {
        await wait(200)
        await terminate()
      }
      await postgres.kill()
      await wait(1500)
      await postgres.start()
      await wait(1500)
      going = false
      await Promise.all(clients)
      expect(new Set(statuses)).toEqual(new Set([202, 503]))
      expect((await stage.write('/api/newsletter', { email: 'after@example.org' })).status).toBe(202)
      const rows = await stage.sql('select email from newsletter_subscriptions')
      const stored = new Set(rows.map(({ email }) => email))
      expect(confirmed.filter((email) => !stored.has(email))).toEqual([])
      const [{ readers, facts }] = await stage.sql(
        `select (select count(*) from newsletter_subscriptions) as readers, (select count(*) from events where name = 'newsletter.requested') as facts`,
      )
      expect(readers).toBe(facts)
    } finally {
      await stage.stop()
    }
  })

  it('F5 has no connection left: some 503, no 500, and it recovers by itself', { timeout: 60_000 }, async () => {
    const stage = await aStage({ postgres: await aRealPostgres({ maxConnections: 6 }) })
    try {
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          timed(
            n % 2 ? stage.ask('/api/skills?q=ink') : stage.write('/api/newsletter', { email: `f5-${n}@example.org` }),
          ),
        ),
      )
      for (const { status, ms } of answers) {
        expect([200, 202, 503]).toContain(status)
        expect(ms).toBeLessThan(10_000)
      }
      await expect.poll(async () => (await stage.ask('/api/skills')).status, { timeout: 10_000 }).toBe(200)
    } finally {
      await stage.stop()
    }
  })
})
