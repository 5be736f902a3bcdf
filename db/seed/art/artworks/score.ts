import { type Chance, chance } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import {
  box,
  curve,
  disc,
  dots,
  drawing,
  fill,
  group,
  outline,
  type Point,
  polar,
  range,
  type Sheet,
  sliver,
  stroke,
} from '../paper.ts'
import { covered, tooth, wander, wash } from '../texture.ts'

const ink = '#20242c'
const ice = '#86b4c6'
const rust = '#c4502e'

/** A river thawing, for four players, 1600 by 640. */
export function iceOut(page: Sheet): string {
  const luck = chance('ice-out')
  return drawing(
    page,
    `<defs>${wander('ice-torn', 4, '0.03', 12)}${wash('ice-wash', 8, '0.012', 34)}${tooth('ice-tooth', 5, 0.08)}</defs>${box('#f5f0e4', 0, 0, 1600, 640)}` +
      group('filter="url(#ice-wash)"', fill(ice, river(), ' opacity=".42"')) +
      threads(luck) +
      group('filter="url(#ice-torn)"', floes(luck)) +
      geese(luck) +
      drips(luck) +
      cello() +
      legend() +
      covered('ice-tooth'),
  )
}

const river = () => {
  const upper = range(17).map((step): Point => [step * 100, 330 - 60 * Math.sin(step / 2.4) - step * 3])
  const lower = range(17)
    .map((step): Point => [step * 100, 390 + 50 * Math.sin(step / 2.9 + 0.6) + step * 7])
    .reverse()
  return curve([...upper, ...lower], true)
}

function threads(luck: Chance): string {
  const lines = range(11).map((line) => {
    const spread = line - 5
    const spots = range(17).map(
      (step): Point => [
        60 + step * 93,
        352 + spread * (4 + step * 1.7) - 52 * Math.sin(step / 2.5) + luck.about(0, 2 + step * 0.5),
      ],
    )
    return stroke(ink, line % 4 === 1 ? 2.6 : 1.1, curve(spots))
  })
  return lines.join('')
}

function floes(luck: Chance): string {
  return range(15)
    .map((step) => {
      const x = 130 + step * 66 + luck.about(0, 10)
      const size = 66 - step * 3.2
      const y = 352 - 52 * Math.sin((x - 60) / 232) + luck.about(0, 10 + step * 4)
      const rim = range(6).map((side) => polar([x, y], size * luck.between(0.62, 1.05), side * 60 + luck.about(0, 16)))
      return fill(step % 5 === 3 ? ink : '#fbfaf5', outline(...rim), ` stroke="${ink}" stroke-width="2"`)
    })
    .join('')
}

function geese(luck: Chance): string {
  const flock = range(26).map((bird) => {
    const arm = bird % 2 ? 1 : -1
    const [x, y] = [1050 + bird * 17 - (bird % 2) * 12, 128 + arm * bird * 3.4 + luck.about(0, 4)]
    const wing = 17 - bird * 0.28
    return sliver([x - wing, y - wing * 0.5], [x, y], 2.6, 3) + sliver([x, y], [x + wing, y - wing * 0.6], 2.6, 3)
  })
  return fill(ink, flock.join(''))
}

function drips(luck: Chance): string {
  const falling = range(150).map((): Point => {
    const x = 120 + luck.next() ** 0.6 * 1400
    return [x, 470 + luck.next() * (40 + (x / 1600) * 90)]
  })
  const heavy = range(9).map((step) =>
    disc(rust, [260 + step * 148 + luck.about(0, 24), 512 + luck.about(0, 26)], 6 + step * 1.6),
  )
  return stroke(ink, 4, dots(falling), ' stroke-linecap="round"') + heavy.join('')
}

const cello = () => {
  const bow: Point[] = [
    [70, 224],
    [250, 200],
    [430, 262],
    [620, 176],
    [790, 226],
    [940, 118],
    [1010, 96],
  ]
  return (
    stroke(rust, 15, curve(bow), ' stroke-linecap="round" opacity=".92"') +
    stroke(rust, 4, curve(bow.map(([x, y]): Point => [x, y + 20])), ' stroke-linecap="round" stroke-dasharray="2 13"') +
    stroke(ink, 2, 'M470 110V250M960 70V170M1290 60V560', ' stroke-dasharray="3 7"')
  )
}

const legend = () =>
  setLine('Ice going out', 60, 84, { face: 'black', size: 46, colour: ink }) +
  setLine('four players, about six minutes', 62, 116, { size: 19, colour: ink }) +
  setLine('0', 62, 606, { size: 17, colour: ink }) +
  setLine('2:00', 470, 606, { size: 17, colour: ink, align: 0.5 }) +
  setLine('4:00', 960, 606, { size: 17, colour: ink, align: 0.5 }) +
  setLine('listen upstream', 1290, 606, { size: 17, colour: ink, align: 0.5 }) +
  stroke(ink, 1.4, 'M60 584H1540M60 578v12M470 578v12M960 578v12M1290 578v12M1540 578v12')
