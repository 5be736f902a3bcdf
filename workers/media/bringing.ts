import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import { countTries } from '#workers/accounts/tries.ts'
import { commit, fact } from '#workers/lib/commit.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { refuse } from '#workers/lib/errors.ts'
import { UPLOADS } from './arriving.ts'
import { insistOnWelcome } from './completing.ts'
import { NewMedia } from './inputs.ts'
import { announcedAs, TAKEN } from './kinds.ts'
import { HEAD_BYTES } from './recognising.ts'
import { ifShareIsFull, notTaken, tooMuch } from './refusals.ts'
import { arrivingAt, inStorage } from './storage.ts'

// A file that came whole with a form, because no script ran in the browser that sent it.
export async function bringWhole(ctx: MemberCtx, file: File, alt = ''): Promise<string> {
  const announced = announcedAs(file.type, file.name) ?? refuse(notTaken())
  if (file.size > TAKEN[announced.kind].bytes) throw tooMuch(announced.kind)
  await countTries(ctx, [[UPLOADS, ctx.member.id]])
  const bytes = new Uint8Array(await file.arrayBuffer())
  const recognised = insistOnWelcome(bytes.subarray(0, HEAD_BYTES), { ...announced, bytes: bytes.length })
  const id = newId()
  const row = {
    id,
    ownerId: ctx.member.id,
    name: nameOf(file),
    alt: NewMedia.shape.alt.parse(alt.slice(0, 500)),
    bytes: bytes.length,
    key: arrivingAt(id),
    state: 'looking',
    ...recognised,
  } as const
  await inStorage(ctx, () => ctx.env.MEDIA.put(row.key, bytes))
  await commit(
    { ...ctx, once: undefined },
    ctx.db.insert(media).values(row).returning({ id: media.id }),
    fact('media.arrived'),
  ).catch(async (error) => {
    await ctx.env.MEDIA.delete(row.key).catch(() => {})
    return ifShareIsFull(error)
  })
  return id
}

const nameOf = (file: File) => NewMedia.shape.name.parse(file.name.slice(0, 1000))
