import { box, disc, drawing, fill, group, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const dog = (step: number) => {
  const lift = Math.sin((step / 12) * Math.PI * 2)
  const [front, back] = [Math.round(lift * 20), Math.round(-lift * 20)]
  const bob = Math.round(Math.abs(lift) * -6)
  const tail = Math.round(Math.sin((step / 6) * Math.PI * 2) * 18)
  return group(
    `transform="translate(0 ${bob})"`,
    stroke(
      '#8a5a34',
      13,
      `M62 120Q40 96 ${42 - tail * 0.3} ${70 - tail}M84 150L${80 + back} 200M100 152L${104 - back} 200M158 150L${154 + front} 200M176 148L${182 - front} 200`,
      ' stroke-linecap="round"',
    ) +
      fill('#b9773f', 'M58 118Q60 96 90 98H160Q186 96 192 116Q196 152 178 158H82Q58 156 58 118Z') +
      fill('#b9773f', 'M168 116Q164 72 196 66Q226 64 230 88L246 98Q250 112 232 112Q222 130 196 128Z') +
      fill('#6b4020', 'M182 74Q166 80 172 106Q184 106 190 80Z') +
      disc('#241a16', [214, 86], 4.4) +
      disc('#241a16', [245, 98], 6) +
      fill('#2b3f63', 'M196 128l14-4 10 40-12 12-10-12z') +
      box('#4a2f20', 92, 158, 44, 30, ' rx="4"') +
      stroke('#4a2f20', 4, 'M104 158q10-14 20 0'),
  )
}

/** Twelve frames of a dog who goes to work, 1400 by 1050. */
export function dogFrames(page: Sheet): string {
  const cells = range(12).map((frame) => {
    const [x, y] = [50 + (frame % 4) * 330, 50 + Math.floor(frame / 4) * 322]
    const posts = range(4).map((post) => box('#c9b08a', ((post * 96 - frame * 8 + 400) % 384) - 40, 60, 10, 146))
    return `<svg x="${x}" y="${y}" width="310" height="290" viewBox="0 0 310 290">${box('#f4ead2', 0, 0, 310, 290)}${disc('#e8895a', [250 - frame * 3, 56 + frame * 2], 26)}${posts.join('')}${box('#d8c49a', 0, 206, 310, 84)}<g transform="translate(${10 + frame * 2} 12)">${dog(frame)}</g>${stroke('#8a7a5c', 2, `M${30 + frame * 4} 250h60M${180 - frame * 5} 266h80`)}${stroke('#2b2622', 5, 'M0 0H310V290H0Z')}</svg>`
  })
  const holes = range(34).flatMap((hole) => [
    box('#f1e7d4', 24 + hole * 40.6, 14, 18, 22, ' rx="4"'),
    box('#f1e7d4', 24 + hole * 40.6, 1014, 18, 22, ' rx="4"'),
  ])
  return drawing(
    page,
    `<defs>${tooth('frames-tooth', 5, 0.09)}</defs>${box('#2b2622', 0, 0, 1400, 1050)}${holes.join('')}${cells.join('')}${covered('frames-tooth')}`,
  )
}
