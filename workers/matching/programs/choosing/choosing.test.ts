import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blocks, mentorships } from '#db/schema/mentoring/mentorships.ts'
import { pairingChoices } from '#db/schema/mentoring/pairings.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import { aProgram } from '#workers/lib/testing/mentoring/programs.ts'
import { aMentor } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Pairing } from '../inputs.ts'
import { Choosing } from './inputs.ts'

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
  ada = await aMember(world, { handle: 'ada' })
  bo = await aMember(world, { handle: 'bo' })
  lino = await aMentor(world, 1, { handle: 'lino' })
  weft = await aMentor(world, 1, { handle: 'weft' })
  for (const learner of [ada, bo]) await anApplicant(world, program.id, learner)
  for (const mentor of [lino, weft]) await anApplicant(world, program.id, mentor, 'mentor')
})

const db = () => world.ctx().db
const path = () => `/api/programs/${program.slug}/choices`
const decides = (process: string) =>
  organiser.send('PUT', `/api/programs/${program.slug}/pairing/rules`, { process, balance: 2, asksOthers: false })
const read = async (who: Somebody) => Choosing.parse(await (await who.request(path())).json())
const say = (who: Somebody, places: Record<string, number | ''>) =>
  who.send('PUT', path(), { choices: Object.entries(places).map(([handle, place]) => ({ handle, place })) })
const draft = async () => {
  await organiser.send('POST', `/api/programs/${program.slug}/pairing/runs`, {})
  await world.settle()
  return (await (await organiser.request(`/api/programs/${program.slug}/pairing`)).json()) as Pairing
}
const twos = ({ pairs }: Pairing) =>
  pairs.map(({ participant, mentor }) => `${participant.handle} ${mentor.handle}`).sort()

describe('saying whom one would like', () => {
  it('is asked of nobody where organisers decide, of one side or of both where they say so', async () => {
    expect((await read(ada)).part).toBeNull()
    expect((await say(ada, { lino: 1 })).status).toBe(409)
    await decides('choice')
    expect((await read(ada)).people.map(({ handle }) => handle)).toEqual(['lino', 'weft'])
    expect((await read(lino)).part).toBeNull()
    await decides('both')
    expect(await read(lino)).toMatchObject({ part: 'mentor', people: [{ handle: 'ada' }, { handle: 'bo' }] })
  })

  it('decides who is with whom, and the organisers read it as a reason', async () => {
    await decides('both')
    expect((await say(ada, { weft: 1, lino: 2 })).status).toBe(204)
    expect((await say(weft, { ada: 1 })).status).toBe(204)
    const found = await draft()
    expect(twos(found)).toEqual(['ada weft', 'bo lino'])
    const reasons = found.pairs.flatMap((pair) => (pair.participant.handle === 'ada' ? pair.reasons : []))
    expect(reasons[0]).toBe('They chose each other: first for Member, first for Member.')
  })

  it('never gives somebody whom they would rather not be with, and tells nobody', async () => {
    await decides('choice')
    await say(ada, { lino: 0, weft: 0 })
    const found = await draft()
    expect(twos(found).some((two) => two.startsWith('ada'))).toBe(false)
    expect(found.leftOut).toMatchObject([
      { participant: { handle: 'ada' }, why: expect.stringContaining('No mentor fits the rules') },
    ])
    expect(JSON.stringify(found)).not.toContain('rather')
  })

  it('is what was said last: a list replaces the one before, and a word can be taken back', async () => {
    await decides('choice')
    await say(ada, { lino: 1, weft: 2 })
    await say(ada, { weft: 1, lino: '' })
    expect((await read(ada)).people.map(({ handle, place }) => [handle, place])).toEqual([
      ['weft', 1],
      ['lino', null],
    ])
    await say(ada, {})
    expect(await db().select().from(pairingChoices)).toEqual([])
  })

  it('refuses two on the same place, somebody twice, and a place there is not', async () => {
    await decides('choice')
    expect((await say(ada, { lino: 1, weft: 1 })).status).toBe(422)
    expect(
      (
        await ada.send('PUT', path(), {
          choices: [
            { handle: 'lino', place: 1 },
            { handle: 'LINO', place: 2 },
          ],
        })
      ).status,
    ).toBe(422)
    expect((await say(ada, { lino: 6 })).status).toBe(422)
    expect(await db().select().from(pairingChoices)).toEqual([])
  })

  it('B47 shows and takes nobody from outside, nobody blocked, and nothing of others', async () => {
    await decides('both')
    await db().insert(blocks).values({ memberId: weft.id, blockedId: ada.id })
    expect((await read(ada)).people.map(({ handle }) => handle)).toEqual(['lino'])
    const stranger = await aMentor(world, 3, { handle: 'stranger' })
    await say(ada, { weft: 1, stranger: 2, lino: 3 })
    expect((await db().select().from(pairingChoices)).map(({ otherId, place }) => [otherId, place])).toEqual([
      [lino.id, 3],
    ])
    expect((await read(stranger)).part).toBeNull()
    expect((await problemOf(await say(stranger, { ada: 1 }))).code).toBe('not_now')
    expect((await read(bo)).people.every(({ place }) => place === null)).toBe(true)
  })

  it('is over for whoever has a mentor', async () => {
    await decides('choice')
    await db().insert(mentorships).values({ mentorId: lino.id, participantId: ada.id, programId: program.id })
    expect((await read(ada)).part).toBeNull()
  })
})
