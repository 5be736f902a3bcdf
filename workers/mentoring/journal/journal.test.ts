import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { journalShares } from '#db/schema/mentoring/journal.ts'
import { notices } from '#db/schema/notifications.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { EntryPage } from './inputs.ts'
import { readEntry, readJournalPage } from './journal.ts'

let world: World
let pair: Pair
let me: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  pair = await aPair(world)
  me = pair.participant
})

const ok = async (answer: Response, status = 200) => {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (await answer.json()) as { id: string; version: number }
}
const write = async (text: string, more: object = {}) =>
  (await ok(await me.send('POST', '/api/journal', { text, ...more }), 201)).id
const sought = async (query: string) => {
  const page = (await (await me.request(`/api/journal${query}`)).json()) as EntryPage
  return page.entries.map(({ text }) => text)
}
const share = (id: string, handle: string, days = 7) =>
  me.send('PUT', `/api/journal/${id}/share`, { with: handle, days })
const reads = (who: Somebody, id: string) =>
  readEntry(who.ctx, { id }).then(
    ({ entry }) => entry.text,
    (error) => error.status,
  )

describe('a journal', () => {
  it('is found again by a word, a tag and a mood', async () => {
    await write('The left side closes', { tags: 'joinery, #Ash', mood: 'proud' })
    await write('100% tired', { mood: 'heavy' })
    expect(await sought('')).toEqual(['100% tired', 'The left side closes'])
    expect(await sought('?q=LEFT')).toEqual(['The left side closes'])
    expect(await sought('?q=0%25')).toEqual(['100% tired'])
    expect(await sought('?q=%25left')).toEqual([])
    expect(await sought('?tag=ash')).toEqual(['The left side closes'])
    expect(await sought('?mood=heavy')).toEqual(['100% tired'])
    expect((await readJournalPage(me.ctx, {})).tags.map(({ tag }) => tag)).toEqual(['ash', 'joinery'])
  })

  it('B47 is nobody else’s: not the mentor’s, not an organiser’s, not an admin’s', async () => {
    const id = await write('Only mine')
    const others = [pair.mentor, await aMember(world, { roles: ['participant', 'organiser', 'admin', 'mentor'] })]
    for (const other of others) expect(await reads(other, id)).toBe(404)
    expect(await reads(me, id)).toBe('Only mine')
  })

  it('says nothing of what stands in it in what is told', async () => {
    const id = await write('A secret word')
    await ok(await me.send('PUT', `/api/journal/${id}`, { text: 'Another secret', version: 1 }))
    await ok(await share(id, pair.mentor.handle))
    await world.settle()
    expect(JSON.stringify(await world.ctx().db.select().from(events))).not.toContain('secret')
    expect(JSON.stringify(await world.ctx().db.select().from(notices))).not.toContain('secret')
  })

  it('is not overwritten by an older draft', async () => {
    const id = await write('First')
    await ok(await me.send('PUT', `/api/journal/${id}`, { text: 'On the phone', version: 1 }))
    const late = await me.send('PUT', `/api/journal/${id}`, { text: 'On the desk, earlier', version: 1 })
    expect([late.status, (await problemOf(late)).code]).toEqual([409, 'changed_elsewhere'])
    expect(await reads(me, id)).toBe('On the phone')
  })
})

describe('an entry that is shared', () => {
  it('is read by one person, who hears of it, until it is taken back', async () => {
    const id = await write('Look at this')
    await ok(await share(id, pair.mentor.handle))
    expect(await reads(pair.mentor, id)).toBe('Look at this')
    expect((await readJournalPage(pair.mentor.ctx, {})).shared).toMatchObject([{ id, begins: 'Look at this' }])
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'journal-shared'))
    expect(told).toMatchObject([{ memberId: pair.mentor.id, data: { by: me.id, entry: id } }])
    await ok(await me.send('DELETE', `/api/journal/${id}/share`))
    expect(await reads(pair.mentor, id)).toBe(404)
  })

  it('closes by itself when its days are over', async () => {
    const id = await write('For a week')
    await ok(await share(id, pair.mentor.handle))
    const [since, until] = [new Date(Date.now() - 8 * 86_400_000), new Date(Date.now() - 86_400_000)]
    await world.ctx().db.update(journalShares).set({ since, until })
    expect(await reads(pair.mentor, id)).toBe(404)
    expect((await readJournalPage(pair.mentor.ctx, {})).shared).toEqual([])
  })

  it('goes to one person at a time, and only to somebody one works with', async () => {
    const other = await aPair(world, { participant: me })
    const stranger = await aMember(world, { roles: ['participant', 'mentor'] })
    const id = await write('One at a time')
    await ok(await share(id, pair.mentor.handle))
    await ok(await share(id, other.mentor.handle))
    expect(await reads(pair.mentor, id)).toBe(404)
    expect(await reads(other.mentor, id)).toBe('One at a time')
    const refused = await share(id, stranger.handle)
    expect([refused.status, (await problemOf(refused)).code]).toEqual([409, 'nobody_close'])
  })

  it('B47 is changed, shared and torn out by its writer only', async () => {
    const id = await write('Mine to change')
    await ok(await share(id, pair.mentor.handle))
    for (const [method, path, body] of [
      ['PUT', '', { text: 'Theirs', version: 1 }],
      ['DELETE', '', undefined],
      ['PUT', '/share', { with: me.handle, days: 7 }],
      ['DELETE', '/share', undefined],
    ] as const)
      expect((await pair.mentor.send(method, `/api/journal/${id}${path}`, body)).status).toBe(404)
    await ok(await me.send('DELETE', `/api/journal/${id}`))
    expect(await reads(me, id)).toBe(404)
  })
})
