import { chance } from '../chance.ts'
import { at, box, disc, drawing, fill, group, outline, type Point, polar, range, type Sheet } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const ink = '#231a17'

/** The letter waw, written once large and many times small, 1000 by 1000. */
export function waws(page: Sheet): string {
  const luck = chance('waws')
  const ring = range(24).map((step) => {
    const [x, y] = polar([500, 500], 376, step * 15 - 90)
    return `<use href="#waw" fill="${['#1f5f66', '#a8442a', ink, '#b58a2f'][step % 4]}" transform="translate(${at([x, y])}) rotate(${Math.round(step * 15 + luck.about(0, 3))}) scale(.15)"/>`
  })
  return drawing(
    page,
    `<defs>${specks('waw-ink', 5, 8, -5.6, '0.3')}${tooth('waw-tooth', 8, 0.12, '0.5')}<path id="waw" d="${letter}"/><filter id="waw-marble" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="turbulence" baseFrequency=".013 .02" numOctaves="2" seed="8"/><feComponentTransfer><feFuncR type="table" tableValues=".1 .12 .16 .13 .3 .14 .16"/><feFuncG type="table" tableValues=".3 .33 .4 .34 .48 .34 .36"/><feFuncB type="table" tableValues=".34 .36 .42 .37 .5 .37 .39"/><feFuncA type="linear" slope="0" intercept="1"/></feComponentTransfer></filter></defs>` +
      `<rect width="1000" height="1000" filter="url(#waw-marble)"/>${box('#b58a2f', 62, 62, 876, 876)}${box('#f4e9cf', 68, 68, 864, 864)}<rect x="82" y="82" width="836" height="836" fill="none" stroke="#b58a2f" stroke-width="2"/>` +
      rosette +
      group(
        'filter="url(#waw-ink)"',
        `<use href="#waw" fill="${ink}" transform="translate(574 446) scale(.98)"/>${ring.join('')}${rhombs}`,
      ) +
      covered('waw-tooth'),
  )
}

const rosette = `${disc('none', [500, 500], 428, ' stroke="#b58a2f" stroke-width="2"')}${disc('none', [500, 500], 322, ' stroke="#b58a2f" stroke-width="2"')}`

/** A pen held at one angle: every step of the way leaves the width of its edge. */
export function pen(way: Point[], edge: number, degrees: number): string {
  const [across, down] = polar([0, 0], edge / 2, degrees)
  return way
    .slice(1)
    .map(([x, y], index) => {
      const [fromX, fromY] = way[index] ?? [x, y]
      return clockwise([
        [fromX - across, fromY - down],
        [fromX + across, fromY + down],
        [x + across, y + down],
        [x - across, y - down],
      ])
    })
    .join('')
}

function clockwise(corners: Point[]): string {
  const area = corners.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = corners[(index + 1) % corners.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
  return outline(...(area < 0 ? [...corners].reverse() : corners))
}

export const bend = (from: Point, lead: Point, arrive: Point, to: Point, steps: number): Point[] =>
  range(steps + 1).map((step) => {
    const share = step / steps
    const [a, b, c, d] = [(1 - share) ** 3, 3 * share * (1 - share) ** 2, 3 * share ** 2 * (1 - share), share ** 3]
    return [
      from[0] * a + lead[0] * b + arrive[0] * c + to[0] * d,
      from[1] * a + lead[1] * b + arrive[1] * c + to[1] * d,
    ]
  })

const letter =
  pen(
    [
      ...bend([62, 36], [52, 96], [-66, 96], [-70, 18], 13),
      ...bend([-70, 18], [-72, -54], [10, -104], [52, -52], 11),
      ...bend([52, -52], [98, 8], [96, 120], [16, 188], 13),
    ],
    62,
    58,
  ) + pen(bend([16, 188], [-60, 252], [-190, 256], [-300, 196], 16), 56, 60)

export const rhomb = (x: number, y: number, size: number) =>
  outline([x, y - size], [x + size, y], [x, y + size], [x - size, y])

const rhombs =
  fill('#a8442a', rhomb(706, 640, 25) + rhomb(706, 692, 25)) +
  fill(
    '#1f5f66',
    range(48)
      .map((step) => rhomb(...polar([500, 500], 428, step * 7.5), step % 2 ? 4 : 8))
      .join(''),
  ) +
  fill(
    '#b58a2f',
    range(24)
      .map((step) => rhomb(...polar([500, 500], 322, step * 15 + 7.5), 6))
      .join(''),
  )
