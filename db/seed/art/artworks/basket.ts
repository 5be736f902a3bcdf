import { type Chance, chance } from '../chance.ts'
import { at, box, disc, drawing, fill, type Point, polar, range, type Sheet, short, sliver, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Willow = Record<string, string>

const willow: Willow = {
  buff: '#c08a52',
  brown: '#7d4f2e',
  green: '#7f7a42',
  white: '#dfc391',
  red: '#8f4a2f',
}
const bands = [
  'white',
  'white',
  'buff',
  'buff',
  'buff',
  'brown',
  'buff',
  'buff',
  'green',
  'green',
  'buff',
  'red',
  'red',
  'buff',
  'green',
  'buff',
  'brown',
  'brown',
  'buff',
  'buff',
  'white',
  'buff',
]

const peeled: Willow = { buff: '#d9bd8a', brown: '#a9763f', green: '#8f9a5c', white: '#efdfb8', red: '#b98552' }
const dark: Willow = { buff: '#6f4a2c', brown: '#3f2a1c', green: '#4f5a34', white: '#a9784a', red: '#7a2f22' }

/** Round willow baskets from above, 1000 by 1000. */
export const logBasket = (page: Sheet): string => basket(page, willow, 'basket')
export const eggBasket = (page: Sheet): string => basket(page, peeled, 'eggs')
export const turfBasket = (page: Sheet): string => basket(page, dark, 'turf')

function basket(page: Sheet, rodsOf: Willow, seed: string): string {
  const luck = chance(seed)
  const weave = Object.entries(rodsOf).map(([name, colour]) =>
    rods(
      name,
      colour,
      range(bands.length)
        .filter((ring) => bands[ring] === name)
        .map((ring) => round(luck, ring))
        .join(''),
    ),
  )
  return drawing(
    page,
    `<defs>${tooth('basket-tooth', 4, 0.12)}<filter id="basket-blur" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="18"/></filter><radialGradient id="basket-bowl"><stop offset=".35" stop-color="#1b0f07" stop-opacity=".06"/><stop offset=".82" stop-color="#1b0f07" stop-opacity=".42"/><stop offset=".95" stop-color="#1b0f07" stop-opacity=".16"/></radialGradient><linearGradient id="basket-light" x2=".8" y2="1"><stop stop-color="#fff4d6" stop-opacity=".28"/><stop offset=".5" stop-color="#fff4d6" stop-opacity="0"/><stop offset="1" stop-color="#1b0f07" stop-opacity=".34"/></linearGradient></defs>${box('#aeb7b4', 0, 0, 1000, 1000)}${stone}${disc('#14100c', [530, 540], 440, ' opacity=".55" filter="url(#basket-blur)"')}${handles}${disc('#2a180c', centre, 430)}${stakes}${weave.join('')}${crossing}${disc('url(#basket-bowl)', centre, 420)}${border(luck)}${disc('url(#basket-light)', centre, 446)}${covered('basket-tooth')}`,
  )
}

const centre: Point = [500, 500]

const stone = stroke(
  '#9aa4a1',
  2,
  'M0 330Q500 320 1000 342M0 690Q520 676 1000 700M330 0Q340 500 322 1000M690 0Q676 480 704 1000',
  ' opacity=".7"',
)

const spoke = (step: number) => `M${at(polar(centre, 60, step * 11.25))}L${at(polar(centre, 424, step * 11.25))}`

const stakes = stroke('#5b3a20', 11, range(32).map(spoke).join(''))

function round(luck: Chance, ring: number): string {
  const radius = 76 + ring * 16
  return range(16)
    .map((pair) => {
      const turn = (pair * 2 + (ring % 2)) * 11.25
      const [start, end] = [
        polar(centre, radius - 3, turn - 9.8 + luck.about(0, 0.8)),
        polar(centre, radius - 3 + luck.about(0, 1.5), turn + 9.8),
      ]
      return `M${at(start)}A${short(radius * 0.74)} ${short(radius * 0.74)} 0 0 1 ${at(end)}`
    })
    .join('')
}

const rods = (name: string, colour: string, path: string) => {
  const over = (tint: string, thick: number, more = '') =>
    `<use href="#rod-${name}" stroke="${tint}" stroke-width="${thick}"${more}/>`
  return `<defs><path id="rod-${name}" d="${path}"/></defs><g fill="none" stroke-linecap="round">${over('#2a180c', 16.5)}${over(colour, 13)}${over('#ffeecb', 2.6, ' opacity=".38" transform="translate(-1.5 -2.5)"')}</g>`
}

const crossing = range(4)
  .map(
    (step) =>
      `${box('#4a2d18', 412, 463 + step * 19, 176, 17, ' rx="8"')}${box('#d9b57e', 412, 464 + step * 19, 176, 13, ' rx="6"')}`,
  )
  .concat(
    range(4).map(
      (step) =>
        `${box('#4a2d18', 463 + step * 19, 444, 17, 112, ' rx="8"')}${box('#c08a52', 465 + step * 19, 444, 13, 112, ' rx="6"')}`,
    ),
  )
  .join('')

function border(luck: Chance): string {
  const twist = range(72).map((step) =>
    sliver(polar(centre, 412, step * 5), polar(centre, 452, step * 5 + 13), luck.between(10, 12), 6),
  )
  return `${disc('none', centre, 432, ' stroke="#2a180c" stroke-width="46"')}${fill('#b27c46', twist.join(''), ' stroke="#3a2211" stroke-width="2.4"')}${stroke(
    '#ffeecb',
    1.8,
    range(72)
      .map((step) => `M${at(polar(centre, 420, step * 5 + 2))}L${at(polar(centre, 446, step * 5 + 10))}`)
      .join(''),
    ' opacity=".4"',
  )}`
}

const grip = (side: number) =>
  ['#2a180c', '#8a5a32', '#c08a52']
    .map((colour, layer) =>
      stroke(
        colour,
        34 - layer * 11,
        `M${500 + side * 420} 430C${500 + side * 500} 410 ${500 + side * 500} 590 ${500 + side * 420} 570`,
        ' stroke-linecap="round"',
      ),
    )
    .join('')

const handles = grip(-1) + grip(1)
