import { type Chance, chance } from '../chance.ts'
import { box, curve, disc, drawing, fill, group, type Point, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

type Profile = [radius: number, height: number][]
type Pot = {
  name: string
  x: number
  foot: number
  size: number
  profile: Profile
  clay: string
  glaze: [string, string, string]
  bare: number
  spout?: 1 | -1
}

const pots: Pot[] = [
  {
    name: 'tall',
    x: 214,
    foot: 706,
    size: 1,
    profile: [
      [58, 0],
      [74, 60],
      [96, 160],
      [90, 250],
      [56, 330],
      [46, 380],
      [60, 428],
    ],
    clay: '#b98a66',
    glaze: ['#c9d6c4', '#93ab9b', '#5f7a70'],
    bare: 34,
    spout: -1,
  },
  {
    name: 'squat',
    x: 440,
    foot: 738,
    size: 1,
    profile: [
      [70, 0],
      [104, 40],
      [122, 106],
      [110, 170],
      [76, 210],
      [66, 236],
      [80, 262],
    ],
    clay: '#8a5d45',
    glaze: ['#6d5346', '#3a2b26', '#1c1513'],
    bare: 22,
    spout: -1,
  },
  {
    name: 'cream',
    x: 664,
    foot: 698,
    size: 1,
    profile: [
      [54, 0],
      [78, 50],
      [88, 130],
      [80, 220],
      [62, 272],
      [58, 300],
      [70, 330],
    ],
    clay: '#a9795a',
    glaze: ['#f4ead6', '#ddcdb0', '#a8957a'],
    bare: 30,
    spout: 1,
  },
  {
    name: 'ash',
    x: 868,
    foot: 736,
    size: 1,
    profile: [
      [48, 0],
      [70, 30],
      [82, 90],
      [74, 150],
      [54, 180],
      [50, 200],
      [62, 220],
    ],
    clay: '#9c6c50',
    glaze: ['#8fa9bd', '#4f6f8c', '#26384e'],
    bare: 18,
    spout: 1,
  },
  {
    name: 'small',
    x: 1032,
    foot: 716,
    size: 1,
    profile: [
      [40, 0],
      [54, 26],
      [60, 70],
      [50, 118],
      [38, 140],
      [36, 156],
      [46, 174],
    ],
    clay: '#c08a5e',
    glaze: ['#e0b26a', '#b9803c', '#7a4a20'],
    bare: 40,
    spout: 1,
  },
]

const ownGlaze = (colours: Record<string, Pot['glaze']>): Pot[] =>
  pots.map((pot) => ({ ...pot, glaze: colours[pot.name] ?? pot.glaze }))

const iron = ownGlaze({
  tall: ['#a8623c', '#6d3420', '#331510'],
  squat: ['#8d4a2c', '#4f2418', '#25100b'],
  cream: ['#c98a4e', '#8a5228', '#4a2a14'],
  ash: ['#5a4a44', '#332926', '#171110'],
  small: ['#d9a566', '#a06a34', '#5a3616'],
})

const tin = ownGlaze({
  tall: ['#fbf8ef', '#dfe3e0', '#a3adb0'],
  squat: ['#5f8fc4', '#2f5c9c', '#163463'],
  cream: ['#fbf6e8', '#e6dfcc', '#b0a78f'],
  ash: ['#f7f5ee', '#d9dcd8', '#9ba3a4'],
  small: ['#7aa9d4', '#3f74ae', '#1d4474'],
})

const standing = (names: string[], at: number[], from: Pot[]) =>
  names.flatMap((name, n) => from.filter((pot) => pot.name === name).map((pot) => ({ ...pot, x: at[n] ?? pot.x })))

/** Jugs on a shelf in window light, 1200 by 900. */
export const fiveJugs = (page: Sheet): string => shelf(page, pots)
export const ironRow = (page: Sheet): string => shelf(page, standing(['tall', 'cream', 'squat'], [300, 610, 900], iron))
export const islandJugs = (page: Sheet): string =>
  shelf(page, standing(['squat', 'tall', 'small', 'ash'], [230, 520, 760, 980], tin))

function shelf(page: Sheet, pots: Pot[]): string {
  return drawing(
    page,
    `<defs>${light}${speckle('jugs-speckle', 9)}${tooth('jugs-tooth', 5, 0.08)}${pots.map(gradients).join('')}<filter id="jugs-gleam" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="5"/></filter><filter id="jugs-blur" x="-60%" y="-200%" width="220%" height="500%"><feGaussianBlur stdDeviation="16"/></filter></defs>` +
      `${box('url(#jugs-wall)', 0, 0, 1200, 640)}${fill('#fff4dc', 'M60 0L420 0L700 640L250 640Z', ' opacity=".16" filter="url(#jugs-blur)"')}${box('url(#jugs-table)', 0, 640, 1200, 260)}${box('#3a2a20', 0, 640, 1200, 3, ' opacity=".35"')}` +
      pots.map(shadow).join('') +
      pots.map(jug).join('') +
      covered('jugs-tooth'),
  )
}

const light = `<linearGradient id="jugs-wall" x1="0" x2="1"><stop stop-color="#d8cdbb"/><stop offset=".6" stop-color="#bfb3a1"/><stop offset="1" stop-color="#94887a"/></linearGradient><linearGradient id="jugs-table" x2="0" y2="1"><stop stop-color="#8d6d50"/><stop offset="1" stop-color="#6b4e38"/></linearGradient>`

const speckle = (id: string, seed: number, lift = 8.4) =>
  `<filter id="${id}" x="0" y="0" width="100%" height="100%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency=".16" numOctaves="2" seed="${seed}"/><feColorMatrix values="0 0 0 0 .2 0 0 0 0 .12 0 0 0 0 .07 12 0 0 0 -${lift}"/><feComposite in2="SourceAlpha" operator="in"/><feMerge><feMergeNode in="SourceGraphic"/><feMergeNode/></feMerge></filter>`

const gradients = ({ name, clay, glaze: [lit, mid, dark] }: Pot) =>
  `<linearGradient id="jugs-${name}"><stop stop-color="${mid}"/><stop offset=".24" stop-color="${lit}"/><stop offset=".56" stop-color="${mid}"/><stop offset="1" stop-color="${dark}"/></linearGradient><linearGradient id="jugs-${name}-clay"><stop stop-color="${clay}"/><stop offset=".3" stop-color="#e0b890"/><stop offset="1" stop-color="#4a3023"/></linearGradient>`

const shadow = ({ x, foot, profile }: Pot) => {
  const wide = Math.max(...profile.map(([radius]) => radius))
  return `<ellipse cx="${x + wide * 0.85}" cy="${foot + 4}" rx="${wide * 1.5}" ry="${wide * 0.26}" fill="#1f130c" opacity=".5" filter="url(#jugs-blur)"/><ellipse cx="${x + 8}" cy="${foot + 4}" rx="${(profile[0]?.[0] ?? 40) * 1.05}" ry="11" fill="#1f130c" opacity=".6"/>`
}

function jug(pot: Pot): string {
  const { name, x, foot, profile, glaze, spout = 1 } = pot
  const luck = chance(`jug-${name}`)
  const wall = (side: number) => profile.map(([radius, height]): Point => [x + side * radius, foot - height])
  const rim = profile[profile.length - 1] ?? [50, 200]
  const [rimRadius, rimHeight] = rim
  const [base] = profile[0] ?? [50]
  const silhouette = `${curve(wall(-1))}L${x + rimRadius} ${foot - rimHeight}${curve(wall(1).reverse()).replace('M', 'L')}Q${x} ${foot + base * 0.2} ${x - base} ${foot}Z`
  const dip = drip(luck, pot)
  return group(
    `stroke-linejoin="round"`,
    `<clipPath id="jugs-${name}-dip">${fill('#000', dip)}</clipPath>${handle(pot)}${fill(`url(#jugs-${name}-clay)`, silhouette)}` +
      group(`clip-path="url(#jugs-${name}-dip)" filter="url(#jugs-speckle)"`, fill(`url(#jugs-${name})`, silhouette)) +
      throwing(luck, pot) +
      mouth(x, foot - rimHeight, rimRadius, spout, glaze) +
      fill(
        '#fffaf0',
        curve(
          [
            [x - rimRadius * 0.9, foot - rimHeight * 0.58],
            [x - rimRadius * 0.76, foot - rimHeight * 0.4],
            [x - rimRadius * 0.9, foot - rimHeight * 0.26],
            [x - rimRadius * 1.02, foot - rimHeight * 0.42],
          ],
          true,
        ),
        ' opacity=".34" filter="url(#jugs-gleam)"',
      ),
  )
}

function drip(luck: Chance, { x, foot, bare }: Pot): string {
  const edge = range(9).map((step): Point => [x - 150 + step * 37.5, foot - bare + luck.about(4, 12)])
  return `${curve(edge)}V0H${x - 150}Z`
}

function throwing(luck: Chance, { x, foot, profile }: Pot): string {
  const rings = range(9).map((ring) => {
    const height = 20 + ring * ((profile[profile.length - 1]?.[1] ?? 200) / 10)
    const radius = radiusAt(profile, height) - 3
    return `M${Math.round(x - radius)} ${Math.round(foot - height)}q${Math.round(radius)} ${luck.whole(14, 19)} ${Math.round(radius * 2)} 0`
  })
  return (
    stroke('#1f130c', 1.6, rings.join(''), ' opacity=".13"') +
    stroke('#fff', 1.2, rings.join(''), ' opacity=".1" transform="translate(0 3)"')
  )
}

function radiusAt(profile: Profile, height: number): number {
  const above = profile.findIndex(([, level]) => level >= height)
  const [lowRadius, low] = profile[Math.max(0, above - 1)] ?? [50, 0]
  const [topRadius, top] = profile[above] ?? [50, 1]
  return lowRadius + ((topRadius - lowRadius) * (height - low)) / Math.max(1, top - low)
}

function handle({ name, x, foot, profile, spout = 1, glaze }: Pot): string {
  const [rimRadius, rimHeight] = profile[profile.length - 1] ?? [50, 200]
  const [joinRadius, joinHeight] = profile[Math.floor(profile.length / 2) - 1] ?? [80, 100]
  const side = -spout
  const top: Point = [x + side * (rimRadius - 10), foot - rimHeight * 0.93]
  const end: Point = [x + side * (joinRadius - 4), foot - joinHeight * 1.05]
  const out = rimRadius + joinRadius * 0.72
  const path = `M${top.join(' ')}C${x + side * out} ${foot - rimHeight * 1.02} ${x + side * (out + 26)} ${foot - rimHeight * 0.55} ${end.join(' ')}`
  const wide = rimRadius * 0.3
  return (
    stroke(glaze[2], wide + 3, path, ' stroke-linecap="round"') +
    stroke(`url(#jugs-${name})`, wide, path, ' stroke-linecap="round"') +
    stroke('#fff', wide * 0.2, path, ' stroke-linecap="round" opacity=".22" transform="translate(-3 -2)"')
  )
}

function mouth(
  x: number,
  y: number,
  radius: number,
  spout: number,
  [lit, mid, dark]: [string, string, string],
): string {
  const lip = (grow: number) =>
    `M${x - spout * radius * grow} ${y}C${x - spout * radius * grow} ${y - radius * 0.3 * grow} ${x + spout * radius * 0.6} ${y - radius * 0.34 * grow} ${x + spout * radius * 1.34 * grow} ${y - radius * 0.16}C${x + spout * radius * 0.9} ${y + radius * 0.3 * grow} ${x - spout * radius * grow} ${y + radius * 0.34 * grow} ${x - spout * radius * grow} ${y}Z`
  return (
    fill(mid, lip(1.02), ` stroke="${lit}" stroke-width="3"`) +
    fill(dark, lip(0.84)) +
    fill('#0c0806', lip(0.7), ' opacity=".45"')
  )
}

/** Large jars joined at the shoulder, 900 by 1200. */
export const moonJar = (page: Sheet): string =>
  jar(page, ['#fbf8f0', '#e7e2d6', '#b9b5ac', '#77787a'], ['#5d6a78', '#2c343f'])

export const tarJar = (page: Sheet): string =>
  jar(page, ['#8a5a3c', '#5c3524', '#341c14', '#160c09'], ['#d8c9ae', '#a8947a'])

function jar(page: Sheet, skin: [string, string, string, string], wall: [string, string]): string {
  const luck = chance('moon-jar')
  const left: Point[] = [
    [346, 300],
    [332, 328],
    [212, 412],
    [142, 560],
    [148, 702],
    [214, 838],
    [308, 934],
    [318, 968],
  ]
  const right: Point[] = [
    [584, 968],
    [596, 934],
    [688, 834],
    [752, 694],
    [756, 560],
    [682, 408],
    [572, 328],
    [556, 300],
  ]
  const body = `${curve(left)}Q450 984 584 968${curve(right).replace('M', 'L')}Z`
  return drawing(
    page,
    `<defs>${jarLight(skin, wall)}${tooth('jar-tooth', 5, 0.08)}${speckle('jar-speckle', 31, 8.8)}<clipPath id="jar-body">${fill('#000', body)}</clipPath><filter id="jar-blur" x="-60%" y="-200%" width="220%" height="500%"><feGaussianBlur stdDeviation="26"/></filter></defs>${box('url(#jar-wall)', 0, 0, 900, 1200)}${box('url(#jar-table)', 0, 900, 900, 300)}<ellipse cx="560" cy="974" rx="330" ry="40" fill="#0a0c10" opacity=".62" filter="url(#jar-blur)"/><ellipse cx="460" cy="970" rx="138" ry="14" fill="#0a0c10" opacity=".8"/>` +
      group('filter="url(#jar-speckle)"', fill('url(#jar-skin)', body)) +
      group('clip-path="url(#jar-body)"', bloom(luck)) +
      `<ellipse cx="451" cy="300" rx="106" ry="21" fill="#e9e4d8"/><ellipse cx="451" cy="302" rx="92" ry="14" fill="#3b3a3c"/><path d="M359 302a92 14 0 0 1 184 0a92 9 0 0 0-184 0z" fill="#17181c"/>` +
      covered('jar-tooth'),
  )
}

const jarLight = (skin: string[], wall: string[]) =>
  `<linearGradient id="jar-wall" x2="1" y2=".3"><stop stop-color="${wall[0]}"/><stop offset="1" stop-color="${wall[1]}"/></linearGradient><linearGradient id="jar-table" x2="0" y2="1"><stop stop-color="#39414c"/><stop offset=".12" stop-color="#4a5461"/><stop offset="1" stop-color="#272d36"/></linearGradient><radialGradient id="jar-skin" cx=".34" cy=".36" r=".78"><stop stop-color="${skin[0]}"/><stop offset=".42" stop-color="${skin[1]}"/><stop offset=".74" stop-color="${skin[2]}"/><stop offset="1" stop-color="${skin[3]}"/></radialGradient>`

function bloom(luck: Chance): string {
  const blush = range(7).map(
    () =>
      `<ellipse cx="${luck.whole(420, 700)}" cy="${luck.whole(520, 860)}" rx="${luck.whole(40, 110)}" ry="${luck.whole(30, 80)}" fill="#d9a184" opacity=".17" filter="url(#jar-blur)"/>`,
  )
  const seam =
    stroke('#8d8a84', 3, 'M130 640C260 668 620 676 770 632', ' opacity=".35"') +
    stroke('#fff', 2, 'M130 645C260 673 620 681 770 637', ' opacity=".3"')
  const cracks = range(26).map(() => {
    const start: Point = [luck.between(160, 720), luck.between(360, 900)]
    const path = range(5).reduce<Point[]>(
      (line) => [
        ...line,
        [
          (line[line.length - 1] ?? start)[0] + luck.about(0, 46),
          (line[line.length - 1] ?? start)[1] + luck.between(4, 40),
        ],
      ],
      [start],
    )
    return curve(path)
  })
  const shine = `${disc('#fff', [318, 470], 58, ' opacity=".5" filter="url(#jar-blur)"')}${fill('#fff', 'M262 444q20-54 70-76q-40 44-46 92z', ' opacity=".55"')}`
  return `${blush.join('')}${seam}${stroke('#6d6a66', 1, cracks.join(''), ' opacity=".3"')}${shine}`
}
