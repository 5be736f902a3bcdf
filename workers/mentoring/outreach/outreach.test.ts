import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { invitations } from '#db/schema/mentoring/participants.ts'
import { aProspect } from '#workers/lib/testing/mentoring/outreach.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readBoard } from './board.ts'
import type { Prospect, ProspectPage } from './inputs.ts'

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
  phone: '+221 77 123 45 67',
  place: 'Dakar',
  skillAreas: 'dyeing, sewing',
  consentTo: 'Being written to about learning here',
  consentFrom: 'said so at the market',
  contact: { channel: 'event', words: 'She looked at the prints for a long time.', nextStep: 'Send her the lino page' },
}

const note = (who: Somebody, body: object) => who.send('POST', '/api/prospects', body)

async function noted(who: Somebody, body: object = AWA): Promise<string> {
  const answer = await note(who, body)
  expect(answer.status).toBe(201)
  return ((await answer.json()) as { id: string }).id
}

const read = async (who: Somebody, id: string) => (await (await who.request(`/api/prospects/${id}`)).json()) as Prospect

const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

const anInvitation = (prospectId: string, email: string) => ({
  id: newId(),
  mentorId: imke.id,
  prospectId,
  name: 'Awa',
  email,
  ageBand: 'adult' as const,
  linkHash: newId(),
  expiresAt: new Date(Date.now() + 86_400_000),
})

describe('a mentor notes somebody they met', () => {
  it('with what was said, what comes next, and for what they may be written to', async () => {
    const it = await read(imke, await noted(imke))
    expect(it).toMatchObject({ name: 'Awa Diop', stage: 'met', skillAreas: ['dyeing', 'sewing'], version: 1 })
    expect(it.contacts).toMatchObject([{ channel: 'event', words: AWA.contact.words, place: 'Dakar' }])
    expect(it.nextStep).toBe('Send her the lino page')
    const inAYear = Date.parse(it.consentUntil ?? '') - Date.now()
    expect(inAYear).toBeGreaterThan(363 * 86_400_000)
  })

  it('keeps no address and no number without a consent', async () => {
    const answer = await note(imke, { name: 'Awa Diop', phone: '+221 77 123 45 67' })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).issues.map(({ path }) => path)).toEqual(['consentTo'])
  })

  it('is told back the same when the phone sends it again, also after the key is forgotten', async () => {
    const body = { ...AWA, madeAs: newId(), contact: { ...AWA.contact, madeAs: newId() } }
    expect(await noted(imke, body)).toBe(body.madeAs)
    expect(await noted(imke, body)).toBe(body.madeAs)
    expect(await world.ctx().db.select().from(contacts)).toHaveLength(1)
  })

  it('is warned of somebody alike by address, number or name, and keeps both when they are two', async () => {
    const first = await noted(imke)
    for (const same of [
      { name: 'Somebody else', email: 'AWA@example.org', consentTo: 'Being asked' },
      { name: 'Somebody else', phone: '00221771234567', consentTo: 'Being asked' },
      { name: 'Awá Diopp' },
      { name: 'Awa D.', place: 'Dakar' },
    ])
      expect(await codeOf(await note(imke, same)), JSON.stringify(same)).toEqual([409, 'maybe_known'])
    const second = await noted(imke, { name: 'Awa Diop', evenIfKnown: 'yes' })
    expect((await read(imke, second)).alike).toMatchObject([{ id: first, same: 'name' }])
    expect((await note(imke, { name: 'Moussa Ndiaye', place: 'Dakar' })).status).toBe(201)
    expect((await note(await aMentor(world), AWA)).status).toBe(201)
  })

  it('B47 alone: no other mentor sees it, and whoever is no mentor notes nobody', async () => {
    const id = await noted(imke)
    const other = await aMentor(world)
    expect((await other.request(`/api/prospects/${id}`)).status).toBe(404)
    const { prospects: seen } = (await (await other.request('/api/prospects')).json()) as ProspectPage
    expect(seen).toEqual([])
    expect(await codeOf(await note(await aMember(world), AWA))).toEqual([403, 'not_allowed'])
  })
})

describe('the log of contacts', () => {
  it('moves somebody along by what came of it', async () => {
    const id = await noted(imke)
    const log = async (outcome: string, more = {}) => {
      const answer = await imke.send('POST', `/api/prospects/${id}/contacts`, { channel: 'phone', outcome, ...more })
      return ((await answer.json()) as { stage: string }).stage
    }
    expect(await log('no-answer')).toBe('met')
    expect(await log('interested', { nextStep: 'Ring on Monday', nextStepOn: '2026-12-01' })).toBe('talking')
    expect(await log('not-now')).toBe('not-now')
    const now = await read(imke, id)
    expect(now).toMatchObject({ nextStep: 'Ring on Monday', nextStepOn: '2026-12-01', version: 4 })
    expect(now.contacts).toHaveLength(4)
  })

  it('takes what was written without signal once, on the day it happened', async () => {
    const id = await noted(imke)
    const said = { madeAs: newId(), channel: 'phone', outcome: 'unsure', on: '2026-03-02' }
    for (let n = 0; n < 2; n++)
      expect((await imke.send('POST', `/api/prospects/${id}/contacts`, said)).status).toBe(201)
    const { contacts: log } = await read(imke, id)
    expect(log).toHaveLength(2)
    expect(log.at(-1)?.at).toMatch(/^2026-03-02T12/)
  })
})

describe('what is noted', () => {
  it('is never written over by what was read before somebody changed it', async () => {
    const id = await noted(imke)
    const change = { name: 'Awa Diop', place: 'Thiès', version: 1 }
    expect((await imke.send('PUT', `/api/prospects/${id}`, change)).status).toBe(200)
    expect(await codeOf(await imke.send('PUT', `/api/prospects/${id}`, change))).toEqual([409, 'changed_meanwhile'])
    expect(await read(imke, id)).toMatchObject({ place: 'Thiès', version: 2 })
  })

  it('stands on the board by its stage, what is due first, in one round trip', async () => {
    await noted(imke)
    const due = await aProspect(world, imke, { name: 'Moussa', nextStepOn: '2026-01-01', place: 'Saint-Louis' })
    await aProspect(world, imke, { name: 'Fatou', stage: 'talking' })
    const { trips } = world.spent
    const { columns } = await readBoard(imke.ctx, {})
    expect(world.spent.trips - trips).toBe(1)
    expect(columns.map(({ stage, count }) => [stage, count])).toEqual([
      ['met', 2],
      ['talking', 1],
      ['invited', 0],
      ['joined', 0],
      ['not-now', 0],
    ])
    expect(columns[0]).toMatchObject({ due: 1, cards: [{ id: due, isDue: true }, { name: 'Awa Diop' }] })
    const sought = await readBoard(imke.ctx, { q: 'SEWING' })
    expect(sought.columns[0]?.cards.map(({ name }) => name)).toEqual(['Awa Diop'])
    expect((await readBoard(imke.ctx, { due: 'yes' })).columns[0]?.count).toBe(1)
  })

  it('is listed page by page, each one once', async () => {
    for (let n = 0; n < 45; n++) await aProspect(world, imke, { name: `Person ${n}` })
    const seen: string[] = []
    for (let after: string | null = ''; after !== null; ) {
      const answer = await imke.request(`/api/prospects?stage=met${after && `&after=${encodeURIComponent(after)}`}`)
      const page = (await answer.json()) as ProspectPage
      seen.push(...page.prospects.map(({ id }) => id))
      after = page.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([45, 45])
  })

  it('goes on as the database tells: whoever joined has joined', async () => {
    const id = await aProspect(world, imke, { stage: 'joined' })
    expect(await codeOf(await imke.send('PUT', `/api/prospects/${id}/stage`, { stage: 'met' }))).toEqual([
      409,
      'joined',
    ])
    const other = await noted(imke)
    expect((await imke.send('PUT', `/api/prospects/${other}/stage`, { stage: 'not-now' })).status).toBe(200)
    expect((await imke.send('PUT', `/api/prospects/${other}/stage`, { stage: 'joined' })).status).toBe(422)
  })
})

describe('somebody who asks to be left alone', () => {
  const leave = (id: string) => imke.send('PUT', `/api/prospects/${id}/peace`, { because: 'Asked us not to write' })

  it('is written to by nobody: the database refuses, whoever tries', async () => {
    const id = await noted(imke)
    const { db } = world.ctx()
    await db.insert(invitations).values(anInvitation(id, 'awa@example.org'))
    expect((await leave(id)).status).toBe(200)
    expect(await db.select().from(invitations)).toMatchObject([{ state: 'withdrawn' }])
    const rosa = await aMentor(world)
    for (const row of [
      anInvitation(id, 'new@example.org'),
      { ...anInvitation(id, 'AWA@example.org'), mentorId: rosa.id },
    ])
      await expect(db.insert(invitations).values(row)).rejects.toThrow()
    await expect(
      db.insert(invitations).values({ ...anInvitation(id, 'AWA@example.org'), mentorId: rosa.id, prospectId: null }),
    ).rejects.toThrow()
    expect(await read(imke, id)).toMatchObject({ stage: 'not-now', leftAloneBecause: 'Asked us not to write' })
  })

  it('is not written to either once the consent has run out', async () => {
    const id = await aProspect(world, imke, { consentTo: 'Being asked', consentUntil: '2026-01-01' })
    await expect(world.ctx().db.insert(invitations).values(anInvitation(id, 'a@example.org'))).rejects.toThrow()
  })

  it('may come back of their own accord', async () => {
    const id = await noted(imke)
    await leave(id)
    expect((await imke.send('DELETE', `/api/prospects/${id}/peace`)).status).toBe(200)
    await world.ctx().db.insert(invitations).values(anInvitation(id, 'awa@example.org'))
  })

  it('stays left alone when everything else about them is forgotten', async () => {
    const id = await noted(imke)
    await leave(id)
    expect((await imke.send('DELETE', `/api/prospects/${id}`)).status).toBe(200)
    const [rest] = await world.ctx().db.select().from(prospects)
    expect(rest).toMatchObject({ name: '—', phone: null, place: '', email: 'awa@example.org' })
    expect(await world.ctx().db.select().from(contacts)).toEqual([])
  })
})

describe('two notes about one person', () => {
  it('become one with the whole log, and can be parted again', async () => {
    const id = await noted(imke)
    const gone = await noted(imke, {
      name: 'Awa D.',
      hasTime: 'Sundays',
      evenIfKnown: 'yes',
      contact: { words: 'Again' },
    })
    const answer = await imke.send('POST', `/api/prospects/${id}/merges`, { gone })
    expect(answer.status).toBe(201)
    const one = await read(imke, id)
    expect(one).toMatchObject({ name: 'Awa Diop', hasTime: 'Sundays', merges: [{ name: 'Awa D.' }], alike: [] })
    expect(one.contacts).toHaveLength(2)
    expect((await imke.request(`/api/prospects/${gone}`)).status).toBe(404)
    expect((await imke.send('POST', `/api/prospects/${id}/merges`, { gone })).status).toBe(404)

    const { id: merge } = (await answer.json()) as { id: string }
    expect((await imke.send('DELETE', `/api/prospect-merges/${merge}`)).status).toBe(200)
    expect((await read(imke, gone)).contacts).toMatchObject([{ words: 'Again' }])
    expect(await read(imke, id)).toMatchObject({ hasTime: '', merges: [] })
    expect((await imke.send('DELETE', `/api/prospect-merges/${merge}`)).status).toBe(409)
  })

  it('take the wish to be left alone along', async () => {
    const id = await aProspect(world, imke, { name: 'Awa' })
    const gone = await aProspect(world, imke, { leftAloneAt: new Date(), leftAloneBecause: 'Said so' })
    await imke.send('POST', `/api/prospects/${id}/merges`, { gone })
    expect(await read(imke, id)).toMatchObject({ leftAloneBecause: 'Said so' })
  })

  it('B47 only where both are one’s own', async () => {
    const rosa = await aMentor(world)
    const [mine, hers] = [await aProspect(world, imke), await aProspect(world, rosa)]
    expect((await imke.send('POST', `/api/prospects/${mine}/merges`, { gone: hers })).status).toBe(404)
    const [still] = await world.ctx().db.select().from(prospects).where(eq(prospects.id, hers))
    expect(still?.mergedInto).toBeNull()
  })
})

describe('forgetting somebody', () => {
  it('leaves nothing, nor of what was merged into them', async () => {
    const id = await noted(imke)
    await imke.send('POST', `/api/prospects/${id}/merges`, { gone: await aProspect(world, imke) })
    expect((await imke.send('DELETE', `/api/prospects/${id}`)).status).toBe(200)
    const { rows } = await world.ctx().db.execute(sql`
      select (select count(*)::int from prospects) + (select count(*)::int from contacts) as left`)
    expect(rows).toEqual([{ left: 0 }])
  })
})
