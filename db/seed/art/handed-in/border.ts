import { box, drawing, fill, group, moved, type Point, polar, range } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const defs = `<defs>${tooth('tooth', 7, 0.08)}<filter id="lift" x="-20%" y="-20%" width="140%" height="140%"><feDropShadow dx="6" dy="11" stdDeviation="9" flood-color="#1a0f05" flood-opacity=".4"/></filter></defs>`

// A leaf cut out around its rib, standing on `foot` and leaning.
function leaf(foot: Point, turn: number, length: number): string {
  const tip = polar(foot, length, turn)
  const bow = (side: number) => polar(polar(foot, length * 0.5, turn), length * 0.3, turn + side * 90)
  const point = ([x, y]: Point) => `${x.toFixed(1)} ${y.toFixed(1)}`
  return `M${point(foot)}Q${point(bow(1))} ${point(tip)}Q${point(bow(-1))} ${point(foot)}Z`
}

const along = (from: Point, to: Point, count: number): Point[] =>
  range(count).map((n) => [
    from[0] + ((to[0] - from[0]) * (n + 0.5)) / count,
    from[1] + ((to[1] - from[1]) * (n + 0.5)) / count,
  ])

const sprig = (foot: Point, turn: number) =>
  [-38, 0, 38].map((lean) => leaf(polar(foot, 12, turn + lean), turn + lean, lean === 0 ? 76 : 60)).join('')

/** A border of leaves cut from one folded sheet; at one corner it does not meet. 1200 by 900. */
export function border(): string {
  const rows: [Point, Point, number, number][] = [
    [[230, 245], [970, 245], 6, -90],
    [[230, 655], [840, 655], 5, 90],
    [[245, 250], [245, 650], 3, 180],
    [[955, 250], [955, 560], 2, 0],
  ]
  const leaves = rows.flatMap(([from, to, count, turn]) => along(from, to, count).map((foot) => sprig(foot, turn)))
  const sheet = `M130 130H1070V770H130ZM285 285V615H915V285Z${leaves.join('')}`
  return drawing(
    { width: 1200, height: 900 },
    defs +
      box('#d9c9ae', 0, 0, 1200, 900) +
      group('filter="url(#lift)"', moved(0, 0, -1, 1, fill('#7a2f24', sheet, ' fill-rule="evenodd"'))) +
      covered('tooth'),
  )
}
