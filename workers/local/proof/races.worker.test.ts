import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRealPostgres, aStage, realPostgresIsHere, type Stage } from './stage.ts'

describe.runIf(realPostgresIsHere)('twenty at the same time, on a real Postgres', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
  })
  afterAll(() => stage?.stop())

  const twenty = (ask: (n: number) => Promise<Response>) => Promise.all(Array.from({ length: 20 }, (_, n) => ask(n)))

  const factsAbout = async (email: string) => {
    const rows = await stage.sql(
      `select events.id from events join newsletter_subscriptions reader on reader.id::text = subject where email = $1`,
      [email],
    )
    return rows.length
  }

  it('B72 with one Idempotency-Key have one effect and equal answers', async () => {
    for (let round = 0; round < 5; round++) {
      const email = `same-${round}@example.org`
      const answers = await twenty(() =>
        stage.write('/api/newsletter', { email }, { 'Idempotency-Key': `same-key-${round}` }),
      )
      const told = await Promise.all(answers.map(async (answer) => `${answer.status} ${await answer.text()}`))
      expect(new Set(told)).toEqual(new Set(['202 {"status":"check-your-mail"}']))
      expect(await factsAbout(email)).toBe(1)
    }
  })

  it('B72 with one key and different bodies have one effect: the others are refused', async () => {
    const answers = await twenty((n) =>
      stage.write(
        '/api/newsletter',
        { email: `differs-${n}@example.org` },
        { 'Idempotency-Key': 'one-key-many-bodies' },
      ),
    )
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses).toEqual([202, ...Array(19).fill(409)])
    const rows = await stage.sql(`select 1 from newsletter_subscriptions where email like 'differs-%'`)
    expect(rows).toHaveLength(1)
  })

  it('B81 for one address send at most five mails, and every answer is the same', { timeout: 40_000 }, async () => {
    const email = 'bombed@example.org'
    for (let round = 0; round < 3; round++) {
      const answers = await twenty(() => stage.write('/api/newsletter', { email }))
      expect(new Set(await Promise.all(answers.map((answer) => answer.text())))).toEqual(
        new Set(['{"status":"check-your-mail"}']),
      )
    }
    expect(await factsAbout(email)).toBe(5)
    await expect
      .poll(async () => (await stage.sql('select 1 from events where sent_at is null')).length, { timeout: 10_000 })
      .toBe(0)
    await new Promise((resume) => setTimeout(resume, 3000))
    const letters = (await stage.letters()).filter(({ to }) => to === email)
    expect(letters.length).toBeGreaterThan(0)
    expect(letters.length).toBeLessThanOrEqual(5)
  })

  it('B42 with one confirmation link confirm once', async () => {
    const email = 'confirms@example.org'
    await stage.write('/api/newsletter', { email })
    await expect
      .poll(async () => (await stage.letters()).some(({ to }) => to === email), { timeout: 10_000 })
      .toBe(true)
    const letter = (await stage.letters()).find(({ to }) => to === email)
    const token = new URL(/https:\S+confirm\S+/.exec(letter?.text ?? '')?.[0] ?? '').searchParams.get('token')
    const answers = await twenty(() => stage.write('/api/newsletter/confirmation', { token }))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await stage.sql(`select 1 from events where name = 'newsletter.confirmed'`)).length).toBe(1)
    await expect
      .poll(async () => (await stage.letters()).filter(({ to }) => to === email).length, { timeout: 10_000 })
      .toBe(2)
  })

  it('F33 crons do the work once', async () => {
    await stage.sql(
      `insert into events (name, subject, actor) select 'newsletter.confirmed', gen_random_uuid(), 'guest' from generate_series(1, 50)`,
    )
    stage.lines.length = 0
    const minute = new Date('2030-01-01T00:00:00Z')
    await Promise.all(Array.from({ length: 5 }, () => stage.tick(minute)))
    await expect
      .poll(async () => (await stage.sql('select 1 from events where sent_at is null')).length, { timeout: 10_000 })
      .toBe(0)
    const jobsDone = () =>
      stage.lines.filter((line) => line.includes('"job done"') && line.includes('newsletter.welcome')).length
    await expect.poll(jobsDone, { timeout: 15_000 }).toBeGreaterThanOrEqual(50)
    await new Promise((resume) => setTimeout(resume, 2000))
    expect(jobsDone()).toBe(50)
    const [lease] = await stage.sql(`select slot, finished_at from cron_leases where name = 'announce-facts'`)
    expect(lease.slot).toEqual(minute)
    expect(lease.finished_at).not.toBeNull()
  })

  it('B79 beyond the pace of a minute are refused with 429', async () => {
    const paced = await aStage({ pace: { reading: 30, writing: 5 } })
    try {
      const reads = await Promise.all(Array.from({ length: 60 }, () => paced.ask('/api/health')))
      expect(reads.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(30 - 1)
      const writes = await Promise.all(
        Array.from({ length: 20 }, (_, n) => paced.write('/api/newsletter', { email: `paced-${n}@example.org` })),
      )
      expect(writes.filter(({ status }) => status === 202).length).toBeLessThanOrEqual(5)
      const refused = writes.find(({ status }) => status === 429)
      expect(Number(refused?.headers.get('Retry-After'))).toBeGreaterThan(0)
    } finally {
      await paced.stop()
    }
  })
})
