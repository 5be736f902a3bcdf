import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aStage, type Stage } from './stage.ts'

const PATIENT = { timeout: 20_000, interval: 200 }

let stage: Stage
let minute = Date.UTC(2030, 0, 1)
beforeAll(async () => {
  stage = await aStage({ retries: 1 })
})
afterEach(() => stage.wire.accept())
afterAll(() => stage?.stop())

const ask = async (email: string) => expect((await stage.write('/api/newsletter', { email })).status).toBe(202)

const lettersTo = async (email: string) => (await stage.letters()).filter(({ to }) => to === email).length

const unsent = async () => (await stage.sql('select 1 from events where sent_at is null')).length

const aMinutePasses = async () => {
  await stage.sql(`update events set claimed_until = claimed_until - interval '61 seconds'`)
  await stage.sql(`update mails set claimed_at = claimed_at - interval '6 minutes' where sent_at is null`)
  await stage.sql(`update cron_leases set leased_until = now() - interval '1 second'`)
  minute += 60_000
  await stage.tick(new Date(minute))
}

const expectOneLetter = async (email: string) => {
  await expect.poll(() => lettersTo(email), PATIENT).toBe(1)
  await new Promise((resume) => setTimeout(resume, 2500))
  expect(await lettersTo(email)).toBe(1)
  expect(await unsent()).toBe(0)
}

describe('a fact in workerd', () => {
  it('reaches its job through the queue without anybody waiting for a cron', async () => {
    await ask('straight@example.org')
    await expectOneLetter('straight@example.org')
  })

  it('F19 waits for the cron when it could not be announced after the request', async () => {
    await stage.wire.accept()
    const eaten = stage.wire.eatAnswer('update \\"events\\" set claimed_until')
    await ask('later@example.org')
    await eaten
    expect(await unsent()).toBe(1)
    expect(await lettersTo('later@example.org')).toBe(0)
    await aMinutePasses()
    await expectOneLetter('later@example.org')
  })

  it('F17 I12 that is announced three times sends one mail', async () => {
    await ask('thrice@example.org')
    await expect.poll(() => lettersTo('thrice@example.org'), PATIENT).toBe(1)
    for (let n = 0; n < 3; n++) {
      await stage.sql('update events set sent_at = null, claimed_until = null')
      await aMinutePasses()
    }
    await expectOneLetter('thrice@example.org')
  })
})

describe('a message nobody can do', () => {
  it('F18 I8 ends among the dead letters with an alert and one mail to the operator; the others of its batch are done', {
    timeout: 60_000,
  }, async () => {
    await stage.sql(`insert into events (name, subject, actor) values ('newsletter.confirmed', 'no uuid', 'guest')`)
    await ask('beside-poison@example.org')
    await aMinutePasses()
    await expectOneLetter('beside-poison@example.org')
    await expect.poll(async () => (await stage.sql('select 1 from dead_letters')).length, { timeout: 30_000 }).toBe(1)
    const [dead] = await stage.sql(
      `select dead_letters.message, attempts, alerts.message as alert from dead_letters join alerts on subject = 'dead-letter:' || dead_letters.id`,
    )
    expect(dead.message).toMatchObject({ job: 'newsletter.welcome', input: { id: 'no uuid' } })
    expect(dead.alert).toContain('newsletter.welcome')
    await expectOneLetter('operator@guildhall.test')
  })
})

describe('workerd is killed', () => {
  const moments: [string, string, boolean][] = [
    ['before its facts are claimed', 'update \\"events\\" set claimed_until', false],
    ['after its facts are claimed', 'update \\"events\\" set claimed_until', true],
    ['after they are in the queue', 'update \\"events\\" set sent_at', false],
    ['after they are marked as sent', 'update \\"events\\" set sent_at', true],
    ['while a job reads', 'from \\"newsletter_subscriptions\\" where', true],
    ['before a mail is claimed', 'insert into \\"mails\\"', false],
    ['after a mail is claimed', 'insert into \\"mails\\"', true],
  ]

  it.each(moments)(
    'F20 I8 I12 %s: the fact is announced again, and the mail comes once',
    { timeout: 60_000 },
    async (moment, statement, heard) => {
      const email = `killed-${moments.findIndex(([name]) => name === moment)}@example.org`
      const reached = stage.wire.hold(statement, heard)
      await ask(email)
      await reached
      await stage.killAndReopen()
      expect(await lettersTo(email)).toBe(0)
      await aMinutePasses()
      await expectOneLetter(email)
    },
  )

  it('F20 I13 after a mail went out and before that is noted: the mail may come twice, with the same name on it, and never less', {
    timeout: 60_000,
  }, async () => {
    const email = 'noted@example.org'
    const reached = stage.wire.hold('update \\"mails\\" set \\"sent_at\\"', false)
    await ask(email)
    await reached
    await stage.killAndReopen()
    await aMinutePasses()
    await expect
      .poll(async () => (await stage.sql('select 1 from mails where sent_at is null')).length, PATIENT)
      .toBe(0)
    const names = (await stage.letters())
      .filter(({ to }) => to === email)
      .map(({ headers }) => headers?.['X-Guildhall-Mail'])
    expect(names.length).toBeGreaterThanOrEqual(1)
    expect(new Set(names).size).toBe(1)
  })
})
