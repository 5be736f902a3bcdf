import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { members } from '#db/schema/people.ts'
import { aLink } from '#workers/lib/testing/joining-doors.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { closeWithoutGuardian } from './closing.ts'
import { OwnGuardian } from './inputs.ts'
import { remindGuardians } from './mailing.ts'
import { NOTICE_DAYS, SILENT_DAYS, TAKEN_BACK_DAYS } from './patience.ts'

let world: World
let vera: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  vera = await aMember(world, { handle: 'vera', name: 'Vera Vogel', standing: 'waiting', ageBand: '13-15' })
})

const MOTHER = 'mother@example.org'
const AUNT = 'aunt@example.org'

type Decision = 'agreed' | 'refused' | 'withdrawn'

// Somebody was asked so long ago, and perhaps decided at once.
async function asked(daysAgo: number, decision?: Decision, { id: memberId } = vera) {
  const at = new Date(Date.now() - daysAgo * 86_400_000)
  const id = newId()
  await world
    .ctx()
    .db.insert(guardianConsents)
    .values({ id, memberId, guardianEmail: MOTHER, askedAt: at, ...(decision && { decision, decidedAt: at }) })
  return aLink(world, 'guardian', id, MOTHER, new Date(Date.now() + 86_400_000))
}

const decide = (token: string, decision: Decision) =>
  world.request('/api/guardian-decisions', post({ token, decision, name: 'Rosa Vogel' }))
const name = (guardianEmail: string) => vera.send('POST', '/api/guardian-requests', { guardianEmail })
const own = async () => OwnGuardian.parse(await (await vera.request('/api/guardian-requests/own')).json())
const issueOf = async (answer: Response) => (await problemOf(answer)).issues[0]?.path
const standingOf = async ({ id }: Somebody) =>
  (await world.ctx().db.select({ standing: members.standing }).from(members).where(eq(members.id, id)))[0]?.standing
const tokenTo = (to: string) =>
  /token=([\w-]+)/.exec(world.letters.findLast((letter) => letter.to === to)?.text ?? '')?.[1] ?? ''
const subjectsTo = (to: string) => world.letters.filter((letter) => letter.to === to).map(({ subject }) => subject)

async function night() {
  await closeWithoutGuardian(world.ctx({ kind: 'cron', name: 'close-without-guardian' }))
  await world.settle()
}

// Everything that was told before happened so many days earlier.
async function pass(days: number) {
  await world.ctx().db.execute(sql`
    update guardian_consents set asked_at = asked_at - ${days} * interval '1 day',
      decided_at = decided_at - ${days} * interval '1 day', warned_at = warned_at - ${days} * interval '1 day'`)
}

describe('a young person whose guardian said no', () => {
  it('is told kindly, and what they can do', async () => {
    await decide(await asked(1), 'refused')
    await world.settle()
    const letter = world.letters.find(({ to }) => to === vera.email)
    expect(letter?.text).toContain('name another parent or guardian')
    expect(letter?.text).toContain('/settings/guardian')
    expect(letter?.text).toContain(`${SILENT_DAYS} days`)
    expect(await own()).toMatchObject({ email: MOTHER, name: 'Rosa Vogel', decision: 'refused', asksLeft: 4 })
  })

  it('SAF-1 names another guardian, whose yes opens everything; the first one is told', async () => {
    const first = await asked(1)
    await decide(first, 'refused')
    await world.settle()
    const again = tokenTo(MOTHER)
    expect((await name(AUNT)).status).toBe(201)
    await world.settle()
    expect(subjectsTo(MOTHER).at(-1)).toBe('Vera Vogel named somebody else as guardian')
    expect((await decide(again, 'agreed')).status).toBe(400)
    expect(await standingOf(vera)).toBe('waiting')
    expect((await decide(tokenTo(AUNT), 'agreed')).status).toBe(201)
    expect(await standingOf(vera)).toBe('active')
    expect(await own()).toMatchObject({ email: AUNT, decision: 'agreed', closesAt: null, asksLeft: 0 })
  })

  it('does not press whoever said no', async () => {
    await asked(1, 'refused')
    await expectNoChangeButTries(async () =>
      expect(await issueOf(await name(MOTHER.toUpperCase()))).toBe('guardianEmail'),
    )
  })
})

const expectNoChangeButTries = (work: () => Promise<unknown>) =>
  expectNoChange(world, async () => {
    await work()
    await world.ctx().db.execute(sql`delete from tries`)
  })

describe('naming a guardian', () => {
  it('sends the mail once more to somebody who was silent; only the newest link counts', async () => {
    const first = await asked(10)
    expect((await name(MOTHER)).status).toBe(201)
    await world.settle()
    expect(subjectsTo(MOTHER)).toHaveLength(1)
    expect((await decide(first, 'agreed')).status).toBe(400)
    expect((await decide(tokenTo(MOTHER), 'agreed')).status).toBe(201)
  })

  it('leaves whoever was asked before in peace', async () => {
    await asked(4)
    await name(AUNT)
    await world.settle()
    world.letters.length = 0
    await pass(4)
    await remindGuardians(world.ctx({ kind: 'cron', name: 'remind-guardians' }))
    expect(world.letters.map(({ to }) => to)).toEqual([AUNT])
  })

  it('is not for one’s own address, nor for whoever is not waiting', async () => {
    await asked(1)
    await expectNoChangeButTries(async () => expect(await issueOf(await name(vera.email))).toBe('guardianEmail'))
    const grown = await aMember(world)
    await expectNoChangeButTries(async () => {
      const answer = await grown.send('POST', '/api/guardian-requests', { guardianEmail: AUNT })
      expect((await problemOf(answer)).code).toBe('not_waiting')
    })
    expect((await grown.request('/api/guardian-requests/own')).status).toBe(404)
  })

  it('B81 floods no mailbox, and ends after five', async () => {
    await asked(1)
    for (const expected of [201, 201, 201, 201, 409, 429]) expect((await name(AUNT)).status).toBe(expected)
    expect((await own()).asksLeft).toBe(0)
    const other = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    const answer = await other.send('POST', '/api/guardian-requests', { guardianEmail: AUNT })
    expect(answer.status).toBe(429)
  })
})

describe('an account without a guardian', () => {
  it('is told two weeks before it closes, once, and closes then with all that is in it', async () => {
    await asked(SILENT_DAYS - NOTICE_DAYS - 1)
    await night()
    expect(world.letters).toEqual([])
    await pass(1.1)
    for (let n = 0; n < 3; n++) await night()
    expect(world.letters.map(({ to }) => to)).toEqual([vera.email])
    expect(world.letters[0]?.text).toContain('/settings/guardian')
    await pass(NOTICE_DAYS - 1)
    await night()
    expect(await standingOf(vera)).toBe('waiting')
    await pass(1)
    await night()
    expect(await standingOf(vera)).toBe('gone')
    const { rows } = await world.ctx().db.execute(sql`select name, data::text from events order by id`)
    expect(rows.at(-1)).toEqual({ name: 'member.gone', data: '{}' })
    const { rows: left } = await world.ctx().db.execute(sql`
      select 1 from guardian_consents union all select 1 from accounts union all select 1 from one_time_links`)
    expect(left).toEqual([])
    expect((await vera.request('/api/my/profile')).status).toBe(401)
  })

  it('closes after a refusal as after silence, and never without the notice, however long the clock stood', async () => {
    await asked(400, 'refused')
    await night()
    expect(await standingOf(vera)).toBe('waiting')
    expect(Date.parse((await own()).closesAt ?? '')).toBeGreaterThan(Date.now() + (NOTICE_DAYS - 1) * 86_400_000)
    await pass(NOTICE_DAYS)
    await night()
    expect(await standingOf(vera)).toBe('gone')
  })

  it('is kept longer when somebody took their word back, who is told as well', async () => {
    await asked(TAKEN_BACK_DAYS - NOTICE_DAYS - 1, 'withdrawn')
    await night()
    expect(world.letters).toEqual([])
    await pass(1.1)
    await night()
    expect(world.letters.map(({ to }) => to)).toEqual([vera.email, MOTHER])
    expect((await decide(tokenTo(MOTHER), 'agreed')).status).toBe(201)
    await pass(NOTICE_DAYS)
    await night()
    expect(await standingOf(vera)).toBe('active')
  })

  it('waits again from the beginning when somebody else is asked, or decides anew', async () => {
    const token = await asked(SILENT_DAYS)
    await night()
    await decide(token, 'refused')
    await pass(NOTICE_DAYS + 1)
    await night()
    expect(await standingOf(vera)).toBe('waiting')
    await pass(SILENT_DAYS - NOTICE_DAYS)
    await night()
    await name(AUNT)
    await pass(NOTICE_DAYS + 1)
    await night()
    expect(await standingOf(vera)).toBe('waiting')
  })

  it('stays when it is suspended, leaving or agreed to', async () => {
    const others = await Promise.all(
      (['suspended', 'leaving', 'active'] as const).map((standing) => aMember(world, { standing, ageBand: '16-17' })),
    )
    for (const [n, other] of others.entries()) await asked(400, n === 2 ? 'agreed' : 'refused', other)
    await night()
    await pass(NOTICE_DAYS)
    await expectNoChange(world, night)
  })

  it('F33 closes once when two nights overlap, and loses nothing when an agreement comes at that moment', async () => {
    await asked(SILENT_DAYS)
    await night()
    await pass(NOTICE_DAYS)
    const agreeing = world.ctx().db.update(guardianConsents).set({ decision: 'agreed', decidedAt: sql`now()` })
    await Promise.all([night(), agreeing, night()])
    const { rows } = await world.ctx().db.execute(sql`select name from events where name = 'member.gone'`)
    const standing = await standingOf(vera)
    expect([standing, rows.length]).toEqual(standing === 'gone' ? ['gone', 1] : ['waiting', 0])
  })
})
