import { chance } from '../chance.ts'
import { box, curve, drawing, fill, group, type Point, range, type Sheet, sliver } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

/** Three sheets of paper with words still in them, 900 by 1200. */
export function deckleSheets(page: Sheet): string {
  const luck = chance('half-a-kidney')
  const sheet = (x: number, y: number, turn: number, tint: string) => {
    const fibres = range(70).map(() => {
      const [left, top] = [x + luck.between(14, 460), y + luck.between(14, 640)]
      return sliver(
        [left, top],
        [left + luck.about(0, 26), top + luck.about(0, 26)],
        luck.between(0.8, 2),
        luck.about(0, 6),
      )
    })
    const words = range(90).map(() => {
      const [left, top] = [x + luck.whole(20, 440), y + luck.whole(20, 630)]
      return `M${left} ${top}h${luck.whole(3, 16)}v2h-${luck.whole(2, 9)}z`
    })
    return group(
      `transform="rotate(${turn} ${x + 240} ${y + 330})"`,
      group('filter="url(#pulp-edge)"', box('#00000030', x + 10, y + 14, 480, 660) + box(tint, x, y, 480, 660)) +
        fill('#b9a27c', fibres.join(''), ' opacity=".7"') +
        fill('#4a5568', words.join(''), ' opacity=".5"'),
    )
  }
  const kidney: Point[] = [
    [452, 590],
    [506, 560],
    [566, 588],
    [578, 660],
    [540, 722],
    [488, 716],
    [474, 672],
    [490, 640],
  ]
  return drawing(
    page,
    `<defs>${wander('pulp-edge', 5, '0.04', 16)}${tooth('pulp-tooth', 9, 0.16)}</defs>${box('#39555a', 0, 0, 900, 1200)}${sheet(90, 90, -5, '#e4dcc6')}${sheet(310, 420, 6, '#efe8d6')}${sheet(200, 290, -1.5, '#f4eede')}<path d="${curve(kidney, true)}" fill="none" stroke="#8a4a4a" stroke-width="3" opacity=".6" stroke-dasharray="26 5 60 3"/>${covered('pulp-tooth')}`,
  )
}
