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
  grid: (mark) =>
    stroke(
      mark,
      5,
      range(8)
        .map((line) => `M${line * 46 + 2} 0V320M0 ${line * 46 + 2}H320`)
        .join(''),
    ),
  moon: (mark) =>
    `<circle cx="222" cy="96" r="74" fill="${mark}"/>${fill(mark, 'M0 262Q80 236 160 258T320 244V320H0Z', ' opacity=".7"')}`,
  scallops: (mark) =>
    stroke(
      mark,
      6,
      range(8)
        .map((row) =>
          `M${row % 2 ? -32 : 0} ${row * 44}q32 44 64 0t64 0 64 0 64 0 64 0 64 0`.replaceAll(
            't64 0 64 0 64 0 64 0 64 0',
            'q32 44 64 0'.repeat(5),
          ),
        )
        .join(''),
    ),
  steps: (mark) => fill(mark, 'M0 320V226H54V178H108V130H162V82H216V34H320V320Z', ' opacity=".8"'),
  confetti: (mark) =>
    fill(
      mark,
      range(40)
        .map((bit) => {
          const [x, y] = [(bit * 83) % 320, (bit * 137) % 320]
          return bit % 2 ? `M${x} ${y}l14 5-3 8-14-5z` : `M${x} ${y}l6 13-8 4-6-13z`
        })
        .join(''),
    ),
  bands: (mark) => fill(mark, 'M0 40H320V84H0ZM0 128H320V172H0ZM0 216H320V260H0Z', ' opacity=".8"'),
}

const ends = (turn: number) => polar([160, 300], 420, turn).map(Math.round).join(' ')

function frond(leaf: number): string {
  const [x, y] = [(leaf % 5) * 78 - 6 + (leaf % 2) * 12, Math.floor(leaf / 5) * 104 + 34]
  return `M${x} ${y + 44}C${x - 30} ${y + 8} ${x - 10} ${y - 26} ${x + 16} ${y - 38}C${x + 34} ${y - 6} ${x + 28} ${y + 26} ${x} ${y + 44}Z`
}

export const drawGround = ({ ground }: Look) =>
  `<rect width="320" height="320" fill="${ground.colour}"/>${places[ground.kind](ground.mark)}`
