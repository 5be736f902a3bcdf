import { box, drawing, group, polar, range, type Sheet, strand, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const iron = '#23262a'

const scroll = (x: number, y: number, size: number, turn: number, side: number) =>
  strand(
    range(34).map((step) => {
      const [across, down] = polar([0, 0], size * (1 - step / 40), turn + side * step * 21)
      return [x + across, y + down]
    }),
  )

/** A wrought-iron gate before a wet field, 1000 by 1200. */
export function ponyGate(page: Sheet): string {
  const bars = range(9).map(
    (bar) => `M${170 + bar * 82.5} ${300 - Math.round(Math.sin((bar / 8) * Math.PI) * 130)}V1060`,
  )
  const scrolls = range(4).flatMap((pair) => [
    scroll(252 + pair * 165, 700, 56, 200, 1),
    scroll(252 + pair * 165, 860, 56, 160, -1),
    scroll(252 + pair * 165, 520, 40, 20, 1),
  ])
  const collars = range(9).flatMap((bar) => [
    box(iron, 158 + bar * 82.5, 600, 24, 16, ' rx="4"'),
    box(iron, 158 + bar * 82.5, 960, 24, 16, ' rx="4"'),
  ])
  const hoof =
    'M448 470C424 400 440 340 500 336C560 340 576 400 552 470L534 462C548 408 540 362 500 360C460 362 452 408 466 462Z'
  return drawing(
    page,
    `<defs>${tooth('gate-tooth', 4, 0.14)}<linearGradient id="gate-sky" x2="0" y2="1"><stop stop-color="#c9d3d6"/><stop offset="1" stop-color="#e8dfcd"/></linearGradient></defs>${box('url(#gate-sky)', 0, 0, 1000, 1200)}<path fill="#9fb0a0" d="M0 560Q240 450 480 540T1000 480V800H0Z"/><path fill="#7f9673" d="M0 690Q300 620 620 690T1000 660V1200H0Z"/><path fill="#5f7a54" d="M0 900Q400 830 1000 910V1200H0Z"/><path fill="#6f5a45" d="M300 1200Q420 980 470 760H560Q620 980 760 1200Z" opacity=".7"/>${box('#6a6259', 40, 240, 84, 900, ' rx="6"')}${box('#6a6259', 876, 240, 84, 900, ' rx="6"')}${box('#7d756b', 40, 240, 26, 900, ' rx="6"')}${box('#7d756b', 876, 240, 26, 900, ' rx="6"')}` +
      group(
        'stroke-linecap="round"',
        stroke('#00000026', 16, bars.join(''), ' transform="translate(12 10)"') +
          stroke(iron, 15, bars.join('')) +
          stroke(iron, 9, scrolls.join('')) +
          stroke(iron, 20, 'M150 300Q500 20 850 300M150 470H850M150 1040H850M160 300V1080M840 300V1080') +
          stroke('#4d5257', 3, 'M152 292Q500 14 848 292M152 463H848M152 1033H848') +
          `<path d="${hoof}" fill="${iron}"/>`,
      ) +
      collars.join('') +
      covered('gate-tooth'),
  )
}
