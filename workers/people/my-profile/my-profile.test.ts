import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readTogether } from '#db/reading.ts'
import { signIns } from '#db/schema/accounts/sign-ins.ts'
import { events } from '#db/schema/events.ts'
import { formerHandles } from '#db/schema/people.ts'
import { readAccessToken } from '#workers/accounts/sign-ins/access-token.ts'
import { corporaAreHere, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, fromOurPage, type World } from '#workers/lib/testing/world.ts'
import { nowCalled } from '../handles/handles.ts'
import { ownAddress, WebAddress, webAddress } from '../web-address.ts'
import { myEntries } from './entries.ts'
import { MyEntry } from './entries-inputs.ts'
import { MyProfile } from './inputs.ts'

const Id = z.object({ id: z.string() })

let world: World
let anna: Somebody
beforeAll(async () => {
  world = await aWorld()
  anna = await aMember(world, { handle: 'anna', name: 'Anna' })
})

const profileOf = async (somebody: Somebody) =>
  MyProfile.parse(await (await somebody.request('/api/my/profile')).json())
const factsOf = async (name: string) =>
  (await world.ctx().db.select().from(events).where(sql`name = ${name}`)).map(({ subject, actor }) => ({
    subject,
    actor,
  }))

describe('my profile', () => {
  it('changes what is named and keeps the rest, in one round trip and with one fact', async () => {
    await anna.send('PUT', '/api/my/profile', { craft: 'Weaver', place: 'Lisbon' })
    const before = world.spent.trips
    const answer = await anna.send('PUT', '/api/my/profile', {
      name: ' Anna\u202e  Sousa ',
      languages: ['pt', 'English', 'español', 'es'],
      interests: 'birds, letterpress; Birds',
      timeZone: 'europe/lisbon',
      experience: 'practised',
      story: 'I weave.\r\n\r\n**Slowly.**',
    })
    expect(answer.status).toBe(200)
    expect(world.spent.trips - before).toBe(1)
    expect(await profileOf(anna)).toMatchObject({
      name: 'Anna Sousa',
      craft: 'Weaver',
      place: 'Lisbon',
      languages: ['pt', 'en', 'es'],
      interests: ['Birds', 'letterpress'],
      timeZone: 'Europe/Lisbon',
      experience: 'practised',
      story: 'I weave.\n\n**Slowly.**',
    })
    expect(await factsOf('profile.changed')).toContainEqual({ subject: anna.id, actor: `member:${anna.id}` })
  })

  it('gives the browser a token with the new name at once', async () => {
    const answer = await anna.send('PUT', '/api/my/profile', { name: 'Anna of Lisbon' })
    const token = /__Host-access=([^;]+)/.exec(answer.headers.get('Set-Cookie') ?? '')?.[1] ?? ''
    expect(await readAccessToken(world.env, token, new Date())).toMatchObject({ id: anna.id, name: 'Anna of Lisbon' })
  })

  it('gives no token to a sign-in that was ended', async () => {
    const rui = await aMember(world)
    await world
      .ctx()
      .db.update(signIns)
      .set({ endedAt: new Date(), endedBecause: 'ended-elsewhere' })
      .where(sql`member_id = ${rui.id}`)
    const answer = await rui.send('PUT', '/api/my/profile', { name: 'Still Rui' })
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })

  it.each([
    ['B14 a role', { roles: ['admin'] }, 'unknown_field'],
    ['B14 a standing', { standing: 'active', handle: 'x' }, 'unknown_field'],
    ['B17 NUL', { craft: 'a\0b' }, 'validation_failed'],
    ['B17 half a character', { story: '\ud800' }, 'validation_failed'],
    ['no name', { name: ' \u200b ' }, 'validation_failed'],
    ['a long name', { name: 'n'.repeat(81) }, 'validation_failed'],
    ['a long story', { story: 'n'.repeat(6001) }, 'validation_failed'],
    ['21 interests', { interests: Array.from({ length: 21 }, (_, n) => `thing ${n}`) }, 'validation_failed'],
    ['an unknown language', { languages: ['Klingonish'] }, 'validation_failed'],
    ['an unknown zone', { timeZone: 'Mars/Olympus' }, 'validation_failed'],
  ])('refuses %s and changes nothing', async (_, edit, code) => {
    const before = await profileOf(anna)
    const answer = await anna.send('PUT', '/api/my/profile', edit)
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).code).toBe(code)
    expect(await profileOf(anna)).toEqual(before)
  })

  it.runIf(corporaAreHere)(
    'B59 keeps naughty strings as they were written, but for line ends and blanks around',
    async () => {
      for (const naughty of naughtyStrings().filter((text) => text.isWellFormed() && !text.includes('\0'))) {
        const answer = await anna.send('PUT', '/api/my/profile', { story: naughty.slice(0, 6000) })
        expect(answer.status, naughty).toBe(200)
        const { story } = await profileOf(anna)
        expect(story, naughty).toBe(
          naughty
            .normalize('NFC')
            .replace(/\r\n?/g, '\n')
            .replace(/(?![\n\t])\p{Cc}/gu, '')
            .trim()
            .slice(0, 6000),
        )
      }
    },
  )

  it('is answered once for an Idempotency-Key', async () => {
    const add = () =>
      anna.request('/api/my/entries', {
        method: 'POST',
        headers: { ...fromOurPage, 'Idempotency-Key': 'add-this-once' },
        body: JSON.stringify({ kind: 'achievement', title: 'First blanket' }),
      })
    expect(await (await add()).json()).toEqual(await (await add()).json())
    const { rows } = await world
      .ctx()
      .db.execute(sql`select count(*)::int as n from profile_entries where title = 'First blanket'`)
    expect(rows[0].n).toBe(1)
  })
})

describe('a handle', () => {
  it('changes once a month; the old one leads to the new and is nobody else’s', async () => {
    const bea = await aMember(world, { handle: 'bea-old' })
    expect(await (await bea.send('PUT', '/api/my/handle', { handle: 'Bea-New' })).json()).toEqual({ handle: 'bea-new' })
    expect(await readTogether(world.ctx().db, { now: nowCalled('BEA-OLD') })).toEqual({ now: [{ handle: 'bea-new' }] })

    const again = await bea.send('PUT', '/api/my/handle', { handle: 'bea-newer' })
    expect([again.status, (await problemOf(again)).code]).toEqual([409, 'handle_rests'])

    const thief = await aMember(world)
    const taken = await thief.send('PUT', '/api/my/handle', { handle: 'bea-old' })
    expect([taken.status, (await problemOf(taken)).code]).toEqual([409, 'handle_taken'])
    await expect(aMember(world, { handle: 'bea-old' })).rejects.toThrow()

    await world
      .ctx()
      .db.update(formerHandles)
      .set({ leftAt: new Date(Date.now() - 31 * 86_400_000) })
    expect((await bea.send('PUT', '/api/my/handle', { handle: 'bea-old' })).status).toBe(200)
  })

  it('of somebody else, of the house, or the same again is refused', async () => {
    const taken = await anna.send('PUT', '/api/my/handle', { handle: 'bea-old' })
    expect((await problemOf(taken)).code).toBe('handle_taken')
    expect((await anna.send('PUT', '/api/my/handle', { handle: 'settings' })).status).toBe(422)
    expect((await problemOf(await anna.send('PUT', '/api/my/handle', { handle: 'anna' }))).code).toBe('same_handle')
  })
})

describe('entries of a profile', () => {
  const work = { kind: 'work', title: 'Weaving room', by: 'Casa', since: '2020', until: '2022-05' }
  const titles = async (id: string) =>
    (await readTogether(world.ctx().db, { entries: myEntries(id) })).entries.map(({ title }) => title)
  const add = async (who: Somebody, entry: object): Promise<string> =>
    Id.parse(await (await who.send('POST', '/api/my/entries', entry)).json()).id

  it('are added, changed, moved, removed and put back', async () => {
    const rui = await aMember(world)
    const [one, two, three] = [
      await add(rui, { ...work, title: 'one' }),
      await add(rui, { ...work, title: 'two' }),
      await add(rui, { ...work, title: 'three' }),
    ]
    await rui.send('PUT', `/api/my/entries/${three}/place`, { direction: 'up' })
    expect(await titles(rui.id)).toEqual(['one', 'three', 'two'])
    await rui.send('PUT', `/api/my/entries/${one}/place`, { direction: 'down' })
    expect(await titles(rui.id)).toEqual(['three', 'one', 'two'])
    expect(await (await rui.send('PUT', `/api/my/entries/${two}/place`, { direction: 'down' })).json()).toEqual({
      moved: false,
    })
    await rui.send('PUT', `/api/my/entries/${two}`, { title: 'second', url: 'example.org/two' })
    const gone = MyEntry.parse(await (await rui.send('DELETE', `/api/my/entries/${two}`)).json())
    expect(gone).toMatchObject({ kind: 'work', title: 'second', url: 'https://example.org/two', since: null })
    const { id: _, ...entry } = gone
    await add(rui, entry)
    expect(await titles(rui.id)).toEqual(['three', 'one', 'second'])
  })

  it('of somebody else are not there', async () => {
    const id = await add(await aMember(world), work)
    expect((await anna.send('PUT', `/api/my/entries/${id}`, { title: 'mine now', url: null })).status).toBe(404)
    expect((await anna.send('DELETE', `/api/my/entries/${id}`)).status).toBe(404)
    expect((await anna.send('PUT', `/api/my/entries/${id}/place`, { direction: 'up' })).status).toBe(404)
  })

  it('are at most thirty of a kind', async () => {
    const rui = await aMember(world)
    for (let n = 0; n < 30; n++) await add(rui, work)
    const answer = await rui.send('POST', '/api/my/entries', work)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([409, 'enough'])
    expect((await rui.send('POST', '/api/my/entries', { kind: 'achievement', title: 'Another kind' })).status).toBe(201)
  })

  it.each([
    ['a link without an address', { kind: 'link', title: 'Shop' }, 'url'],
    ['an end before the beginning', { ...work, since: '2022', until: '2021' }, 'until'],
    ['a day that never was', { ...work, since: '2021-02-30' }, 'since'],
    ['no title', { ...work, title: ' ' }, 'title'],
    ['a long title', { ...work, title: 't'.repeat(121) }, 'title'],
    ['an unknown kind', { ...work, kind: 'crime' }, 'kind'],
  ])('refuse %s', async (_, entry, field) => {
    const answer = await anna.send('POST', '/api/my/entries', entry)
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).issues.map(({ path }) => path)).toEqual([field])
  })

  it('refuse to take the address away from a link', async () => {
    const id = await add(anna, { kind: 'link', title: 'Shop', url: 'https://shop.example.org' })
    const answer = await anna.send('PUT', `/api/my/entries/${id}`, { title: 'Shop', url: '' })
    expect([answer.status, (await problemOf(answer)).issues[0]?.path]).toEqual([422, 'url'])
  })
})

describe('B84 an address on the web', () => {
  it.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['example.org', 'https://example.org/'],
    ['example.org:8443/x?y#z', 'https://example.org:8443/x?y#z'],
    ['http://münchen.de', 'http://xn--mnchen-3ya.de/'],
  ])('%s is taken', (text, kept) => {
    expect(webAddress(text)).toBe(kept)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'gopher://example.org',
    'ftp://example.org',
    'http://127.0.0.1',
    'http://0x7f.1',
    'http://2130706433',
    'http://[::1]',
    'http://169.254.169.254/latest',
    'http://10.0.0.1',
    'http://localhost:4321',
    'http://localhost.',
    'http://db.internal',
    'https://user:pass@example.org',
    'https://example.org@evil.test',
    '//example.org',
    '/settings',
    'example',
    '',
    'https://',
    'http://printer.local',
    `https://example.org/${'x'.repeat(500)}`,
  ])('%j is refused', (text) => {
    expect(webAddress(text)).toBeUndefined()
  })

  it.each([
    ['/works/a-blue-bowl', '/works/a-blue-bowl'],
    ['/works/a blue bowl?x#y', '/works/a%20blue%20bowl?x#y'],
    ['/members/../works', '/works'],
    ['/members/ånna', '/members/%C3%A5nna'],
    ['/works//evil.test', '/works//evil.test'],
  ])('%s is one of this house', (text, kept) => {
    expect(WebAddress.parse(text)).toBe(kept)
    expect(new URL(kept, 'https://guildhall.test').origin).toBe('https://guildhall.test')
  })

  it.each([
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\t/evil.test',
    '/\n\\evil.test',
    '/.//evil.test',
    '/x/..//evil.test',
    '/%2e//evil.test',
    '/./\\evil.test',
    'works/bowl',
    '?next=//evil.test',
    `/${'x'.repeat(500)}`,
  ])('%j is none of this house', (text) => {
    expect(ownAddress(text)).toBeUndefined()
    expect(WebAddress.safeParse(text).success).toBe(false)
  })

  it('B85 is checked in no time, whatever is sent', () => {
    const start = performance.now()
    for (const text of ['a'.repeat(50_000), `${'a.'.repeat(25_000)}!`, `${'a-'.repeat(25_000)}!`]) webAddress(text)
    expect(performance.now() - start).toBeLessThan(50)
  })
})
