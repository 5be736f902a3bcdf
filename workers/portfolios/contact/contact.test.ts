import { eq, sql } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { accounts } from '#db/schema/accounts.ts'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { members } from '#db/schema/people.ts'
import { siteLetters } from '#db/schema/portfolios/letters.ts'
import { corporaAreHere, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Design } from '../design.ts'
import { close, keepDesign, publish } from '../sites.ts'
import { NewLetter } from './inputs.ts'
import { forgetOldLetters, openLetterBox } from './letters.ts'
import { mailLetter } from './mailing.ts'
import { newTicket } from './tickets.ts'
import { sendLetter, whoTakesLetters } from './writing.ts'

let world: World
let anna: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world, { handle: 'anna', name: 'Anna Weaver' })
  await keepDesign(anna.ctx, { design: Design.parse({}), version: 0 })
  await publish(anna.ctx)
  await world.settle()
})

const SECOND = 1000
const ticketOf = (secondsAgo: number, who = anna) => {
  const ctx = world.ctx()
  return newTicket({ ...ctx, now: new Date(ctx.now.getTime() - secondsAgo * SECOND) }, who.id)
}
const LETTER = { name: 'Bo Lind', email: 'bo@example.org', words: 'How long does ash dry?' }
type Wish = Partial<Record<keyof NewLetter, string>> & { network?: string; who?: Somebody }

async function write({ network = '192.0.2.1', who = anna, ...more }: Wish = {}) {
  const ctx = { ...world.ctx(), visit: { network, device: 'Firefox', country: undefined } }
  await sendLetter(ctx, { handle: who.handle }, NewLetter.parse({ ...LETTER, ticket: ticketOf(20, who), ...more }))
  await world.settle()
}
const kept = () => world.ctx().db.select().from(siteLetters)
const mailed = () => world.letters.filter(({ key }) => key.startsWith('site-letter:'))

describe('a letter by a site', () => {
  it('reaches its member as a mail that they can answer, and stands among their letters', async () => {
    await write()
    expect(mailed()).toMatchObject([{ to: anna.email, replyTo: 'bo@example.org', subject: 'Bo Lind wrote to you' }])
    expect(mailed()[0]?.text).toContain('How long does ash dry?')
    const { letters } = await (await anna.request('/api/site/letters')).json<{ letters: unknown[] }>()
    expect(letters).toMatchObject([{ ...LETTER, state: 'arrived' }])
  })

  it('F17 is mailed once, however often its job runs', async () => {
    await write()
    const [letter] = await kept()
    await mailLetter(world.ctx(), { id: letter?.id ?? '' })
    expect(mailed()).toHaveLength(1)
  })

  it.each(['bo@example.org\r\nBcc: all@example.org', 'bo@example.org, all@example.org', '"Bo" <bo@example.org>', 'bo'])(
    'B44 is not taken with the address %j',
    (email) => expect(NewLetter.safeParse({ ...LETTER, email }).success).toBe(false),
  )

  it('B44 brings no header along in a name', async () => {
    await write({ name: 'Bo\r\nBcc: all@example.org\u202Egro\u2028' })
    expect(mailed()[0]?.subject).toBe('Bo Bcc: all@example.org gro wrote to you')
    expect(mailed()[0]?.headers).toBeUndefined()
  })

  it('B53 is words in a mail, and nothing that runs', async () => {
    await write({ words: '<script>alert(1)</script><img src=x onerror=alert(1)>' })
    expect(mailed()[0]?.html).not.toMatch(/<script|<img src=x/)
  })

  it('takes as many emoji as fit, and asks for fewer of ten thousand', async () => {
    await write({ words: '🌳'.repeat(2500) })
    expect(mailed()).toHaveLength(1)
    expect(NewLetter.safeParse({ ...LETTER, words: '🌳'.repeat(10_000) }).error?.issues[0]?.message).toBe(
      'Please keep it to 5000 characters.',
    )
  })

  it.runIf(corporaAreHere)('B59 is kept letter by letter', async () => {
    const words = naughtyStrings()
      .filter((text) => !text.includes('\0'))
      .slice(0, 120)
      .join(' ')
      .trim()
    await write({ words })
    expect((await kept())[0]?.words === words.replace(/\r\n?/g, '\n')).toBe(true)
  })
})

describe('nobody can write', () => {
  const isShut = () => expect(whoTakesLetters(world.ctx(), { handle: 'anna' })).rejects.toMatchObject({ status: 404 })

  it('to somebody without a site', async () => {
    const bo = await aMember(world, { handle: 'bo' })
    await expect(write({ who: bo })).rejects.toMatchObject({ status: 404 })
  })

  it('to a site that was taken down', async () => {
    await close(anna.ctx)
    await isShut()
  })

  it('to whoever closed the form, from that moment on', async () => {
    await openLetterBox(anna.ctx, { open: false })
    await isShut()
    await openLetterBox(anna.ctx, { open: true })
    expect(await whoTakesLetters(world.ctx(), { handle: 'ANNA' })).toMatchObject({ name: 'Anna Weaver' })
  })

  it.each(['suspended', 'gone', 'waiting'] as const)('to somebody who is %s', async (standing) => {
    await world.ctx().db.update(members).set({ standing }).where(eq(members.id, anna.id))
    await isShut()
  })

  it('to somebody who is kept among members', async () => {
    await world
      .ctx()
      .db.update(members)
      .set({ visibility: { profile: 'members' } })
      .where(eq(members.id, anna.id))
    await isShut()
  })

  it('to a child', async () => {
    const kim = await aMember(world, { handle: 'kim', ageBand: '13-15' })
    await keepDesign(kim.ctx, { design: Design.parse({}), version: 0 })
    await publish(kim.ctx)
    await world.settle()
    await expect(whoTakesLetters(world.ctx(), { handle: 'kim' })).rejects.toMatchObject({ status: 404 })
    expect((await world.request('/@kim/about')).status).toBe(200)
    expect((await world.request('/@kim/contact')).status).toBe(404)
  })

  it('from a page of the site that was closed, once it is published', async () => {
    expect(await (await world.request('/@anna/contact')).text()).toContain('href="https://guildhall.test/write/anna"')
    await openLetterBox(anna.ctx, { open: false })
    await publish(anna.ctx)
    await world.settle()
    expect((await world.request('/@anna/contact')).status).toBe(404)
  })

  it('B50 to somebody who blocked them', async () => {
    const bo = await aMember(world, { handle: 'bo' })
    await world.ctx().db.insert(blocks).values({ memberId: anna.id, blockedId: bo.id })
    await expect(whoTakesLetters(bo.ctx, { handle: 'anna' })).rejects.toMatchObject({ status: 404 })
  })

  it('and what was on its way to somebody who was suspended meanwhile is not mailed', async () => {
    const ctx = world.ctx()
    await sendLetter(ctx, { handle: 'anna' }, NewLetter.parse({ ...LETTER, ticket: ticketOf(20) }))
    await ctx.db.update(members).set({ standing: 'suspended' }).where(eq(members.id, anna.id))
    await world.settle()
    expect(mailed()).toEqual([])
  })
})

describe('a program that writes', () => {
  it('B79 fills the field nobody sees, and nothing comes of it', async () => {
    await write({ fax: 'https://example.org' })
    expect([await kept(), mailed()]).toEqual([[], []])
  })

  it.each([
    ['at once', () => ticketOf(1)],
    ['a day later', () => ticketOf(25 * 3600)],
    ['with the form of somebody else', async () => ticketOf(20, await aMember(world))],
    ['without having opened the form', () => ''],
    ['with a form of its own', () => `${anna.id} ${Date.now() - 60_000}.zzzzzz.AAAA`],
  ])('B79 is asked to send once more: %s', async (_, ticket) => {
    await expect(write({ ticket: await ticket() })).rejects.toMatchObject({ status: 422 })
    expect(await kept()).toEqual([])
  })

  it('B79 sends the same words to one member once', async () => {
    await write()
    await expect(
      write({ name: 'Cy', email: 'cy@example.org', words: 'how  long does ASH dry?' }),
    ).rejects.toMatchObject({
      code: 'already_sent',
    })
    expect(await kept()).toHaveLength(1)
  })

  it('B79 that sends the same words around is held back', async () => {
    for (const handle of ['bo', 'cy']) {
      const who = await aMember(world, { handle })
      await keepDesign(who.ctx, { design: Design.parse({}), version: 0 })
      await publish(who.ctx)
      await write({ who })
    }
    await write()
    expect(mailed().map(({ to }) => to)).toEqual(['bo@example.org', 'cy@example.org'])
  })

  it.each([
    { words: 'https://a.example www.b.example http://c.example' },
    { words: '<a href=x> [url=x] https://a.example' },
    { name: 'Win at https://a.example' },
  ])('B79 that brings links is held back, and not mailed: %j', async (wish) => {
    await write(wish)
    expect([(await kept())[0]?.state, mailed()]).toEqual(['held', []])
  })

  it('B81 gets no further from one network, with one address, or to one member', async () => {
    const many = async (times: number, wish: (n: number) => Wish) => {
      for (let n = 0; n < times; n++) await write({ words: `Letter ${n}, ${times}`, ...wish(n) })
    }
    const full = { status: 429 }
    await expect(many(11, (n) => ({ email: `${n}@example.org` }))).rejects.toMatchObject(full)
    await world.startAfresh().then(openAgain)
    await expect(many(6, (n) => ({ network: `198.51.100.${n}` }))).rejects.toMatchObject(full)
    await world.startAfresh().then(openAgain)
    await expect(many(41, (n) => ({ network: `198.51.100.${n}`, email: `${n}@example.org` }))).rejects.toMatchObject(
      full,
    )
    expect(mailed()).toHaveLength(40)
  })
})

async function openAgain() {
  anna = await aMember(world, { handle: 'anna' })
  await keepDesign(anna.ctx, { design: Design.parse({}), version: 0 })
  await publish(anna.ctx)
}

describe('a member’s letters', () => {
  const listed = async (show = 'arrived') => {
    const answer = await anna.request(`/api/site/letters?show=${show}`)
    return (await answer.json<{ letters: { id: string; words: string }[] }>()).letters.map(({ words }) => words)
  }
  const idOf = async () => (await kept())[0]?.id ?? ''

  it('can be sorted out, and brought back', async () => {
    await write()
    await anna.send('PUT', `/api/site/letters/${await idOf()}/spam`)
    expect([await listed(), await listed('held')]).toEqual([[], [LETTER.words]])
    await anna.send('DELETE', `/api/site/letters/${await idOf()}/spam`)
    expect(await listed()).toEqual([LETTER.words])
  })

  it('can be thrown away', async () => {
    await write()
    expect((await anna.send('DELETE', `/api/site/letters/${await idOf()}`)).status).toBe(200)
    expect(await kept()).toEqual([])
  })

  it('come one page after the other', async () => {
    const rows = Array.from({ length: 25 }, (_, n) => ({ memberId: anna.id, ...LETTER, words: `${n}`, mark: `${n}` }))
    await world.ctx().db.insert(siteLetters).values(rows)
    const first = await (await anna.request('/api/site/letters')).json<{ letters: object[]; next: string }>()
    const second = await (await anna.request(`/api/site/letters?after=${encodeURIComponent(first.next)}`)).json<{
      letters: object[]
      next: null
    }>()
    expect([first.letters.length, second.letters.length, second.next]).toEqual([20, 5, null])
  })

  it('are kept for a year, and for a month what was held back', async () => {
    const at = (days: number) => sql`now() - ${days} * interval '1 day'`
    for (const [mark, state, days] of [
      ['a', 'arrived', 300],
      ['b', 'arrived', 366],
      ['c', 'held', 29],
      ['d', 'spam', 31],
    ] as const)
      await world
        .ctx()
        .db.insert(siteLetters)
        .values({ memberId: anna.id, ...LETTER, mark, state, writtenAt: at(days) as never })
    await forgetOldLetters(world.ctx())
    expect((await kept()).map(({ mark }) => mark).sort()).toEqual(['a', 'c'])
  })

  it('are mailed to nobody who has no address here', async () => {
    await world.ctx().db.delete(accounts).where(eq(accounts.memberId, anna.id))
    await write()
    expect(mailed()).toEqual([])
  })
})
