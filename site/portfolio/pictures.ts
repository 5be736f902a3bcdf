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

const [NARROWEST, WIDEST] = [4, 24]

// How wide a picture is for its height, in tenths: so there is room for it before it has come, where it is kept lower than a screen.
export const shapeOf = ({ width, height }: Pick<Picture, 'width' | 'height'>) =>
  `shape-${Math.min(WIDEST, Math.max(NARROWEST, Math.round((10 * width) / height)))}`

export const shapesCss = Array.from({ length: WIDEST - NARROWEST + 1 }, (_, n) => NARROWEST + n)
  .map((tenths) => `.shape-${tenths}{--shape:${tenths / 10}}`)
  .join('')

type Wish = { sizes: string; first?: boolean; alt?: string }

// Every picture says how large it is before it is there, and comes as small as the reader's screen allows.
export function picture(at: Address, shown: Picture, wish: Wish): Html {
  const { alt, width, height, sizes } = shown
  const drawn = (type: string) => sizes.filter((size) => size.type === type)
  const finer = drawn('image/avif')
  const plain = sizes.filter(({ type }) => type !== 'image/avif')
  const middle = plain.find((size) => size.width >= 960) ?? plain.at(-1)
  if (!middle) return html``
  const img = html`<img class="${shapeOf(shown)}" src="${at.file(placeOf(middle))}"${plain.length > 1 && html` srcset="${srcset(at, plain)}" sizes="${wish.sizes}"`} alt="${wish.alt ?? alt}" width="${width}" height="${height}"${wish.first ? html` fetchpriority="high"` : html` loading="lazy"`} decoding="async">`
  return finer.length > 0
    ? html`<picture><source type="image/avif" srcset="${srcset(at, finer)}" sizes="${wish.sizes}">${img}</picture>`
    : img
}

const srcset = (at: Address, sizes: Size[]) =>
  sizes.map((size) => `${at.file(placeOf(size))} ${size.width}w`).join(', ')
