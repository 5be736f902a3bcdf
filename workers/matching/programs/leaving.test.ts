import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { pairingBonds, pairingPeople, pairingPlaces, pairings } from '#db/schema/mentoring/pairings.ts'
import { programApplications } from '#db/schema/mentoring/programs.ts'
import { anApplicant } from '#workers/lib/testing/mentoring/plans.ts'
import type { Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { checkPairing } from './checking.ts'
import { leaveDrafts } from './leaving.ts'
import { pairProgram } from './running.ts'
import { aSmallProgram, type SmallProgram } from './testing/small-program.ts'
import { letGoOfDrafts } from './unsaying.ts'

let world: World
let small: SmallProgram

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  small = await aSmallProgram(world)
  const { ada, bo, lino, weft } = small
  await small.decides('both')
  await small.say(ada, { lino: 1 })
  await small.say(bo, { weft: 1, lino: 2 })
  await small.say(lino, { ada: 1 })
  await small.say(weft, { bo: 1 })
})

const db = () => world.ctx().db
const placeOf = async ({ id }: Somebody) =>
  (await db().select().from(programApplications).where(eq(programApplications.memberId, id)))[0]?.id ?? ''
const leave = async (who: Somebody) => {
  expect((await who.send('DELETE', `/api/program-applications/${await placeOf(who)}`)).ok).toBe(true)
  await world.settle()
}
const leavesUnheard = async ({ id }: Somebody) =>
  db().update(programApplications).set({ state: 'withdrawn' }).where(eq(programApplications.memberId, id))

// Everything that is written down for a draft, as it stands there.
const writtenDown = async () =>
  JSON.stringify([
    await db().select().from(pairings),
    await db().select().from(pairingPeople),
    await db().select().from(pairingPlaces),
  ])
const together = async () =>
  (await small.readDraft()).pairs.map(({ participant, mentor }) => `${participant.handle} ${mentor.handle}`)

describe('whoever gives back their place in a program that is just being paired', () => {
  it('is in its draft no more, at once, and it is to be paired anew', async () => {
    await small.pair()
    expect(await writtenDown()).toContain(small.ada.id)
    await leave(small.ada)
    expect(await writtenDown()).not.toContain(small.ada.id)
    expect(await together()).toEqual(['bo weft'])
    expect(await small.readDraft()).toMatchObject({ state: 'ready', isOutOfDate: true, isProved: false })
    await small.pair()
    expect(await writtenDown()).not.toContain(small.ada.id)
    expect(await together()).toEqual(['bo weft'])
    expect(await checkPairing(small.organiser.ctx, { slug: small.program.slug })).toMatchObject({ holds: true })
  })

  it('leaves whoever was to learn from them with nobody, until it is paired anew', async () => {
    await small.pair()
    await leave(small.lino)
    expect(await writtenDown()).not.toContain(small.lino.id)
    const { pairs, leftOut } = await small.readDraft()
    expect([pairs.length, leftOut.map(({ participant }) => participant.handle)]).toEqual([1, ['ada']])
    expect(leftOut[0]?.why).toContain('Pair the rest anew')
    await small.pair()
    expect((await small.readDraft()).leftOut).toHaveLength(1)
    expect(await writtenDown()).not.toContain(small.lino.id)
  })

  it('is named by nothing that tells why another has nobody', async () => {
    await leave(small.weft)
    await small.pair()
    await db()
      .update(pairingPlaces)
      .set({ leftOut: { qualified: 1, full: 1, seatWith: small.lino.id } })
    await leave(small.lino)
    expect(await writtenDown()).not.toContain(small.lino.id)
  })

  it('F17 is gone once, however often the message comes, and from no draft that others were told of', async () => {
    await small.pair()
    await expectNoChange(world, async () => leaveDrafts(world.ctx(), { id: await placeOf(small.ada) }))
    await leave(small.ada)
    await expectNoChange(world, async () => leaveDrafts(world.ctx(), { id: await placeOf(small.ada) }))
    await db().update(pairings).set({ state: 'publishing' })
    await leavesUnheard(small.bo)
    await expectNoChange(world, async () => leaveDrafts(world.ctx(), { id: await placeOf(small.bo) }))
  })

  it('is gone in the night where no message came', async () => {
    await small.pair()
    await leavesUnheard(small.ada)
    await letGoOfDrafts(world.ctx())
    expect(await writtenDown()).not.toContain(small.ada.id)
  })

  it('is not in a run that was on its way: it begins anew, with all that still holds', async () => {
    const { id: programId } = small.program
    await db()
      .insert(pairingBonds)
      .values({ programId, participantId: small.bo.id, mentorId: small.weft.id, bond: 'never' })
    await small.pair()
    await db().update(pairings).set({ state: 'running', step: 1 })
    await leavesUnheard(small.ada)
    const [draft] = await db().select().from(pairings)
    await pairProgram(world.ctx(), { id: draft?.id ?? '' })
    await world.settle()
    expect(await writtenDown()).not.toContain(small.ada.id)
    expect(await together()).toEqual(['bo lino'])
  })

  it('may come back, and is paired with whom they chose', async () => {
    await small.pair()
    await leave(small.ada)
    await anApplicant(world, small.program.id, small.ada)
    await small.pair()
    expect((await together()).sort()).toEqual(['ada lino', 'bo weft'])
  })
})
