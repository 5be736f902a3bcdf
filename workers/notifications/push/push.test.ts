import { createECDH } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deliveries, pushSubscriptions } from '#db/schema/notifications.ts'
import { aFact, aSkill, settleWith } from '#workers/lib/testing/facts.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aBrowser, aPushService, senderOf, unsealed } from '#workers/lib/testing/push-service.ts'
import { expectNoChange } from '#workers/lib/testing/unchanged.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { sendWhatIsDue } from '../sending/sending.ts'
import { Subscribed } from './inputs.ts'

let world: World
let maya: Somebody
let bo: Somebody
let service: Awaited<ReturnType<typeof aPushService>>
beforeAll(async () => {
  world = await aWorld()
  service = await aPushService()
})
afterAll(() => service.close())
beforeEach(async () => {
  await world.startAfresh()
  service.got.length = 0
  service.answers.clear()
  maya = await aMember(world, { handle: 'maya' })
  bo = await aMember(world, { handle: 'bo', name: 'Bo Lindqvist' })
})

const subscribe = (browser: ReturnType<typeof aBrowser>, who = maya) =>
  who.send('POST', '/api/push-subscriptions', browser.subscription)

async function endorse() {
  const skill = await aSkill(world, `Bookbinding ${Math.round(performance.now() * 1000)}`)
  await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
  await settleWith(world, { outside: service.outside })
  return skill
}

const again = async () => {
  await world.ctx().db.update(deliveries).set({ claimedUntil: null })
  await sendWhatIsDue(world.ctx())
  await settleWith(world, { outside: service.outside })
}

const kept = () => world.ctx().db.select().from(pushSubscriptions)

describe('a browser that subscribed', () => {
  it('is shown what happens, sealed so that only it can read it, and signed by this house', async () => {
    const browser = aBrowser('/fcm/send/maya-phone')
    expect((await subscribe(browser)).status).toBe(201)
    const skill = await endorse()
    expect(service.got).toHaveLength(1)
    const [pushed] = service.got
    if (!pushed) throw new Error('nothing came')
    expect(browser.read(pushed)).toMatchObject({
      title: `Bo Lindqvist endorsed your ${skill.name}`,
      url: expect.stringMatching(/^\/inbox\/[0-9a-f-]{36}$/),
      unread: 1,
    })
    expect(pushed.headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '43200' })
    expect(await senderOf(pushed, world.env.PUSH_KEY)).toMatchObject({
      aud: 'https://fcm.googleapis.com',
      sub: 'mailto:operator@guildhall.test',
    })
    expect(() => aBrowser('/fcm/send/other').read(pushed)).toThrow()
  })

  it('I12 is shown it once, however often its job comes', async () => {
    await subscribe(aBrowser('/fcm/send/maya-phone'))
    await endorse()
    const [delivery] = (await world.ctx().db.select().from(deliveries)).filter(({ channel }) => channel === 'push')
    world.queue.push({ job: 'notifications.push-notice', input: { id: delivery?.id ?? '' } })
    await settleWith(world, { outside: service.outside })
    expect(service.got).toHaveLength(1)
  })

  it('F35 waits for the other device’s trouble no more than once', async () => {
    await subscribe(aBrowser('/fcm/send/phone'))
    await subscribe(aBrowser('/fcm/send/desk'))
    service.answers.set('/fcm/send/desk', 503)
    await endorse()
    expect(service.got.map(({ path }) => path)).toEqual(['/fcm/send/phone'])
    service.answers.clear()
    await again()
    expect(service.got.map(({ path }) => path)).toEqual(['/fcm/send/phone', '/fcm/send/desk'])
  })

  it.each([404, 410])('is forgotten when its service answers %i', async (status) => {
    await subscribe(aBrowser('/fcm/send/phone'))
    service.answers.set('/fcm/send/phone', status)
    await endorse()
    expect((await kept())[0]?.goneAt).not.toBeNull()
    service.answers.clear()
    await endorse()
    expect(service.got).toEqual([])
  })

  it('belongs to whoever uses it now', async () => {
    const browser = aBrowser('/fcm/send/shared')
    await subscribe(browser, bo)
    await subscribe(browser, maya)
    expect((await kept()).map(({ memberId }) => memberId)).toEqual([maya.id])
  })

  it('is one of ten at most: the eleventh takes the place of the first', async () => {
    for (let n = 0; n < 12; n++) await subscribe(aBrowser(`/fcm/send/${n}`))
    expect((await kept()).filter(({ goneAt }) => !goneAt)).toHaveLength(10)
  })

  it('B47 is taken away by its member only', async () => {
    const { id } = Subscribed.parse(await (await subscribe(aBrowser('/fcm/send/phone'))).json())
    expect((await bo.send('DELETE', `/api/push-subscriptions/${id}`)).status).toBe(404)
    expect((await maya.send('DELETE', `/api/push-subscriptions/${id}`)).status).toBe(204)
    expect(await kept()).toEqual([])
  })
})

describe('an address that a browser claims to be pushed to', () => {
  it.each([
    'http://fcm.googleapis.com/fcm/send/1',
    'https://fcm.googleapis.com.evil.test/fcm/send/1',
    'https://evil.test/fcm.googleapis.com',
    'https://fcm.googleapis.com@evil.test/',
    'https://fcm.googleapis.com:8443/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/',
    'https://evilpush.apple.com.test/',
    'https://xpush.services.mozilla.com.evil.test/',
    'https://notpush.apple.com/',
    'file:///etc/passwd',
    'gopher://fcm.googleapis.com/',
    '',
  ])('B84 is refused when no push service lives there: %j', async (endpoint) => {
    await expectNoChange(world, async () => {
      const answer = await maya.send('POST', '/api/push-subscriptions', { ...aBrowser('/').subscription, endpoint })
      expect(answer.status).toBe(422)
      expect((await problemOf(answer)).code).toBe('url_not_allowed')
    })
  })

  it.each([
    'https://updates.push.services.mozilla.com/wpush/v2/abc',
    'https://web.push.apple.com/QGb',
    'https://wns2-par02p.notify.windows.com/w/?token=abc',
  ])('is taken when one does: %s', async (endpoint) => {
    const answer = await maya.send('POST', '/api/push-subscriptions', { ...aBrowser('/').subscription, endpoint })
    expect(answer.status).toBe(201)
  })

  it('B84 is not asked when its name leads home, nor followed when it leads on', async () => {
    await subscribe(aBrowser('/fcm/send/phone'))
    const skill = await aSkill(world)
    await aFact(world, 'endorsement.given', { subject: maya.id, actor: bo, data: { skill: skill.slug } })
    await settleWith(world, { outside: { ...service.outside, addressesOf: async () => ['127.0.0.1'] } })
    expect(service.got).toEqual([])
    service.answers.set('/fcm/send/phone', 302)
    await again()
    expect(service.got).toEqual([])
    service.answers.clear()
    await again()
    expect(service.got).toHaveLength(1)
  })

  it('comes with a key that is a point on the curve, or is refused', async () => {
    const publicKey = Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)]).toString('base64url')
    const answer = await maya.send('POST', '/api/push-subscriptions', { ...aBrowser('/fcm/x').subscription, publicKey })
    expect(answer.status).toBe(422)
  })
})

describe('the browser of these tests', () => {
  it('reads the example of RFC 8291', () => {
    const keys = createECDH('prime256v1')
    keys.setPrivateKey('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url')
    const body = Buffer.from(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
      'base64url',
    )
    expect(unsealed(keys, Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url'), body)).toBe(
      'When I grow up, I want to be a watermelon',
    )
  })
})
