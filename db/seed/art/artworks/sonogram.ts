import { type Chance, chance, noise } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, curve, drawing, group, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const heat = ['#2c1b47', '#57245f', '#93325f', '#d4574b', '#f39a4a', '#fde3a0']

/** An hour of dawn at a bridge as loudness over time and pitch, 1600 by 640. */
export function bridgeDawn(page: Sheet): string {
  const luck = chance('bridge-dawn')
  const marks = [...river(luck), ...birds(luck), ...tram(luck)]
  const plates = heat.map((colour, loud) =>
    stroke(
      colour,
      loud > 3 ? 4.5 : 6,
      marks
        .filter((mark) => mark.loud === loud)
        .map(({ path }) => path)
        .join(''),
    ),
  )
  return drawing(
    page,
    `<defs><filter id="dawn-glow" x="-2%" y="-2%" width="104%" height="104%"><feGaussianBlur stdDeviation="5"/></filter><linearGradient id="dawn-night"><stop stop-color="#120c22"/><stop offset=".6" stop-color="#1d1133"/><stop offset="1" stop-color="#321a45"/></linearGradient>${tooth('dawn-tooth', 8, 0.16, '0.35 0.02')}</defs>${box('#0d0918', 0, 0, 1600, 640)}${box('url(#dawn-night)', 60, 50, 1480, 520)}${group('stroke-linecap="round"', `<g id="dawn-marks">${plates.join('')}</g><use href="#dawn-marks" filter="url(#dawn-glow)" opacity=".8"/>`)}${scale}${covered('dawn-tooth')}`,
  )
}

type Mark = { loud: number; path: string }

function river(luck: Chance): Mark[] {
  const flow = noise('river')
  return range(900).map(() => {
    const [x, y] = [luck.whole(64, 1530), 560 - luck.next() ** 2.2 * 210]
    const loud = Math.min(3, Math.floor(flow(x / 120, y / 40) * 4 * (1 - (560 - y) / 420)))
    return { loud, path: `M${x} ${Math.round(y)}v-${luck.whole(1, 14)}` }
  })
}

function birds(luck: Chance): Mark[] {
  return range(64).flatMap((singer) => {
    const x = 180 + luck.next() ** 0.62 * 1320
    const pitch = Math.round(luck.about(190, 115))
    return singer % 3 === 0 ? trill(luck, x, pitch) : singer % 3 === 1 ? whistle(luck, x, pitch) : chips(luck, x, pitch)
  })
}

const trill = (luck: Chance, x: number, pitch: number): Mark[] =>
  range(luck.whole(6, 12))
    .filter((step) => x + step * 8 < 1525)
    .map((step) => ({
      loud: luck.whole(3, 5),
      path: `M${Math.round(x + step * 8)} ${pitch + (step % 2) * 12}l3 ${luck.whole(14, 26)}`,
    }))

function whistle(luck: Chance, x: number, pitch: number): Mark[] {
  const reach = Math.min(luck.between(34, 70), 1525 - x)
  const tune: Point[] = [
    [x, pitch + 26],
    [x + reach * 0.3, pitch + luck.about(0, 20)],
    [x + reach * 0.65, pitch + luck.about(22, 20)],
    [x + reach, pitch + luck.about(0, 26)],
  ]
  const overtone = tune.map(([across, down]): Point => [across, Math.max(58, down - 74)])
  return [
    { loud: luck.whole(4, 5), path: curve(tune) },
    { loud: 2, path: curve(overtone) },
  ]
}

const chips = (luck: Chance, x: number, pitch: number): Mark[] =>
  range(luck.whole(3, 6))
    .filter((step) => x + step * 17 < 1510)
    .map((step) => {
      const left = Math.round(x + step * 17)
      return { loud: luck.whole(3, 5), path: `M${left} ${pitch + 30}l5-${luck.whole(24, 40)} 5 ${luck.whole(18, 34)}` }
    })

function tram(luck: Chance): Mark[] {
  return range(7).map((line) => {
    const start = 430 - line * 46
    const bend: Point[] = range(9).map((step) => [
      880 + step * 34,
      start + Math.tanh((step - 4) / 1.4) * (26 - line * 1.5) + luck.about(0, 2),
    ])
    return { loud: line < 2 ? 5 : line < 4 ? 4 : 3, path: curve(bend) }
  })
}

const scale = `${stroke(
  '#8a6f92',
  1.2,
  `M60 570H1540${range(13)
    .map((step) => `M${60 + step * 123.3} 570v${step % 3 ? 6 : 12}`)
    .join('')}M60 50V570${range(6)
    .map((step) => `M60 ${50 + step * 104}h-8`)
    .join('')}`,
)}${['4:40', '5:00', '5:20', '5:40', '6:00'].map((hour, index) => setLine(hour, 60 + index * 370, 606, { size: 19, colour: '#c9b3c6', align: index / 4 })).join('')}${setLine('the first tram', 1010, 540, { size: 19, colour: '#fde3a0', align: 0.5 })}${stroke('#fde3a0', 1.2, 'M1010 518V470')}`
