import { eq } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { media, mediaShares } from '#db/schema/media.ts'
import { corporaAreHere, naughtyStrings, scriptVectors } from '#workers/lib/testing/corpora.ts'
import {
  announce,
  bring,
  bucketOf,
  complete,
  FILES,
  padded,
  sendPart,
  stl,
  text,
  WEBM,
  type Wish,
} from '#workers/lib/testing/media.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter, avif, jpeg, NO_PICTURES, png, TOO_MANY_PIXELS } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { MediaUpload } from './inputs.ts'
import { PART_BYTES } from './kinds.ts'
import { refine } from './refining.ts'
import { sweepMedia } from './sweeping.ts'

let world: World
let anna: Somebody
let drawn: object[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  anna = await aMember(world)
  drawn = []
  Object.assign(world.env, { IMAGES: aPainter(drawn) })
})

const { kept, uploads } = { kept: () => bucketOf(world).kept, uploads: () => bucketOf(world).uploads }
const rows = () => world.ctx().db.select().from(media)
const rowOf = async (id: string) => (await world.ctx().db.select().from(media).where(eq(media.id, id)))[0]
const share = async () => (await world.ctx().db.select().from(mediaShares).where(eq(mediaShares.memberId, anna.id)))[0]
const get = (who: Somebody, id: string, which = 'file', headers: Record<string, string> = {}) =>
  who.request(`/media/m/${id}/${which}`, { headers })
const codeOf = async (answer: Response) => [answer.status, (await problemOf(answer)).code]
const upload = async (answer: Response) => MediaUpload.parse(await answer.json())

async function ready(bytes: Uint8Array<ArrayBuffer>, wish: Wish = {}) {
  const { id, answer } = await bring(anna, bytes, wish)
  expect(answer.status).toBe(200)
  await world.settle()
  return id
}

describe('a file that is brought', () => {
  it('arrives in parts, in any order, and tells which are there', async () => {
    const bytes = padded(FILES.mp4, PART_BYTES + 5)
    const { id, partBytes } = await upload(
      await announce(anna, { name: 'film.mp4', type: 'video/mp4', bytes: bytes.length }),
    )
    expect((await upload(await sendPart(anna, id, bytes.slice(partBytes), 2))).parts).toEqual([2])
    expect(await codeOf(await complete(anna, id))).toEqual([422, 'parts_missing'])
    expect((await upload(await sendPart(anna, id, bytes.slice(0, partBytes), 1))).parts).toEqual([1, 2])
    expect((await upload(await anna.request(`/api/media/${id}`))).parts).toEqual([1, 2])
    expect((await upload(await complete(anna, id))).state).toBe('looking')
    await world.settle()
    expect((await upload(await anna.request(`/api/media/${id}`))).state).toBe('ready')
    const whole = new Uint8Array(await (await get(anna, id)).arrayBuffer())
    expect(whole.length).toBe(bytes.length)
    expect(whole.slice(0, FILES.mp4.length)).toEqual(FILES.mp4)
  })

  it('takes a part that is sent again, once', async () => {
    const { id } = await upload(await announce(anna, { bytes: FILES.jpeg.length }))
    await sendPart(anna, id, FILES.jpeg)
    expect((await upload(await sendPart(anna, id, FILES.jpeg))).parts).toEqual([1])
    expect((await complete(anna, id)).status).toBe(200)
  })

  it.each([
    ['MP4', FILES.mp4, 'video/mp4', 'video', 'video/mp4'],
    ['QuickTime', text('\0\0\0\x14ftypqt  \0\0\0\0'), 'video/quicktime', 'video', 'video/mp4'],
    ['sound in an MP4', FILES.mp4, 'audio/mp4', 'audio', 'audio/mp4'],
    ['M4A', FILES.m4a, 'audio/x-m4a', 'audio', 'audio/mp4'],
    ['MP3', FILES.mp3, 'audio/mpeg', 'audio', 'audio/mpeg'],
    ['Ogg', FILES.ogg, 'audio/ogg', 'audio', 'audio/ogg'],
    ['WAV', FILES.wav, 'audio/wav', 'audio', 'audio/wav'],
    ['WebM', WEBM, 'video/webm', 'video', 'video/webm'],
    ['what was said into a browser', WEBM, 'audio/webm;codecs=opus', 'audio', 'audio/webm'],
    ['PDF', FILES.pdf, 'application/pdf', 'file', 'application/pdf'],
    ['GLB', FILES.glb, 'model/gltf-binary', 'file', 'model/gltf-binary'],
    ['STL', FILES.stl, 'model/stl', 'file', 'model/stl'],
    ['STL in words', FILES.stlInWords, 'application/sla', 'file', 'model/stl'],
    ['STL in numbers that begins like one in words', stl(2, 'solid hook'), 'model/stl', 'file', 'model/stl'],
    ['STL as Windows calls it', FILES.stl, 'application/vnd.ms-pki.stl', 'file', 'model/stl'],
    ['STL whose last parts are not looked at', stl(20_000), 'model/stl', 'file', 'model/stl'],
    ['a text that calls itself an STL', text('solid advice:\ncut two\n'), 'model/stl', 'file', 'text/plain'],
    ['Markdown', FILES.text, 'text/markdown', 'file', 'text/plain'],
  ])('is taken as what it is: %s', async (_, bytes, type, kind, as) => {
    const row = await rowOf(await ready(bytes, { name: 'x', type }))
    expect([row?.kind, row?.type, row?.state]).toEqual([kind, as, 'ready'])
  })

  it('is known by its name where browsers have no name for its kind', async () => {
    for (const type of ['', 'application/octet-stream'])
      for (const [name, bytes, as] of [
        ['chair.glb', FILES.glb, 'model/gltf-binary'],
        ['Hook.STL', FILES.stl, 'model/stl'],
      ] as const)
        expect((await rowOf(await ready(bytes, { name, type })))?.type).toBe(as)
  })
})

describe('a picture', () => {
  it('B63 is drawn anew in the sizes it is good for, and the file that was sent goes', async () => {
    const id = await ready(jpeg(1200, 900))
    expect(drawn.slice(0, 4)).toEqual([480, 960, 1600, 16].map((width) => ({ width, fit: 'scale-down' })))
    const names = [480, 960, 1600].flatMap((width) =>
      ['webp', 'avif'].map((type) => `_private/media/${id}/${width}.${type}`),
    )
    expect([...kept().keys()].sort()).toEqual(names.sort())
    const row = await rowOf(id)
    expect(row?.placeholder).toMatch(/^data:image\/webp;base64,/)
    expect([row?.key, row?.type, row?.width]).toEqual([`_private/media/${id}/1600.webp`, 'image/webp', 1600])
    expect((await get(anna, id, '960')).headers.get('Content-Type')).toBe('image/webp')
    expect((await get(anna, id, '961')).status).toBe(404)
  })

  it('is handed out as AVIF to whoever’s browser reads that, and says so to what keeps copies', async () => {
    const id = await ready(jpeg(1200, 900))
    const given = await get(anna, id, '960', { Accept: 'image/avif,image/webp,*/*' })
    expect([given.headers.get('Content-Type'), given.headers.get('ETag')]).toEqual(['image/avif', `"${id}-960.avif"`])
    const others = await get(anna, id, '960', { Accept: 'image/webp,*/*' })
    expect([others.headers.get('Content-Type'), others.headers.get('Vary')]).toEqual(['image/webp', 'Accept'])
  })

  it('that is a smaller file as WebP stays one', async () => {
    Object.assign(world.env, { IMAGES: aPainter(drawn, { 'image/avif': () => padded(avif(), 5000) }) })
    const id = await ready(jpeg(300, 200))
    expect((await rowOf(id))?.variants.map(({ type }) => type)).toEqual(['image/webp'])
  })

  it('F17 that is told of twice is drawn as AVIF once more, and still has each size once', async () => {
    const id = await ready(jpeg(300, 200))
    const before = (await rowOf(id))?.variants
    await refine(world.ctx(), { id })
    expect((await rowOf(id))?.variants).toEqual(before)
  })

  it('that was taken away while it was drawn as AVIF stays away', async () => {
    const id = await ready(jpeg(300, 200))
    const painter = aPainter(drawn)
    const whileItIsDrawn = async () => {
      await anna.send('DELETE', `/api/media/${id}`)
      await world.settle()
    }
    const output =
      (how: Parameters<ReturnType<typeof painter.input>['transform']>[0]) => async (to: { format: string }) => {
        await whileItIsDrawn()
        return painter.input().transform(how).output(to)
      }
    Object.assign(world.env, { IMAGES: { input: () => ({ transform: (how: never) => ({ output: output(how) }) }) } })
    await refine(world.ctx(), { id })
    await world.settle()
    expect(kept().size).toBe(0)
  })

  it('counts for what is kept of it', async () => {
    const id = await ready(padded(jpeg(300, 200), 5000))
    const row = await rowOf(id)
    expect(await share()).toMatchObject({ bytes: row?.bytes, pieces: 1 })
    expect(row?.bytes).toBeLessThan(5000)
  })

  it('that cannot be opened says so, and nothing of it is left', async () => {
    Object.assign(world.env, { IMAGES: aBrokenPainter(9412) })
    const { id } = await bring(anna, jpeg(30, 20))
    await world.settle()
    expect(await upload(await anna.request(`/api/media/${id}`))).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining('could not open'),
    })
    expect([kept().size, (await share())?.bytes]).toEqual([0, 0])
  })

  it('F17 is looked at again when the painter was away, and shown once', async () => {
    Object.assign(world.env, { IMAGES: aBrokenPainter(9523) })
    const { id } = await bring(anna, jpeg(30, 20))
    await world.settle()
    expect((await rowOf(id))?.state).toBe('looking')
    Object.assign(world.env, { IMAGES: aPainter(drawn) })
    const { lookAtLater } = await import('./looking.ts')
    for (let n = 0; n < 3; n++) await lookAtLater(world.ctx(), { id })
    await world.settle()
    expect((await rowOf(id))?.state).toBe('ready')
    expect([...kept().keys()].sort()).toEqual(['avif', 'webp'].map((type) => `_private/media/${id}/480.${type}`))
    const told = await world.ctx().db.select().from(events).where(eq(events.name, 'media.ready'))
    expect(told).toHaveLength(1)
  })

  it('B49 is there for nobody before it was looked at, not even for who brought it', async () => {
    const { id } = await bring(anna, jpeg(30, 20))
    expect((await get(anna, id)).status).toBe(404)
    expect((await world.request(`/media/_private/media/${id}/arrived`)).status).toBe(404)
  })
})

const aBrokenPainter = (code: number) => ({
  input: () => ({
    transform: () => ({ output: () => Promise.reject(Object.assign(new Error('It broke.'), { code })) }),
  }),
})

describe('what is not what it says', () => {
  const hostile: [what: string, bytes: Uint8Array<ArrayBuffer>, type: string][] = [
    ...NO_PICTURES.filter(([, bytes]) => bytes.length > 0).map(
      ([what, bytes]) => [what, bytes, 'image/jpeg'] as [string, Uint8Array<ArrayBuffer>, string],
    ),
    ['a picture that calls itself a film', jpeg(9, 9), 'video/mp4'],
    ['a film that calls itself a PDF', FILES.mp4, 'application/pdf'],
    ['a program that calls itself a text', text('MZ\x90\0\x03\0\0\0'), 'text/plain'],
    ['Matroska that calls itself WebM', new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, ...text('matroska')]), 'video/webm'],
    ['an old model that calls itself a GLB', text('glTF\x01\0\0\0'), 'model/gltf-binary'],
    ['an STL without a triangle', stl(0), 'model/stl'],
    ['an STL that is longer than it says', padded(stl(2), 185), 'model/stl'],
    ['an STL that is shorter than it says', stl(2).slice(0, 183), 'model/stl'],
    ['an STL with corners at no place', stl(2, 'x', Number.NaN), 'model/stl'],
    ['a program in the head of an STL', stl(2, 'MZ\x90\0'), 'model/stl'],
    ['a zip in the head of an STL', stl(2, 'PK\x03\x04'), 'model/stl'],
    ['a film in the head of an STL', stl(2, '\0\0\0\x18ftypisom'), 'model/stl'],
    ['a zip that calls itself a sound', text('PK\x03\x04'), 'audio/mpeg'],
  ]

  it.each(hostile)('B61 is refused by its first bytes, told and removed: %s', async (_, bytes, type) => {
    const { id, answer } = await bring(anna, bytes, { type })
    expect(await codeOf(answer)).toEqual([415, 'unsupported_media_type'])
    await world.settle()
    expect([(await rowOf(id))?.state, kept().size]).toEqual(['refused', 0])
    expect((await get(anna, id)).status).toBe(404)
    expect((await share())?.bytes).toBe(0)
  })

  it.each(['image/svg+xml', 'text/html', 'image/gif', 'image/heic', 'application/zip', 'application/x-msdownload', ''])(
    'B61 is not even begun when nobody wants its kind: "%s"',
    async (type) => {
      expect(await codeOf(await announce(anna, { type }))).toEqual([415, 'unsupported_media_type'])
      expect([uploads().size, await rows()]).toEqual([0, []])
    },
  )

  it.skipIf(!corporaAreHere)('B61 no vector of scripts becomes a picture, sound or film', async () => {
    const { insistOnWelcome } = await import('./completing.ts')
    for (const vector of scriptVectors())
      for (const [kind, type] of [
        ['image', 'image/png'],
        ['audio', 'audio/mpeg'],
        ['video', 'video/mp4'],
      ] as const)
        expect(() => insistOnWelcome(text(vector), { kind, type, bytes: vector.length }), vector).toThrow()
  })

  it('B61 a model is only ever handed over to be kept', async () => {
    const { headers } = await get(anna, await ready(FILES.stl, { name: 'hook.stl', type: 'model/stl' }))
    expect(headers.get('Content-Type')).toBe('model/stl')
    expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="hook.stl"/)
  })

  it('B61 a PDF with a script, or one that is a zip too, is only ever handed over to be kept', async () => {
    const id = await ready(text('%PDF-1.7 /OpenAction << /JS (app.alert(1)) >> PK\x03\x04'), {
      name: 'x.html',
      type: 'application/pdf',
    })
    const { headers } = await get(anna, id)
    expect(headers.get('Content-Type')).toBe('application/pdf')
    expect(headers.get('Content-Disposition')).toMatch(/^attachment;/)
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain('sandbox')
  })

  it('B67 a test of watchmen finds one who is awake', async () => {
    const eicar = text(`X5O!P%@AP[4\\PZX54(P^)7CC)7}$${'EICAR-STANDARD'}-ANTIVIRUS-TEST-FILE!$H+H*`)
    const { id, answer } = await bring(anna, eicar, { name: 'notes.txt', type: 'text/plain' })
    expect(await codeOf(answer)).toEqual([422, 'harmful_file'])
    await world.settle()
    expect([(await rowOf(id))?.state, kept().size]).toEqual(['refused', 0])
  })
})

describe('what is too much', () => {
  it.each(TOO_MANY_PIXELS)('B62 is never decoded: %s', async (_, bytes) => {
    const { id, answer } = await bring(anna, bytes)
    expect(await codeOf(answer)).toEqual([422, 'too_many_pixels'])
    await world.settle()
    expect([drawn, kept().size, (await rowOf(id))?.state]).toEqual([[], 0, 'refused'])
  })

  it('B62 pictures that move are not taken, however many there are in one', async () => {
    const frame = '2c00000000010001000002024401003b'
    const gif = Buffer.from(`47494638396101000100800000000000ffffff${frame.repeat(10_000)}3b`, 'hex')
    expect((await announce(anna, { type: 'image/gif' })).status).toBe(415)
    const { answer } = await bring(anna, new Uint8Array(gif), { type: 'image/webp' })
    expect([answer.status, drawn]).toEqual([415, []])
  })

  it('B62 nothing at all is refused', async () => {
    expect((await announce(anna, { bytes: 0 })).status).toBe(422)
    expect((await announce(anna, { bytes: -1 })).status).toBe(422)
  })

  it.each([
    ['image/png', 20],
    ['audio/mpeg', 100],
    ['video/mp4', 500],
    ['application/pdf', 30],
  ])('B62 of %s, %i MB are taken and not a byte more', async (type, megabytes) => {
    const most = megabytes * 1024 * 1024
    expect((await announce(anna, { type, bytes: most })).status).toBe(201)
    expect(await codeOf(await announce(anna, { type, bytes: most + 1 }))).toEqual([413, 'payload_too_large'])
  })

  it('B65 a part is as long as was said, and says so', async () => {
    const { id } = await upload(await announce(anna, { bytes: 10 }))
    expect(await codeOf(await sendPart(anna, id, new Uint8Array(11)))).toEqual([413, 'payload_too_large'])
    expect(await codeOf(await sendPart(anna, id, new Uint8Array(9)))).toEqual([422, 'wrong_part_size'])
    const silent = await anna.request(`/api/media/${id}/parts/1`, {
      method: 'PUT',
      headers: { Origin: ORIGIN },
      body: new Uint8Array(10),
    })
    expect(await codeOf(silent)).toEqual([411, 'length_required'])
    expect(uploads().values().next().value?.size).toBe(0)
  })

  it('B65 what is longer in storage than was said is refused and removed', async () => {
    const { id } = await upload(await announce(anna, { bytes: 10 }))
    const lies = await anna.request(`/api/media/${id}/parts/1`, {
      method: 'PUT',
      headers: { Origin: ORIGIN, 'Content-Length': '10' },
      body: padded(jpeg(9, 9), 99),
    })
    expect(lies.status).toBe(200)
    expect(await codeOf(await complete(anna, id))).toEqual([422, 'wrong_size'])
    await world.settle()
    expect([kept().size, (await rowOf(id))?.state]).toEqual([0, 'refused'])
  })

  it('B68 a share that is full takes nothing more, and has room again when something goes', async () => {
    const { id } = await upload(await announce(anna, { bytes: 1000 }))
    await world.ctx().db.update(mediaShares).set({ bytesAtMost: 1500 })
    const before = uploads().size
    expect(await codeOf(await announce(anna, { bytes: 501 }))).toEqual([413, 'quota_exceeded'])
    expect(uploads().size).toBe(before)
    expect((await announce(anna, { bytes: 500 })).status).toBe(201)
    expect((await anna.send('DELETE', `/api/media/${id}`)).status).toBe(200)
    expect((await announce(anna, { bytes: 501 })).status).toBe(201)
  })

  it('B68 pieces are counted too', async () => {
    await announce(anna)
    await world.ctx().db.update(mediaShares).set({ piecesAtMost: 1 })
    expect(await codeOf(await announce(anna))).toEqual([413, 'quota_exceeded'])
  })
})

describe('a name', () => {
  const NAMES = [
    '../../x',
    'CON',
    'a\r\nb.jpg',
    'x'.repeat(300),
    '🎻.jpg',
    '.htaccess',
    '%2e%2e/',
    'k'.repeat(1000),
    '  ',
    '"; filename=evil.html',
  ]

  it.each(NAMES)('B64 has no part in where a file lies, and cannot leave its header: %j', async (name) => {
    const id = await ready(FILES.pdf, { name, type: 'application/pdf' })
    expect([...kept().keys()]).toEqual([`_private/media/${id}/arrived`])
    const said = (await get(anna, id)).headers.get('Content-Disposition') ?? ''
    expect(said).toMatch(
      /^attachment; filename="[ !#-$&-.0-9;=@A-Z[\]^_`a-z{}~'()+,]+"; filename\*=UTF-8''[\w%.~!*-]+$/,
    )
    expect(said).not.toMatch(/\.\.[/\\]/)
  })

  it.skipIf(!corporaAreHere)('B64 may be any naughty string', async () => {
    const { disposition } = await import('./disposition.ts')
    for (const name of naughtyStrings())
      expect(new Headers({ D: disposition('attachment', name) }).get('D')).toMatch(
        /^attachment; filename="[^"]+"; filename\*=/,
      )
  })
})

describe('whose file it is', () => {
  it('B47 B66 nobody sends a part of somebody else’s, completes it or asks how it comes along', async () => {
    const eve = await aMember(world)
    const { id } = await upload(await announce(anna, { bytes: FILES.jpeg.length }))
    expect((await sendPart(eve, id, FILES.jpeg)).status).toBe(404)
    expect((await complete(eve, id)).status).toBe(404)
    expect((await eve.request(`/api/media/${id}`)).status).toBe(404)
    expect((await sendPart(eve, newId(), FILES.jpeg)).status).toBe(404)
    expect((await upload(await anna.request(`/api/media/${id}`))).parts).toEqual([])
  })

  it('B66 is complete once; what comes after changes nothing', async () => {
    const { id } = await bring(anna, FILES.jpeg)
    expect(await codeOf(await complete(anna, id))).toEqual([409, 'already_complete'])
    expect(await codeOf(await sendPart(anna, id, FILES.jpeg))).toEqual([409, 'already_complete'])
    await world.settle()
    expect((await rowOf(id))?.state).toBe('ready')
  })

  it('B66 has no part before the first or after the last', async () => {
    const { id } = await upload(await announce(anna, { bytes: 9 }))
    expect((await sendPart(anna, id, new Uint8Array(9), 0)).status).toBe(404)
    expect((await sendPart(anna, id, new Uint8Array(9), 2)).status).toBe(404)
  })

  it('B66 is begun anew when storage has forgotten it', async () => {
    const { id } = await upload(await announce(anna, { bytes: 9 }))
    uploads().clear()
    expect(await codeOf(await sendPart(anna, id, new Uint8Array(9)))).toEqual([409, 'upload_gone'])
  })

  it('B66 asks for parts again that storage does not know', async () => {
    const { id } = await upload(await announce(anna, { bytes: FILES.jpeg.length }))
    await sendPart(anna, id, FILES.jpeg)
    for (const parts of uploads().values()) parts.clear()
    expect(await codeOf(await complete(anna, id))).toEqual([409, 'parts_lost'])
    expect((await upload(await anna.request(`/api/media/${id}`))).parts).toEqual([])
    await sendPart(anna, id, FILES.jpeg)
    expect((await complete(anna, id)).status).toBe(200)
  })

  it('is described by its owner, and goes whole', async () => {
    const id = await ready(FILES.jpeg)
    expect((await upload(await anna.send('PUT', `/api/media/${id}/alt`, { alt: 'A hinge' }))).alt).toBe('A hinge')
    expect((await anna.send('DELETE', `/api/media/${id}`)).status).toBe(200)
    await world.settle()
    expect([kept().size, await rows()]).toEqual([0, []])
    expect((await anna.send('DELETE', `/api/media/${id}`)).status).toBe(404)
  })
})

describe('a player', () => {
  const film = padded(FILES.mp4, 1000)
  let id: string
  beforeEach(async () => {
    id = await ready(film, { name: 'film.mp4', type: 'video/mp4' })
  })

  it.each([
    ['bytes=0-99', 206, 'bytes 0-99/1000', 100],
    ['bytes=900-', 206, 'bytes 900-999/1000', 100],
    ['bytes=-10', 206, 'bytes 990-999/1000', 10],
    ['bytes=0-5000', 206, 'bytes 0-999/1000', 1000],
    ['bytes=1000-', 416, 'bytes */1000', 0],
    ['bytes=-0', 416, 'bytes */1000', 0],
    ['bytes=5-1', 200, null, 1000],
    ['bytes=0-1,5-6', 200, null, 1000],
    ['lines=0-1', 200, null, 1000],
  ])('is given the piece it asks for: %s', async (range, status, said, length) => {
    const answer = await get(anna, id, 'file', { Range: range })
    expect([answer.status, answer.headers.get('Content-Range')]).toEqual([status, said])
    expect((await answer.arrayBuffer()).byteLength).toBe(length)
  })

  it('costs one question to the database, and none to storage where it is known', async () => {
    const answer = await get(anna, id)
    expect(answer.headers.get('Server-Timing')).toContain('desc="1"')
    Object.assign(world.env.MEDIA, { get: () => Promise.reject(new Error('Nobody asks.')) })
    const known = { 'If-None-Match': answer.headers.get('ETag') ?? '' }
    expect((await get(anna, id, 'file', known)).status).toBe(304)
  })

  it('plays it where it stands, and never keeps it for others', async () => {
    const { headers } = await get(anna, id)
    expect(headers.get('Content-Disposition')).toMatch(/^inline;/)
    expect(headers.get('Cache-Control')).toMatch(/^private/)
    expect(headers.get('Accept-Ranges')).toBe('bytes')
    const again = await get(anna, id, 'file', { 'If-None-Match': headers.get('ETag') ?? '' })
    expect([again.status, again.body]).toEqual([304, null])
  })

  it('F23 finds nothing where storage lost it, and somebody is told', async () => {
    kept().clear()
    expect((await get(anna, id)).status).toBe(404)
    expect(world.lines.join()).toContain('missing from storage')
  })
})

describe('storage that fails', () => {
  it('F21 writes no row when it cannot begin', async () => {
    Object.assign(world.env.MEDIA, { createMultipartUpload: () => Promise.reject(new Error('internal (10001)')) })
    expect(await codeOf(await announce(anna))).toEqual([503, 'unavailable'])
    expect(await rows()).toEqual([])
  })

  it('F22 goes on where the answer got lost after the parts were put together', async () => {
    const { id } = await upload(await announce(anna, { bytes: FILES.jpeg.length }))
    await sendPart(anna, id, FILES.jpeg)
    const { get: working } = bucketOf(world)
    Object.assign(world.env.MEDIA, { get: () => Promise.reject(new Error('internal (10001)')) })
    expect((await complete(anna, id)).status).toBe(503)
    expect((await rowOf(id))?.state).toBe('coming')
    Object.assign(world.env.MEDIA, { get: working })
    expect((await complete(anna, id)).status).toBe(200)
  })

  it('F22 what nobody knows of goes after a day, and nothing else does', async () => {
    const day = 86_400_000
    const known = await ready(FILES.jpeg)
    const [old, young] = [newId(Date.now() - 2 * day), newId(Date.now() - day / 2)]
    for (const id of [old, young]) await bucketOf(world).put(`_private/media/${id}/480.webp`, 'pixels')
    await bucketOf(world).put('_private/exports/x.zip', 'all')
    await sweepMedia(world.ctx())
    const left = [...kept().keys()].map((key) => key.split('/')[2])
    expect(left).toContain(young)
    expect(left).toContain(known)
    expect(left).toContain('x.zip')
    expect(left).not.toContain(old)
  })

  it('is swept of what nobody finished in two days and nobody used in a week', async () => {
    const began = async (id: string, days: number) =>
      world
        .ctx()
        .db.update(media)
        .set({ createdAt: new Date(Date.now() - days * 86_400_000) })
        .where(eq(media.id, id))
    const begin = async (days: number) => {
      const { id } = await upload(await announce(anna, { bytes: 9 }))
      await began(id, days)
      return id
    }
    const [, kept2] = [await begin(3), await begin(1)]
    const used = await ready(FILES.pdf, { type: 'application/pdf' })
    await began(used, 6)
    await began(await ready(FILES.text, { type: 'text/plain' }), 8)
    await sweepMedia(world.ctx())
    expect((await rows()).map(({ id }) => id).sort()).toEqual([kept2, used].sort())
    expect([...kept().keys()]).toEqual([`_private/media/${used}/arrived`])
  })

  it('gives up looking after a day', async () => {
    Object.assign(world.env, { IMAGES: aBrokenPainter(9523) })
    const { id } = await bring(anna, png(9, 9), { type: 'image/png' })
    await world
      .ctx()
      .db.update(media)
      .set({ createdAt: new Date(Date.now() - 2 * 86_400_000) })
    await sweepMedia(world.ctx())
    await world.settle()
    expect([(await rowOf(id))?.state, kept().size]).toEqual(['refused', 0])
  })
})
