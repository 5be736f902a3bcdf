import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aRealPostgres, aStage, realPostgresIsHere, type Stage } from './stage.ts'

describe.runIf(realPostgresIsHere)('notices, on a real Postgres with many connections', () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await aStage({ postgres: await aRealPostgres() })
    await stage.sql(`insert into skill_categories (slug, name) values ('crafts', 'Crafts') on conflict do nothing`)
    await stage.sql(`
      insert into skills (id, slug, name, category, summary, description, first_step, ladder)
      values (gen_random_uuid(), 'bookbinding-proof', 'Bookbinding', 'crafts', 's', 'd', 'f', array['1','2','3','4','5'])`)
  })
  afterAll(() => stage?.stop())

  const aMember = async (handle: string) => {
    const [row] = await stage.sql(
      `insert into members (id, handle, name, time_zone) values (gen_random_uuid(), $1::text, $1::text, 'Europe/Madrid') returning id`,
      [handle],
    )
    await stage.sql(`insert into accounts (member_id, email, age_band, terms_version) values ($1, $2, 'adult', '1')`, [
      row.id,
      `${handle}@example.org`,
    ])
    return row.id as string
  }

  const endorsed = (member: string, by: string, times: number) =>
    stage.sql(
      `insert into events (name, subject, actor, data)
       select 'endorsement.given', $1::text, 'member:' || $2::text, '{"skill": "bookbinding-proof"}' from generate_series(1, $3::int)`,
      [member, by, times],
    )

  const count = async (query: string, values: unknown[]) => Number((await stage.sql(query, values))[0].count)
  const lettersTo = async (handle: string) => (await stage.letters()).filter(({ to }) => to === `${handle}@example.org`)

  it('B81 I12 forty facts at once give forty notices and five mails', { timeout: 60_000 }, async () => {
    const maya = await aMember('maya')
    const bo = await aMember('bo')
    await stage.sql(`insert into notice_choices values ($1::uuid, 'endorsement', 'mail', 'at-once')`, [maya])
    await endorsed(maya, bo, 40)
    await stage.tick()
    const notices = () => count('select count(*) from notices where member_id = $1', [maya])
    await expect.poll(notices, { timeout: 30_000 }).toBe(40)
    const waiting = `select count(*) from deliveries where member_id = $1 and rhythm = 'daily' and sent_at is null`
    await expect.poll(() => count(waiting, [maya]), { timeout: 10_000 }).toBe(35)
    await expect.poll(async () => (await lettersTo('maya')).length, { timeout: 20_000 }).toBe(5)
    await new Promise((resume) => setTimeout(resume, 2000))
    expect(await lettersTo('maya')).toHaveLength(5)
  })

  it('F33 crons that fire together send one digest', { timeout: 60_000 }, async () => {
    const noor = await aMember('noor')
    await endorsed(noor, await aMember('ola'), 6)
    await stage.tick(new Date('2031-01-01T00:00:00Z'))
    await expect
      .poll(() => count('select count(*) from deliveries where member_id = $1', [noor]), { timeout: 30_000 })
      .toBe(6)
    await stage.sql(`update deliveries set due_at = now() - interval '1 minute' where member_id = $1`, [noor])
    for (let round = 1; round <= 4; round++)
      await Promise.all(Array.from({ length: 5 }, (_, n) => stage.tick(new Date(Date.UTC(2031, 0, 1, round, n)))))
    await expect.poll(async () => (await lettersTo('noor')).length, { timeout: 20_000 }).toBe(1)
    await stage.sql('update deliveries set claimed_until = null')
    await stage.tick(new Date('2031-01-02T00:00:00Z'))
    await new Promise((resume) => setTimeout(resume, 3000))
    expect(await lettersTo('noor')).toHaveLength(1)
    expect(await count('select count(*) from deliveries where member_id = $1 and sent_at is null', [noor])).toBe(0)
  })

  it('an inbox with a hundred thousand notices is read by index', { timeout: 120_000 }, async () => {
    const pat = await aMember('pat')
    await stage.sql(
      `insert into notices (id, member_id, kind, fact_id, about, data, at, read_at)
       select overlay(gen_random_uuid()::text placing substr(ms, 1, 8) || '-' || substr(ms, 9) || '-7' from 1)::uuid,
         $1::uuid, 'endorsement', -n, 'skill:' || n % 5000, '{"skill": "x"}', at, case when n > 300 then now() end
       from (select n, now() - n * interval '3 minutes' as at,
         lpad(to_hex((extract(epoch from now() - n * interval '3 minutes') * 1000)::bigint), 12, '0') as ms
         from generate_series(1, 100000) n) rows`,
      [pat],
    )
    await stage.sql('analyze notices')
    const plan = JSON.stringify(
      await stage.sql(
        `explain (analyze, format json) select id from notices notice where member_id = $1 and coalesce((
           select (newer.at at time zone 'Europe/Madrid')::date <> (notice.at at time zone 'Europe/Madrid')::date from notices newer
           where newer.member_id = notice.member_id and newer.kind = notice.kind and newer.about = notice.about and newer.id > notice.id
           order by newer.id limit 1), true) order by id desc limit 21`,
        [pat],
      ),
    )
    expect(plan).not.toContain('Seq Scan')
    expect(Number(/"Execution Time":([\d.]+)/.exec(plan)?.[1])).toBeLessThan(50)
  })
})
