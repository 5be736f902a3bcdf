import { polar, range } from '../../paper.ts'

export type Hair = { back: string; front: string }
// under: the hair that shows below a hat; band: ribbons, beads and badges.
export type Paint = { colour: string; light: string; under: string; band: string; left: number; right: number }

export const puffs = (colour: string, spots: [x: number, y: number, radius: number][]) =>
  spots.map(([x, y, radius]) => `<circle cx="${x}" cy="${y}" r="${radius}" fill="${colour}"/>`).join('')

export const around = (
  count: number,
  radius: number,
  from: number,
  to: number,
  size: number,
): [number, number, number][] =>
  range(count).map((step) => {
    const [x, y] = polar([160, 132], radius, from + ((to - from) * step) / (count - 1))
    return [Math.round(x), Math.round(y), size - (step % 3) * 2]
  })

export const cap = ({ left, right }: Paint, low: number, dip: number) =>
  `M${left - 5} ${low}C${left - 12} 62 ${right + 12} 62 ${right + 5} ${low}C${right + 2} ${low - 22} ${right - 12} ${dip} 160 ${dip}C${left + 12} ${dip} ${left - 2} ${low - 22} ${left - 5} ${low}Z`
