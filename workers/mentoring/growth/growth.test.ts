import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { levelClaims } from '#db/schema/mentoring/growth.ts'
import { submissions, tasks } from '#db/schema/mentoring/tasks.ts'
import { memberSkills } from '#db/schema/people/skills.ts'
import { aSkill } from '#workers/lib/testing/facts.ts'
import { aMentor, aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import type { Gap, Growth } from './inputs.ts'

let world: World
let joinery: { id: string; slug: string }
let idrissa: Somebody
let imke: Somebody

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  joinery = await aSkill(world, 'Joinery')
  imke = await aMentor(world, 2)
  idrissa = await aMember(world)
})

const growthOf = async (who: Somebody) => (await (await who.send('GET', '/api/my/growth')).json()) as Growth

const gapOf = async (who: Somebody, wish = '') =>
  (await (await who.send('GET', `/api/my/growth/joinery${wish}`)).json()) as Gap

const sees = (who: Somebody, level: number | null) => who.send('PUT', '/api/my/skills/learns/joinery', { level })

type Said = { source: 'peer' | 'mentor'; level: number; daysAgo?: number; takenBackAt?: Date }

const said = async ({ source, level, daysAgo = 0, takenBackAt }: Said) => {
  const at = new Date(Date.now() - daysAgo * 86_400_000)
  const row = { id: newId(), memberId: idrissa.id, skillId: joinery.id, level, source, byId: imke.id, at }
  await world
    .ctx()
    .db.insert(levelClaims)
    .values({ ...row, ...(takenBackAt && { takenBackAt }) })
}

const aPiece = async () => {
  const { mentor, participant, id: mentorshipId } = await aPair(world)
  const { db } = world.ctx()
  const [taskId, submissionId] = [newId(), newId()]
  const whose = { participantId: participant.id, setById: mentor.id, mentorshipId, skillId: joinery.id }
  await db.insert(tasks).values({ id: taskId, ...whose, title: 'A dovetail', state: 'handed-in' })
  await db.insert(submissions).values({ id: submissionId, taskId, version: 1 })
  const claim = {
    memberId: participant.id,
    skillId: joinery.id,
    source: 'mentor',
    byId: mentor.id,
    submissionId,
  } as const
  await db.insert(levelClaims).values({ id: newId(), ...claim, level: 3 })
  return { participant, mentor, taskId }
}

describe('growth in a skill', () => {
  it('keeps what somebody says of themselves, what a peer and what a mentor says apart, the latest of each', async () => {
    await sees(idrissa, 3)
    await said({ source: 'mentor', level: 1, daysAgo: 90 })
    await said({ source: 'mentor', level: 2, daysAgo: 5 })
    await said({ source: 'peer', level: 4, daysAgo: 2 })
    const { skills } = await growthOf(idrissa)
    const voices = skills[0]?.standings.map(({ source, level }) => [source, level])
    expect(new Map(voices as [string, number][])).toEqual(
      new Map([
        ['self', 3],
        ['peer', 4],
        ['mentor', 2],
      ]),
    )
    expect(skills).toHaveLength(1)
  })

  it('remembers the day on which somebody came to see themselves on another rung, once each', async () => {
    for (const level of [1, 1, 2, 2]) await sees(idrissa, level)
    await sees(idrissa, null)
    const { claims } = await gapOf(idrissa)
    expect(claims.map(({ source, level }) => [source, level])).toEqual([
      ['self', 2],
      ['self', 1],
    ])
  })

  it('is nothing that was taken back', async () => {
    await said({ source: 'mentor', level: 5, takenBackAt: new Date() })
    expect((await growthOf(idrissa)).skills).toEqual([])
    expect((await gapOf(idrissa)).claims).toEqual([])
  })

  it('names the piece of work it stands on', async () => {
    const { participant, mentor, taskId } = await aPiece()
    const gap = await gapOf(participant)
    expect(gap).toMatchObject({ now: 3, wanted: 4, pieces: 1 })
    expect(gap.claims).toMatchObject([
      { level: 3, by: { handle: mentor.handle }, piece: { task: taskId, title: 'A dovetail', version: 1 } },
    ])
  })

  it('is told to nobody else', async () => {
    await said({ source: 'mentor', level: 2 })
    expect((await growthOf(imke)).skills).toEqual([])
    expect((await gapOf(imke)).claims).toEqual([])
  })
})

describe('the way to a wanted rung', () => {
  it('begins where a mentor has seen somebody, not where they see themselves', async () => {
    await sees(idrissa, 5)
    await said({ source: 'mentor', level: 2 })
    expect(await gapOf(idrissa)).toMatchObject({ now: 2, wanted: 3 })
    expect(await gapOf(idrissa, '?level=5')).toMatchObject({ now: 2, wanted: 5 })
  })

  it('names mentors who teach it and have room, and not oneself', async () => {
    const { db } = world.ctx()
    const teaching = { skillId: joinery.id, bond: 'teaches', level: 5, assessedAt: new Date() } as const
    const full = await aMember(world, { roles: ['participant', 'mentor'] })
    await db.insert(memberSkills).values([imke, full].map(({ id }) => ({ memberId: id, ...teaching })))
    expect((await gapOf(idrissa)).teachers.map(({ handle }) => handle)).toEqual([imke.handle])
    expect((await gapOf(imke)).teachers).toEqual([])
  })

  it('is 404 for a skill that is not there', async () => {
    expect((await idrissa.send('GET', '/api/my/growth/telepathy')).status).toBe(404)
  })

  it('is read in one round trip', async () => {
    await gapOf(idrissa)
    const answer = await idrissa.send('GET', '/api/my/growth/joinery')
    expect(answer.headers.get('Server-Timing')).toMatch(/desc="1"/)
  })
})
