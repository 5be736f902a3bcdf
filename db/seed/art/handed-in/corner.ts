import { chance } from '../chance.ts'
import { box, curve, drawing, fill, group, outline, type Point, range, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Wood = { face: string; shade: string; end: string; line: string }

const WOODS = {
  pine: { face: '#e6c48d', shade: '#d2a868', end: '#b98a4f', line: '#8a5a2b' },
  ash: { face: '#ddc9a3', shade: '#c6ac7f', end: '#a98c5e', line: '#76593a' },
  oak: { face: '#c39a62', shade: '#a87e49', end: '#86602f', line: '#523516' },
} satisfies Record<string, Wood>

type Corner = {
  seed: string
  wood: keyof typeof WOODS
  tails: number
  // How far each tail stands off on its lower side.
  gaps: number[]
  cracked?: number
  chalk?: boolean
}

const [LEFT, BASE, TOP, BOTTOM] = [270, 450, 250, 690]

/** One corner of two boards, photographed from the front on a bench, 1200 by 900. */
export function corner({ seed, wood, tails, gaps, cracked, chalk }: Corner): string {
  const { face, shade, end, line } = WOODS[wood]
  const pitch = (BOTTOM - TOP) / tails
  const shapes = range(tails).map((n): [Point, Point, Point, Point] => {
    const [from, to] = [TOP + n * pitch + pitch * 0.16, TOP + (n + 1) * pitch - pitch * 0.16]
    return [
      [BASE, from + pitch * 0.1],
      [LEFT, from],
      [LEFT, to],
      [BASE, to - pitch * 0.1],
    ]
  })
  return drawing(
    { width: 1200, height: 900 },
    `<defs>${tooth('tooth', 7, 0.07)}${grain('face', '.004 .09', 3)}${grain('end', '.05 .05', 11)}<filter id="soft" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="18"/></filter><linearGradient id="light" x2=".9" y2="1"><stop stop-color="#fff4d8" stop-opacity=".4"/><stop offset=".55" stop-color="#fff" stop-opacity="0"/><stop offset="1" stop-color="#1c0f05" stop-opacity=".34"/></linearGradient></defs>` +
      bench(seed) +
      box('#1c120a', 250, 660, 1000, 70, ' opacity=".55" filter="url(#soft)"') +
      fill(
        face,
        outline([LEFT, TOP], [LEFT + 70, TOP - 64], [1200, TOP - 64], [1200, TOP]),
        ' filter="url(#grain-face)"',
      ) +
      fill('#fff6df', outline([LEFT, TOP], [LEFT + 70, TOP - 64], [1200, TOP - 64], [1200, TOP]), ' opacity=".28"') +
      group('filter="url(#grain-end)"', box(end, LEFT, TOP, BASE - LEFT, BOTTOM - TOP)) +
      rings(seed, line) +
      group(
        'filter="url(#grain-face)"',
        box(shade, BASE, TOP, 1200 - BASE, BOTTOM - TOP) +
          shapes.map((shape) => fill(face, outline(...shape))).join(''),
      ) +
      stroke(line, 2, shapes.map((shape) => outline(...shape)).join(''), ' opacity=".75"') +
      shapes.map((shape, n) => gap(shape, gaps[n] ?? 0)).join('') +
      (chalk ? hatching(shapes) : '') +
      (cracked === undefined ? '' : crack(seed, shapes[cracked])) +
      stroke('#3b2412', 1.6, `M${BASE} ${TOP}V${BOTTOM}`, ' opacity=".8"') +
      stroke('#2a170a', 2.5, `M${LEFT} ${TOP}H1200M${LEFT} ${TOP}V${BOTTOM}H1200`, ' opacity=".55"') +
      box('url(#light)', 0, 0, 1200, 900) +
      covered('tooth'),
  )
}

const grain = (name: string, frequency: string, seed: number) =>
  `<filter id="grain-${name}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="4" seed="${seed}"/><feColorMatrix values="0 0 0 0 .2 0 0 0 0 .1 0 0 0 0 .03 1.5 0 0 0 -.6"/><feComposite in2="SourceAlpha" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>`

const gap = ([, , tip, base]: [Point, Point, Point, Point], width: number) =>
  width === 0
    ? ''
    : fill(
        '#160c05',
        outline([tip[0], tip[1]], [base[0], base[1]], [base[0], base[1] + width * 0.5], [tip[0], tip[1] + width]),
      )

function rings(seed: string, colour: string) {
  const luck = chance(`${seed} rings`)
  const arcs = range(13).map((n) => {
    const y = TOP + 20 + n * 34
    return curve(range(5).map((part): Point => [LEFT + part * 45, y + Math.sin(part * 0.8) * 15 + luck.about(0, 4)]))
  })
  const cut = `<clipPath id="end-cut">${box('#000', LEFT, TOP, BASE - LEFT, BOTTOM - TOP)}</clipPath>`
  return cut + group('clip-path="url(#end-cut)"', stroke(colour, 2.2, arcs.join(''), ' opacity=".45"'))
}

function hatching(shapes: [Point, Point, Point, Point][]) {
  const lines = shapes.flatMap(([, , [, y]]) =>
    range(9).map((n) => `M${LEFT + 14 + n * 18} ${y + 4}l12 ${22 - (n % 3) * 3}`),
  )
  return stroke('#b5342a', 4, lines.join(''), ' stroke-linecap="round" opacity=".55"')
}

function crack(seed: string, shape: [Point, Point, Point, Point] | undefined) {
  if (!shape) return ''
  const luck = chance(`${seed} crack`)
  const y = (shape[1][1] + shape[2][1]) / 2
  const points = range(15).map((n): Point => [LEFT + n * 36, y + luck.about(n * 2.2, 9)])
  return (
    stroke('#1a0e06', 5, curve(points.slice(0, 9))) +
    stroke('#1a0e06', 2, curve(points)) +
    stroke('#fff2d4', 1, curve(points.map(([x, at]): Point => [x, at + 4])), ' opacity=".6"')
  )
}

function bench(seed: string) {
  const luck = chance(`${seed} bench`)
  const boards = range(7).map((n) =>
    stroke(
      '#3d3128',
      2,
      curve(range(5).map((part): Point => [part * 300, 640 + n * 44 + luck.about(0, 4)])),
      ' opacity=".4"',
    ),
  )
  return box('#8d8577', 0, 0, 1200, 900) + box('#6f6557', 0, 600, 1200, 300) + boards.join('')
}
