import { type Chance, chance } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, disc, drawing, fill, group, outline, type Point, range, type Sheet, strand, stroke } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const pink = '#f25c78'
const green = '#0b8f6a'
const yellow = '#f6c445'

/** A street party in three inks, 900 by 1200. */
export function streetParty(page: Sheet): string {
  const luck = chance('street-party')
  const flags = bunting(luck)
  const plate = (name: string, shift: string, body: string) =>
    group(`filter="url(#party-${name})" style="mix-blend-mode:multiply" transform="translate(${shift})"`, body)
  return drawing(
    page,
    `<defs>${specks('party-yellow', 3, 8, -5.4)}${specks('party-pink', 21, 8, -5.2)}${specks('party-green', 33, 8, -5.2)}${tooth('party-tooth', 6, 0.06)}${halftone}</defs>${box('#f7f1e3', 0, 0, 900, 1200)}` +
      plate('yellow', '0 0', disc(yellow, [450, 560], 292) + fill(yellow, flags.odd) + lit) +
      plate(
        'pink',
        '5 -4',
        `${disc('url(#party-dots)', [450, 560], 292)}${fill(pink, flags.even)}${houses(pink, 0)}${dancers(pink)}`,
      ) +
      plate(
        'green',
        '-4 5',
        `${stroke(green, 4, flags.strings)}${houses(green, 1)}${fill(green, flags.third)}${musicians(green)}`,
      ) +
      title +
      covered('party-tooth'),
  )
}

const kinds: ('odd' | 'even' | 'third')[] = ['odd', 'even', 'third']

const halftone = `<pattern id="party-dots" width="18" height="18" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><circle cx="9" cy="9" r="5.4" fill="${pink}"/></pattern>`

function bunting(luck: Chance) {
  const flags: Record<'odd' | 'even' | 'third', string[]> = { odd: [], even: [], third: [] }
  const strings = range(5).map((row) => {
    const [left, right, sag]: [number, number, number] = [76 + row * 58, 120 + ((row * 83) % 190), 70 + row * 14]
    const spot = (share: number): Point => [
      60 + share * 780,
      left + (right - left) * share + Math.sin(share * Math.PI) * sag,
    ]
    range(17).map((step) => {
      const [x, y] = spot((step + 0.5) / 17)
      const [half, drop] = [19, luck.between(46, 56)]
      const flag = outline(
        [x - half, y],
        [x + half, y + 1],
        [x + half, y + drop],
        [x, y + drop - 17],
        [x - half, y + drop],
      )
      const kind = kinds[(step + row * 2) % 3] ?? 'odd'
      return flags[kind].push(flag)
    })
    return strand(range(21).map((step) => spot(step / 20)))
  })
  return { odd: flags.odd.join(''), even: flags.even.join(''), third: flags.third.join(''), strings: strings.join('') }
}

const roofs: [left: number, width: number, top: number][] = [
  [60, 100, 752],
  [160, 92, 690],
  [664, 84, 700],
  [748, 92, 744],
]

const houses = (colour: string, parity: number) =>
  roofs
    .map(([left, width, top], index) => {
      const roof = [
        outline([left, top], [left + width / 2, top - 52], [left + width, top]),
        outline(
          [left, top],
          [left, top - 40],
          [left + 24, top - 40],
          [left + 24, top - 60],
          [left + width - 24, top - 60],
          [left + width - 24, top - 40],
          [left + width, top - 40],
          [left + width, top],
        ),
      ][(index + (index > 1 ? 1 : 0)) % 2]
      const wall = outline([left, top], [left + width, top], [left + width, 960], [left, 960])
      return index % 2 === parity
        ? fill(colour, `${wall}${roof}${openings(left, width, top)}`, ' fill-rule="evenodd"')
        : fill(colour, openings(left, width, top))
    })
    .join('')

function openings(left: number, width: number, top: number): string {
  const windows = range(Math.floor((900 - top) / 74)).flatMap((row) =>
    [0.2, 0.58].map((share) => {
      const [x, y] = [left + width * share, top + 24 + row * 74]
      return `M${x} ${y + 40}v-28a${width * 0.11} ${width * 0.11} 0 0 1 ${width * 0.22} 0v28z`
    }),
  )
  return windows.join('')
}

const lit = range(8)
  .map((index) => box(yellow, (index < 4 ? 82 : 300) + index * 62, 804 + ((index * 37) % 60), 26, 40))
  .join('')

function dancers(colour: string): string {
  const skirt = (x: number, y: number, size: number) =>
    `M${x} ${y}c${34 * size} ${20 * size} ${84 * size} ${70 * size} ${92 * size} ${136 * size}c${-52 * size} ${-18 * size} ${-132 * size} ${-18 * size} ${-184 * size} 0c${8 * size} ${-66 * size} ${58 * size} ${-116 * size} ${92 * size} ${-136 * size}z`
  const ground = outline([60, 960], [840, 960], [840, 1016], [60, 1016])
  return (
    fill(colour, `${skirt(352, 800, 0.9)}${ground}`) +
    disc(colour, [352, 742], 25) +
    stroke(
      colour,
      17,
      'M352 772V812M352 790L300 752L318 700M352 790L420 762L470 772',
      ' stroke-linecap="round" stroke-linejoin="round"',
    ) +
    stroke(colour, 15, 'M334 915L326 962M374 915L392 960', ' stroke-linecap="round"')
  )
}

function musicians(colour: string): string {
  const man = `${disc(colour, [494, 724], 26)}${fill(colour, 'M462 708h64l-10-15c-6-19-40-19-46 0z')}${fill(colour, 'M466 760c18-12 44-12 60 0l18 112h-94z')}${stroke(colour, 17, 'M470 772L424 770L402 744M520 772L560 818L520 842', ' stroke-linecap="round" stroke-linejoin="round"')}${stroke(colour, 20, 'M474 870L452 962M516 870L548 962', ' stroke-linecap="round"')}`
  const bellows = `${fill(colour, 'M588 812l84-26 24 92-84 26z')}${stroke('#f7f1e3', 5, 'M606 810l24 88M624 804l24 88M642 800l24 88')}`
  const player = `${disc(colour, [640, 742], 25)}${fill(colour, 'M596 734c12-38 76-38 90 0z')}${fill(colour, 'M604 782c20-16 52-16 72 0l8 120h-92z')}${stroke(colour, 19, 'M616 900V964M664 900V964')}`
  return `${man}${player}${bellows}`
}

const title =
  group(
    'style="mix-blend-mode:multiply"',
    setLine('FESTA DA RUA', 450, 1110, { face: 'black', size: 96, colour: pink, align: 0.5 }) +
      setLine('FESTA DA RUA', 446, 1114, { face: 'black', size: 96, colour: yellow, align: 0.5 }),
  ) +
  setLine('das cinco até cansar', 450, 1158, {
    size: 25,
    space: 5,
    colour: green,
    align: 0.5,
    more: ` stroke="${green}" stroke-width="5"`,
  })
