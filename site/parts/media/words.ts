import type { MediaKind } from '#db/schema/media.ts'

export const KIND: Record<MediaKind, string> = { image: 'Picture', audio: 'Sound', video: 'Film', file: 'Paper' }

const PAPERS: Record<string, string> = {
  'application/pdf': 'PDF',
  'model/gltf-binary': '3D model',
  'model/stl': '3D model',
}

export const paperOf = (type: string) => PAPERS[type] ?? 'Text'

export const sizeInWords = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
