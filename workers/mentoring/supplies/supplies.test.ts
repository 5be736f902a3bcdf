import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { copies, movements, reservations, resources, supplyRequests } from '#db/schema/mentoring/resources.ts'
import { type TaskState, tasks } from '#db/schema/mentoring/tasks.ts'
import { notices } from '#db/schema/notifications.ts'
import { aFile } from '#workers/lib/testing/media.ts'
import { aKit, aSupply, aTool } from '#workers/lib/testing/mentoring/supplies.ts'
import { aPair, type Pair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { RequestPage, SupplyPage } from './inputs.ts'
import { remindOfWhatIsDue } from './reminding.ts'
import { readStock } from './stock.ts'
import { readSupply } from './supplies.ts'

let world: World
let maker: Somebody
let organiser: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maker = await aMember(world)
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
})

const ok = async (answer: Response, status = 200) => {
  expect(answer.status, await answer.clone().text()).toBe(status)
  return (await answer.json()) as { id: string; state: string }
}
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]

const ask = (slug: string, more: object = {}, by = maker) =>
  by.send('POST', `/api/supplies/${slug}/requests`, { quantity: 1, ...more })
const asked = async (slug: string, more: object = {}, by = maker) => (await ok(await ask(slug, more, by), 201)).id
const decide = (id: string, more: object = {}) =>
  organiser.send('PUT', `/api/supply-requests/${id}/decision`, { decision: 'approved', ...more })
const handOver = (id: string, more: object = {}) => organiser.send('PUT', `/api/supply-requests/${id}/hand-over`, more)
const giveBack = (id: string, more: object = {}) =>
  maker.send('PUT', `/api/supply-requests/${id}/return`, { condition: 'as-good', ...more })

const stockOf = async (id: string) =>
  (await world.ctx().db.select().from(resources).where(eq(resources.id, id)))[0]?.stock
const rowOf = async (id: string) =>
  (await world.ctx().db.select().from(supplyRequests).where(eq(supplyRequests.id, id)))[0]
const day = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10)
const days = (from: number, until: number) => ({ fromDay: day(from), untilDay: day(until) })

describe('a supply', () => {
  it('leaves the stock when it is promised, and what was not used comes back', async () => {
    const board = await aSupply(world, { stock: 10, costMinor: 400 })
    const id = await asked(board.slug, { quantity: 4 })
    expect(await stockOf(board.id)).toBe(10)
    expect(await ok(await decide(id, { approved: 3 }))).toEqual({ id, state: 'part-approved' })
    expect(await stockOf(board.id)).toBe(7)
    await ok(await handOver(id))
    expect(await rowOf(id)).toMatchObject({ state: 'handed-over', costMinor: 1200, currency: 'EUR' })
    await ok(await maker.send('POST', `/api/supply-requests/${id}/uses`, { quantity: 2, words: 'A tray.' }), 201)
    expect(await codeOf(await giveBack(id, { quantity: 2 }))).toEqual([409, 'more_than_there_is'])
    expect(await ok(await giveBack(id, { quantity: 1 }))).toEqual({ id, state: 'returned' })
    expect(await stockOf(board.id)).toBe(8)
    expect((await rowOf(id))?.costMinor).toBe(800)
  })

  it('is not promised where there is not enough, and the request waits on', async () => {
    const board = await aSupply(world, { stock: 2 })
    const id = await asked(board.slug, { quantity: 5 })
    expect(await codeOf(await decide(id))).toEqual([409, 'not_enough'])
    expect(await rowOf(id)).toMatchObject({ state: 'asked', approved: 0 })
    expect(await ok(await decide(id, { approved: 2 }))).toMatchObject({ state: 'part-approved' })
    expect(await codeOf(await decide(id))).toEqual([409, 'already_so'])
  })

  it('goes back to the shelf when its request is taken back', async () => {
    const board = await aSupply(world, { stock: 3 })
    const id = await asked(board.slug, { quantity: 3 })
    await ok(await decide(id))
    expect(await stockOf(board.id)).toBe(0)
    await ok(await maker.send('DELETE', `/api/supply-requests/${id}`))
    expect(await stockOf(board.id)).toBe(3)
  })

  it('tells the organisers once when it falls to where they wanted to hear of it', async () => {
    const board = await aSupply(world, { stock: 6, lowAt: 4 })
    for (const quantity of [1, 1, 1]) await ok(await decide(await asked(board.slug, { quantity })))
    const low = await world.ctx().db.select().from(events).where(eq(events.name, 'supply.low'))
    expect(low).toMatchObject([{ subject: board.id, data: { name: 'Linden board', stock: 4 } }])
    await world.settle()
    const told = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'supply-low'))
    expect(told).toMatchObject([{ memberId: organiser.id, data: { supply: 'Linden board', left: '4' } }])
  })
})

describe('what was seen of it', () => {
  const ownRequests = async () =>
    ((await (await maker.request('/api/supply-requests/own')).json()) as RequestPage).requests
  const sees = async (who: Somebody, file: string) => (await who.request(`/media/m/${file}/480`)).status

  it('is noted with a picture when it goes out, in the work and when it comes back', async () => {
    const plane = await aTool(world)
    const id = await asked(plane.slug, days(0, 2))
    await ok(await decide(id))
    const [out, made, back] = [await aFile(world, organiser), await aFile(world, maker), await aFile(world, maker)]
    await ok(await handOver(id, { condition: 'worn', words: 'The tote has a scratch.', files: [out] }))
    const more = await aFile(world, maker, { name: 'left.jpg' })
    const used = { words: 'Four boards are flat.', files: [more, made] }
    await ok(await maker.send('POST', `/api/supply-requests/${id}/uses`, used), 201)
    await ok(await giveBack(id, { condition: 'worn', words: 'Freshly ground.', files: [back] }))
    const [request] = await ownRequests()
    expect(request).toMatchObject({ conditionOut: 'worn', conditionBack: 'worn' })
    expect(
      request?.uses.map((use) => [use.isHandOver, use.isReturn, use.words, use.pictures.map(({ id }) => id)]),
    ).toEqual([
      [true, false, 'The tote has a scratch.', [out]],
      [false, false, 'Four boards are flat.', [more, made]],
      [false, true, 'Freshly ground.', [back]],
    ])
    const other = await aMember(world)
    for (const file of [out, made, more, back])
      expect([await sees(maker, file), await sees(organiser, file), await sees(other, file)]).toEqual([200, 200, 404])
  })

  it('B49 takes one’s own picture only, and nothing happens with another’s', async () => {
    const plane = await aTool(world)
    const id = await asked(plane.slug, days(0, 2))
    await ok(await decide(id))
    const theirs = await aFile(world, maker)
    const refused = await handOver(id, { files: [theirs] })
    expect([refused.status, (await problemOf(refused)).issues?.[0]?.path]).toEqual([422, 'files'])
    expect((await handOver(id, { files: [await aFile(world, organiser, { kind: 'audio' })] })).status).toBe(422)
    expect((await rowOf(id))?.state).toBe('approved')
    await ok(await handOver(id))
    const foreign = { files: [await aFile(world, maker, { name: 'mine.jpg' }), await aFile(world, organiser)] }
    const use = await maker.send('POST', `/api/supply-requests/${id}/uses`, { words: 'Made.', ...foreign })
    expect([use.status, (await giveBack(id, foreign)).status]).toEqual([422, 422])
    expect((await rowOf(id))?.state).toBe('handed-over')
  })

  it('is there for everybody where it is a picture of the thing itself', async () => {
    const board = await aSupply(world)
    const file = await aFile(world, organiser)
    const put = (files: string[], by = organiser) => by.send('PUT', `/api/supplies/${board.slug}/picture`, { files })
    expect((await put([await aFile(world, maker)], maker)).status).toBe(403)
    await ok(await put([file]))
    const { supplies } = (await (await maker.request('/api/supplies')).json()) as SupplyPage
    expect(supplies[0]?.picture?.id).toBe(file)
    expect(await sees(maker, file)).toBe(200)
    await ok(await put([]))
    expect(await sees(maker, file)).toBe(404)
    const shown = { name: 'Brass rule', kind: 'tool', files: [file] }
    await ok(await organiser.send('POST', '/api/supplies', shown), 201)
    expect(await sees(maker, file)).toBe(200)
  })
})

describe('a tool', () => {
  it('is nobody else’s on the days on which it is promised, and free on all others', async () => {
    const plane = await aTool(world)
    const id = await asked(plane.slug, days(2, 6))
    await ok(await decide(id))
    expect(await codeOf(await ask(plane.slug, days(6, 9)))).toEqual([409, 'not_free'])
    const second = await asked(plane.slug, days(7, 9))
    await ok(await decide(second))
    const { supply } = await readSupply(maker.ctx, { slug: plane.slug })
    const free = Object.fromEntries(supply.days.map((one) => [one.day, one.free]))
    expect([day(1), day(2), day(6), day(9), day(10)].map((one) => free[one])).toEqual([1, 0, 0, 0, 1])
  })

  it('is not promised twice where two asked for the same days', async () => {
    const plane = await aTool(world)
    const [one, two] = [await asked(plane.slug, days(1, 3)), await asked(plane.slug, days(2, 4), organiser)]
    await ok(await decide(one))
    expect(await codeOf(await decide(two))).toEqual([409, 'not_enough'])
    await ok(await maker.send('DELETE', `/api/supply-requests/${one}`))
    await ok(await decide(two))
  })

  it('wants to know the days', async () => {
    const plane = await aTool(world)
    expect(await codeOf(await ask(plane.slug))).toEqual([409, 'days_wanted'])
    expect((await ask(plane.slug, { fromDay: day(3), untilDay: day(1) })).status).toBe(422)
    expect((await ask(plane.slug, { fromDay: day(3) })).status).toBe(422)
  })

  it('comes back as it is: a broken one is lent to nobody, a lost one is gone', async () => {
    const plane = await aTool(world, 2)
    const ids = [await asked(plane.slug, days(0, 2)), await asked(plane.slug, days(0, 2))]
    for (const id of ids) {
      await ok(await decide(id))
      await ok(await handOver(id))
    }
    await ok(await giveBack(ids[0] ?? '', { condition: 'broken', words: 'The tote cracked.' }))
    expect((await (await maker.request('/api/supplies')).json()) as SupplyPage).toMatchObject({
      supplies: [{ slug: plane.slug, free: 0, all: 1 }],
    })
    const kept = await world.ctx().db.select().from(copies)
    expect(kept.map(({ condition }) => condition).sort()).toEqual(['broken', 'good'])
    const released = await world.ctx().db.select().from(reservations)
    expect(released.filter(({ releasedAt }) => releasedAt === null)).toHaveLength(1)
  })
})

describe('a kit', () => {
  it('is kept part by part, or not at all', async () => {
    const [board, plane] = [await aSupply(world, { stock: 3 }), await aTool(world)]
    const kit = await aKit(world, [
      { id: board.id, quantity: 2 },
      { id: plane.id, quantity: 1 },
    ])
    const [one, two] = [await asked(kit.slug, days(1, 3)), await asked(kit.slug, days(5, 6))]
    await ok(await decide(one))
    expect(await stockOf(board.id)).toBe(1)
    expect(await codeOf(await decide(two))).toEqual([409, 'not_enough'])
    expect(await stockOf(board.id)).toBe(1)
    expect(await world.ctx().db.select().from(reservations)).toHaveLength(1)
  })
})

describe('a task that needs supplies', () => {
  let pair: Pair
  beforeEach(async () => {
    pair = await aPair(world)
  })

  const set = async (supplies: { supply: string; quantity: number }[], more: object = {}) =>
    (await ok(await pair.mentor.send('POST', '/api/tasks', { pair: pair.id, title: 'A tray', supplies, ...more }), 201))
      .id
  const accept = (id: string) => pair.participant.send('PUT', `/api/tasks/${id}/acceptance`)
  const stateOf = async (id: string): Promise<TaskState | undefined> =>
    (await world.ctx().db.select().from(tasks).where(eq(tasks.id, id)))[0]?.state

  it('has them kept in the moment in which it is taken on', async () => {
    const [board, plane] = [await aSupply(world, { stock: 3 }), await aTool(world)]
    const id = await set(
      [
        { supply: board.slug, quantity: 2 },
        { supply: plane.slug, quantity: 1 },
      ],
      { dueOn: day(9) },
    )
    expect(await stockOf(board.id)).toBe(3)
    await ok(await accept(id))
    expect(await stockOf(board.id)).toBe(1)
    const mine = (await (await pair.participant.request('/api/supply-requests/own')).json()) as RequestPage
    expect(mine.requests.map(({ state, task, supply }) => [state, task?.title, supply.name]).sort()).toEqual([
      ['approved', 'A tray', 'Jointer plane'],
      ['approved', 'A tray', 'Linden board'],
    ])
    expect(await codeOf(await ask(plane.slug, days(3, 4)))).toEqual([409, 'not_free'])
  })

  it('is not taken on where there is not enough, which is said by name; nothing is kept', async () => {
    const [board, plane] = [await aSupply(world, { stock: 1 }), await aTool(world)]
    const id = await set([
      { supply: plane.slug, quantity: 1 },
      { supply: board.slug, quantity: 2 },
    ])
    const answer = await accept(id)
    expect(answer.status).toBe(409)
    expect((await problemOf(answer)).detail).toContain('Linden board (2 needed, 1 free)')
    expect(await stateOf(id)).toBe('set')
    expect(await world.ctx().db.select().from(reservations)).toHaveLength(0)
    expect(await world.ctx().db.select().from(supplyRequests)).toHaveLength(0)
  })

  it('lets go of them when it is dropped', async () => {
    const board = await aSupply(world, { stock: 3 })
    const id = await set([{ supply: board.slug, quantity: 2 }])
    await ok(await accept(id))
    await ok(await pair.mentor.send('DELETE', `/api/tasks/${id}`))
    expect(await stockOf(board.id)).toBe(3)
    expect(await world.ctx().db.select().from(supplyRequests)).toMatchObject([{ state: 'cancelled' }])
  })
})

describe('the shelf', () => {
  it('takes new things from organisers only, each with its stock or its copies', async () => {
    const body = { name: 'Shellac flakes', kind: 'supply', stock: 12, unit: 'bag', cost: 3.5 }
    expect((await maker.send('POST', '/api/supplies', body)).status).toBe(403)
    await ok(await organiser.send('POST', '/api/supplies', body), 201)
    await ok(await organiser.send('POST', '/api/supplies', { name: 'Card press', kind: 'tool', stock: 2 }), 201)
    await ok(
      await organiser.send('POST', '/api/supplies', {
        name: 'Polish kit',
        kind: 'kit',
        parts: [{ slug: 'shellac-flakes', quantity: 3 }],
      }),
      201,
    )
    const { supplies } = (await (await maker.request('/api/supplies?free=yes')).json()) as SupplyPage
    expect(supplies.map(({ name, free, all }) => [name, free, all])).toEqual([
      ['Card press', 2, 2],
      ['Polish kit', 4, 0],
      ['Shellac flakes', 12, 12],
    ])
    expect(await codeOf(await organiser.send('POST', '/api/supplies', body))).toEqual([409, 'name_taken'])
  })

  it('is the sum of its movements: bought, counted, lost', async () => {
    const board = await aSupply(world, { stock: 4 })
    const move = (why: string, quantity: number) =>
      organiser.send('POST', `/api/supplies/${board.slug}/movements`, { why, quantity })
    await ok(await move('bought', 6), 201)
    await ok(await move('counted', 9), 201)
    await ok(await move('lost', 2), 201)
    expect(await codeOf(await move('lost', 20))).toEqual([409, 'not_enough'])
    expect(await stockOf(board.id)).toBe(7)
    const moved = await world.ctx().db.select().from(movements)
    expect(moved.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(7)
  })

  it('tells the organisers what waits, what is out, what it cost and who came back for more', async () => {
    const board = await aSupply(world, { stock: 10, costMinor: 250, lowAt: 20 })
    for (const _ of [1, 2]) {
      const id = await asked(board.slug, { quantity: 2 })
      await ok(await decide(id))
      await ok(await handOver(id))
    }
    await asked(board.slug)
    const stock = await readStock(organiser.ctx)
    expect(stock.counted).toEqual({ asked: 1, promised: 0, out: 2, late: 0 })
    expect(stock.spent.at(-1)).toMatchObject({ minor: 1000, currency: 'EUR' })
    expect(stock.shelf[0]).toMatchObject({ isLow: true, served: { times: 2, people: 1, again: 1, levels: 0 } })
  })

  it('turns pages without losing anything', async () => {
    for (let n = 0; n < 30; n++)
      await aSupply(world, { name: `Thing ${String(n).padStart(2, '0')}`, slug: `thing-${n}` })
    const first = (await (await maker.request('/api/supplies')).json()) as SupplyPage
    const rest = (await (
      await maker.request(`/api/supplies?after=${encodeURIComponent(first.next ?? '')}`)
    ).json()) as SupplyPage
    expect([first.supplies.length, rest.supplies.length, rest.next]).toEqual([24, 6, null])
    const found = (await (await maker.request('/api/supplies?q=thing%2002')).json()) as SupplyPage
    expect(found.supplies.map(({ name }) => name)).toEqual(['Thing 02'])
  })
})

describe('a reminder', () => {
  const night = (n: number) => ({
    ...world.ctx({ kind: 'cron', name: 'remind-of-supplies' }),
    now: new Date(`${day(n)}T03:17:00Z`),
  })
  const remindOn = (n: number) => remindOfWhatIsDue(night(n))
  const told = async () => (await world.ctx().db.select().from(events).where(eq(events.name, 'supply.due'))).length

  async function lent(until: number) {
    const plane = await aTool(world)
    const id = await asked(plane.slug, days(0, until))
    await ok(await decide(id))
    await ok(await handOver(id))
    return id
  }

  it('comes the day before something is to come back, once for that day', async () => {
    const id = await lent(5)
    await remindOn(3)
    expect(await told()).toBe(0)
    for (const n of [4, 4, 5, 6]) await remindOn(n)
    expect(await told()).toBe(1)
    await world
      .ctx()
      .db.update(supplyRequests)
      .set({ untilDay: day(9) })
      .where(eq(supplyRequests.id, id))
    for (const n of [7, 8, 9]) await remindOn(n)
    expect(await told()).toBe(2)
  })

  it('F33 missed in some nights is made up for once, in the next that comes, for a week', async () => {
    await lent(5)
    await remindOn(8)
    await remindOn(9)
    expect(await told()).toBe(1)
    await lent(5)
    await remindOn(13)
    expect(await told()).toBe(1)
    await world.settle()
    const heard = await world.ctx().db.select().from(notices).where(eq(notices.kind, 'supply-due'))
    expect(heard.map(({ memberId }) => memberId)).toEqual([maker.id])
  })

  it('is not for what was given back', async () => {
    const id = await lent(5)
    await ok(await giveBack(id))
    await remindOn(4)
    expect(await told()).toBe(0)
  })
})
