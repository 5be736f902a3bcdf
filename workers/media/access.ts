import { type SQL, sql } from 'drizzle-orm'
import type { Variant } from '#db/schema/media.ts'
import { media } from '#db/schema/media.ts'
import type { Ctx } from '#workers/lib/context.ts'
import { notFound } from '#workers/lib/errors.ts'
import { hashOfLink } from '#workers/projects/sight.ts'
import type { MediaLink, MediaPiece } from './inputs.ts'
import { isSeenByAll, isSeenThroughItsUseBy, isSeenWith } from './uses.ts'

export type Servable = { kind: string; name: string; key: string; type: string; bytes: number; isOwn: boolean }

type Found = Servable & { variants: Variant[] }

// A piece is there for its owner and for whoever sees what it hangs on. Before it was looked at it is there for nobody.
export async function findServable(
  { db, member }: Ctx,
  { id, which }: MediaPiece,
  { readsAvif, ...link }: MediaLink & { readsAvif: boolean },
): Promise<Servable> {
  const { rows } = await db.execute(sql`
    select coalesce(piece.owner_id = ${member?.id ?? null}::uuid, false) as "isOwn", piece.kind, piece.name, piece.key, piece.type,
      piece.bytes::float8 as bytes, piece.variants from ${media} piece
    where piece.id = ${id}::uuid and piece.state = 'ready' and (${isSeenBy(member?.id)} ${orBy(link)})`)
  const found = rows[0] as Found | undefined
  const chosen = found && (which === 'file' ? whole(found) : drawn(found, Number(which), readsAvif))
  if (!found || !chosen) throw notFound('file')
  return { ...found, key: chosen.key, type: chosen.type, bytes: chosen.bytes }
}

const isSeenBy = (memberId: string | undefined): SQL =>
  memberId ? sql`(piece.owner_id = ${memberId}::uuid or ${isSeenThroughItsUseBy(memberId)})` : isSeenByAll

const orBy = ({ with: secret }: MediaLink) => (secret ? sql`or ${isSeenWith(hashOfLink(secret))}` : sql``)

// The finest that the browser can read.
function drawn({ variants }: Found, asked: number, readsAvif: boolean) {
  const all = variants.filter(({ width }) => width === asked)
  const finer = all.find(({ type }) => type === 'image/avif')
  return readsAvif && finer ? finer : all.find((one) => one !== finer)
}

const whole = ({ key, type, bytes, variants }: Found) =>
  variants.find((variant) => variant.key === key) ?? { key, type, bytes }
