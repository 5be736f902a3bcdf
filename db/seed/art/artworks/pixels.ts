import { chance } from '../chance.ts'
import { drawing, range, type Sheet } from '../paper.ts'

const colours = {
  night: '#1a1c3a',
  dusk: '#2b2b57',
  violet: '#4b3b70',
  rose: '#8a4f7d',
  ember: '#d9776a',
  wall: '#141428',
  brick: '#22223f',
  lamp: '#ffd98a',
  glow: '#f6a65b',
  moon: '#f4ecd0',
  road: '#20213a',
  wet: '#2f3154',
  cream: '#efe3c8',
  red: '#c5483f',
  shade: '#8d3038',
  glass: '#7fb7c9',
  pale: '#bfe0df',
  skin: '#d9a57e',
  coat: '#3f7a6b',
  hair: '#d8d3cf',
  dog: '#b98251',
  black: '#0e0e1c',
}

type Colour = keyof typeof colours
type Scene = { dot: (x: number, y: number, colour: Colour) => void; look: (x: number, y: number) => Colour | undefined }

const [wide, high] = [160, 100]

/** Route eleven at its last stop, 160 by 100 pixels at eight to one. */
export function lastBus(page: Sheet): string {
  const cells = new Map<number, Colour>()
  const scene: Scene = {
    dot: (x, y, colour) => x >= 0 && x < wide && y >= 0 && y < high && cells.set(y * wide + x, colour),
    look: (x, y) => cells.get(y * wide + x),
  }
  for (const draw of [sky, hills, town, street, shelter, people, bus, wires, mirror]) draw(scene)
  return drawing(
    page,
    `<g transform="scale(${page.width / wide}) translate(0 .5)" shape-rendering="crispEdges">${rows(cells)}</g>`,
  )
}

function rows(cells: Map<number, Colour>): string {
  const runs = new Map<Colour, string>()
  for (const y of range(high)) {
    for (let x = 0; x < wide; ) {
      const colour = cells.get(y * wide + x) ?? 'black'
      const start = x
      while (x < wide && (cells.get(y * wide + x) ?? 'black') === colour) x++
      runs.set(colour, `${runs.get(colour) ?? ''}M${start} ${y}h${x - start}`)
    }
  }
  return [...runs].map(([colour, run]) => `<path stroke="${colours[colour]}" d="${run}"/>`).join('')
}

const block = (scene: Scene, x: number, y: number, width: number, height: number, colour: Colour) => {
  for (const down of range(height)) for (const across of range(width)) scene.dot(x + across, y + down, colour)
}

function picture(scene: Scene, x: number, y: number, lines: string[], key: Record<string, Colour>) {
  lines.forEach((line, down) => {
    ;[...line].forEach((mark, across) => {
      const colour = key[mark]
      if (colour) scene.dot(x + across, y + down, colour)
    })
  })
}

function sky(scene: Scene) {
  const bands: [Colour, number][] = [
    ['night', 0],
    ['dusk', 18],
    ['violet', 32],
    ['rose', 43],
    ['ember', 52],
  ]
  bands.forEach(([colour, top], index) => {
    block(scene, 0, top, wide, 70 - top, colour)
    const above = bands[index - 1]?.[0]
    if (above)
      for (const x of range(wide))
        for (const y of range(3)) if ((x + y * 2) % (y + 2) === 0) scene.dot(x, top + y, above)
  })
  const luck = chance('stars')
  for (const _ of range(34)) scene.dot(luck.whole(0, 159), luck.whole(1, 24), luck.pick(['moon', 'rose', 'violet']))
  for (const y of range(15))
    for (const x of range(15))
      if (Math.hypot(x - 7, y - 7) < 7.2)
        scene.dot(112 + x, 8 + y, Math.hypot(x - 4, y - 5) < 2 || Math.hypot(x - 10, y - 9) < 1.6 ? 'lamp' : 'moon')
}

function hills(scene: Scene) {
  for (const x of range(wide)) {
    const far = Math.round(50 + 5 * Math.sin(x / 19) + 3 * Math.sin(x / 7))
    const near = Math.round(57 + 4 * Math.sin(x / 13 + 2))
    for (let y = far; y < 74; y++) scene.dot(x, y, 'violet')
    for (let y = near; y < 74; y++) scene.dot(x, y, 'dusk')
  }
}

function town(scene: Scene) {
  const luck = chance('town')
  for (let left = -4; left < 160; ) {
    const [width, top] = [luck.whole(12, 22), luck.whole(30, 54)]
    block(scene, left, top, width, 76 - top, luck.pick(['wall', 'brick']))
    block(scene, left + luck.whole(2, 6), top - 3, luck.whole(3, 5), 3, 'wall')
    for (let y = top + 4; y < 68; y += 6)
      for (let x = left + 3; x < left + width - 3; x += 5)
        if (luck.next() < 0.42) block(scene, x, y, 2, 3, luck.pick(['lamp', 'glow', 'glow', 'glass', 'rose']))
        else block(scene, x, y, 2, 3, 'night')
    left += width + luck.whole(-1, 2)
  }
}

function street(scene: Scene) {
  block(scene, 0, 74, wide, 4, 'wet')
  block(scene, 0, 78, wide, 22, 'road')
  for (const x of range(wide)) if (x % 9 < 8) scene.dot(x, 77, 'brick')
}

function shelter(scene: Scene) {
  block(scene, 13, 47, 34, 30, 'dusk')
  block(scene, 13, 47, 34, 2, 'lamp')
  for (const y of range(12))
    for (const x of range(34))
      if ((x + y) % 2 === 0 && y < 8 - Math.abs(x - 17) / 4) scene.dot(13 + x, 49 + y, 'violet')
  block(scene, 8, 44, 44, 3, 'shade')
  block(scene, 8, 43, 44, 1, 'red')
  block(scene, 11, 47, 2, 30, 'black')
  block(scene, 47, 47, 2, 30, 'black')
  block(scene, 14, 48, 8, 11, 'cream')
  for (const line of range(4)) block(scene, 15, 50 + line * 2, 4 + (line % 2) * 2, 1, 'violet')
  block(scene, 16, 68, 28, 2, 'shade')
  block(scene, 18, 70, 2, 6, 'black')
  block(scene, 40, 70, 2, 6, 'black')
  block(scene, 58, 40, 2, 37, 'black')
  block(scene, 54, 34, 10, 10, 'cream')
  block(scene, 55, 35, 8, 5, 'red')
  for (const x of [57, 60]) block(scene, x, 36, 1, 3, 'cream')
}

const person = [
  '..hhhh..',
  '.hhhhhh.',
  '.hsssh..',
  '..sbss..',
  '..sss...',
  '.ccccc..',
  'cccccccc',
  'cccccccc',
  'cccccccc',
  '.scccccs',
  '.kkkkkkk',
  '.kkkkkkk',
  '.kkk..kk',
  '.kkk..kk',
  '.kk...kk',
  '.kk...kk',
  'bbb..bbb',
]

const hound = ['.d......', 'dd......', 'bdd....d', 'dddddddd', '..ddddd.', '..ddddd.', '..d...d.', '..d...d.']

function people(scene: Scene) {
  const key: Record<string, Colour> = { h: 'hair', s: 'skin', b: 'black', c: 'coat', k: 'dusk', d: 'dog' }
  picture(scene, 22, 59, person, key)
  picture(scene, 34, 69, hound, key)
  picture(
    scene,
    51,
    60,
    person.map((line) => [...line].reverse().join('').replaceAll('c', 'r').replaceAll('h', 'b')),
    { ...key, r: 'ember' },
  )
}

const digits = ['..l....l..', '.ll...ll..', '..l....l..', '..l....l..', '.lll..lll.']

function bus(scene: Scene) {
  block(scene, 84, 41, 70, 36, 'black')
  block(scene, 85, 42, 68, 33, 'cream')
  block(scene, 85, 62, 68, 8, 'red')
  block(scene, 85, 69, 68, 2, 'shade')
  block(scene, 86, 40, 66, 2, 'cream')
  for (const window of range(4)) {
    block(scene, 100 + window * 13, 48, 11, 11, 'black')
    block(scene, 101 + window * 13, 49, 9, 9, 'lamp')
    if (window !== 2) {
      block(scene, 103 + window * 13, 53, 4, 5, window ? 'dusk' : 'coat')
      block(scene, 104 + window * 13, 51, 2, 2, 'skin')
    }
    for (const x of range(9)) if (x % 2) scene.dot(101 + window * 13 + x, 49, 'glow')
  }
  block(scene, 87, 48, 10, 24, 'black')
  block(scene, 88, 49, 4, 22, 'glass')
  block(scene, 93, 49, 3, 22, 'glass')
  for (const y of range(8)) block(scene, 88, 50 + y, Math.max(0, 4 - y), 1, 'pale')
  block(scene, 99, 42, 22, 5, 'black')
  picture(scene, 100, 42, digits, { l: 'lamp' })
  for (const x of range(4)) block(scene, 111 + x * 2, 44, 1, 1, 'glow')
  for (const centre of [104, 140])
    for (const y of range(11))
      for (const x of range(11))
        if (Math.hypot(x - 5, y - 5) < 5.4)
          scene.dot(centre - 5 + x, 71 + y, Math.hypot(x - 5, y - 5) < 2 ? 'hair' : 'black')
  block(scene, 84, 66, 3, 3, 'lamp')
  block(scene, 152, 64, 2, 4, 'red')
  for (const y of range(10)) for (const x of range(14 - y)) if ((x + y) % 2) scene.dot(83 - x, 66 + y, 'glow')
}

function wires(scene: Scene) {
  for (const x of range(wide)) {
    scene.dot(x, Math.round(24 + ((x - 60) / 34) ** 2 * 0.9), 'black')
    if (x % 2) scene.dot(x, Math.round(28 + ((x - 80) / 40) ** 2), 'black')
  }
  for (const x of [66, 69, 75]) block(scene, x, 22, 2, 2, 'black')
}

function mirror(scene: Scene) {
  for (const y of range(21))
    for (const x of range(wide)) {
      const above = scene.look(x + (y % 4 === 1 ? 1 : 0), 76 - Math.round(y * 1.7))
      const bright = above && ['lamp', 'glow', 'cream', 'red', 'ember', 'moon', 'glass'].includes(above)
      if (y > 2 && bright && y % 3 < 2 && scene.look(x, 79 + y) === 'road')
        scene.dot(x, 79 + y, above === 'cream' ? 'violet' : above)
      else if (y > 2 && y % 6 === 0 && (x + y * 3) % 19 < 11 && scene.look(x, 79 + y) === 'road')
        scene.dot(x, 79 + y, 'wet')
    }
}
