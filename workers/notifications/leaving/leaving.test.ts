import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliveries, noticeChoices, noticeHours } from '#db/schema/notifications.ts'
import { sign } from '#workers/lib/signed-links.ts'
import { aFact, aSkill, settleWith } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { KIND_NAMES, kindOf } from '../kinds.ts'
import { sendWhatIsDue } from '../sending/sending.ts'
import { leaveNotices } from './leaving.ts'

let world: World
let maya: Somebody
let bo: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  maya = await aMember(world, { handle: 'maya', timeZone: 'UTC' })
  bo = await aMember(world, { handle: 'bo', name: 'Bo' })
})

const endorse = async (name: string, now = new Date()) => {
  const skill = await aSkill(world, name)
  await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
  await settleWith(world, { now })
}

const oneClick = (link: string, body: BodyInit = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })) => {
  const { pathname, search } = new URL(link)
  return world.request(pathname + search, { method: 'POST', body })
}

const linkIn = (headers: Record<string, string> | undefined) =>
  /^<(.+)>$/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''

const tokenFor = (subject: string, secret = world.env.LINK_SECRET, purpose = 'notices.leave') =>
  `${ORIGIN}/api/notifications/one-click-leave?token=${encodeURIComponent(sign(secret, purpose, subject))}`

describe('one click in a mail program (RFC 8058)', () => {
  const parts = new FormData()
  parts.set('List-Unsubscribe', 'One-Click')

  it.each([
    ['a form', () => new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['parts', () => parts],
  ])('sent as %s stops mails of this kind, and of no other', async (_, body) => {
    await world
      .ctx()
      .db.insert(noticeChoices)
      .values({ memberId: maya.id, kind: 'endorsement', channel: 'mail', rhythm: 'at-once' })
    await endorse('Linocut')
    const link = linkIn(world.letters[0]?.headers)
    expect(link).toMatch(`${ORIGIN}/api/notifications/one-click-leave?token=`)
    expect(await (await oneClick(link, body())).json()).toEqual({ status: 'stopped' })
    await endorse('Bookbinding')
    expect(world.letters).toHaveLength(1)
    expect(await world.ctx().db.select().from(noticeChoices)).toMatchObject([
      { kind: 'endorsement', channel: 'mail', rhythm: 'never' },
    ])
    await expectNoChange(world, () => oneClick(link, body()))
  })

  it('in a digest stops what came with it, and nothing that comes at once', async () => {
    await world.ctx().db.insert(noticeHours).values({ memberId: maya.id, digestHour: 8 })
    const evening = new Date('2026-11-21T20:00:00Z')
    await endorse('Linocut', evening)
    const morning = new Date('2026-11-22T08:00:00Z')
    await sendWhatIsDue({ ...world.ctx(), now: morning })
    await settleWith(world, { now: morning })
    expect(world.letters).toHaveLength(1)
    await endorse('Bookbinding', morning)
    expect((await oneClick(linkIn(world.letters[0]?.headers))).status).toBe(200)
    expect((await world.ctx().db.select().from(deliveries)).filter(({ sentAt }) => !sentAt)).toEqual([])
    const kinds = (await world.ctx().db.select().from(noticeChoices)).map(({ kind }) => kind)
    const daily = KIND_NAMES.filter((name) => kindOf(name)?.mail === 'daily')
    expect(daily).toContain('endorsement')
    expect(kinds.sort()).toEqual(daily.sort())
  })

  it.each([
    ['was cut off', () => tokenFor(`${maya.id}:endorsement`).slice(0, -1)],
    ['was made by somebody else', () => tokenFor(`${maya.id}:endorsement`, 'another secret')],
    ['was made for the newsletter', () => tokenFor(`${maya.id}:endorsement`, undefined, 'newsletter.leave')],
    ['names another member', () => tokenFor(`${maya.id}:endorsement`).replace(maya.id, bo.id)],
    ['names nothing', () => tokenFor(maya.id)],
    ['names what cannot be', () => tokenFor(`${maya.id}:constructor`)],
  ])('B42 changes nothing when the link %s', async (_, link) => {
    await expectNoChange(world, async () => expect((await oneClick(link())).status).toBe(400))
  })

  it('changes nothing for what protects an account, or for a member who is gone', async () => {
    await expectNoChange(world, async () => {
      await oneClick(tokenFor(`${maya.id}:role`))
      await oneClick(tokenFor(`${crypto.randomUUID()}:endorsement`))
    })
  })

  it('B25 changes nothing by being opened', async () => {
    await expectNoChange(world, async () => {
      const { pathname, search } = new URL(tokenFor(`${maya.id}:endorsement`))
      expect((await world.request(pathname + search)).status).toBe(405)
    })
  })

  it('is the same as the button on our page', async () => {
    const token = sign(world.env.LINK_SECRET, 'notices.leave', `${maya.id}:endorsement`)
    expect(await leaveNotices(world.ctx(), { token })).toEqual({ status: 'stopped' })
    expect(await world.ctx().db.select().from(noticeChoices)).toHaveLength(1)
  })
})
