import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { notices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { everything, expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { listInbox } from './inbox.ts'
import { InboxPage, InboxSearch } from './inputs.ts'
import { openNotice, whereNoticeLeads } from './reading.ts'

let world: World
let maya: Somebody
let others: Somebody[]
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maya = await aMember(world, { handle: 'maya', timeZone: 'Europe/Madrid' })
  others = []
  for (const name of ['Amara', 'Bo', 'Cy', 'Dai'])
    others.push(await aMember(world, { handle: name.toLowerCase(), name }))
})

let facts = 0
const NOON = Date.parse('2026-11-20T12:00:00Z')

async function aNotice(at: number, wish: Partial<typeof notices.$inferInsert> & { by?: Somebody | undefined } = {}) {
  const { by = others[0], ...more } = wish
  const notice = {
    id: newId(at),
    memberId: maya.id,
    kind: 'endorsement',
    factId: ++facts,
    about: 'skill:1',
    data: { by: by?.id, skill: 'bookbinding' },
    at: new Date(at),
    ...more,
  }
  await world.ctx().db.insert(notices).values(notice)
  return notice
}

const minutes = (count: number) => count * 60_000
const inbox = async (query = '', who = maya) => InboxPage.parse(await (await who.request(`/api/inbox${query}`)).json())
const sentences = async (query = '') => (await inbox(query)).groups.map(({ sentence }) => sentence)

describe('the inbox', () => {
  it('tells together what is about the same thing on one day, the newest name first', async () => {
    for (const [n, by] of others.entries()) await aNotice(NOON + minutes(n), { by })
    expect(await sentences()).toEqual(['Dai and 3 others endorsed your bookbinding'])
    const { groups, unread } = await inbox()
    expect(groups[0]).toMatchObject({ count: 4, unread: 4, day: '2026-11-20' })
    expect(groups[0]?.people.map(({ handle }) => handle)).toEqual(['dai', 'cy', 'bo'])
    expect(unread).toBe(4)
  })

  it('F28 ends a day at midnight where the member lives', async () => {
    await aNotice(Date.parse('2026-11-20T22:59:00Z'), { by: others[0] })
    await aNotice(Date.parse('2026-11-20T23:01:00Z'), { by: others[1] })
    expect((await inbox()).groups.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-20'])
    await world.ctx().db.update(members).set({ timeZone: 'America/New_York' }).where(eq(members.id, maya.id))
    expect((await inbox()).groups.map(({ day }) => day)).toEqual(['2026-11-20'])
  })

  it('shows what is unread first, and all where that is asked for', async () => {
    await aNotice(NOON, { about: 'skill:1', readAt: new Date() })
    await aNotice(NOON + 1, { about: 'skill:2', data: { by: others[1]?.id, skill: 'linocut' } })
    expect(await sentences()).toEqual(['Bo endorsed your linocut'])
    expect(await sentences('?show=all')).toHaveLength(2)
  })

  it('speaks of people by the name they have today, and not of those who left', async () => {
    await aNotice(NOON)
    await world.ctx().db.update(members).set({ name: 'Amara Diop' }).where(eq(members.handle, 'amara'))
    expect(await sentences()).toEqual(['Amara Diop endorsed your bookbinding'])
    await world.ctx().db.update(members).set({ standing: 'gone' }).where(eq(members.handle, 'amara'))
    expect(await sentences()).toEqual(['Somebody who left endorsed your bookbinding'])
    await world.ctx().db.delete(members).where(eq(members.handle, 'amara'))
    expect(await sentences()).toEqual(['Somebody who left endorsed your bookbinding'])
  })

  it('is read page by page, each group once, whatever comes in between', async () => {
    for (let n = 0; n < 45; n++)
      for (const by of others.slice(0, 2))
        await aNotice(NOON - minutes(n) + (by === others[0] ? 0 : 1), { about: `skill:${n}`, by })
    const seen: string[] = []
    let after: string | undefined
    for (let page = 0; page < 5; page++) {
      const { groups, next } = await listInbox(maya.ctx, InboxSearch.parse({ ...(after && { after }) }))
      seen.push(...groups.map(({ id }) => id))
      if (page === 0) await aNotice(NOON + minutes(5), { about: 'skill:new' })
      if (!next) break
      after = next
    }
    expect(seen).toHaveLength(45)
    expect(new Set(seen).size).toBe(45)
  })

  it('costs one round trip, and forgets kinds that no longer exist', async () => {
    await aNotice(NOON, { kind: 'from-another-time' })
    const answer = await maya.request('/api/inbox')
    expect(answer.headers.get('Server-Timing')).toContain('desc="1"')
    expect(InboxPage.parse(await answer.json()).groups).toEqual([])
  })

  it('B47 is nobody else’s', async () => {
    const { id } = await aNotice(NOON)
    const stranger = await aMember(world)
    expect((await inbox('?show=all', stranger)).groups).toEqual([])
    expect((await world.request('/api/inbox')).status).toBe(401)
    await expectNoChange(world, async () => {
      expect((await stranger.send('PUT', '/api/inbox/readings', { id, which: 'group' })).status).toBe(404)
      expect((await stranger.send('PUT', '/api/inbox/readings', { id, which: 'all' })).status).toBe(404)
      expect((await stranger.send('DELETE', `/api/inbox/readings/${id}`)).status).toBe(404)
      await expect(openNotice(stranger.ctx, { id })).rejects.toMatchObject({ status: 404 })
    })
  })

  it.each(['?after=1', '?after=0', "?after='%20or%201=1--", '?show=none', '?show=all&show=all', '?page=2'])(
    'B48 B15 refuses a query that makes no sense: %s',
    async (query) => {
      const answer = await maya.request(`/api/inbox${query}`)
      expect([400, 422]).toContain(answer.status)
      await problemOf(answer)
    },
  )
})

describe('reading', () => {
  const readingOf = (id: string, which: string) => maya.send('PUT', '/api/inbox/readings', { id, which })

  it('a group marks what stands in it, of this day only, and can be taken back', async () => {
    await aNotice(NOON - minutes(24 * 60))
    await aNotice(NOON, { by: others[1] })
    const { id } = await aNotice(NOON + minutes(1), { by: others[2] })
    expect(await (await readingOf(id, 'group')).json()).toEqual({ unread: 1 })
    expect(await (await readingOf(id, 'group')).json()).toEqual({ unread: 1 })
    expect(await (await maya.send('DELETE', `/api/inbox/readings/${id}`)).json()).toEqual({ unread: 3 })
  })

  it('all marks what was shown, and nothing that came since', async () => {
    await aNotice(NOON, { about: 'skill:1' })
    const { id } = await aNotice(NOON + 1, { about: 'skill:2' })
    await aNotice(NOON + minutes(1), { about: 'skill:3' })
    expect(await (await readingOf(id, 'all')).json()).toEqual({ unread: 1 })
    expect(await sentences()).toHaveLength(1)
  })

  it('happens when a notice is opened, which leads on to what it is about', async () => {
    const { id } = await aNotice(NOON)
    expect(await whereNoticeLeads(maya.ctx, { id })).toBe('/settings/skills')
    expect((await inbox()).unread).toBe(1)
    expect(await openNotice(maya.ctx, { id })).toBe('/settings/skills')
    expect((await inbox()).unread).toBe(0)
    expect(await openNotice(maya.ctx, { id })).toBe('/settings/skills')
  })

  it('B72 twice with one key is once', async () => {
    const { id } = await aNotice(NOON)
    await readingOf(id, 'group')
    const before = await everything(world)
    await readingOf(id, 'group')
    expect(await everything(world)).toEqual(before)
  })
})

describe('the count of what is unread', () => {
  it('is answered without a body as long as it stays the same', async () => {
    await aNotice(NOON)
    const first = await maya.request('/api/inbox/unread')
    expect(await first.json()).toEqual({ unread: 1 })
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache')
    const etag = first.headers.get('ETag') ?? ''
    const same = await maya.request('/api/inbox/unread', { headers: { 'If-None-Match': etag } })
    expect(same.status).toBe(304)
    expect(await same.text()).toBe('')
    await aNotice(NOON + 1)
    const more = await maya.request('/api/inbox/unread', { headers: { 'If-None-Match': etag } })
    expect(await more.json()).toEqual({ unread: 2 })
  })

  it('goes up to a hundred', async () => {
    for (let n = 0; n < 103; n++) await aNotice(NOON + n, { about: `skill:${n}` })
    expect((await inbox()).unread).toBe(100)
  })
})
