import { type Chance, chance, noise } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, curve, drawing, group, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Hour = {
  seed: string
  // From the softest to the loudest.
  heat: [string, string, string, string, string, string]
  sky: [string, string, string]
  birds: number
  tram?: { at: number; words: string }
  hours: string[]
}

/** An hour of dawn at a bridge as loudness over time and pitch, 1600 by 640. */
export const bridgeDawn = (page: Sheet): string =>
  sonogram(page, {
    seed: 'bridge-dawn',
    heat: ['#2c1b47', '#57245f', '#93325f', '#d4574b', '#f39a4a', '#fde3a0'],
    sky: ['#120c22', '#1d1133', '#321a45'],
    birds: 64,
    tram: { at: 880, words: 'the first tram' },
    hours: ['4:40', '5:00', '5:20', '5:40', '6:00'],
  })

/** A park in snow: almost nobody. */
export const parkInSnow = (page: Sheet): string =>
  sonogram(page, {
    seed: 'copou-snow',
    heat: ['#182a3a', '#22465c', '#2f6c80', '#5a9fa6', '#a9d3cc', '#f2fbf4'],
    sky: ['#08121b', '#0c1b27', '#143040'],
    birds: 9,
    hours: ['6:30', '6:45', '7:00', '7:15', '7:30'],
  })

/** A stairwell on the first of the month, when everybody moves out. */
export const stairwell = (page: Sheet): string =>
  sonogram(page, {
    seed: 'stairs-four-floors',
    heat: ['#2b2a16', '#4f4a1a', '#7d6f1f', '#b8962c', '#e3c04c', '#fff4b8'],
    sky: ['#11120a', '#191a0d', '#26270f'],
    birds: 118,
    tram: { at: 420, words: 'the piano, third floor' },
    hours: ['7:00', '7:30', '8:00', '8:30', '9:00'],
  })

/** A pond in May, from before the frogs until after the nightingale. */
export const pondInMay = (page: Sheet): string =>
  sonogram(page, {
    seed: 'ciric-pond',
    heat: ['#1b3324', '#2a4f34', '#3f7a48', '#79a94f', '#c3d36a', '#f6f5c4'],
    sky: ['#0b1510', '#10201a', '#173026'],
    birds: 40,
    hours: ['2:50', '3:20', '3:50', '4:20', '4:50'],
  })

function sonogram(page: Sheet, { seed, heat, sky, birds: singers, tram: passing, hours }: Hour): string {
  const luck = chance(seed)
  const marks = [...river(luck), ...birds(luck, singers), ...(passing ? tram(luck, passing.at) : [])]
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
    `<defs><filter id="dawn-glow" x="-2%" y="-2%" width="104%" height="104%"><feGaussianBlur stdDeviation="5"/></filter><linearGradient id="dawn-night"><stop stop-color="${sky[0]}"/><stop offset=".6" stop-color="${sky[1]}"/><stop offset="1" stop-color="${sky[2]}"/></linearGradient>${tooth('dawn-tooth', 8, 0.16, '0.35 0.02')}</defs>${box(sky[0], 0, 0, 1600, 640)}${box('url(#dawn-night)', 60, 50, 1480, 520)}${group('stroke-linecap="round"', `<g id="dawn-marks">${plates.join('')}</g><use href="#dawn-marks" filter="url(#dawn-glow)" opacity=".8"/>`)}${scale(hours)}${passing ? named(passing, heat[5]) : ''}${covered('dawn-tooth')}`,
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

function birds(luck: Chance, singers: number): Mark[] {
  return range(singers).flatMap((singer) => {
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

function tram(luck: Chance, from: number): Mark[] {
  return range(7).map((line) => {
    const start = 430 - line * 46
    const bend: Point[] = range(9).map((step) => [
      from + step * 34,
      start + Math.tanh((step - 4) / 1.4) * (26 - line * 1.5) + luck.about(0, 2),
    ])
    return { loud: line < 2 ? 5 : line < 4 ? 4 : 3, path: curve(bend) }
  })
}

const scale = (hours: string[]) =>
  `${stroke(
    '#8a6f92',
    1.2,
    `M60 570H1540${range(13)
      .map((step) => `M${60 + step * 123.3} 570v${step % 3 ? 6 : 12}`)
      .join('')}M60 50V570${range(6)
      .map((step) => `M60 ${50 + step * 104}h-8`)
      .join('')}`,
  )}${hours.map((hour, index) => setLine(hour, 60 + index * 370, 606, { size: 19, colour: '#c9b3c6', align: index / 4 })).join('')}`

const named = ({ at, words }: NonNullable<Hour['tram']>, colour: string) =>
  `${setLine(words, at + 130, 540, { size: 19, colour, align: 0.5 })}${stroke(colour, 1.2, `M${at + 130} 518V470`)}`
