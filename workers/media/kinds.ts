import type { MediaKind } from '#db/schema/media.ts'

const MB = 1024 * 1024

type Taken = { bytes: number; types: string[]; says: string }

// What members may bring, and how large it may be.
export const TAKEN: Record<MediaKind, Taken> = {
  image: {
    bytes: 20 * MB,
    types: ['image/jpeg', 'image/png', 'image/webp', 'image/avif'],
    says: 'a JPEG, PNG, WebP or AVIF picture',
  },
  audio: {
    bytes: 100 * MB,
    types: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav', 'audio/webm'],
    says: 'MP3, M4A, Ogg, WAV or WebM sound',
  },
  video: { bytes: 500 * MB, types: ['video/mp4', 'video/webm'], says: 'MP4 or WebM film' },
  file: {
    bytes: 30 * MB,
    types: ['application/pdf', 'text/plain', 'model/gltf-binary', 'model/stl'],
    says: 'a PDF, a plain text or a 3D model as GLB or STL',
  },
}

// The same things under the names that browsers and phones have for them.
const ALSO_CALLED: Record<string, string> = {
  'audio/mp3': 'audio/mpeg',
  'audio/m4a': 'audio/mp4',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-wav': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/vnd.wave': 'audio/wav',
  'application/ogg': 'audio/ogg',
  'video/quicktime': 'video/mp4',
  'text/markdown': 'text/plain',
  'text/csv': 'text/plain',
  'application/sla': 'model/stl',
  'application/vnd.ms-pki.stl': 'model/stl',
  'model/x.stl-ascii': 'model/stl',
  'model/x.stl-binary': 'model/stl',
}

export const ACCEPT = [
  ...Object.values(TAKEN).flatMap(({ types }) => types),
  ...Object.keys(ALSO_CALLED),
  '.glb',
  '.stl',
].join()

export type Announced = { kind: MediaKind; type: string }

// Some browsers have no name for a text at all, and hardly one for a model.
const BY_NAME: Record<string, string> = {
  txt: 'text/plain',
  md: 'text/plain',
  csv: 'text/plain',
  glb: 'model/gltf-binary',
  stl: 'model/stl',
}

const byName = (name: string) => BY_NAME[/\.(txt|md|csv|glb|stl)$/i.exec(name)?.[1]?.toLowerCase() ?? '']

const NAMELESS = new Set(['', 'application/octet-stream'])

export function announcedAs(said: string, name: string): Announced | undefined {
  const stated = said.split(';')[0]?.trim().toLowerCase() ?? ''
  const plain = (NAMELESS.has(stated) && byName(name)) || stated
  const type = Object.hasOwn(ALSO_CALLED, plain) ? ALSO_CALLED[plain] : plain
  for (const kind of ['image', 'audio', 'video', 'file'] as const)
    if (type && TAKEN[kind].types.includes(type)) return { kind, type }
  return undefined
}

// Every part but the last has this size; storage wants it so.
export const PART_BYTES = 8 * MB

export const partsOf = (bytes: number) => Math.ceil(bytes / PART_BYTES)

export const sizeOfPart = (bytes: number, n: number) => Math.min(PART_BYTES, bytes - (n - 1) * PART_BYTES)

export const MEGABYTE = MB
