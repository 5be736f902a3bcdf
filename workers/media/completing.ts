import { and, eq, inArray } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { Ctx, MemberCtx } from '#workers/lib/context.ts'
import { conflict, Refusal, refuse } from '#workers/lib/errors.ts'
import type { MediaId } from './inputs.ts'
import { partsOf } from './kinds.ts'
import { asUpload, isOwn, type Row, shape, stillComing } from './own.ts'
import { insistOnPixels } from './pictures/pictures.ts'
import { HEAD_BYTES, isTestOfWatchmen, type Recognised, recognise, type Sized } from './recognising.ts'
import { harmful, notWhatItSays } from './refusals.ts'
import { inStorage, NO_SUCH_UPLOAD, saysThat, WRONG_PART } from './storage.ts'

// All parts are here: what is it really? Nobody sees it before that is answered, and pictures only as we drew them.
export async function complete(ctx: MemberCtx, { id }: MediaId) {
  const row = await stillComing(ctx, id)
  insistOnParts(row)
  await putTogether(ctx, row)
  const recognised = await examine(ctx, row).catch((error) => turnAway(ctx, id, error))
  return passOn(ctx, id, recognised)
}

export async function passOn(ctx: MemberCtx, id: string, recognised: Recognised) {
  const [arrived] = await commit(
    ctx,
    ctx.db
      .update(media)
      .set({ state: 'looking', uploadId: null, ...recognised })
      .where(and(isOwn(ctx, id), eq(media.state, 'coming')))
      .returning(shape),
    fact('media.arrived'),
  )
  return arrived ? asUpload(arrived) : refuse(conflict('This file has arrived already.', 'already_complete'))
}

function insistOnParts({ bytes, parts }: Row) {
  const here = new Set(parts.map(({ number }) => number))
  const missing = Array.from({ length: partsOf(bytes) }, (_, n) => n + 1).filter((n) => !here.has(n))
  if (missing.length > 0)
    throw new Refusal(
      422,
      'parts_missing',
      `Not all of it has arrived: part ${missing.slice(0, 10).join(', ')} is missing.`,
    )
}

// Put together before, and the answer was lost: then it is there.
async function putTogether(ctx: MemberCtx, { id, key, uploadId, parts }: Row & { uploadId: string }) {
  const inOrder = parts.toSorted((one, other) => one.number - other.number)
  const upload = ctx.env.MEDIA.resumeMultipartUpload(key, uploadId)
  try {
    await inStorage(ctx, () => upload.complete(inOrder.map(({ number, etag }) => ({ partNumber: number, etag }))))
  } catch (error) {
    if (saysThat(error, NO_SUCH_UPLOAD) && (await ctx.env.MEDIA.head(key))) return
    if (!saysThat(error, WRONG_PART) && !saysThat(error, NO_SUCH_UPLOAD)) throw error
    await ctx.db.update(media).set({ parts: [] }).where(isOwn(ctx, id))
    throw conflict('Some of it got lost on the way. Please send it once more.', 'parts_lost')
  }
}

async function examine(ctx: Ctx, { key, kind, type, bytes }: Row): Promise<Recognised> {
  const { size, head } = await inStorage(ctx, () => readHead(ctx, key))
  if (size !== bytes) throw new Refusal(422, 'wrong_size', 'This is not as long as was said. Please send it once more.')
  return insistOnWelcome(head, { kind, type, bytes })
}

async function readHead({ env }: Ctx, key: string) {
  const file = await env.MEDIA.get(key, { range: { offset: 0, length: HEAD_BYTES } })
  if (!file) throw new Refusal(422, 'wrong_size', 'This did not arrive. Please send it once more.')
  return { size: file.size, head: new Uint8Array(await file.arrayBuffer()) }
}

export function insistOnWelcome(head: Uint8Array<ArrayBuffer>, announced: Sized): Recognised {
  const recognised = recognise(head, announced)
  if (!recognised) throw notWhatItSays(announced.kind)
  if (isTestOfWatchmen(head)) throw harmful()
  const { width, height } = recognised
  if (width && height) insistOnPixels({ width, height }, 'Nothing else was changed.')
  return recognised
}

// What was refused stays told, and its bytes go: see tidying.ts.
async function turnAway(ctx: Ctx, id: string, error: unknown): Promise<never> {
  if (error instanceof Refusal && error.status < 500) await refuseMedia(ctx, id, error.message)
  throw error
}

export const refuseMedia = (ctx: Ctx, id: string, refusal: string) =>
  commit(
    { ...ctx, once: undefined },
    ctx.db
      .update(media)
      .set({ state: 'refused', refusal, uploadId: null })
      .where(and(eq(media.id, id), inArray(media.state, ['coming', 'looking'])))
      .returning({ id: media.id }),
    fact('media.gone'),
  )
