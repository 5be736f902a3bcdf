import { drawing, fill, group } from './paper.ts'
import { drawClothes } from './portraits/clothes.ts'
import { drawBehind, drawExtras } from './portraits/extras.ts'
import { drawFace } from './portraits/faces.ts'
import { drawGround } from './portraits/grounds.ts'
import { drawHair } from './portraits/hair.ts'
import type { Look } from './portraits/look.ts'
import { lookOf } from './portraits/looks/index.ts'
import { covered, tooth } from './texture.ts'

/** A portrait cut from coloured paper, 320 by 320. */
export function drawPortrait({ handle }: { handle: string }): string {
  const look = lookOf(handle)
  const hair = drawHair(look)
  const sheets = [
    drawBehind(look),
    hair.back,
    neck(look),
    drawClothes(look),
    drawFace(look),
    hair.front,
    drawExtras(look),
  ]
  return drawing(
    { width: 320, height: 320 },
    `<defs>${lifted(handle)}${tooth(`tooth-${handle}`, 3, 0.09)}</defs>${drawGround(look)}${group(nearness(look), sheets.map((sheet) => group(`filter="url(#lift-${handle})"`, sheet)).join(''))}${covered(`tooth-${handle}`)}`,
  )
}

const tall: Look['hair']['cut'][] = [
  'braidsUp',
  'bun',
  'looseBun',
  'topKnot',
  'curls',
  'scarf',
  'headwrap',
  'turban',
  'strawHat',
  'afro',
  'mohawk',
  'bouffant',
  'spaceBuns',
  'hoodUp',
  'souwester',
  'hardHat',
]

const nearness = ({ hair }: Look) => {
  const size = tall.includes(hair.cut) ? 1.04 : 1.16
  return `transform="translate(160 322) scale(${size}) translate(-160 -322)"`
}

const lifted = (handle: string) =>
  `<filter id="lift-${handle}" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="1.5" dy="3" stdDeviation="2.5" flood-color="#1d120c" flood-opacity=".32"/></filter>`

const neck = ({ skin, shade }: Look) =>
  fill(skin, 'M138 190H182V244Q160 268 138 244Z') +
  fill(shade, 'M138 208Q164 232 182 204V244Q174 254 164 258Q150 246 138 222Z')
