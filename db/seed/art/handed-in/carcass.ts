import { box, disc, drawing, fill, group, outline, type Point, range, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

/** Four boards put together dry, with light coming through where they do not meet, 1200 by 900. */
export function carcass(): string {
  return drawing(
    { width: 1200, height: 900 },
    `<defs>${tooth('tooth', 9, 0.08)}<filter id="grain" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".006 .08" numOctaves="4" seed="5"/><feColorMatrix values="0 0 0 0 .2 0 0 0 0 .1 0 0 0 0 .03 1.5 0 0 0 -.6"/><feComposite in2="SourceAlpha" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter><filter id="glow" x="-80%" y="-80%" width="260%" height="260%"><feGaussianBlur stdDeviation="14"/></filter><radialGradient id="room" cx=".3" cy=".2" r="1"><stop stop-color="#8f9a97"/><stop offset="1" stop-color="#4c524f"/></radialGradient></defs>` +
      box('url(#room)', 0, 0, 1200, 900) +
      box('#5c4a3a', 0, 770, 1200, 130) +
      box('#120c07', 270, 760, 690, 40, ' opacity=".6" filter="url(#glow)"') +
      fill('#2b2a26', outline([300, 150], [900, 150], [900, 770], [300, 770])) +
      fill('#3c3a34', outline([360, 210], [840, 210], [810, 240], [390, 240])) +
      fill('#7d5f3c', outline([360, 710], [840, 710], [810, 680], [390, 680])) +
      group('filter="url(#grain)"', fill('#c9a878', frame, ' fill-rule="evenodd"')) +
      fill('#8a6a41', outline([360, 210], [390, 240], [390, 680], [360, 710])) +
      fill('#a98655', outline([840, 210], [810, 240], [810, 680], [840, 710])) +
      box('#565b58', 390, 240, 420, 440) +
      CORNERS.map(([x, y]) => joint(x, y)).join('') +
      stroke('#3a2412', 3, frame) +
      stroke('#e8e2cf', 1.4, 'M398 676L802 244M398 244L802 676', ' stroke-dasharray="10 9" opacity=".5"') +
      light +
      covered('tooth'),
  )
}

const frame = 'M300 150H900V770H300ZM360 210V710H840V210Z'

const CORNERS: Point[] = [
  [300, 150],
  [840, 150],
  [840, 710],
  [300, 710],
]

const joint = (x: number, y: number) =>
  range(3)
    .map((n) =>
      fill(
        '#7d5a33',
        outline([x + n * 20 + 2, y], [x + n * 20 + 14, y], [x + n * 20 + 10, y + 60], [x + n * 20 + 6, y + 60]),
        ' opacity=".8"',
      ),
    )
    .join('')

const sliver = outline([352, 700], [366, 718], [306, 764], [300, 758])

const light =
  fill('#ffe7a0', sliver, ' filter="url(#glow)"') +
  fill('#fff6d6', sliver) +
  disc('#fff1c4', [336, 734], 46, ' opacity=".35" filter="url(#glow)"')
