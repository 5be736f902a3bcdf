import { type Chance, chance } from '../chance.ts'
import { box, drawing, group, range, type Sheet } from '../paper.ts'

// What one sees in a window from a bus that waits: sixteen by sixteen.
const inside: Record<string, string[]> = {
  cat: [
    '................',
    '....#.....#.....',
    '....##...##.....',
    '....#######.....',
    '....#.###.#.....',
    '....#######.....',
    '.....#####......',
    '......###.......',
    '.....#####....#.',
    '....#######...#.',
    '....#######..#..',
    '....#########...',
    '....#######.....',
  ],
  plant: [
    '.......##.......',
    '..##...##..##...',
    '...##..##.##....',
    '....##.####.....',
    '.##..#####..##..',
    '..##..###..##...',
    '...###.#.###....',
    '.......#........',
    '.......#........',
    '.....#####......',
    '.....#####......',
    '......###.......',
    '......###.......',
  ],
  lamp: [
    '................',
    '................',
    '.....######.....',
    '....########....',
    '...##########...',
    '..############..',
    '.......##.......',
    '.......##.......',
    '.......##.......',
    '.......##.......',
    '.......##.......',
    '.....######.....',
    '....########....',
  ],
  kettle: [
    '................',
    '................',
    '......###.......',
    '.......#........',
    '.....#####...##.',
    '....#######.##..',
    '.##.########....',
    '#..##########...',
    '#..##########...',
    '.##.########....',
    '....########....',
    '.....######.....',
    '...##########...',
  ],
  reader: [
    '................',
    '.......###......',
    '......#####.....',
    '......#####.....',
    '.......###......',
    '.....#######....',
    '....#########...',
    '....##.###.##...',
    '...####...####..',
    '...###########..',
    '..#############.',
    '..#############.',
    '..#############.',
  ],
  piano: [
    '................',
    '..............#.',
    '.............##.',
    '.....##.....##..',
    '....####...##...',
    '.....##...##....',
    '....####........',
    '...######.......',
    '...########.....',
    '...####.#######.',
    '..#####.#######.',
    '..#####.##..##..',
    '..#####.##..##..',
  ],
}

type Row = {
  seed: string
  columns: number
  rows: number
  wall: string
  brick: string
  lights: [string, ...string[]]
  dark: string
  lit: number
}

/** Windows of route eleven, each sixteen dots wide. */
export const windowsAtSeven = (page: Sheet): string =>
  street(page, {
    seed: 'at-seven',
    columns: 3,
    rows: 2,
    wall: '#23243f',
    brick: '#2b2c4c',
    lights: ['#ffd98a', '#f6a65b', '#ffe9b8', '#ef8f6a'],
    dark: '#191a33',
    lit: 1,
  })

export const windowsInRain = (page: Sheet): string =>
  street(page, {
    seed: 'in-rain',
    columns: 6,
    rows: 4,
    wall: '#31424f',
    brick: '#394c5a',
    lights: ['#f4dfa0', '#cfe3d4', '#f2b77a'],
    dark: '#22303b',
    lit: 0.45,
  })

export const windowsBeforeFirst = (page: Sheet): string =>
  street(page, {
    seed: 'before-the-first-bus',
    columns: 4,
    rows: 3,
    wall: '#c98f86',
    brick: '#d39c92',
    lights: ['#fff3c9', '#ffe1a6'],
    dark: '#5b4a6d',
    lit: 0.2,
  })

const PANE = 22

function street(page: Sheet, { columns, rows, ...row }: Row): string {
  const luck = chance(row.seed)
  const [wide, high] = [columns * PANE + 4, rows * PANE + 4]
  const bricks = range(columns * rows * 9).map(() => box(row.brick, luck.whole(0, wide), luck.whole(0, high), 3, 1))
  const panes = range(columns * rows).map((n) =>
    pane(luck, row, 4 + (n % columns) * PANE, 4 + Math.floor(n / columns) * PANE, n),
  )
  const scale = Math.min(page.width / wide, page.height / high)
  return drawing(
    page,
    `${box(row.wall, 0, 0, page.width, page.height)}${group(`transform="translate(${(page.width - wide * scale) / 2} ${(page.height - high * scale) / 2}) scale(${scale})" shape-rendering="crispEdges"`, bricks.join('') + panes.join(''))}`,
  )
}

function pane(
  luck: Chance,
  { lights, dark, lit }: Omit<Row, 'columns' | 'rows'>,
  x: number,
  y: number,
  n: number,
): string {
  const isLit = luck.next() < lit
  const light = isLit ? luck.pick(lights) : dark
  const names = Object.keys(inside)
  const dots = isLit ? (inside[names[n % names.length] ?? 'lamp'] ?? []) : []
  const shape = dots.flatMap((row, down) =>
    [...row.matchAll(/#+/g)].map(
      ({ index, 0: run }) => `M${x + index} ${y + 3 + down}h${run.length}v1h-${run.length}z`,
    ),
  )
  return `${box('#0e0e1c', x - 1, y - 1, 18, 18)}${box(light, x, y, 16, 16)}<path fill="#2a1a2e" d="${shape.join('')}"/>${box('#ffffff', x, y, 16, 1, ' opacity=".18"')}${box('#0e0e1c', x - 2, y + 17, 20, 1)}`
}
