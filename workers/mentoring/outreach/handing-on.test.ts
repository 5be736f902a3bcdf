import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { contacts, prospects } from '#db/schema/mentoring/outreach.ts'
import { notices } from '#db/schema/notifications.ts'
import { aProspect } from '#workers/lib/testing/mentoring/outreach.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { readBoard } from './board.ts'
import { BoardSearch } from './inputs.ts'

let world: World
let imke: Somebody
let rosa: Somebody
let id: string

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  imke = await aMentor(world)
  rosa = await aMentor(world)
  id = await aProspect(world, imke, { name: 'Wiebe', phone: '+31 6 1234', skillAreas: ['bookbinding'] })
  const row = { prospectId: id, byId: imke.id, channel: 'phone', outcome: 'interested', at: new Date() } as const
  await world
    .ctx()
    .db.insert(contacts)
    .values({ ...row, words: 'Repairs nets, and would like to bind books.' })
})

const offer = (to: Somebody, by = imke) => by.send('PUT', `/api/prospects/${id}/offer`, { to: to.handle })
const answer = (by: Somebody, said: string) => by.send('PUT', `/api/prospects/${id}/offer/answer`, { answer: said })
const see = async (who: Somebody) => (await who.request(`/api/prospects/${id}`)).status
const rowOf = async () => (await world.ctx().db.select().from(prospects).where(eq(prospects.id, id)))[0]
const kindsFor = async (who: Somebody) => {
  await world.settle()
  const told = await world.ctx().db.select().from(notices).where(eq(notices.memberId, who.id))
  return told.map(({ kind }) => kind)
}

describe('somebody is handed on to another mentor', () => {
  it('only with a yes: until then the other reads who it is and nothing else', async () => {
    expect((await offer(rosa)).status).toBe(200)
    expect(await kindsFor(rosa)).toEqual(['prospect-offered'])
    expect([await see(imke), await see(rosa)]).toEqual([200, 404])
    const { asked } = await readBoard(rosa.ctx, BoardSearch.parse({}))
    expect(asked).toMatchObject([{ id, name: 'Wiebe', skillAreas: ['bookbinding'], by: { handle: imke.handle } }])
    expect(JSON.stringify(asked)).not.toMatch(/1234|nets/)
    expect((await answer(rosa, 'yes')).status).toBe(200)
    expect([await see(imke), await see(rosa)]).toEqual([404, 200])
    expect(await rowOf()).toMatchObject({ ownerId: rosa.id, offeredToId: null, offeredAt: null })
    expect(await kindsFor(imke)).toEqual(['prospect-handed-on'])
    const whole = (await (await rosa.request(`/api/prospects/${id}`)).json()) as { contacts: object[] }
    expect(whole.contacts).toMatchObject([
      { by: imke.ctx.member.name, words: 'Repairs nets, and would like to bind books.' },
    ])
  })

  it('stays where it is with a no, or when it is taken back', async () => {
    await offer(rosa)
    expect((await answer(rosa, 'no')).status).toBe(200)
    expect(await rowOf()).toMatchObject({ ownerId: imke.id, offeredToId: null })
    expect(await kindsFor(imke)).toEqual(['prospect-offer-declined'])
    await offer(rosa)
    expect((await imke.send('DELETE', `/api/prospects/${id}/offer`)).status).toBe(200)
    expect((await answer(rosa, 'yes')).status).toBe(404)
    expect((await rowOf())?.ownerId).toBe(imke.id)
  })

  it('B47 is offered by its mentor and answered by whom it was offered to', async () => {
    const third = await aMentor(world)
    expect((await offer(rosa, third)).status).toBe(404)
    await offer(rosa)
    for (const who of [third, imke]) expect((await answer(who, 'yes')).status).toBe(404)
    expect((await rowOf())?.ownerId).toBe(imke.id)
  })

  it('B50 goes to no one but a mentor without a block between the two', async () => {
    for (const to of [imke, await aMember(world)]) expect((await offer(to)).status).toBe(422)
    await world.ctx().db.insert(blocks).values({ memberId: rosa.id, blockedId: imke.id })
    expect((await offer(rosa)).status).toBe(422)
    expect((await rowOf())?.offeredToId).toBeNull()
  })

  it('is left alone by the next one as well', async () => {
    await imke.send('PUT', `/api/prospects/${id}/peace`, { because: 'Asked us not to ring any more.' })
    await offer(rosa)
    await answer(rosa, 'yes')
    const row = await rowOf()
    expect(row).toMatchObject({ ownerId: rosa.id, leftAloneBecause: 'Asked us not to ring any more.' })
    expect(row?.leftAloneAt).not.toBeNull()
  })

  it('takes along what was merged into it', async () => {
    const gone = await aProspect(world, imke, { name: 'Wiebe B.' })
    await imke.send('POST', `/api/prospects/${id}/merges`, { gone })
    await offer(rosa)
    await answer(rosa, 'yes')
    const [merged] = await world.ctx().db.select().from(prospects).where(eq(prospects.id, gone))
    expect(merged).toMatchObject({ ownerId: rosa.id, mergedInto: id })
  })

  it('is theirs no more once they are invited', async () => {
    await world.ctx().db.update(prospects).set({ stage: 'invited' }).where(eq(prospects.id, id))
    expect((await offer(rosa)).status).toBe(422)
  })
})
