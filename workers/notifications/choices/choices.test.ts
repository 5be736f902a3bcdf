import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliveries, noticeChoices } from '#db/schema/notifications.ts'
import { members } from '#db/schema/people.ts'
import { aFact, aSkill, settleWith } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'

let world: World
let maya: Somebody
let bo: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maya = await aMember(world, { handle: 'maya', timeZone: 'Europe/Madrid' })
  bo = await aMember(world, { handle: 'bo', name: 'Bo' })
})

const HOURS = { quietFrom: '', quietUntil: '', digestHour: '08:00', digestDay: '1' }
const put = (choices: object) => maya.send('PUT', '/api/notification-choices', { ...HOURS, ...choices })
const kept = () => world.ctx().db.select().from(noticeChoices)

const endorse = async (now = new Date()) => {
  const skill = await aSkill(world, `Skill ${Math.round(performance.now() * 1000)}`)
  await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
  await settleWith(world, { now })
}

describe('what a member chooses', () => {
  it('is the house’s way until they say otherwise, and again when they come back to it', async () => {
    const before = await (await maya.request('/api/notification-choices')).json()
    expect(before).toMatchObject({
      ...HOURS,
      zone: 'Europe/Madrid',
      kinds: { endorsement: { mail: 'daily', push: 'at-once' } },
    })
    const answer = await put({
      kinds: { endorsement: { mail: 'at-once', push: 'never' }, moment: { mail: 'weekly' } },
      quietFrom: '22:00',
      quietUntil: '07:00',
    })
    expect(await answer.json()).toMatchObject({
      quietFrom: '22:00',
      kinds: { endorsement: { mail: 'at-once', push: 'never' } },
    })
    expect(await kept()).toHaveLength(2)
    expect(await (await put({ kinds: { endorsement: { mail: 'daily', push: 'at-once' } } })).json()).toEqual(before)
    expect(await kept()).toEqual([])
  })

  it('decides whether a mail comes at once, later or never', async () => {
    await put({ kinds: { endorsement: { mail: 'at-once' } } })
    await endorse()
    expect(world.letters).toHaveLength(1)
    await put({ kinds: { endorsement: { mail: 'never' } } })
    await endorse()
    expect(world.letters).toHaveLength(1)
    expect(await world.ctx().db.select().from(deliveries)).toHaveLength(1)
  })

  it('counts for what waits already: what is not wanted goes, the rest moves to the new hour', async () => {
    const now = new Date()
    await endorse(now)
    await put({ digestHour: '19:00' })
    const [moved] = await world.ctx().db.select().from(deliveries)
    expect(moved?.dueAt.toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid' })).toBe('19:00:00')
    await put({ kinds: { endorsement: { mail: 'never' } } })
    expect(await world.ctx().db.select().from(deliveries)).toEqual([])
  })

  it('follows a member who moves to another zone', async () => {
    await endorse()
    await world.ctx().db.update(members).set({ timeZone: 'Asia/Tokyo' }).where(eq(members.id, maya.id))
    await aFact(world, 'time-zone.changed', { subject: maya.id, actor: maya, data: { timeZone: 'Asia/Tokyo' } })
    await world.settle()
    const [moved] = await world.ctx().db.select().from(deliveries)
    expect(moved?.dueAt.toLocaleTimeString('en-GB', { timeZone: 'Asia/Tokyo' })).toBe('08:00:00')
  })

  it.each([
    ['half of the quiet hours', { quietFrom: '22:00' }],
    ['an hour that no clock has', { digestHour: '25:00' }],
    ['an eighth day', { digestDay: '8' }],
    ['a kind nobody knows', { kinds: { gossip: { mail: 'never' } } }],
    ['what protects the account', { kinds: { role: { mail: 'never' } } }],
    ['a rhythm nobody keeps', { kinds: { endorsement: { mail: 'hourly' } } }],
    ['a push once a week', { kinds: { endorsement: { push: 'weekly' } } }],
    ['__proto__', JSON.parse('{"kinds":{"__proto__":{"mail":"never"}}}')],
  ])('B13 B14 is refused when it is %s', async (_, choices) => {
    await expectNoChange(world, async () => {
      const answer = await put(choices)
      expect(answer.status).toBe(422)
      await problemOf(answer)
    })
  })
})
