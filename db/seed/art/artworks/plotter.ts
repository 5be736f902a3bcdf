import { type Chance, chance, noise } from '../chance.ts'
import { box, drawing, fill, group, type Point, polar, range, type Sheet, strand, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const paper = '#f4efe2'
type Plot = { seed: string; pens: string[]; sun: { colour: string; across: number; down: number }; wet: boolean }

/** Hatched ridges drawn by a pen, 1600 by 700. */
export const hills = (page: Sheet): string =>
  ridges(page, {
    seed: 'ngong',
    pens: ['#1f2a44', '#1f2a44', '#2c5a6e', '#2c5a6e', '#23342e', '#16201d'],
    sun: { colour: '#c6492f', across: 1130, down: 176 },
    wet: true,
  })

/** The same program on a dry day in another place. */
export const escarpment = (page: Sheet): string =>
  ridges(page, {
    seed: 'rift-valley',
    pens: ['#8a6f4d', '#9a5b34', '#9a5b34', '#7a3f2a', '#4f2d24', '#2c1b18'],
    sun: { colour: '#d99a2b', across: 420, down: 206 },
    wet: false,
  })

function ridges(page: Sheet, { seed, pens, sun: light, wet }: Plot): string {
  const luck = chance(seed)
  const shape = noise(seed)
  const sky = sun(luck, light)
  const lines = range(6).map((depth) => ridge(luck, shape, depth, pens[depth] ?? '#1f2a44'))
  return drawing(
    page,
    `<defs>${tooth('hills-tooth', 4, 0.07)}</defs>${box(paper, 0, 0, 1600, 700)}${group('stroke-linecap="round"', sky + lines.join('') + (wet ? rain(luck) : ''))}${box(paper, 0, 0, 1600, 50)}${box(paper, 0, 650, 1600, 50)}${box(paper, 0, 0, 60, 700)}${box(paper, 1540, 0, 60, 700)}${covered('hills-tooth')}`,
  )
}

function sun(luck: Chance, { colour, across, down }: Plot['sun']): string {
  const lines = range(27).map((step) => {
    const y = -117 + step * 9
    const half = Math.sqrt(Math.max(0, 120 ** 2 - y ** 2))
    return `M${Math.round(across - half + luck.about(0, 2))} ${down + y}h${Math.round(half * 2 + luck.about(0, 3))}`
  })
  return stroke(colour, 2.6, lines.join(''))
}

const crest = (shape: (x: number, y: number) => number, depth: number, x: number) => {
  const base = 286 + depth * 58
  const knuckles = depth < 4 ? Math.abs(Math.sin(x / (150 + depth * 26) + depth * 1.7)) * (104 - depth * 15) : 0
  return (
    base +
    40 -
    knuckles -
    shape(x / (190 - depth * 10), depth * 9) * (96 - depth * 6) -
    shape(x / 40, depth * 5 + 60) * 16
  )
}

function ridge(luck: Chance, shape: (x: number, y: number) => number, depth: number, pen: string): string {
  const line = range(83).map((step): Point => [step * 20 - 20, crest(shape, depth, step * 20 - 20)])
  const hatch = range(370 - depth * 28).map((_, index) => {
    const x = 56 + (index * 1490) / (370 - depth * 28) + luck.about(0, 1.4)
    const slope = crest(shape, depth, x + 12) - crest(shape, depth, x - 12)
    const y = crest(shape, depth, x) + luck.between(2, 6)
    const dark = Math.min(1.5, Math.max(0.06, 0.34 + slope / 11))
    const reach = Math.min(150, (7 + 96 * dark) * luck.between(0.7, 1.2))
    const start = luck.next() < 0.25 ? luck.between(4, 40) : 0
    return `M${Math.round(x)} ${Math.round(y + start)}l${Math.round(slope * 0.34 + reach * 0.16)} ${Math.round(reach)}`
  })
  return `${fill(paper, `${strand(line)}L1620 720L-20 720Z`)}${stroke(pen, 1.5, hatch.join(''))}${stroke(pen, 2.2, strand(line))}`
}

function rain(luck: Chance): string {
  const drops = range(120).map(() => {
    const [x, y] = [luck.between(90, 560), luck.between(60, 260)]
    return `M${Math.round(x)} ${Math.round(y)}l-${luck.whole(6, 12)} ${luck.whole(26, 52)}`
  })
  return stroke('#2c5a6e', 1.2, drops.join(''), ' opacity=".8"')
}

type Source = { spot: Point; pen: string; wobble: number }

/** Ripples from every leak, each stopping where the next begins, 1000 by 1000. */
export const leaks = (page: Sheet): string =>
  ripples(page, { seed: 'leaks', count: 15, pens: ['#1d3557', '#1d3557', '#2a7f8e'], found: '#d1452f' })

/** Six boreholes and how far each can be heard. */
export const boreholes = (page: Sheet): string =>
  ripples(page, { seed: 'turkana-6', count: 6, pens: ['#6b2f16', '#8a4a1c', '#24382c'], found: '#1f7f8c' })

type Ripples = { seed: string; count: number; pens: string[]; found: string }

function ripples(page: Sheet, { seed, count, pens, found }: Ripples): string {
  const luck = chance(seed)
  const sources = range(count).map(
    (index): Source => ({
      spot: [luck.between(120, 880), luck.between(120, 880)],
      pen: pens[index % pens.length] ?? found,
      wobble: luck.between(0, 9),
    }),
  )
  const marked = sources.map((source, index) => (index === 4 ? { ...source, pen: found } : source))
  const rings = marked.map((source) => stroke(source.pen, 2.1, ringsOf(source, marked)))
  return drawing(
    page,
    `<defs>${tooth('leaks-tooth', 4, 0.07)}</defs>${box(paper, 0, 0, 1000, 1000)}${group('stroke-linecap="round" stroke-linejoin="round"', rings.join(''))}${covered('leaks-tooth')}`,
  )
}

const ringsOf = (source: Source, all: Source[]) =>
  range(40)
    .map((ring) => arcs(source, 7 + ring * 11.5, all))
    .join('')

function arcs(source: Source, radius: number, all: Source[]): string {
  const count = Math.max(10, Math.round(radius / 2.6))
  let path = ''
  let [lastX, lastY, drawing] = [0, 0, false]
  for (const step of range(count + 1)) {
    const turn = (step / count) * 360
    const wave =
      1 + 0.05 * Math.sin((turn * Math.PI) / 60 + source.wobble) + 0.03 * Math.sin((turn * Math.PI) / 36 - radius / 40)
    const spot = polar(source.spot, radius * wave, turn)
    const inFrame = spot[0] > 70 && spot[0] < 930 && spot[1] > 70 && spot[1] < 930
    if (inFrame && nearest(spot, all) === source) {
      const [x, y] = [Math.round(spot[0]), Math.round(spot[1])]
      path += drawing
        ? `${x - lastX < 0 ? '' : ' '}${x - lastX}${y - lastY < 0 ? '' : ' '}${y - lastY}`
        : `M${x} ${y}l0 0`
      ;[lastX, lastY, drawing] = [x, y, true]
    } else drawing = false
  }
  return path
}

function nearest([x, y]: Point, all: Source[]): Source | undefined {
  const apart = ({ spot }: Source) => Math.hypot(spot[0] - x, spot[1] - y)
  return all.reduce<Source | undefined>(
    (best, source) => (best && apart(best) <= apart(source) ? best : source),
    undefined,
  )
}
