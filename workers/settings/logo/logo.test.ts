import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { settings } from '#db/schema/settings.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter, jpeg, NO_PICTURES, png, TOO_MANY_PIXELS, webp } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { NEW_HOUSE, wishOf } from '../settings.ts'
import { clearLogosAway } from './clearing.ts'
import { KeptLogo } from './inputs.ts'

let world: World
let keeper: Somebody
let drawn: object[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  keeper = await aMember(world, { roles: ['participant', 'admin'] })
  drawn = []
  Object.assign(world.env, { IMAGES: aPainter(drawn) })
})

const stored = () => [...(world.env.MEDIA as unknown as { kept: Map<string, unknown> }).kept.keys()]
const send = (body: Uint8Array<ArrayBuffer>, who = keeper, path = '/api/settings/logo') =>
  who.request(path, { method: 'PUT', headers: { Origin: ORIGIN, 'Content-Type': 'image/svg+xml' }, body })
const hang = async (body = png(640, 480)) => KeptLogo.parse(await (await send(body)).json()).logo ?? ''
const hangsNow = async () => (await (await keeper.request('/api/settings')).json<{ logo: string | null }>()).logo
const files = (logo: string) => [96, 192, 512].map((side) => `${logo}/${side}.png`)

describe('a logo', () => {
  it('is drawn whole into see-through squares, under a name of ours', async () => {
    const logo = await hang()
    expect(logo).toMatch(/^logos\/[0-9a-f-]{36}$/)
    expect(drawn).toEqual(
      [96, 192, 512].map((side) => ({ width: side, height: side, fit: 'pad', background: 'rgba(0,0,0,0)' })),
    )
    expect(stored()).toEqual(files(logo))
    expect(await hangsNow()).toBe(logo)
    expect((await world.request(`/media/${logo}/96.png`)).headers.get('Content-Type')).toBe('image/png')
  })

  it('is hung up before anything else was settled, and changes nothing else', async () => {
    const logo = await hang()
    expect(await (await keeper.request('/api/settings')).json()).toEqual({ ...NEW_HOUSE, logo })
    expect((await keeper.send('PUT', '/api/settings', { ...wishOf(NEW_HOUSE), name: 'The Loft' })).status).toBe(200)
    expect(await (await keeper.request('/api/settings')).json()).toEqual({ ...NEW_HOUSE, name: 'The Loft', logo })
  })

  it('takes the place of the one before, whose files go; taken down, no file is left', async () => {
    await hang(webp)
    const logo = await hang(jpeg(90, 90))
    await world.settle()
    expect(stored()).toEqual(files(logo))
    expect(await (await keeper.send('DELETE', '/api/settings/logo')).json()).toEqual({ logo: null })
    expect(await hangsNow()).toBeNull()
    await world.settle()
    expect(stored()).toEqual([])
  })

  it('keeps its files when a job of an earlier one comes late, and so does one that is on its way up', async () => {
    const [late, logo] = [newId(), await hang()]
    const onItsWay = `logos/${newId()}/96.png`
    await world.env.MEDIA.put(onItsWay, 'pixels')
    await clearLogosAway(world.ctx(), { before: late })
    await clearLogosAway(world.ctx(), { before: newId() })
    expect(stored()).toEqual([...files(logo), onItsWay])
  })

  it('is hung up by admins in person, and by nobody else', async () => {
    const organiser = await aMember(world, { roles: ['participant', 'mentor', 'organiser'] })
    expect((await send(png(90, 90), organiser)).status).toBe(403)
    expect((await organiser.send('DELETE', '/api/settings/logo')).status).toBe(403)
    expect([drawn, stored()]).toEqual([[], []])
  })

  it.each(NO_PICTURES)('B61 is never %s, whatever it is called', async (_, bytes) => {
    const logo = await hang()
    drawn.length = 0
    const answer = await send(bytes)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([415, 'unsupported_media_type'])
    expect([drawn, stored(), await hangsNow()]).toEqual([[], files(logo), logo])
  })

  it.each(TOO_MANY_PIXELS)('B62 is not opened with %s', async (_, bytes) => {
    const answer = await send(bytes)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, 'too_many_pixels'])
    expect([drawn, stored()]).toEqual([[], []])
  })

  it('B62 has 5 MB at most, and not a byte more', async () => {
    const file = (size: number) => {
      const bytes = new Uint8Array(size)
      bytes.set(png(90, 90))
      return bytes
    }
    expect((await send(file(5 * 1024 * 1024))).status).toBe(200)
    expect((await send(file(5 * 1024 * 1024 + 1))).status).toBe(413)
  })

  it('is no blur: a picture with too few pixels is refused, and told what is needed', async () => {
    const { code, detail } = await problemOf(await send(png(47, 16)))
    expect([code, detail]).toEqual(['too_few_pixels', expect.stringContaining('The logo stays as it was.')])
    expect((await send(png(48, 16))).status).toBe(200)
  })

  it('B64 is named by nobody but us', async () => {
    for (const logo of ['../../x', 'portraits/of-somebody/else', null])
      expect((await keeper.send('PUT', '/api/settings', { ...wishOf(NEW_HOUSE), logo })).status).toBe(422)
    expect(await world.ctx().db.select().from(settings)).toEqual([])
  })

  it('stays when the new one cannot be opened or stored', async () => {
    const logo = await hang()
    Object.assign(world.env, { IMAGES: undefined })
    expect((await problemOf(await send(png(90, 90)))).code).toBe('unreadable_picture')
    expect(await world.ctx().db.select({ logo: settings.logo }).from(settings).where(eq(settings.only, true))).toEqual([
      { logo },
    ])
  })

  it('is changed twenty times an hour at most', async () => {
    for (let n = 0; n < 20; n++) expect((await send(png(90, 90))).status).toBe(200)
    expect((await send(png(90, 90))).status).toBe(429)
  })
})
