import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import type { Somebody } from './people.ts'
import { jpeg, webp } from './pictures.ts'
import type { aBucket } from './storage.ts'
import { ORIGIN, type World } from './world.ts'

export const bucketOf = (world: World) => world.env.MEDIA as unknown as ReturnType<typeof aBucket>

export const text = (words: string) => new TextEncoder().encode(words)

export const padded = (head: Uint8Array, size: number) => {
  const bytes = new Uint8Array(size)
  bytes.set(head.subarray(0, size))
  return bytes
}

// A model of so many triangles, in numbers.
export function stl(triangles: number, header = 'made by hand', at = 1) {
  const bytes = new Uint8Array(84 + 50 * triangles)
  bytes.set(Buffer.from(header, 'latin1').subarray(0, 80))
  const numbers = new DataView(bytes.buffer)
  numbers.setUint32(80, triangles, true)
  for (let n = 0; n < triangles; n++) numbers.setFloat32(84 + 50 * n + 12, at, true)
  return bytes
}

// Files that are hardly more than their first bytes.
export const FILES = {
  jpeg: jpeg(800, 600),
  mp4: text('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'),
  m4a: text('\0\0\0\x18ftypM4A \0\0\x02\0M4A mp42'),
  mp3: text('ID3\x04\0\0\0\0\0\0'),
  ogg: text('OggS\0\x02\0\0'),
  wav: text('RIFF\x24\0\0\0WAVEfmt '),
  pdf: text('%PDF-1.7\n'),
  glb: text('glTF\x02\0\0\0\x40\0\0\0'),
  stl: stl(3),
  stlInWords: text('solid a hook\n  facet normal 0 0 1\n    outer loop\n      vertex 0 0 0\n'),
  text: text('Cut two, keep the worse one.\n'),
}
// EBML with its kind: the first bytes are no text, so they are written as numbers.
export const WEBM = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84, ...text('webm')])

export type Wish = { name?: string; type?: string; bytes?: number; alt?: string }

export const announce = (who: Somebody, { name = 'a-hinge.jpg', type = 'image/jpeg', bytes = 9, ...more }: Wish = {}) =>
  who.send('POST', '/api/media', { name, type, bytes, ...more })

export const sendPart = (who: Somebody, id: string, bytes: Uint8Array<ArrayBuffer>, n = 1) =>
  who.request(`/api/media/${id}/parts/${n}`, {
    method: 'PUT',
    headers: { Origin: ORIGIN, 'Content-Length': String(bytes.byteLength) },
    body: bytes,
  })

export const complete = (who: Somebody, id: string) => who.send('POST', `/api/media/${id}/completion`)

// Everything a browser does with a small file; the answer to the last step.
export async function bring(who: Somebody, bytes: Uint8Array<ArrayBuffer>, wish: Wish = {}) {
  const begun = await announce(who, { ...wish, bytes: bytes.byteLength })
  if (!begun.ok) return { id: '', answer: begun }
  const { id } = await begun.json<{ id: string }>()
  const sent = await sendPart(who, id, bytes)
  return { id, answer: sent.ok ? await complete(who, id) : sent }
}

export async function aFile(world: World, owner: Somebody, wish: Partial<typeof media.$inferInsert> = {}) {
  const id = wish.id ?? newId()
  const key = `_private/media/${id}/480.webp`
  await bucketOf(world).put(key, webp, { httpMetadata: { contentType: 'image/webp' } })
  const bytes = webp.byteLength
  const ready = { state: 'ready', readyAt: new Date(), type: 'image/webp', width: 480, height: 360 } as const
  const variants = [{ key, width: 480, height: 360, type: 'image/webp', bytes }]
  const row = { id, ownerId: owner.id, kind: 'image', name: 'a-hinge.jpg', key, bytes, variants, ...ready } as const
  await world
    .ctx()
    .db.insert(media)
    .values({ ...row, ...wish })
  return id
}
