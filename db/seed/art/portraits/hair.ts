import { covered } from './hair/covered.ts'
import { cropped } from './hair/cropped.ts'
import { hats } from './hair/hats.ts'
import { long } from './hair/long.ts'
import { loose } from './hair/loose.ts'
import type { Hair } from './hair/paint.ts'
import { short } from './hair/short.ts'
import { up } from './hair/up.ts'
import { wraps } from './hair/wraps.ts'
import type { Look } from './look.ts'

const cuts = { ...short, ...cropped, ...long, ...loose, ...up, ...covered, ...wraps, ...hats }

export type Cut = keyof typeof cuts

export function drawHair({ hair, width }: Look): Hair {
  const { cut, colour, light, under = colour, band = light } = hair
  return cuts[cut]({ colour, light, under, band, left: 160 - width, right: 160 + width })
}
