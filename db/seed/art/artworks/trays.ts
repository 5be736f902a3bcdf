import { chance } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, disc, drawing, fill, group, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

/** Three hundred and twelve glaze tests, one of them right, 1200 by 900. */
export function glazeTiles(page: Sheet): string {
  const luck = chance('number-208')
  const corner = (tile: number) => [66 + Math.round((tile % 24) * 44.6), 62 + Math.floor(tile / 24) * 60] as const
  const clay = range(312).map((tile) => `M${corner(tile).join(' ')}h38v52h-38z`)
  const glazes = range(312).map((tile) => {
    const [x, y] = corner(tile)
    const shade = `hsl(${Math.round(luck.about(184, 46))} ${luck.whole(22, 62)}% ${luck.whole(28, 66)}%)`
    return fill(
      tile === RIGHT ? '#1fb5ac' : shade,
      `M${x + 2} ${y + 4}h34v${luck.whole(34, 46)}q-9 ${luck.whole(2, 9)} -17 1t-17 1z`,
    )
  })
  const [x, y] = corner(RIGHT)
  const found = `<rect x="${x - 5}" y="${y - 5}" width="48" height="62" rx="8" fill="none" stroke="#c2410c" stroke-width="4"/>`
  return drawing(
    page,
    `<defs>${tooth('tiles-tooth', 5, 0.1)}</defs>${box('#efe7d8', 0, 0, 1200, 900)}${fill('#b98e6c', clay.join(''))}${glazes.join('')}${found}${setLine('208', 64, 874, { size: 26, colour: '#8a3a1c' })}${covered('tiles-tooth')}`,
  )
}

const RIGHT = 207

const reds: [string, ...string[]] = ['#a5382b', '#c8553d', '#7d2b2a', '#d98a5f', '#b5643c', '#8c4a2a']
const yellows: [string, ...string[]] = ['#d8a23c', '#c99a2e', '#e0bd63', '#a88a3a', '#8f8a4a']
const blues: [string, ...string[]] = ['#27355c', '#3d5a86', '#5c7ea3', '#6f8f8a', '#46584a']

/** A box of dye cards, a thread knotted through each, 1000 by 1000. */
export function dyeCards(page: Sheet): string {
  const luck = chance('dye-cards')
  const cards = range(49).map((card) => {
    const [column, row] = [card % 7, Math.floor(card / 7)]
    const [x, y] = [70 + column * 124 + luck.about(0, 5), 66 + row * 126 + luck.about(0, 5)]
    const dye = luck.pick(row < 3 ? reds : row < 5 ? yellows : blues)
    const tail = `M${Math.round(x + 50)} ${Math.round(y + 22)}q${luck.whole(-26, 26)} 26 ${luck.whole(-14, 14)} 46t${luck.whole(-18, 18)} 38`
    return (
      `<g transform="rotate(${luck.about(0, 2.4).toFixed(1)} ${Math.round(x + 50)} ${Math.round(y + 55)})">` +
      box('#00000022', x + 3, y + 5, 100, 110, ' rx="3"') +
      box(luck.pick(['#f6efdf', '#f1e7d0', '#efe3cc']), x, y, 100, 110, ' rx="3"') +
      stroke(
        '#9a8c74',
        1.6,
        range(4)
          .map((line) => `M${Math.round(x + 12)} ${Math.round(y + 58 + line * 13)}h${luck.whole(26, 44)}`)
          .join(''),
      ) +
      disc('#8a7a62', [x + 50, y + 18], 5) +
      stroke(
        dye,
        7,
        `${tail}M${Math.round(x + 54)} ${Math.round(y + 22)}q${luck.whole(4, 30)} 20 ${luck.whole(4, 18)} 52`,
        ' stroke-linecap="round"',
      ) +
      '</g>'
    )
  })
  return drawing(
    page,
    `<defs>${tooth('cards-tooth', 7, 0.12)}</defs>${box('#6b4a34', 0, 0, 1000, 1000)}${box('#57392a', 30, 30, 940, 940, ' rx="10"')}${group('', cards.join(''))}${covered('cards-tooth')}`,
  )
}
