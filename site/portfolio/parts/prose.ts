import { markdown } from '#workers/lib/markdown.ts'
import type { Address } from '../address.ts'
import { Html, NOTHING } from '../html.ts'

// What a member wrote, as the whole house reads it: see workers/lib/markdown.ts.
export const prose = (words: string, at: Address, under = 1): Html =>
  words.trim()
    ? new Html(markdown(words, under).replaceAll(TO_THE_HOUSE, (_, path) => ` href="${at.house(path)}"`))
    : NOTHING

const TO_THE_HOUSE = / href="(\/[^"]*)"/g
