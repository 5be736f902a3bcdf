import { newId } from '#db/id.ts'
import { media } from '#db/schema/media.ts'
import { type HandedInName, handedIn, keyOfHandedIn } from '../art/handed-in/index.ts'
import type { Tx } from './ids.ts'

// The pictures themselves are hung in storage: see db/seed/pictures.ts.
export async function bringPictures(
  tx: Tx,
  ownerId: string,
  names: HandedInName[] = [],
  at = new Date(),
): Promise<string[]> {
  const rows = names.map((name) => rowOf(name, ownerId, at))
  if (rows.length > 0) await tx.insert(media).values(rows)
  return rows.map(({ id }) => id)
}

function rowOf(name: HandedInName, ownerId: string, at: Date) {
  const { width, height, alt, draw } = handedIn[name]
  const [key, type, bytes] = [keyOfHandedIn(name), 'image/svg+xml', Buffer.byteLength(draw())]
  return {
    id: newId(),
    ownerId,
    kind: 'image' as const,
    name: `${name}.jpg`,
    type,
    bytes,
    state: 'ready' as const,
    key,
    width,
    height,
    alt,
    variants: [{ key, width, height, type, bytes }],
    createdAt: at,
    readyAt: at,
  }
}
