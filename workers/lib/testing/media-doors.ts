import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import type { Belonging } from './belongings.ts'
import { aFile, bucketOf, FILES } from './media.ts'
import type { Somebody } from './people.ts'
import type { World } from './world.ts'

const FILE = '0199aaaa-0000-7000-8000-0000000000e1'

// All of it has been sent, and nobody has said so yet.
async function aFileThatComes(world: World, { id: ownerId }: Somebody, bytes: Uint8Array<ArrayBuffer> = FILES.jpeg) {
  const id = newId()
  const key = `_private/media/${id}/arrived`
  const { uploadId, uploadPart } = await bucketOf(world).createMultipartUpload(key)
  const { etag } = await uploadPart(1, bytes)
  const row = { id, ownerId, kind: 'image', name: 'a-hinge.jpg', type: 'image/jpeg', key, uploadId } as const
  const parts = [{ number: 1, etag, bytes: bytes.byteLength }]
  await world
    .ctx()
    .db.insert(media)
    .values({ ...row, bytes: bytes.byteLength, parts })
  return id
}

export const MEDIA_ACCEPTED = {
  'POST /api/media': () => ({ name: 'a-hinge.jpg', type: 'image/jpeg', bytes: 9000 }),
  'PUT /api/media/:id/alt': async (world: World, keeper: Somebody) => {
    await world.ctx().db.delete(media).where(eq(media.id, FILE))
    await aFile(world, keeper, { id: FILE })
    return { alt: 'A hinge that no longer squeaks' }
  },
}

export const MEDIA_AT = { 'PUT /api/media/:id/alt': () => `/api/media/${FILE}/alt` }

const made = (world: World, owner: Somebody) => aFile(world, owner)

export const MEDIA_BELONGINGS: Record<string, Belonging> = {
  'GET /api/media/:id': { make: made },
  'PUT /api/media/:id/alt': { make: made, body: { alt: 'A hinge' } },
  'POST /api/media/:id/completion': { make: (world, owner) => aFileThatComes(world, owner) },
  'GET /media/m/:id/:which': { make: made },
  'DELETE /api/media/:id': { make: made },
}
