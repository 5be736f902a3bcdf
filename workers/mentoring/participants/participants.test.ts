import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { readTogether } from '#db/reading.ts'
import { guardianConsents } from '#db/schema/accounts/guardians.ts'
import { accounts } from '#db/schema/accounts.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { blocks, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { copies, reservations, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { availability } from '#db/schema/people/availability.ts'
import { members } from '#db/schema/people.ts'
import { linkOf } from '#workers/accounts/links.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aProspect } from '#workers/lib/testing/mentoring/outreach.ts'
import { anInvitation } from '#workers/lib/testing/mentoring/participants.ts'
import { aKit, aSupply, aTool } from '#workers/lib/testing/mentoring/supplies.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { readPairPage } from '../mentorships/mentorships.ts'
import { remindOfPeople } from '../outreach/reminding.ts'
import { beginWhatStillWaits } from './beginning.ts'
import { broughtAlong } from './brought-along.ts'
import { expireInvitations } from './invitations.ts'

let world: World
let imke: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  imke = await aMentor(world, 3)
})

const AWA = {
  name: 'Awa Diop',
  email: 'awa@example.org',
  ageBand: 'adult',
  words: 'You looked at the press for a long time on Saturday. Come and pull a print with me.',
  goals: 'One print that is mine\nA card for my mother',
  task: { title: 'Draw a leaf from life', description: 'Any leaf.' },
}
const PASSWORD = 'sunday bicycle papaya'
const NEW = { takesTheLog: 'yes', password: PASSWORD, terms: '1' }

const invite = (who: Somebody, body: object = AWA) => who.send('POST', '/api/participants', body)

async function invited(who: Somebody, body: object = AWA): Promise<{ id: string; token: string }> {
  const answer = await invite(who, body)
  expect(answer.status).toBe(201)
  const { id } = (await answer.json()) as { id: string }
  return { id, token: linkOf(world.ctx(), 'invitation', id).token }
}

const accept = (body: object, who?: Somebody) =>
  who ? who.send('POST', '/api/invitations/acceptance', body) : world.request('/api/invitations/acceptance', post(body))

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]
const stateOf = async (id: string) =>
  (await world.ctx().db.select().from(invitations).where(eq(invitations.id, id)))[0]?.state
const pairsOf = () => world.ctx().db.select().from(mentorships)
const cron = () => world.ctx({ kind: 'cron', name: 'test' })

describe('a mentor invites somebody', () => {
  it('by a mail that says who writes and why, and whose link is kept only as a hash', async () => {
    const { id, token } = await invited(imke)
    await world.settle()
    expect(world.letters).toHaveLength(1)
    expect(world.letters[0]).toMatchObject({ to: 'awa@example.org', key: `invitation:${id}` })
    expect(world.letters[0]?.text).toContain(`/invitation?token=${token}`)
    expect(world.letters[0]?.text).toContain('pull a print with me')
    const [row] = await world.ctx().db.select().from(invitations)
    expect(JSON.stringify(row)).not.toContain(token)
    expect(await world.ctx().db.select().from(accounts).where(eq(accounts.email, 'awa@example.org'))).toEqual([])
  })

  it('once at a time, not oneself, and only while there is a place', async () => {
    const { id } = await invited(imke)
    expect(await codeOf(await invite(imke))).toEqual([409, 'already_invited'])
    expect((await imke.send('DELETE', `/api/participants/${id}`)).status).toBe(200)
    expect((await invite(imke)).status).toBe(201)
    expect((await invite(imke, { ...AWA, email: imke.email })).status).toBe(422)
    const full = await aMentor(world, 0)
    expect(await codeOf(await invite(full))).toEqual([409, 'no_room'])
  })

  it('names a guardian for whoever is young', async () => {
    const answer = await invite(imke, { ...AWA, ageBand: '13-15' })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).issues.map(({ path }) => path)).toEqual(['guardianEmail'])
  })

  it('names only skills and supplies that are there', async () => {
    expect((await invite(imke, { ...AWA, skills: ['never-learned'] })).status).toBe(422)
    expect((await invite(imke, { ...AWA, supplies: [{ resource: 'never-bought', quantity: 1 }] })).status).toBe(422)
  })

  it('from their board: who is invited stands there as invited, and goes back when the invitation does', async () => {
    const prospect = await aProspect(world, imke)
    const { id } = await invited(imke, { ...AWA, prospect })
    const stage = async () => (await world.ctx().db.select().from(prospects))[0]?.stage
    expect(await stage()).toBe('invited')
    await imke.send('DELETE', `/api/participants/${id}`)
    expect(await stage()).toBe('talking')
    expect((await invite(await aMentor(world), { ...AWA, prospect })).status).toBe(404)
  })

  it('never whoever asked to be left alone, nor without a consent that still holds', async () => {
    const alone = await aProspect(world, imke, {
      leftAloneAt: new Date(),
      leftAloneBecause: 'Said so',
      email: AWA.email,
    })
    expect(await codeOf(await invite(imke, { ...AWA, prospect: alone }))).toEqual([409, 'left_alone'])
    expect(await codeOf(await invite(await aMentor(world)))).toEqual([409, 'left_alone'])
    const over = await aProspect(world, imke, { consentTo: 'Being asked', consentUntil: '2026-01-01' })
    expect(await codeOf(await invite(imke, { ...AWA, email: 'b@example.org', prospect: over }))).toEqual([
      409,
      'consent_over',
    ])
    await world.settle()
    expect(world.letters).toEqual([])
  })

  it('and nothing is sent any more once it was taken back', async () => {
    const { id } = await invited(imke)
    await imke.send('DELETE', `/api/participants/${id}`)
    await world.settle()
    expect(world.letters).toEqual([])
  })

  it('B81 not more than five times in half an hour to one address', async () => {
    for (let n = 0; n < 5; n++) expect((await invite(await aMentor(world))).status).toBe(201)
    expect((await invite(imke)).status).toBe(429)
  })
})

describe('somebody new accepts', () => {
  it('and has an account, a mentor, goals, a first task in their hands, and what it takes', async () => {
    const lino = await aSkill(world, 'Linocut')
    const { db } = world.ctx()
    const [sheet, gouge] = [newId(), newId()]
    await db.insert(resources).values([
      { id: sheet, slug: 'lino-sheet', kind: 'supply', name: 'Lino sheet', stock: 5 },
      { id: gouge, slug: 'gouge', kind: 'tool', name: 'Gouge' },
    ])
    await db.insert(copies).values({ resourceId: gouge, label: 'No. 1' })
    const supplies = [
      { resource: 'lino-sheet', quantity: 2 },
      { resource: 'gouge', quantity: 1 },
    ]
    const { token } = await invited(imke, { ...AWA, skills: [lino.slug], supplies })
    const answer = await accept({ ...NEW, token })
    expect(answer.status).toBe(200)
    expect(answer.headers.getSetCookie().some((cookie) => cookie.startsWith('__Host-access='))).toBe(true)
    const { mentorship, handle } = (await answer.json()) as { mentorship: string; handle: string }
    expect(handle).toBe('awa-diop')
    const [pair] = await pairsOf()
    expect(pair).toMatchObject({ id: mentorship, mentorId: imke.id, skillId: lino.id, aim: 'One print that is mine' })
    expect(await db.select().from(tasks)).toMatchObject([
      { title: AWA.task.title, setById: imke.id, state: 'accepted' },
    ])
    expect((await db.select().from(goals)).map(({ title }) => title).sort()).toEqual(AWA.goals.split('\n').sort())
    expect((await db.select().from(supplyRequests)).map(({ state }) => state)).toEqual(['approved', 'approved'])
    expect(await db.select().from(reservations)).toHaveLength(1)
    const [left] = await db.select().from(resources).where(eq(resources.id, sheet))
    expect(left?.stock).toBe(3)
    await world.settle()
    const told = await db.select().from(notices).where(eq(notices.memberId, imke.id))
    expect(told.map(({ kind }) => kind)).toContain('invitation-accepted')
  })

  it('twice in one moment, and is one person with one mentor', async () => {
    const { token } = await invited(imke)
    const answers = await Promise.all([accept({ ...NEW, token }), accept({ ...NEW, token }), accept({ ...NEW, token })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await pairsOf()).toHaveLength(1)
    expect(await world.ctx().db.select().from(accounts).where(eq(accounts.email, AWA.email))).toHaveLength(1)
    expect(await codeOf(await accept({ ...NEW, token, password: 'somebody else’s guess' }))).toEqual([409, 'accepted'])
  })

  it('not without a password and the terms, and nothing is written then', async () => {
    const { token, id } = await invited(imke)
    for (const missing of ['password', 'terms', 'takesTheLog'])
      expect((await accept({ ...NEW, token, [missing]: undefined })).status, missing).toBe(422)
    expect((await accept({ ...NEW, token, terms: 'older' })).status).toBe(422)
    expect(await stateOf(id)).toBe('sent')
  })

  it('not with a link that ran out, was taken back, or is none', async () => {
    const old = await anInvitation(world, imke, { expiresAt: new Date(Date.now() - 1000) })
    const back = await anInvitation(world, imke, { state: 'withdrawn', decidedAt: new Date() })
    for (const token of [old.token, back.token, 'cut-off'])
      expect(await codeOf(await accept({ ...NEW, token }))).toEqual([400, 'invalid_or_expired'])
    expect(await pairsOf()).toEqual([])
  })

  it('MEN-4 later, when their mentor has no place: the link stays open and no account is left half made', async () => {
    const { token, id } = await invited(imke)
    const { db } = world.ctx()
    await db.update(availability).set({ menteesAtMost: 0 })
    expect(await codeOf(await accept({ ...NEW, token }))).toEqual([409, 'no_room'])
    expect(await stateOf(id)).toBe('sent')
    expect(await db.select().from(accounts).where(eq(accounts.email, AWA.email))).toEqual([])
    await db.update(availability).set({ menteesAtMost: 1 })
    expect((await accept({ ...NEW, token })).status).toBe(200)
  })

  it('what is not in the store is asked for, and keeps nobody from beginning', async () => {
    const { db } = world.ctx()
    await db.insert(resources).values({ slug: 'ash', kind: 'supply', name: 'Ash', stock: 1 })
    const { token } = await invited(imke, { ...AWA, supplies: [{ resource: 'ash', quantity: 4 }] })
    expect((await accept({ ...NEW, token })).status).toBe(200)
    expect(await db.select().from(supplyRequests)).toMatchObject([{ state: 'asked', quantity: 4, approved: 0 }])
  })
})

describe('a kit to begin with', () => {
  const aKitOfGouges = async (stock: number) => {
    const [lino, gouge] = [await aSupply(world, { stock, slug: 'lino' }), await aTool(world)]
    const inside = [
      { id: lino.id, quantity: 2 },
      { id: gouge.id, quantity: 1 },
    ]
    return { lino, gouge, kit: await aKit(world, inside) }
  }
  const begins = async (...slugs: string[]) => {
    const supplies = slugs.map((resource) => ({ resource, quantity: 1 }))
    const { token } = await invited(imke, { ...AWA, supplies })
    expect((await accept({ ...NEW, token })).status).toBe(200)
    const rows = await world.ctx().db.select().from(supplyRequests)
    return Object.fromEntries(rows.map(({ resourceId, state }) => [resourceId, state]))
  }

  it('is kept with everything that is in it', async () => {
    const { lino, kit } = await aKitOfGouges(5)
    expect(await begins(kit.slug)).toEqual({ [kit.id]: 'approved' })
    const { db } = world.ctx()
    expect(await db.select().from(reservations)).toHaveLength(1)
    expect(await db.select().from(resources).where(eq(resources.id, lino.id))).toMatchObject([{ stock: 3 }])
  })

  it('is asked for where a part of it is missing, and nothing of it is taken', async () => {
    const { lino, kit } = await aKitOfGouges(1)
    expect(await begins(kit.slug)).toEqual({ [kit.id]: 'asked' })
    const { db } = world.ctx()
    expect(await db.select().from(reservations)).toHaveLength(0)
    expect(await db.select().from(resources).where(eq(resources.id, lino.id))).toMatchObject([{ stock: 1 }])
  })

  it('and the one tool that is in it: the tool is kept once, and what needs it a second time is asked for', async () => {
    const { gouge, kit } = await aKitOfGouges(5)
    expect(Object.values(await begins(kit.slug, gouge.slug)).sort()).toEqual(['approved', 'asked'])
    expect(await world.ctx().db.select().from(reservations)).toHaveLength(1)
  })
})

describe('somebody young (SAF-1)', () => {
  const YOUNG = { ...AWA, ageBand: '13-15', guardianEmail: 'parent@example.org' }
  const guardianSays = async (decision: string) => {
    const [consent] = await world.ctx().db.select().from(guardianConsents)
    const { token } = linkOf(world.ctx(), 'guardian', consent?.id)
    const answer = await world.request('/api/guardian-decisions', post({ token, decision, name: 'A parent' }))
    expect(answer.status).toBe(201)
    await world.settle()
  }

  it('waits for the guardian: nobody works with them before, and the two begin on the day of the yes', async () => {
    const { token, id } = await invited(imke, YOUNG)
    const answer = await accept({ ...NEW, token })
    expect(await answer.json()).toMatchObject({ mentorship: null })
    expect(await stateOf(id)).toBe('accepted')
    await world.settle()
    await beginWhatStillWaits(cron())
    expect(await pairsOf()).toEqual([])
    expect(await world.ctx().db.select().from(tasks)).toEqual([])
    expect(world.letters.map(({ to }) => to)).toContain('parent@example.org')
    await guardianSays('agreed')
    expect(await pairsOf()).toMatchObject([{ mentorId: imke.id, state: 'active' }])
    await beginWhatStillWaits(cron())
    expect(await pairsOf()).toHaveLength(1)
  })

  it('begins nothing when the guardian says no', async () => {
    await accept({ ...NEW, token: (await invited(imke, YOUNG)).token })
    await guardianSays('refused')
    await beginWhatStillWaits(cron())
    expect(await pairsOf()).toEqual([])
  })

  it('does not grow up by saying so, and is young where only they know it', async () => {
    const said = await accept({ ...NEW, token: (await invited(imke, YOUNG)).token, ageBand: 'adult' })
    expect(await said.json()).toMatchObject({ mentorship: null })
    const other = await invited(imke, { ...AWA, email: 'bo@example.org', name: 'Bo' })
    expect((await accept({ ...NEW, token: other.token, ageBand: '16-17' })).status).toBe(422)
    const answer = await accept({ ...NEW, token: other.token, ageBand: '16-17', guardianEmail: 'p@example.org' })
    expect(await answer.json()).toMatchObject({ mentorship: null })
    expect(await pairsOf()).toEqual([])
  })

  it('who is a member already and waits, waits here too', async () => {
    const young = await aMember(world, { standing: 'waiting', ageBand: '16-17' })
    const { token } = await invited(imke)
    expect(await (await accept({ token, takesTheLog: 'no' }, young)).json()).toMatchObject({ mentorship: null })
    expect(await pairsOf()).toEqual([])
  })
})

describe('a member accepts', () => {
  it('as who they are, twice with one effect, and meets nobody behind a block (B50)', async () => {
    const awa = await aMember(world)
    const { token } = await invited(imke)
    await world.ctx().db.insert(blocks).values({ memberId: awa.id, blockedId: imke.id })
    expect((await accept({ token, takesTheLog: 'no' }, awa)).status).toBe(400)
    await world.ctx().db.delete(blocks)
    for (let n = 0; n < 2; n++) expect((await accept({ token, takesTheLog: 'no' }, awa)).status).toBe(200)
    expect(await pairsOf()).toMatchObject([{ participantId: awa.id }])
    expect(await codeOf(await accept({ token, takesTheLog: 'no' }, await aMember(world)))).toEqual([409, 'accepted'])
  })

  it('but nobody their own invitation, nor with somebody they work with already', async () => {
    const { token } = await invited(imke)
    expect(await codeOf(await accept({ token, takesTheLog: 'no' }, imke))).toEqual([403, 'own_invitation'])
    const awa = await aMember(world)
    await accept({ token, takesTheLog: 'no' }, awa)
    const again = await invited(imke, { ...AWA, email: 'other@example.org' })
    expect(await codeOf(await accept({ token: again.token, takesTheLog: 'no' }, awa))).toEqual([
      409,
      'already_together',
    ])
    expect(await stateOf(again.id)).toBe('sent')
  })

  it('an account of that address is asked to sign in, not made anew', async () => {
    const awa = await aMember(world)
    const { token } = await invited(imke, { ...AWA, email: awa.email })
    expect(await codeOf(await accept({ ...NEW, token }))).toEqual([409, 'already_member'])
  })
})

describe('what was noted about somebody', () => {
  async function noted(takesTheLog: string) {
    const prospect = await aProspect(world, imke, { place: 'Dakar', email: AWA.email, consentTo: 'Being invited' })
    const log = {
      prospectId: prospect,
      byId: imke.id,
      channel: 'phone',
      outcome: 'interested',
      at: new Date(),
    } as const
    await world
      .ctx()
      .db.insert(contacts)
      .values({ ...log, words: 'She laughed.' })
    const { token } = await invited(imke, { ...AWA, prospect })
    expect((await accept({ ...NEW, token, takesTheLog })).status).toBe(200)
    const [row] = await world.ctx().db.select().from(prospects)
    return { row, log: await world.ctx().db.select().from(contacts) }
  }

  it('comes along into the account when they agree', async () => {
    const { row, log } = await noted('yes')
    const [awa] = await world.ctx().db.select().from(members).where(eq(members.handle, 'awa-diop'))
    expect(row).toMatchObject({ stage: 'joined', memberId: awa?.id, place: 'Dakar' })
    expect(log).toHaveLength(1)
    const [pair] = await pairsOf()
    const { before } = await readPairPage(imke.ctx, { id: pair?.id ?? '' })
    expect(before).toMatchObject([{ words: 'She laughed.', by: imke.ctx.member.name }])
    const { db } = world.ctx()
    expect((await readTogether(db, { log: broughtAlong(pair?.id ?? '', (await aMentor(world)).id) })).log).toEqual([])
  })

  it('is gone when they do not', async () => {
    const { row, log } = await noted('no')
    expect(row).toMatchObject({ stage: 'joined', memberId: null, place: '', email: null })
    expect(log).toEqual([])
  })
})

describe('somebody says no', () => {
  const refuse = (body: object) => world.request('/api/invitations/refusal', post(body))

  it('once, and the mentor hears it in their words', async () => {
    const { token, id } = await invited(imke)
    expect((await refuse({ token, words: 'I moved to Lyon.' })).status).toBe(200)
    expect(await stateOf(id)).toBe('declined')
    expect((await refuse({ token })).status).toBe(400)
    expect((await accept({ ...NEW, token })).status).toBe(400)
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.memberId, imke.id))
    expect(told).toMatchObject([{ kind: 'invitation-declined', data: { words: 'I moved to Lyon.' } }])
  })

  it('for good, and no mentor can write to that address again', async () => {
    const { token } = await invited(imke)
    expect((await refuse({ token, leaveMeAlone: 'yes' })).status).toBe(200)
    expect(await codeOf(await invite(await aMentor(world)))).toEqual([409, 'left_alone'])
  })
})

describe('by the clock', () => {
  it('a link that nobody pressed runs out, and the mentor hears of it once', async () => {
    const { id } = await anInvitation(world, imke, { expiresAt: new Date(Date.now() - 1000) })
    await expireInvitations(cron())
    await expireInvitations(cron())
    expect(await stateOf(id)).toBe('expired')
    await world.settle()
    const told = await world.ctx().db.select().from(notices)
    expect(told).toMatchObject([{ kind: 'invitation-expired', memberId: imke.id }])
    expect((await invite(imke)).status).toBe(201)
  })

  it('a mentor is reminded of the day they named, once, and not of whoever wants peace', async () => {
    const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)
    await aProspect(world, imke, { name: 'Moussa', nextStep: 'Ring him', nextStepOn: yesterday })
    await aProspect(world, imke, { nextStepOn: '2099-01-01' })
    await aProspect(world, imke, { nextStepOn: yesterday, leftAloneAt: new Date(), leftAloneBecause: 'Said so' })
    await remindOfPeople(cron())
    await remindOfPeople(cron())
    await world.settle()
    const told = await world.ctx().db.select().from(notices)
    expect(told).toMatchObject([{ kind: 'prospect-due', data: { name: 'Moussa', step: 'Ring him' } }])
  })

  it('a consent that ends is told two weeks before, and a month after nothing is left', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
    const soon = await aProspect(world, imke, { consentTo: 'Being asked', consentUntil: inDays(10) })
    const over = await aProspect(world, imke, { consentTo: 'Being asked', consentUntil: inDays(-31) })
    await aProspect(world, imke, { mergedInto: over })
    await remindOfPeople(cron())
    await world.settle()
    expect((await world.ctx().db.select().from(prospects)).map(({ id }) => id)).toEqual([soon])
    expect(await world.ctx().db.select().from(notices)).toMatchObject([{ kind: 'prospect-consent' }])
  })
})

describe('the list of invitations', () => {
  it('goes through all of one’s own, the newest first, by its state', async () => {
    for (let n = 0; n < 25; n++) await anInvitation(world, imke)
    await anInvitation(world, await aMentor(world))
    await anInvitation(world, imke, { state: 'withdrawn', decidedAt: sql`now()` as never })
    const read = async (query: string) =>
      (await (await imke.request(`/api/participants${query}`)).json()) as {
        invitations: { id: string }[]
        next: string | null
      }
    const first = await read('?state=sent')
    const second = await read(`?state=sent&after=${encodeURIComponent(first.next ?? '')}`)
    const ids = [...first.invitations, ...second.invitations].map(({ id }) => id)
    expect([ids.length, new Set(ids).size, second.next]).toEqual([25, 25, null])
  })
})
