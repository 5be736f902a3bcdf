import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { endorsements } from '#db/schema/people/endorsements.ts'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, post, type World } from '#workers/lib/testing/world.ts'
import { aFullProfile, aSkill, workTogether } from '../profiles/testing/full-profile.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

const at = (owner: Somebody, skill = 'full-skill') => `/api/members/${owner.handle}/endorsements/${skill}`

const said = (owner: Somebody) => world.ctx().db.select().from(endorsements).where(eq(endorsements.memberId, owner.id))

async function aPair() {
  const owner = await aFullProfile(world)
  const endorser = await aMember(world)
  await workTogether(world, owner, endorser)
  return { owner, endorser }
}

describe('somebody who worked with a member', () => {
  it('says what they can do, in words, and the house is told', async () => {
    const { owner, endorser } = await aPair()
    expect((await endorser.send('POST', at(owner), { words: '  Never late.\u202e ' })).status).toBe(201)
    expect(await said(owner)).toMatchObject([{ endorserId: endorser.id, words: 'Never late.' }])
    const told = await world.ctx().db.select().from(events).where(eq(events.subject, owner.id))
    expect(told).toMatchObject([
      { name: 'endorsement.given', data: { skill: 'full-skill', endorser: endorser.handle } },
    ])
  })

  it('says it again in better words, and takes it back', async () => {
    const { owner, endorser } = await aPair()
    for (const words of ['Good.', 'Patient with beginners.']) await endorser.send('POST', at(owner), { words })
    expect(await said(owner)).toMatchObject([{ words: 'Patient with beginners.' }])
    expect((await endorser.send('DELETE', at(owner))).status).toBe(200)
    expect(await said(owner)).toEqual([])
    expect((await endorser.send('DELETE', at(owner))).status).toBe(404)
  })

  it('cannot say it of a skill that is not on the profile, or that they may not see', async () => {
    const { owner, endorser } = await aPair()
    await aSkill(world, 'another-skill')
    await expectNoChange(world, async () => {
      expect((await endorser.send('POST', at(owner, 'another-skill'), { words: '' })).status).toBe(404)
      expect((await endorser.send('POST', at(owner, 'no-skill'), { words: '' })).status).toBe(404)
    })
    await world
      .ctx()
      .db.update(members)
      .set({ visibility: { skills: 'me' } })
      .where(eq(members.id, owner.id))
    expect((await endorser.send('POST', at(owner), { words: '' })).status).toBe(404)
  })
})

describe('everybody else', () => {
  it('B47 changes nothing', async () => {
    const { owner, endorser } = await aPair()
    const stranger = await aMember(world)
    const organiser = await aMember(world, { roles: ['organiser', 'admin'] })
    await world.ctx().db.update(members).set({ standing: 'suspended' }).where(eq(members.id, endorser.id))
    const waiting = await aMember(world, { standing: 'waiting', ageBand: '13-15' })
    await expectNoChange(world, async () => {
      expect((await world.request(at(owner), post({}))).status).toBe(401)
      for (const one of [stranger, organiser, owner]) {
        const answer = await one.send('POST', at(owner), { words: 'x' })
        expect(answer.status).toBe(403)
        expect(await problemOf(answer)).toMatchObject({ code: 'not_worked_together' })
        expect((await one.send('DELETE', at(owner))).status).toBe(404)
      }
      for (const one of [waiting, endorser]) expect((await one.send('POST', at(owner), { words: '' })).status).toBe(404)
    })
  })

  it('B47 does not learn from it that a hidden member is there', async () => {
    const hidden = await aFullProfile(world, { visibility: { profile: 'me' } })
    expect((await (await aMember(world)).send('POST', at(hidden), { words: '' })).status).toBe(404)
  })

  it('B14 B17 B59 words are bounded and plain', async () => {
    const { owner, endorser } = await aPair()
    for (const body of [{ words: 'a'.repeat(601) }, { words: 'x\0' }, { words: 7 }, { endorserId: owner.id }, []])
      expect((await endorser.send('POST', at(owner), body)).status).toBe(422)
    expect(await said(owner)).toEqual([])
  })
})
