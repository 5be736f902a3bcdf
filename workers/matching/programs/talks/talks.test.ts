import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices, pairingRules, pairingTalks } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import { notices } from '#db/schema/notifications.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { Choosing } from '../choosing/inputs.ts'
import type { Pairing } from '../inputs.ts'
import { readPairingPage } from '../page.ts'
import { findTalks, goOnFindingTalks } from './talks.ts'

let world: World
let organiser: Somebody
let program: { id: string; slug: string }
let ada: Somebody
let bo: Somebody
let lino: Somebody
let weft: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  organiser = await aMember(world, { roles: ['participant', 'organiser'] })
  program = await aProgram(world, organiser, { state: 'running' })
  ada = await comesIn(await aMember(world, { handle: 'ada', name: 'Ada' }))
  bo = await comesIn(await aMember(world, { handle: 'bo', name: 'Bo' }))
  lino = await comesIn(await aMentor(world, 1, { handle: 'lino', name: 'Lino' }), 'mentor')
  weft = await comesIn(await aMentor(world, 1, { handle: 'weft', name: 'Weft' }), 'mentor')
})

async function comesIn(who: Somebody, part: 'participant' | 'mentor' = 'participant') {
  await anApplicant(world, program.id, who, part)
  return who
}

const db = () => world.ctx().db
const pairing = (rest: string) => `/api/programs/${program.slug}/pairing${rest}`
const talkFirst = () => organiser.send('PUT', pairing('/rules'), { process: 'talks', balance: 2, asksOthers: false })
const propose = async () => {
  const answer = await organiser.send('POST', pairing('/talks'))
  await world.settle()
  return answer
}
const read = async (who: Somebody) =>
  Choosing.parse(await (await who.request(`/api/programs/${program.slug}/choices`)).json())
const say = (who: Somebody, places: Record<string, number | ''>, reach?: string) =>
  who.send('PUT', `/api/programs/${program.slug}/choices`, {
    choices: Object.entries(places).map(([handle, place]) => ({ handle, place })),
    ...(reach !== undefined && { reach }),
  })
const handlesOf = async (who: Somebody) => (await read(who)).people.map(({ handle }) => handle)
const told = async () =>
  (await db().select().from(notices).where(eq(notices.kind, 'talks-proposed'))).map(({ memberId }) => memberId).sort()

describe('a program in which people talk first', () => {
  it('F17 gives each a few to talk with, and tells both sides once, however often the message comes', async () => {
    await talkFirst()
    expect((await read(ada)).part).toBeNull()
    expect((await propose()).status).toBe(202)
    for (let again = 0; again < 2; again++) await findTalks(world.ctx(), { id: program.id })
    await world.settle()
    expect(await handlesOf(ada)).toEqual(['lino', 'weft'])
    expect(await handlesOf(lino)).toEqual(['ada', 'bo'])
    expect(await told()).toEqual([ada, bo, lino, weft].map(({ id }) => id).sort())
    expect(world.letters.map(({ subject }) => subject)).toContain(
      'Winter bench would like you to talk with Lino and Weft',
    )
  })

  it('F20 is asked again by the minute where a message was lost, for an hour, and not once the talks are found', async () => {
    const lost = async (minutesAgo: number) => {
      const talksAskedAt = new Date(Date.now() - minutesAgo * 60_000)
      await db().update(pairingRules).set({ talksAskedAt })
      await goOnFindingTalks(world.ctx())
      return world.queue.splice(0).length
    }
    await talkFirst()
    const tries = [await lost(1), await lost(3), await lost(59), await lost(61)]
    expect(tries).toEqual([0, 1, 1, 0])
    await db()
      .update(pairingRules)
      .set({ talksAskedAt: new Date(Date.now() - 600_000) })
    await goOnFindingTalks(world.ctx())
    await world.settle()
    expect(await handlesOf(ada)).toEqual(['lino', 'weft'])
    expect(await told()).toHaveLength(4)
    expect((await db().select().from(pairingRules)).map(({ talksAskedAt }) => talksAskedAt)).toEqual([null])
  })

  it('asks nobody again for talks that nobody can have', async () => {
    await talkFirst()
    for (const mentor of [lino, weft])
      await db()
        .insert(blocks)
        .values([ada, bo].map(({ id }) => ({ memberId: mentor.id, blockedId: id })))
    await propose()
    expect(await db().select().from(pairingTalks)).toEqual([])
    expect((await db().select().from(pairingRules)).map(({ talksAskedAt }) => talksAskedAt)).toEqual([null])
  })

  it('finds talks for whoever came in later, and tells only whom that concerns', async () => {
    await talkFirst()
    await propose()
    const cleo = await comesIn(await aMember(world, { handle: 'cleo', name: 'Cleo' }))
    await propose()
    expect((await handlesOf(cleo)).length).toBeGreaterThan(0)
    const twice = (await told()).filter((id, at, all) => all.indexOf(id) !== at)
    expect(twice.every((id) => [lino.id, weft.id].includes(id))).toBe(true)
    expect(
      (await db().select().from(pairingTalks))
        .map(({ round }) => round)
        .sort()
        .at(-1),
    ).toBe(2)
  })

  it('B47 lets somebody say of those alone with whom they are to talk, and tells these alone how they are reached', async () => {
    await db().insert(blocks).values({ memberId: weft.id, blockedId: ada.id })
    await talkFirst()
    await propose()
    expect(await handlesOf(ada)).toEqual(['lino'])
    expect((await say(ada, { lino: 1, weft: 3 }, 'Call me: +34 600')).status).toBe(204)
    expect(await db().select().from(pairingChoices)).toHaveLength(1)
    expect((await read(lino)).people.find(({ handle }) => handle === 'ada')?.reach).toBe('Call me: +34 600')
    for (const other of [weft, bo]) expect(JSON.stringify(await read(other))).not.toContain('+34 600')
    const stranger = await aMentor(world, 1, { handle: 'stranger' })
    expect((await problemOf(await say(stranger, { ada: 1 }))).code).toBe('not_now')
    await db().update(programApplications).set({ state: 'withdrawn' }).where(eq(programApplications.memberId, lino.id))
    expect((await read(lino)).part).toBeNull()
  })

  it('takes very gladly, could and rather not, of several alike, and no other place', async () => {
    await talkFirst()
    await propose()
    expect((await say(ada, { lino: 1, weft: 1 })).status).toBe(204)
    expect((await say(ada, { lino: 0, weft: 3 })).status).toBe(204)
    expect((await say(ada, { lino: 2 })).status).toBe(422)
    expect((await read(ada)).people.map(({ handle, place }) => [handle, place])).toEqual([
      ['weft', 3],
      ['lino', 0],
    ])
  })

  it('pairs by what both said, never with whom somebody would rather not be, and says why', async () => {
    await talkFirst()
    await propose()
    await say(ada, { weft: 1, lino: 3 })
    await say(weft, { ada: 1, bo: 0 })
    await organiser.send('POST', pairing('/runs'), {})
    await world.settle()
    const { pairs } = (await (await organiser.request(pairing(''))).json()) as Pairing
    expect(pairs.map(({ participant, mentor }) => `${participant.handle} ${mentor.handle}`).sort()).toEqual([
      'ada weft',
      'bo lino',
    ])
    expect(pairs.find(({ participant }) => participant.handle === 'ada')?.reasons[0]).toBe(
      'They talked: Ada would very gladly, Weft would very gladly.',
    )
  })

  it('shows its organisers who talks with whom, and who has none yet', async () => {
    await talkFirst()
    const before = await readPairingPage(organiser.ctx, program)
    expect([before.talks, before.withoutTalk]).toEqual([[], 2])
    await propose()
    const { talks, withoutTalk } = await readPairingPage(organiser.ctx, program)
    expect(talks.map(({ participant, mentors }) => [participant.name, mentors.map(({ name }) => name)])).toEqual([
      ['Ada', ['Lino', 'Weft']],
      ['Bo', ['Lino', 'Weft']],
    ])
    expect(withoutTalk).toBe(0)
  })

  it('proposes nothing where nobody talks first, where nobody waits, or to somebody who does not organise it', async () => {
    expect((await problemOf(await propose())).code).toBe('not_now')
    await talkFirst()
    const other = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await other.send('POST', pairing('/talks'))).status).toBe(404)
    await db()
      .update(programApplications)
      .set({ state: 'withdrawn' })
      .where(eq(programApplications.part, 'participant'))
    expect((await problemOf(await propose())).code).toBe('nobody_waits')
    expect(await db().select().from(pairingTalks)).toEqual([])
  })
})
