import type { Address } from './address.ts'
import type { Picture, Recording, Size } from './content.ts'
import { type Html, html } from './html.ts'

// The name under which a file of storage lies in a site.
export const nameOf = (key: string) => key.replace(/^_private\/media\//, '').replace(/[^A-Za-z0-9.]+/g, '-')

export const placeOf = ({ key }: Pick<Size, 'key'>) => `i/${nameOf(key)}`

export const recordingAt = ({ key, type }: Pick<Recording, 'key' | 'type'>) =>
  `m/${nameOf(key)}${nameOf(key).includes('.') ? '' : (ENDINGS[type] ?? '')}`

const ENDINGS: Record<string, string> = {
  'audio/mpeg': '.mp3',
  'audio/mp4': '.m4a',
  'audio/ogg': '.ogg',
  'audio/wav': '.wav',
  'audio/webm': '.webm',
  'video/mp4': '.mp4',
  'video/webm': '.webm',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'model/gltf-binary': '.glb',
  'model/stl': '.stl',
}

type Wish = { sizes: string; first?: boolean; alt?: string }

// Every picture says how large it is before it is there, and comes as small as the reader's screen allows.
export function picture(at: Address, { alt, width, height, sizes }: Picture, wish: Wish): Html {
  const drawn = (type: string) => sizes.filter((size) => size.type === type)
  const finer = drawn('image/avif')
  const plain = sizes.filter(({ type }) => type !== 'image/avif')
  const middle = plain.find((size) => size.width >= 960) ?? plain.at(-1)
  if (!middle) return html``
  const img = html`<img src="${at.file(placeOf(middle))}"${plain.length > 1 && html` srcset="${srcset(at, plain)}" sizes="${wish.sizes}"`} alt="${wish.alt ?? alt}" width="${width}" height="${height}"${wish.first ? html` fetchpriority="high"` : html` loading="lazy"`} decoding="async">`
  return finer.length > 0
    ? html`<picture><source type="image/avif" srcset="${srcset(at, finer)}" sizes="${wish.sizes}">${img}</picture>`
    : img
}

const srcset = (at: Address, sizes: Size[]) =>
  sizes.map((size) => `${at.file(placeOf(size))} ${size.width}w`).join(', ')
