import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { newId } from '#db/id.ts'
import { deliveries, noticeChoices, noticeHours, notices, type Rhythm } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { aFact, aSkill, settleWith } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { wallClockIn } from '#workers/lib/zones/clock.ts'
import { MOST_ATTEMPTS } from './attempt.ts'
import { sendWhatIsDue } from './sending.ts'

let world: World
let maya: Somebody
let bo: Somebody
let skill: Awaited<ReturnType<typeof aSkill>>
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maya = await aMember(world, { handle: 'maya', name: 'Maya Okafor', timeZone: 'Europe/Madrid' })
  bo = await aMember(world, { handle: 'bo', name: 'Bo Lindqvist' })
  skill = await aSkill(world)
})

const wants = (rhythm: Rhythm, hours: Partial<typeof noticeHours.$inferInsert> = {}) =>
  Promise.all([
    world.ctx().db.insert(noticeChoices).values({ memberId: maya.id, kind: 'endorsement', channel: 'mail', rhythm }),
    world
      .ctx()
      .db.insert(noticeHours)
      .values({ memberId: maya.id, ...hours }),
  ])

const endorse = (now: Date) =>
  aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } }).then(() =>
    settleWith(world, { now }),
  )

// A minute of the clock: the cron looks what is due, and the jobs it woke run.
async function minute(now: Date, changed: Partial<Ctx> = {}) {
  await world.ctx().db.execute(sql`update deliveries set claimed_until = null`)
  await sendWhatIsDue({ ...world.ctx({ kind: 'cron', name: 'send' }), now })
  await settleWith(world, { now, ...changed })
}

const hours = (count: number) => count * 3_600_000
const later = (from: Date, ms: number) => new Date(from.getTime() + ms)
const open = () => world.ctx().db.select().from(deliveries).where(sql`sent_at is null`)

describe('a mail at once', () => {
  it('says what happened in its subject, leads into the inbox, and can be stopped by kind', async () => {
    await wants('at-once')
    await endorse(new Date())
    const [letter] = world.letters
    const [notice] = await world.ctx().db.select({ id: notices.id }).from(notices)
    expect(letter).toMatchObject({ to: maya.email, subject: 'Bo Lindqvist endorsed your Bookbinding' })
    for (const face of [letter?.text, letter?.html]) {
      expect(face).toContain('Bo Lindqvist')
      expect(face).toContain(`https://guildhall.test/inbox/${notice?.id}`)
      expect(face).toContain('https://guildhall.test/settings/notifications')
      expect(face).toContain('https://guildhall.test/notifications/leave?token=')
    }
    expect(letter?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
  })

  it('B59 keeps its subject in one line, whatever a name brings', async () => {
    await wants('at-once')
    await world
      .ctx()
      .db.update(members)
      .set({ name: 'Bo\r\nBcc: evil@example.org\n<b>x</b>' })
      .where(eq(members.id, bo.id))
    await endorse(new Date())
    expect(world.letters[0]?.subject).not.toMatch(/[\r\n]/)
    expect(world.letters[0]?.html).not.toContain('<b>x</b>')
  })

  it('is not sent about what was read already', async () => {
    await wants('at-once', { quietFrom: '00:00', quietUntil: '23:00' })
    const noon = new Date('2026-11-21T11:00:00Z')
    await endorse(noon)
    await world.ctx().db.update(notices).set({ readAt: noon })
    await minute(later(noon, hours(12)))
    expect(world.letters).toEqual([])
    expect(await open()).toEqual([])
  })
})

describe('quiet hours', () => {
  const QUIET = { quietFrom: '22:00', quietUntil: '07:00' }

  it.each([
    ['2026-11-20T21:30:00Z', '2026-11-21T07:00'],
    ['2026-11-21T02:00:00Z', '2026-11-21T07:00'],
    ['2026-03-28T23:30:00Z', '2026-03-29T07:00'],
    ['2026-10-24T22:30:00Z', '2026-10-25T07:00'],
  ])('F28 by the member’s clock hold back a mail of %s until %s', async (at, until) => {
    await wants('at-once', QUIET)
    const now = new Date(at)
    await endorse(now)
    expect(world.letters).toEqual([])
    const [waiting] = await open()
    expect(wallClockIn('Europe/Madrid', waiting?.dueAt ?? now)).toBe(until)
    await minute(later(waiting?.dueAt ?? now, -60_000))
    expect(world.letters).toEqual([])
    await minute(waiting?.dueAt ?? now)
    expect(world.letters).toHaveLength(1)
  })

  it('hold nothing back outside of them', async () => {
    await wants('at-once', QUIET)
    await endorse(new Date('2026-11-21T06:00:00Z'))
    expect(world.letters).toHaveLength(1)
  })

  it('within one day hold back what comes within', async () => {
    await wants('at-once', { quietFrom: '09:00', quietUntil: '17:00' })
    await endorse(new Date('2026-11-21T12:00:00Z'))
    expect(world.letters).toHaveLength(0)
    expect((await open())[0]?.dueAt).toEqual(new Date('2026-11-21T16:00:00Z'))
  })

  it('do not hold back what protects an account', async () => {
    await wants('at-once', { quietFrom: '00:00', quietUntil: '23:00' })
    await aFact(world, 'role.changed', { subject: maya.id, actor: bo, data: { roles: ['participant'] } })
    await settleWith(world, { now: new Date('2026-11-21T12:00:00Z') })
    expect(world.letters).toHaveLength(1)
  })
})

describe('a digest', () => {
  const DAYS_OF_CHANGE = [
    ['Europe/Madrid', '2026-03-27'],
    ['Europe/Madrid', '2026-10-23'],
    ['America/New_York', '2026-03-06'],
    ['America/New_York', '2026-10-30'],
    ['Australia/Lord_Howe', '2026-04-03'],
    ['Pacific/Apia', '2011-12-28'],
    ['America/Sao_Paulo', '2018-11-02'],
  ] as const

  it.each(DAYS_OF_CHANGE)(
    'F28 comes once a day, also while clocks change in %s after %s',
    async (zone, from) => {
      for (const digestHour of [0, 2]) {
        await world.startAfresh()
        maya = await aMember(world, { handle: 'maya', timeZone: zone })
        bo = await aMember(world, { handle: 'bo' })
        skill = await aSkill(world)
        await wants('daily', { digestHour })
        const days: string[] = []
        for (let hour = 0; hour < 4 * 24; hour++) {
          const now = new Date(Date.parse(`${from}T00:30:00Z`) + hours(hour))
          if (hour % 6 === 0) await endorse(now)
          const before = world.letters.length
          await minute(now)
          if (world.letters.length > before) days.push(wallClockIn(zone, now).slice(0, 10))
          expect(world.letters.length - before).toBeLessThanOrEqual(1)
        }
        expect(new Set(days).size, `twice at ${digestHour}`).toBe(days.length)
        expect(days.length, `at ${digestHour}: ${days}`).toBeGreaterThanOrEqual(3)
      }
    },
    120_000,
  )

  it('comes on the chosen day of the week, and tells what happened in groups', async () => {
    await wants('weekly', { digestHour: 9, digestDay: 3 })
    const sunday = new Date('2026-11-15T12:00:00Z')
    const amara = await aMember(world, { handle: 'amara', name: 'Amara Diop' })
    await endorse(sunday)
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: amara, data: { skill: skill.slug } })
    await settleWith(world, { now: later(sunday, hours(1)) })
    await minute(new Date('2026-11-18T07:59:00Z'))
    expect(world.letters).toEqual([])
    await minute(new Date('2026-11-18T08:00:00Z'))
    expect(world.letters.map(({ subject }) => subject)).toEqual([
      'Amara Diop and Bo Lindqvist endorsed your Bookbinding',
    ])
    expect(world.letters[0]?.text).toMatch(/Wed,? 18 Nov\n/)
  })

  it('F33 is one when crons overlap and their jobs come twice', async () => {
    await wants('daily')
    const now = new Date('2026-11-21T10:00:00Z')
    for (let n = 0; n < 3; n++) await endorse(now)
    const morning = new Date('2026-11-22T07:00:00Z')
    const ctx = { ...world.ctx(), now: morning }
    await Promise.all([sendWhatIsDue(ctx), sendWhatIsDue(ctx)])
    world.queue.push(...world.queue, ...world.queue)
    await settleWith(world, { now: morning })
    await minute(later(morning, 60_000))
    expect(world.letters).toHaveLength(1)
    expect(await open()).toEqual([])
  })

  it('F33 that died half-way goes out once, with what it had', async () => {
    await wants('daily')
    await endorse(new Date('2026-11-21T10:00:00Z'))
    const morning = new Date('2026-11-22T07:00:00Z')
    await minute(morning, { mail: { send: () => Promise.reject(new Error('The Worker was ended.')) } })
    expect(world.letters).toEqual([])
    await endorse(later(morning, hours(1)))
    await minute(later(morning, hours(2)))
    expect(world.letters).toHaveLength(1)
    await minute(later(morning, hours(24)))
    expect(world.letters).toHaveLength(2)
  })

  it('F33 that was skipped for three days comes once and brings everything', async () => {
    await wants('daily')
    for (let day = 20; day < 23; day++) await endorse(new Date(`2026-11-${day}T10:00:00Z`))
    await minute(new Date('2026-11-24T12:00:00Z'))
    expect(world.letters).toHaveLength(1)
    expect(await open()).toEqual([])
  })

  it('F28 F33 that is gone already takes no latecomers: they wait for the next one', async () => {
    await wants('daily')
    const evening = new Date('2026-11-21T20:00:00Z')
    await endorse(evening)
    const morning = new Date('2026-11-22T07:00:00Z')
    await minute(morning)
    // A machine whose clock is slow writes into the past.
    await endorse(evening)
    await minute(later(morning, hours(1)))
    expect(world.letters).toHaveLength(1)
    await minute(later(morning, hours(24)))
    expect(world.letters).toHaveLength(2)
    expect(await open()).toEqual([])
  })

  it('is not sent when everything in it was read', async () => {
    await wants('daily')
    await endorse(new Date('2026-11-21T10:00:00Z'))
    await world.ctx().db.update(notices).set({ readAt: new Date() })
    await minute(new Date('2026-11-22T07:00:00Z'))
    expect(world.letters).toEqual([])
    expect(await open()).toEqual([])
  })

  it('is found among many by index, in rounds that end', async () => {
    await world.ctx().db.execute(sql`
      insert into members (id, handle, name, time_zone) select gen_random_uuid(), 'm-' || n, 'M ' || n, 'UTC' from generate_series(1, 450) n`)
    await world.ctx().db.execute(sql`
      insert into accounts (member_id, email, age_band, terms_version) select id, handle || '@example.org', 'adult', '1' from members where handle like 'm-%'`)
    await world.ctx().db.execute(sql`
      insert into notices (id, member_id, kind, fact_id, about) select gen_random_uuid(), id, 'welcome', 1, 'welcome' from members where handle like 'm-%'`)
    await world.ctx().db.execute(sql`
      insert into deliveries (id, notice_id, member_id, channel, rhythm, due_at)
      select gen_random_uuid(), id, member_id, 'mail', 'daily', now() - interval '1 minute' from notices`)
    const { trips } = world.spent
    await sendWhatIsDue(world.ctx())
    expect(world.spent.trips - trips).toBe(3)
    await settleWith(world, {})
    expect(new Set(world.letters.map(({ to }) => to)).size).toBe(450)
    expect(world.letters).toHaveLength(450)
  })
})

describe('a mail provider', () => {
  it.each([
    ['fails', { send: () => Promise.reject(new Error('500')) }],
    ['never answers', { send: () => new Promise<void>(() => {}), patienceMs: 50 }],
  ])('F35 that %s is asked again later under the same key, and nobody notices', async (_, mail) => {
    await wants('at-once')
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    await settleWith(world, { mail })
    expect(await open()).toMatchObject([{ attempts: 1 }])
    expect(world.lines.join()).toContain('delivery put off')
    await minute(new Date())
    expect(world.letters).toHaveLength(1)
    expect(await open()).toEqual([])
    expect(await world.ctx().db.select().from(notices)).toHaveLength(1)
  })

  it('F35 that accepts and then fails gets the same key again, so that it can tell', async () => {
    await wants('at-once')
    const keys: string[] = []
    const send = vi.fn(async (key: string) => {
      keys.push(key)
      if (keys.length === 1) throw new Error('accepted, and then the line broke')
    })
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    await settleWith(world, { mail: { send } })
    await minute(new Date(), { mail: { send } })
    await minute(new Date(), { mail: { send } })
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
  })

  it('F35 that fails for a day ends among the dead letters, once', async () => {
    await wants('at-once')
    const mail = { send: () => Promise.reject(new Error('500')) }
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    await settleWith(world, { mail })
    for (let n = 0; n < MOST_ATTEMPTS + 5; n++) await minute(new Date(), { mail })
    expect(await open()).toMatchObject([{ attempts: MOST_ATTEMPTS }])
    expect(world.lines.filter((line) => line.includes('job failed'))).toHaveLength(1)
  })

  it('F33 is asked after ten minutes for what a sender left behind when it died', async () => {
    await wants('at-once')
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    const { JOBS } = world.env
    const dies = async (messages: Iterable<{ body: unknown }>) => {
      if (JSON.stringify([...messages]).includes('mail-notice')) throw new Error('The Worker was ended.')
      return JOBS.sendBatch(messages as never)
    }
    await settleWith(world, { env: { ...world.env, JOBS: { ...JOBS, sendBatch: dies } as never } })
    expect(await open()).toHaveLength(1)
    await sendWhatIsDue(world.ctx())
    expect(world.queue).toEqual([])
    await world.ctx().db.update(deliveries).set({ claimedUntil: sql`claimed_until - interval '11 minutes'` })
    await sendWhatIsDue(world.ctx())
    await world.settle()
    expect(world.letters).toHaveLength(1)
  })
})

describe('I12 a delivery', () => {
  it('leaves once, however many jobs carry it', async () => {
    await wants('at-once')
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    await settleWith(world, {})
    const [delivery] = await world.ctx().db.select().from(deliveries)
    for (let n = 0; n < 3; n++)
      world.queue.push({ job: 'notifications.mail-notice', input: { id: delivery?.id ?? newId() } })
    await world.settle()
    expect(world.letters).toHaveLength(1)
  })
})
