import { box, drawing, fill, group, outline, range, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const GRAIN = (seed: number) =>
  `<filter id="grain" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".004 .09" numOctaves="4" seed="${seed}"/><feColorMatrix values="0 0 0 0 .32 0 0 0 0 .2 0 0 0 0 .08 1.4 0 0 0 -.62"/><feComposite in2="SourceAlpha" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>`

const SHADE =
  '<filter id="shade" x="-40%" y="-40%" width="180%" height="180%"><feGaussianBlur stdDeviation="16"/></filter>'

const onTable = (ground: string, things: string, seed = 3) =>
  drawing(
    { width: 1200, height: 900 },
    `<defs>${tooth('tooth', seed, 0.1)}${GRAIN(seed)}${SHADE}</defs>${box(ground, 0, 0, 1200, 900)}${things}${covered('tooth')}`,
  )

const BOARDS: [x: number, y: number, length: number, colour: string][] = [
  [190, 610, 820, '#d8bd8c'],
  [250, 510, 700, '#e3cb9d'],
  [160, 410, 790, '#cfb27f'],
  [330, 310, 640, '#dfc593'],
  [240, 210, 560, '#d5b886'],
]

const board = ([x, y, length, colour]: (typeof BOARDS)[number]) =>
  box('#20140a', x + 8, y + 70, length, 34, ' opacity=".35" filter="url(#shade)"') +
  group('filter="url(#grain)"', box(colour, x, y, length, 92)) +
  group(
    'filter="url(#grain)"',
    fill(
      '#b8976a',
      outline([x + length, y], [x + length + 46, y + 20], [x + length + 46, y + 98], [x + length, y + 92]),
    ),
  ) +
  stroke('#5b3f20', 2, `M${x} ${y + 92}h${length}l46 6`, ' opacity=".5"')

/** Offcuts of ash, the longest at the bottom, 1200 by 900. */
export const ashBoards = () => onTable('#b9b3a2', BOARDS.map(board).join(''), 11)

/** A saw with a brass back, lying on a cloth, 1200 by 900. */
export function dovetailSaw(): string {
  const blade = outline([360, 340], [1090, 392], [1090, 520], [380, 560])
  const teeth = range(58)
    .map((n) => `M${384 + n * 12} ${559 - n * 0.66}l6 9 6-9`)
    .join('')
  const handle =
    'M372 322C330 300 250 300 190 352C150 388 118 470 128 560C134 620 180 660 226 640C262 624 268 586 300 566C330 548 366 560 392 566Z'
  const hole =
    'M206 420C230 384 290 380 318 410C334 430 330 470 300 490C262 514 232 548 210 540C184 530 186 452 206 420Z'
  return onTable(
    '#3d4a4c',
    fill('#0b0f10', blade, ' opacity=".5" filter="url(#shade)" transform="translate(14 26)"') +
      fill('#0b0f10', handle, ' opacity=".5" filter="url(#shade)" transform="translate(14 26)"') +
      fill('#c9cfcd', blade) +
      stroke('#eef1ee', 3, 'M372 378L1084 424', ' opacity=".8"') +
      fill('#8f9694', outline([382, 540], [1090, 504], [1090, 520], [380, 560]), ' opacity=".6"') +
      stroke('#8f9694', 2.4, teeth) +
      fill('#b98f3c', outline([352, 316], [1100, 372], [1100, 412], [356, 362])) +
      stroke('#e6c678', 4, 'M358 324L1096 379') +
      group('filter="url(#grain)"', `<path d="${handle}${hole}" fill="#8a5a33" fill-rule="evenodd"/>`) +
      stroke('#3f2512', 3, handle + hole, ' opacity=".6"') +
      `<circle cx="344" cy="470" r="15" fill="#b98f3c"/><circle cx="356" cy="392" r="13" fill="#b98f3c"/>`,
    7,
  )
}

/** Two lino blocks, one of them begun, with a gouge beside it, 1200 by 900. */
export function linoBlocks(): string {
  const block = (x: number, y: number, turn: number, cut: string) =>
    group(
      `transform="translate(${x} ${y}) rotate(${turn})"`,
      box('#1c1712', 14, 26, 360, 470, ' opacity=".45" filter="url(#shade)"') +
        box('#a88458', 0, 0, 366, 476) +
        box('#6d7471', 0, 0, 356, 466) +
        stroke('#8b928e', 3, 'M4 4H352', ' opacity=".8"') +
        cut,
    )
  const leaf = range(9)
    .map((n) => {
      const [y, reach] = [380 - n * 34, 118 - Math.abs(n - 3) * 14]
      return `M178 ${y}q${reach / 2} -46 ${reach} -62M178 ${y}q${-reach / 2} -46 ${-reach} -62`
    })
    .join('')
  return onTable(
    '#d9d2c1',
    block(640, 210, 7, '') +
      block(170, 220, -6, stroke('#cfc6ae', 9, `M178 420V70${leaf}`, ' stroke-linecap="round"')) +
      group(
        'transform="translate(560 700) rotate(-24)"',
        box('#1c1712', 10, 20, 420, 26, ' opacity=".4" filter="url(#shade)"') +
          fill('#b7bdbb', outline([0, 6], [150, 0], [150, 26], [0, 16])) +
          box('#b98f3c', 150, -4, 26, 34) +
          group('filter="url(#grain)"', '<rect x="176" y="-12" width="250" height="50" rx="25" fill="#9a6a3c"/>'),
      ),
    5,
  )
}
