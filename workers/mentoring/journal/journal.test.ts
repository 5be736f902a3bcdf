import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { journalFiles, journalShares } from '#db/schema/mentoring/journal.ts'
import { notices } from '#db/schema/notifications.ts'
import { aFile } from '#workers/lib/testing/media.ts'
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

describe('files of an entry', () => {
  const sees = async (who: Somebody, file: string) => (await who.request(`/media/m/${file}/480`)).status
  const filesOf = async (id: string) => (await readEntry(me.ctx, { id })).entry.files.map((file) => file.id)

  it('may be all there is to it, and come in their order, in the list too', async () => {
    const files = [await aFile(world, me), await aFile(world, me, { name: 'the-left-side.jpg' })].reverse()
    const id = await write('', { files })
    expect(await filesOf(id)).toEqual(files)
    const { entries } = (await (await me.request('/api/journal')).json()) as EntryPage
    expect(entries[0]?.files[0]).toMatchObject({ name: 'the-left-side.jpg', kind: 'image', widths: [480] })
    expect((await me.send('POST', '/api/journal', { text: ' ' })).status).toBe(422)
  })

  it('come and go when the entry is changed', async () => {
    const [one, two, three] = [await aFile(world, me), await aFile(world, me), await aFile(world, me)]
    const id = await write('Three of them', { files: [one, two] })
    await ok(await me.send('PUT', `/api/journal/${id}`, { text: 'Others', files: [three, two], version: 1 }))
    expect(await filesOf(id)).toEqual([three, two])
    const late = await me.send('PUT', `/api/journal/${id}`, { text: 'Late', files: [one], version: 1 })
    expect([late.status, await filesOf(id)]).toEqual([409, [three, two]])
  })

  it('B49 are one’s own: with a foreign one nothing is written and nothing is lost', async () => {
    const [mine, theirs] = [await aFile(world, me), await aFile(world, pair.mentor)]
    const refused = await me.send('POST', '/api/journal', { text: 'Not mine', files: [theirs] })
    expect([refused.status, (await problemOf(refused)).issues?.[0]?.path]).toEqual([422, 'files'])
    expect(await sought('')).toEqual([])
    const id = await write('Mine', { files: [mine] })
    const changed = await me.send('PUT', `/api/journal/${id}`, { text: 'Both', files: [mine, theirs], version: 1 })
    expect([changed.status, await reads(me, id), await filesOf(id)]).toEqual([422, 'Mine', [mine]])
  })

  it('B49 are seen by the writer and the one person it is shared with, and by nobody once it is taken back', async () => {
    const file = await aFile(world, me)
    const id = await write('Look', { files: [file] })
    const all = [me, pair.mentor, await aMember(world, { roles: ['participant', 'organiser', 'admin', 'mentor'] })]
    const seen = () => Promise.all(all.map((who) => sees(who, file)))
    expect(await seen()).toEqual([200, 404, 404])
    await ok(await share(id, pair.mentor.handle))
    expect(await seen()).toEqual([200, 200, 404])
    await ok(await me.send('DELETE', `/api/journal/${id}/share`))
    expect(await seen()).toEqual([200, 404, 404])
    await ok(await share(id, pair.mentor.handle))
    const [since, until] = [new Date(Date.now() - 8 * 86_400_000), new Date(Date.now() - 86_400_000)]
    await world.ctx().db.update(journalShares).set({ since, until })
    expect(await seen()).toEqual([200, 404, 404])
  })

  it('are asked for again each time by whoever only may see them: no copy outlives the leave', async () => {
    const file = await aFile(world, me)
    const id = await write('Look', { files: [file] })
    await ok(await share(id, pair.mentor.handle))
    const first = await pair.mentor.request(`/media/m/${file}/480`)
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const again = () =>
      pair.mentor.request(`/media/m/${file}/480`, { headers: { 'If-None-Match': first.headers.get('ETag') ?? '' } })
    expect((await again()).status).toBe(304)
    await ok(await me.send('DELETE', `/api/journal/${id}/share`))
    expect((await again()).status).toBe(404)
    expect((await me.request(`/media/m/${file}/480`)).headers.get('Cache-Control')).toBe('private, max-age=600')
  })

  it('hang nowhere any more when the page is torn out', async () => {
    const id = await write('Gone soon', { files: [await aFile(world, me)] })
    await ok(await me.send('DELETE', `/api/journal/${id}`))
    expect(await world.ctx().db.select().from(journalFiles)).toEqual([])
  })
})
