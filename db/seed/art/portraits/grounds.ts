import { fill, polar, range, stroke } from '../paper.ts'
import type { Ground, Look } from './look.ts'

const places: Record<Ground, (mark: string) => string> = {
  sun: (mark) => `<circle cx="160" cy="146" r="112" fill="${mark}"/>`,
  arch: (mark) =>
    `${fill(mark, 'M46 320V150a114 114 0 0 1 228 0V320Z')}${stroke(mark, 5, 'M30 320V150a130 130 0 0 1 260 0V320')}`,
  stripes: (mark) =>
    fill(
      mark,
      range(7)
        .map((step) => `M${step * 52 - 8} 0h24v320h-24z`)
        .join(''),
    ),
  leaves: (mark) =>
    fill(
      mark,
      range(14)
        .map((leaf) => frond(leaf))
        .join(''),
    ),
  hills: (mark) =>
    `${fill(mark, 'M0 200Q50 120 104 176T200 150T320 190V320H0Z')}${fill(mark, 'M0 250Q90 190 170 236T320 220V320H0Z', ' opacity=".7"')}<circle cx="252" cy="66" r="24" fill="${mark}"/>`,
  dots: (mark) =>
    range(42)
      .map(
        (dot) =>
          `<circle cx="${(dot % 7) * 52 + (Math.floor(dot / 7) % 2) * 26}" cy="${Math.floor(dot / 7) * 56 + 16}" r="8" fill="${mark}"/>`,
      )
      .join(''),
  waves: (mark) =>
    stroke(
      mark,
      9,
      range(9)
        .map((row) => `M-20 ${row * 38 + 14}q20-16 40 0t40 0 40 0 40 0 40 0 40 0 40 0 40 0 40 0`)
        .join(''),
    ),
  window: (mark) =>
    fill(
      mark,
      range(12)
        .map((pane) => `M${(pane % 4) * 84 - 6} ${Math.floor(pane / 4) * 108 + 8}h62v84h-62z`)
        .join(''),
      ' opacity=".85"',
    ),
  rays: (mark) =>
    fill(
      mark,
      range(9)
        .map((ray) => `M160 300L${ends(ray * 20 + 185)}L${ends(ray * 20 + 195)}Z`)
        .join(''),
    ),
  tiles: (mark) =>
    fill(
      mark,
      range(36)
        .map((tile) => `M${(tile % 6) * 56 + 20} ${Math.floor(tile / 6) * 56 - 6}l22 22-22 22-22-22z`)
        .join(''),
      ' opacity=".55"',
    ),
}

const ends = (turn: number) => polar([160, 300], 420, turn).map(Math.round).join(' ')

function frond(leaf: number): string {
  const [x, y] = [(leaf % 5) * 78 - 6 + (leaf % 2) * 12, Math.floor(leaf / 5) * 104 + 34]
  return `M${x} ${y + 44}C${x - 30} ${y + 8} ${x - 10} ${y - 26} ${x + 16} ${y - 38}C${x + 34} ${y - 6} ${x + 28} ${y + 26} ${x} ${y + 44}Z`
}

export const drawGround = ({ ground }: Look) =>
  `<rect width="320" height="320" fill="${ground.colour}"/>${places[ground.kind](ground.mark)}`
