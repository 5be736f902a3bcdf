import type { PictureOf } from '#workers/lib/markdown/line.ts'
import { escaped } from '#workers/lib/markdown/text.ts'
import { markdown } from '#workers/lib/markdown.ts'
import { pictureAt } from '#workers/portfolios/posts/picture-words.ts'
import type { Address } from '../address.ts'
import type { SitePost } from '../content.ts'
import { Html, NOTHING } from '../html.ts'
import { picture } from '../pictures.ts'

// What a member wrote, as the whole house reads it: see workers/lib/markdown.ts.
export const prose = (words: string, at: Address, under = 1): Html => shown(words, at, { under })

// A post with its pictures. One that is not ready yet, or was never there, leaves its words.
export const proseOf = ({ words, pictures }: SitePost, at: Address): Html =>
  shown(words, at, { under: 1, pictureOf: picturesAmong(pictures, at) })

const shown = (words: string, at: Address, { under, pictureOf }: { under: number; pictureOf?: PictureOf }): Html =>
  words.trim()
    ? new Html(markdown(words, under, pictureOf).replaceAll(TO_THE_HOUSE, (_, path) => ` href="${at.house(path)}"`))
    : NOTHING

const TO_THE_HOUSE = / href="(\/[^"]*)"/g

const picturesAmong =
  (pictures: SitePost['pictures'], at: Address): PictureOf =>
  (address, words) => {
    const id = pictureAt(address)
    if (!id) return undefined
    const found = pictures.find((one) => one.id === id)
    return found ? picture(at, { ...found, alt: words || found.alt }, { sizes: SIZES }).text : escaped(words)
  }

const SIZES = '(width < 44rem) 100vw, 40rem'
