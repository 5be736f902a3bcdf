import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aPainter, avif, jpeg, NO_PICTURES, png, TOO_MANY_PIXELS, webp } from '#workers/lib/testing/pictures.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, ORIGIN, type World } from '#workers/lib/testing/world.ts'
import { readHeader } from '#workers/media/pictures/header.ts'
import { KeptPortrait } from './inputs.ts'

let world: World
let anna: Somebody
let stored: Map<string, { bytes: ArrayBuffer; type: string }>
let drawn: object[]

beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  anna = await aMember(world)
  stored = new Map()
  drawn = []
  Object.assign(world.env, { MEDIA: aWall(), IMAGES: aPainter(drawn) })
})

// Storage and the painter of pictures are outside; the browser tests meet the real ones.
const aWall = () => ({
  put: async (key: string, bytes: ArrayBuffer, { httpMetadata }: { httpMetadata: { contentType: string } }) =>
    void stored.set(key, { bytes, type: httpMetadata.contentType }),
  list: async ({ prefix }: { prefix: string }) => ({
    objects: [...stored.keys()].filter((key) => key.startsWith(prefix)).map((key) => ({ key })),
  }),
  delete: async (keys: string[]) => {
    for (const key of keys) stored.delete(key)
  },
})

const send = (body: Uint8Array<ArrayBuffer>, query = '', who = anna) =>
  who.request(`/api/my/portrait${query}`, {
    method: 'PUT',
    headers: { Origin: ORIGIN, 'Content-Type': 'image/png' },
    body,
  })

describe('the header of a picture', () => {
  it.each([
    ['PNG', png(640, 480), { type: 'image/png', width: 640, height: 480 }],
    ['JPEG', jpeg(640, 480), { type: 'image/jpeg', width: 640, height: 480 }],
    ['WebP', webp, { type: 'image/webp', width: 800, height: 600 }],
    ['AVIF', avif(), { type: 'image/avif', width: 800, height: 600 }],
  ])('says how large it is: %s', (_, bytes, header) => {
    expect(readHeader(bytes)).toEqual(header)
  })

  it('is read to its end at most, wherever it is cut off', () => {
    for (const whole of [png(9, 9), jpeg(9, 9), webp, avif()])
      for (let length = 0; length < whole.length; length++)
        expect(() => readHeader(whole.slice(0, length))).not.toThrow()
  })
})

describe('a portrait', () => {
  it('is drawn anew as a square around its focus and stored under a name of ours', async () => {
    const { portrait } = KeptPortrait.parse(await (await send(png(640, 480), '?focus=top')).json())
    expect(drawn).toEqual([{ width: 640, height: 640, fit: 'cover', gravity: 'top' }])
    expect(portrait).toMatch(/^portraits\/[0-9a-f]{24}\/[0-9a-f-]{36}\.webp$/)
    expect(portrait).not.toContain(anna.id)
    expect([...stored]).toEqual([[portrait, { bytes: expect.any(ArrayBuffer), type: 'image/webp' }]])
  })

  it('takes the place of the one before, whose file goes; taken down, no file is left', async () => {
    await send(png(9, 9))
    const { portrait } = KeptPortrait.parse(await (await send(jpeg(9, 9))).json())
    await world.settle()
    expect([...stored.keys()]).toEqual([portrait])
    expect(await (await anna.send('DELETE', '/api/my/portrait')).json()).toEqual({ portrait: null })
    await world.settle()
    expect(stored.size).toBe(0)
  })

  it.each(NO_PICTURES)('B61 is never %s', async (_, bytes) => {
    const answer = await send(bytes)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([415, 'unsupported_media_type'])
    expect([drawn, stored.size]).toEqual([[], 0])
  })

  it.each(TOO_MANY_PIXELS)('B62 is not opened with %s', async (_, bytes) => {
    const answer = await send(bytes)
    expect([answer.status, (await problemOf(answer)).code]).toEqual([422, 'too_many_pixels'])
    expect([drawn, stored.size]).toEqual([[], 0])
  })

  it('B62 has 5 MB at most, and not a byte more', async () => {
    const file = (size: number) => {
      const bytes = new Uint8Array(size)
      bytes.set(png(9, 9))
      return bytes
    }
    expect((await send(file(5 * 1024 * 1024))).status).toBe(200)
    expect((await send(file(5 * 1024 * 1024 + 1))).status).toBe(413)
  })

  it('stays when the new one cannot be opened', async () => {
    const { portrait } = KeptPortrait.parse(await (await send(png(9, 9))).json())
    Object.assign(world.env, { IMAGES: undefined })
    expect((await send(png(9, 9))).status).toBe(422)
    expect(await (await anna.request('/api/my/profile')).json()).toMatchObject({ portrait })
  })

  it('is changed twenty times an hour at most', async () => {
    for (let n = 0; n < 20; n++) expect((await send(png(9, 9))).status).toBe(200)
    expect((await send(png(9, 9))).status).toBe(429)
  })

  it('B14 takes no other wish', async () => {
    expect((await send(png(9, 9), '?key=../../evil')).status).toBe(422)
    expect((await send(png(9, 9), '?focus=face')).status).toBe(422)
  })
})
