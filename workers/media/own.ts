import { and, eq } from 'drizzle-orm'
import { media } from '#db/schema/media.ts'
import type { MemberCtx } from '#workers/lib/context.ts'
import { conflict, notFound } from '#workers/lib/errors.ts'
import type { MediaId, MediaUpload } from './inputs.ts'
import { PART_BYTES } from './kinds.ts'

export const isOwn = ({ member }: MemberCtx, id: string) => and(eq(media.id, id), eq(media.ownerId, member.id))

export type Row = typeof media.$inferSelect

export const shape = {
  id: media.id,
  state: media.state,
  kind: media.kind,
  name: media.name,
  type: media.type,
  bytes: media.bytes,
  alt: media.alt,
  parts: media.parts,
  refusal: media.refusal,
}

export const asUpload = (row: Pick<Row, keyof typeof shape>): MediaUpload => ({
  ...row,
  bytes: Number(row.bytes),
  partBytes: PART_BYTES,
  parts: row.parts.map(({ number }) => number).sort((one, other) => one - other),
})

export async function readUpload(ctx: MemberCtx, { id }: MediaId): Promise<MediaUpload> {
  const [row] = await ctx.db.select(shape).from(media).where(isOwn(ctx, id))
  if (!row) throw notFound('file')
  return asUpload(row)
}

export async function stillComing(ctx: MemberCtx, id: string): Promise<Row & { uploadId: string }> {
  const [row] = await ctx.db.select().from(media).where(isOwn(ctx, id))
  if (!row) throw notFound('file')
  const { uploadId } = row
  if (row.state !== 'coming' || !uploadId) throw conflict('This file has arrived already.', 'already_complete')
  return { ...row, uploadId }
}
