import { type Chance, chance } from '../chance.ts'
import { box, drawing, group, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

type Sett = [colour: string, threads: number][]

const yard: Sett = [
  ['#22303a', 10],
  ['#5c6f4e', 4],
  ['#22303a', 4],
  ['#5c6f4e', 12],
  ['#b9a47c', 2],
  ['#5c6f4e', 12],
  ['#8c3b2a', 6],
  ['#e4d6b4', 2],
  ['#8c3b2a', 6],
  ['#22303a', 14],
  ['#d09a3c', 2],
  ['#22303a', 14],
]

const thaw: Sett = [
  ['#e9e4d6', 14],
  ['#9fb4bd', 3],
  ['#e9e4d6', 5],
  ['#5d7f8f', 8],
  ['#2c4654', 2],
  ['#5d7f8f', 8],
  ['#e9e4d6', 5],
  ['#c7a86a', 2],
]

const rowan: Sett = [
  ['#4a1f22', 12],
  ['#8e2f2b', 10],
  ['#c9542f', 3],
  ['#8e2f2b', 4],
  ['#e0a24a', 1],
  ['#4a1f22', 6],
  ['#3d4a33', 8],
  ['#e0a24a', 1],
]

const school: Sett = [
  ['#6d6f72', 9],
  ['#d8d6cf', 9],
  ['#6d6f72', 3],
  ['#d8d6cf', 3],
  ['#37507a', 2],
  ['#d8d6cf', 3],
]

/** Wool throws in 2/2 twill over a rail, 1000 by 1000. */
export const millThrow = (page: Sheet): string => throwOf(page, yard, '#d9d2c5')
export const thawThrow = (page: Sheet): string => throwOf(page, thaw, '#b9c4c4')
export const rowanThrow = (page: Sheet): string => throwOf(page, rowan, '#d8c7a8')
export const schoolThrow = (page: Sheet): string => throwOf(page, school, '#c9cdbf')

function throwOf(page: Sheet, sett: Sett, wall: string): string {
  const pitch = 5.2
  const bands = stripes(sett, 800, pitch)
  const across = bands.map(([colour, start, width]) => box(colour, 0, start, 800, width))
  const down = bands.map(([colour, start, width]) => box(colour, start, 0, width, 800))
  const step = (pitch * 2).toFixed(1)
  const twill = `<pattern id="throw-twill" width="${step}" height="${step}" patternUnits="userSpaceOnUse"><path d="M0 ${step}L${step} 0M-2 2L2-2M${pitch * 2 - 2} ${pitch * 2 + 2}l4-4" stroke="#fff" stroke-width="${pitch}"/></pattern><mask id="throw-mask"><rect width="800" height="800" fill="url(#throw-twill)"/></mask>`
  const cloth = `${across.join('')}${group('mask="url(#throw-mask)"', down.join(''))}${box('url(#throw-folds)', 0, 0, 800, 800)}`
  return drawing(
    page,
    `<defs>${twill}${folds}${wander('throw-edge', 7, '0.012', 9)}${tooth('throw-tooth', 4, 0.2, '0.5')}<filter id="throw-shade" x="-10%" y="-10%" width="120%" height="125%"><feGaussianBlur stdDeviation="14"/></filter></defs>${box(wall, 0, 0, 1000, 1000)}${box('#3a2a1c', 0, 860, 1000, 140, ' opacity=".14"')}${box('#2b2420', 116, 92, 768, 800, ' opacity=".35" filter="url(#throw-shade)"')}` +
      group('filter="url(#throw-edge)"', group('transform="translate(100 84)"', cloth) + fringe(sett)) +
      rail +
      covered('throw-tooth'),
  )
}

const folds = `<linearGradient id="throw-folds">${[0, 0.16, 0.1, 0.3, 0.02, 0.22, 0.05, 0.28, 0, 0.18].map((dark, index) => `<stop offset="${(index / 9).toFixed(2)}" stop-color="#120e0a" stop-opacity="${dark}"/>`).join('')}</linearGradient>`

const rail = `${box('#8a6a48', 40, 66, 920, 26, ' rx="13"')}${box('#b08a60', 40, 69, 920, 7, ' rx="4"')}`

function stripes(sett: Sett, length: number, pitch: number): [string, number, number][] {
  const repeat = [...sett, ...sett.slice(1, -1).reverse()]
  let edge = 0
  return range(40)
    .map((index): [string, number, number] => {
      const [colour, threads] = repeat[index % repeat.length] ?? ['#22303a', 4]
      const start = edge
      edge += threads * pitch * 0.82
      return [colour, start, Math.min(edge, length) - start + 0.5]
    })
    .filter(([, , width]) => width > 0.5)
}

function fringe(sett: Sett): string {
  const luck = chance('throw-fringe')
  return range(80)
    .map((step) => {
      const [x, reach] = [106 + step * 9.9, luck.between(36, 52)]
      return stroke(
        sett[luck.whole(0, sett.length - 1)]?.[0] ?? '#22303a',
        5,
        `M${x.toFixed(0)} 880q${luck.whole(-5, 5)} 20 ${luck.whole(-4, 4)} ${reach.toFixed(0)}`,
        ' stroke-linecap="round"',
      )
    })
    .join('')
}

const madder = '#a5382b'
const cream = '#efe2c6'
const indigo = '#27355c'
const ochre = '#d8a23c'

/** Ikat: bound and dyed warps whose edges feather, 900 by 1200. */
export function robe(page: Sheet): string {
  const luck = chance('robe')
  const threads = range(146).map((thread) => warp(luck, thread))
  const dyed = medallion.map(([colour], ring) => stroke(colour, 7.4, threads.map((runs) => runs[ring] ?? '').join('')))
  return drawing(
    page,
    `<defs>${tooth('robe-tooth', 9, 0.14, '0.02 0.9')}<linearGradient id="robe-sheen"><stop stop-color="#fff" stop-opacity=".0"/><stop offset=".3" stop-color="#fff" stop-opacity=".13"/><stop offset=".62" stop-color="#1a0d0a" stop-opacity=".13"/><stop offset="1" stop-color="#fff" stop-opacity=".05"/></linearGradient></defs>${box(madder, 0, 0, 900, 1200)}${dyed.join('')}${box('url(#robe-sheen)', 0, 0, 900, 1200)}${covered('robe-tooth')}`,
  )
}

type Ring = [colour: string, wide: number, high: number]

const medallion: Ring[] = [
  [cream, 1, 1],
  [indigo, 0.9, 0.86],
  [ochre, 0.66, 0.64],
  [madder, 0.56, 0.54],
  [cream, 0.3, 0.34],
  [indigo, 0.18, 0.22],
]

function warp(luck: Chance, thread: number): string[] {
  const x = thread * 6.2 + 2
  const slip = luck.about(0, 9) + Math.sin(thread / 4) * 3
  const places = [225, 675, 0, 450, 900].flatMap((centre, index) =>
    range(3).map((row): Point => [centre, row * 600 + (index < 2 ? 0 : 300) + slip]),
  )
  return medallion.map(([, wide, high]) => {
    const runs = places.map(([centre, middle]) => {
      const reach = drop(Math.abs(x + 2.5 - centre) / (222 * wide)) * 268 * high
      return reach > 4
        ? `M${Math.round(x)} ${Math.round(middle - reach + luck.about(0, 7))}v${Math.round(reach * 2 + luck.about(0, 7))}`
        : ''
    })
    return runs.join('')
  })
}

const drop = (share: number) => (share >= 1 ? 0 : (1 - share ** 1.4) * (1 + 0.18 * Math.cos(share * 12.5)))
