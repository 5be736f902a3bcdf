import type { Content, Picture, Size } from './content.ts'
import type { Page } from './page.ts'
import { hexOf, hueOf } from './palette.ts'
import { nameOf } from './pictures.ts'

export const SHARED = { width: 1200, height: 630 }

// What others show beside a link to a page: the work whole, on the ground of its site. It is drawn when somebody first asks for it.
export type Shared = { path: string; type: 'image/jpeg'; from: string; ground: string; alt: string }

export function sharedOf(content: Content, page: Pick<Page, 'picture'>): Shared | undefined {
  const picture = page.picture ?? content.works[0]?.cover
  const from = picture && largest(picture)
  if (!from) return undefined
  const ground = hexOf('raised', hueOf(content.design.palette, content.hue))
  const path = `i/shared-${ground.slice(1)}-${nameOf(from.key).replace(/\.[a-z]+$/, '')}.jpg`
  return { path, type: 'image/jpeg', from: from.key, ground, alt: picture.alt }
}

// A drawing of lines cannot be drawn as dots here.
const largest = ({ sizes }: Picture): Size | undefined =>
  sizes
    .filter(({ type }) => type !== 'image/avif' && type !== 'image/svg+xml')
    .sort((one, other) => other.width - one.width)
    .find(({ width }, _n, all) => width <= 2 * SHARED.width || width === all.at(-1)?.width)
