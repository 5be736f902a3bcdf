import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import { media, type Part } from '#db/schema/media.ts'
import { countTries, type Limit } from '#workers/accounts/tries.ts'
import { commit } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound, Refusal, refuse } from '#workers/lib/errors.ts'
import type { NewMedia, PartId } from './inputs.ts'
import { announcedAs, partsOf, sizeOfPart, TAKEN } from './kinds.ts'
import { asUpload, isOwn, shape, stillComing } from './own.ts'
import { ifShareIsFull, notTaken, tooMuch } from './refusals.ts'
import { arrivingAt, inStorage, NO_SUCH_UPLOAD, saysThat } from './storage.ts'

export const UPLOADS: Limit = { what: 'upload', times: 300, minutes: 60 }

// It counts against its member's share from here on, so that nobody brings more at once than one after the other.
export async function announce(ctx: MemberCtx, { name, type, bytes, alt }: NewMedia) {
  const announced = announcedAs(type, name) ?? refuse(notTaken())
  if (bytes > TAKEN[announced.kind].bytes) throw tooMuch(announced.kind)
  await countTries(ctx, [[UPLOADS, ctx.member.id]])
  const id = newId()
  const key = arrivingAt(id)
  const upload = await inStorage(ctx, () => ctx.env.MEDIA.createMultipartUpload(key))
  const row = { id, ownerId: ctx.member.id, ...announced, name, bytes, alt, key, uploadId: upload.uploadId }
  const [begun] = await commit(ctx, ctx.db.insert(media).values(row).returning(shape)).catch(async (error) => {
    await upload.abort().catch(() => {})
    return ifShareIsFull(error)
  })
  // The same request was answered before.
  if (begun?.id !== id) await upload.abort().catch(() => {})
  return begun ? asUpload(begun) : refuse(notFound('file'))
}

// One part goes straight through to storage, in pieces; what has arrived before is replaced.
export async function keepPart(ctx: MemberCtx, { id, n }: PartId, request: Request) {
  const { key, uploadId, bytes } = await stillComing(ctx, id)
  const size = insistOnSize(request, bytes, n)
  const { etag } = await inStorage(ctx, () =>
    ctx.env.MEDIA.resumeMultipartUpload(key, uploadId).uploadPart(n, request.body ?? new Uint8Array()),
  ).catch(startAnew)
  const [kept] = await ctx.db
    .update(media)
    .set({ parts: withPart({ number: n, etag, bytes: size }) })
    .where(and(isOwn(ctx, id), eq(media.state, 'coming')))
    .returning(shape)
  return kept ? asUpload(kept) : refuse(conflict('This file has arrived already.', 'already_complete'))
}

function insistOnSize({ headers }: Request, bytes: number, n: number) {
  if (n > partsOf(bytes)) throw notFound('part')
  const stated = headers.get('Content-Length')
  if (stated === null) throw new Refusal(411, 'length_required', 'Please say how long this part is.')
  const size = sizeOfPart(bytes, n)
  if (Number(stated) > size) throw new Refusal(413, 'payload_too_large', `Part ${n} has ${size} bytes, and no more.`)
  if (Number(stated) < size)
    throw new Refusal(422, 'wrong_part_size', `Part ${n} has ${size} bytes. Please send it whole.`)
  return size
}

const withPart = (part: Part) => sql<Part[]>`(
  select coalesce(jsonb_agg(kept), '[]') from jsonb_array_elements(${media.parts}) kept where (kept ->> 'number')::int <> ${part.number}
) || ${JSON.stringify([part])}::jsonb`

function startAnew(error: unknown): never {
  if (saysThat(error, NO_SUCH_UPLOAD))
    throw conflict('This was begun too long ago. Please choose the file once more.', 'upload_gone')
  throw error
}
