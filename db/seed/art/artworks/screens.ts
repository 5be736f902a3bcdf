import { chance, noise } from '../chance.ts'
import { setLine } from '../lettering/set.ts'
import { box, curve, disc, drawing, fill, group, type Point, polar, range, type Sheet, stroke } from '../paper.ts'

const ink = '#1f2a2e'
const soft = '#6a7678'
const line = '#e3e0d7'

const text = (words: string, x: number, y: number, size = 17, colour = ink, align = 0, bold = false) =>
  setLine(words, x, y, { size, colour, align, more: bold ? ` stroke="${colour}" stroke-width="5"` : '' })

const card = (x: number, y: number, width: number, height: number, colour = '#fffdf8') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="14" fill="${colour}" stroke="${line}"/>`

/** The waiting room of a clinic as one screen, 1280 by 800. */
export function clinicQueue(page: Sheet): string {
  return drawing(
    page,
    `${box('#f6f3ec', 0, 0, 1280, 800)}${rail}${text('Good morning, Aizhan', 136, 78, 30, ink, 0, true)}${text('Tuesday, 12 people waiting. The longest has waited 24 minutes.', 136, 110, 17, soft)}${nextPatient}${waitingList()}${flow()}${rooms}`,
  )
}

const marks = [
  'M36 142h20M36 150h20M36 158h12',
  'M46 202a8 8 0 1 1-.1 0M34 228q12-14 24 0',
  'M34 290V274M46 290V264M58 290V280',
  'M36 332h20v20H36zM36 339h20',
]

const rail = `${box('#23443f', 0, 0, 92, 800)}${disc('#f2b65a', [46, 56], 18)}<rect x="20" y="124" width="52" height="52" rx="14" fill="#356058"/>${stroke('#e9efe6', 3, marks.join(''), ' stroke-linecap="round"')}${disc('#c9d8c5', [46, 748], 20)}${disc('#8c5a42', [46, 744], 8)}`

const nextPatient = `${card(136, 142, 508, 208, '#23443f')}${text('Next', 164, 184, 17, '#b9d2c4')}${text('Room 3, Dr. Omarova', 164, 230, 30, '#fffdf8', 0, true)}${text('Bolat S. - follow-up, speaks Kazakh', 164, 268, 18, '#dfe9df')}<rect x="164" y="292" width="150" height="40" rx="20" fill="#f2b65a"/>${text('Call now', 239, 318, 18, ink, 0.5, true)}${text('Skip for 5 minutes', 336, 318, 17, '#dfe9df')}${wait(572, 246, 0.62)}`

function wait(x: number, y: number, share: number): string {
  const [endX, endY] = polar([x, y], 54, share * 360 - 90)
  return `${disc('none', [x, y], 54, ' stroke="#3d6a61" stroke-width="12"')}<path d="M${x} ${y - 54}A54 54 0 1 1 ${endX.toFixed(1)} ${endY.toFixed(1)}" fill="none" stroke="#f2b65a" stroke-width="12" stroke-linecap="round"/>${text('14', x, y + 8, 34, '#fffdf8', 0.5, true)}${text('minutes', x, y + 28, 13, '#dfe9df', 0.5)}`
}

const people: [name: string, about: string, minutes: number, colour: string][] = [
  ['Saule A.', 'Blood test', 24, '#d9805f'],
  ['Timur K.', 'Child, 6 years', 19, '#7fa08f'],
  ['Nurlan Zh.', 'Results', 17, '#e0b45c'],
  ['Vera P.', 'Needs an interpreter', 12, '#6f90a8'],
  ['Madina T.', 'Vaccination', 8, '#b58aa5'],
  ['Ruslan B.', 'First visit', 3, '#94a36b'],
]

function waitingList(): string {
  const rows = people.map(([name, about, minutes, colour], index) => {
    const y = 434 + index * 57
    return `${disc(colour, [186, y], 18)}${text(name.slice(0, 1), 186, y + 6, 17, '#fffdf8', 0.5, true)}${text(name, 218, y - 2, 18, ink, 0, true)}${text(about, 218, y + 18, 14, soft)}<rect x="430" y="${y - 5}" width="140" height="9" rx="4.5" fill="#ece8de"/><rect x="430" y="${y - 5}" width="${minutes * 5.6}" height="9" rx="4.5" fill="${minutes > 20 ? '#c9512f' : '#4f8a74'}"/>${text(`${minutes} min`, 622, y + 6, 16, minutes > 20 ? '#c9512f' : ink, 1, minutes > 20)}${index < 5 ? stroke(line, 1, `M164 ${y + 29}H622`) : ''}`
  })
  return `${card(136, 370, 508, 400)}${text('Waiting', 164, 404, 17, soft)}${rows.join('')}`
}

function flow(): string {
  const counts = [3, 8, 14, 11, 9, 6, 4, 7, 10, 8, 5, 2]
  const bars = counts.map((count, hour) => {
    const [x, height] = [700 + hour * 44, count * 7.4]
    return `<rect x="${x}" y="${302 - height}" width="28" height="${height}" rx="5" fill="${hour === 5 ? '#e0813e' : hour < 5 ? '#7fa695' : '#d9dfd2'}"/>${hour % 2 ? '' : text(String(8 + hour), x + 14, 326, 13, soft, 0.5)}`
  })
  const usual = curve(
    counts.map((count, hour): Point => [714 + hour * 44, 298 - (count * 0.82 + 1.6 * Math.sin(hour)) * 7.4]),
  )
  return `${card(664, 142, 580, 208)}${text('People through the door today', 692, 176, 17, soft)}${text('usual Tuesday', 1216, 176, 14, soft, 1)}${stroke('#23443f', 1.6, 'M1100 171h22', ' stroke-dasharray="4 4"')}${bars.join('')}${stroke('#23443f', 1.8, usual, ' stroke-dasharray="4 4"')}`
}

const roomList: [string, string, number, string][] = [
  ['Room 1', 'Free in about 4 min', 0.82, '#4f8a74'],
  ['Room 2', 'Free now', 0, '#4f8a74'],
  ['Room 3', 'Free now', 0, '#4f8a74'],
  ['Room 4', 'Running late, 11 min', 1, '#c9512f'],
]

const rooms = `${card(664, 370, 580, 400)}${text('Rooms', 692, 404, 17, soft)}${roomList
  .map(([name, state, share, colour], index) => {
    const [x, y] = [692 + (index % 2) * 270, 424 + Math.floor(index / 2) * 168]
    return `<rect x="${x}" y="${y}" width="254" height="150" rx="12" fill="${share ? '#f3efe5' : '#e2eee3'}"/>${text(name, x + 20, y + 38, 21, ink, 0, true)}${text(state, x + 20, y + 64, 15, share === 1 ? colour : soft)}<rect x="${x + 20}" y="${y + 116}" width="214" height="10" rx="5" fill="#fffdf8"/>${share ? `<rect x="${x + 20}" y="${y + 116}" width="${214 * share}" height="10" rx="5" fill="${colour}"/>` : ''}<path d="M${x + 196} ${y + 62}v-34h28v34z${share ? '' : `M${x + 196} ${y + 28}l16 8v32l-16-6z`}" fill="${share ? '#cfc8b8' : '#4f8a74'}"/>`
  })
  .join('')}`

/** A greenhouse at 3,800 metres on a small dark screen, 1280 by 800. */
export function greenhouse(page: Sheet): string {
  return drawing(
    page,
    `<defs><linearGradient id="green-sky" x2="0" y2="1"><stop stop-color="#12303a"/><stop offset="1" stop-color="#0d1b1e"/></linearGradient></defs>${box('url(#green-sky)', 0, 0, 1280, 800)}${text('Invernadero 1', 64, 84, 34, '#eaf3e6', 0, true)}${text('El Alto, 3 820 m. Night, fan resting.', 64, 118, 18, '#8fb0a5')}${dials()}${day()}${house}${log}`,
  )
}

const readings: [name: string, value: string, unit: string, share: number, colour: string][] = [
  ['Air', '9.4', '°C', 0.38, '#f2a65a'],
  ['Soil', '61', '%', 0.61, '#6fc3a1'],
  ['Light', '0', 'lx', 0.02, '#f4dd7a'],
  ['Battery', '78', '%', 0.78, '#8ec5e8'],
]

function dials(): string {
  return readings
    .map(([name, value, unit, share, colour], index) => {
      const centre: Point = [134 + index * 178, 246]
      const ticks = range(41).map((step) => {
        const turn = 140 + step * 6.5
        const on = step / 40 <= share
        return `<path d="M${polar(centre, 62, turn)
          .map((v) => v.toFixed(1))
          .join(' ')}L${polar(centre, on ? 76 : 70, turn)
          .map((v) => v.toFixed(1))
          .join(' ')}" stroke="${on ? colour : '#2c4a4c'}" stroke-width="3"/>`
      })
      return `${ticks.join('')}${text(value, centre[0], centre[1] + 10, 38, '#eaf3e6', 0.5, true)}${text(unit, centre[0], centre[1] + 36, 16, '#8fb0a5', 0.5)}${text(name, centre[0], centre[1] + 82, 18, '#c8dcd2', 0.5)}`
    })
    .join('')
}

function day(): string {
  const drift = noise('greenhouse')
  const spots = (lift: number, reach: number, seed: number) =>
    range(49).map((step): Point => {
      const sunlit = Math.max(0, Math.sin(((step - 13) / 24) * Math.PI)) * (step > 13 && step < 37 ? 1 : 0)
      return [64 + step * 14.6, 690 - lift - sunlit * reach - drift(step / 3, seed) * 26]
    })
  const inside = curve(spots(40, 190, 2))
  const outside = curve(spots(6, 112, 7))
  const grid = range(5).map((step) => `M64 ${430 + step * 65}H766`)
  const hours = ['0:00', '6:00', '12:00', '18:00', '24:00'].map((hour, index) =>
    text(hour, 64 + index * 175, 726, 15, '#8fb0a5', index / 4),
  )
  return `${text('Last 24 hours', 64, 402, 18, '#c8dcd2')}${stroke('#21393c', 1, grid.join(''))}${box('#f4dd7a', 254, 430, 350, 260, ' opacity=".06"')}${fill('#f2a65a', `${inside}L765 690L64 690Z`, ' opacity=".14"')}${stroke('#f2a65a', 3.5, inside)}${stroke('#8ec5e8', 2.5, outside, ' stroke-dasharray="3 6" stroke-linecap="round"')}${hours.join('')}${text('inside', 470, 452, 16, '#f2a65a')}${text('outside', 612, 640, 16, '#8ec5e8')}`
}

function plant(x: number, size: number, seed: string): string {
  const luck = chance(seed)
  const leaves = range(9).map((leaf) => {
    const y = 396 - leaf * 20 * size
    const side = leaf % 2 ? 1 : -1
    const reach = (46 - leaf * 3) * size
    return `M${x} ${y}q${side * reach * 0.5} ${-reach * 0.7} ${side * reach} ${-reach * 0.1 + luck.about(0, 4)}q${-side * reach * 0.5} ${reach * 0.34} ${-side * reach} ${reach * 0.1}z`
  })
  const fruit = range(4).map((index) =>
    disc(
      luck.pick(['#e2563b', '#e2563b', '#f2a65a']),
      [x + luck.about(0, 26), 330 - index * 34 * size + luck.about(0, 12)],
      8,
    ),
  )
  return `${stroke('#3f7a5c', 3, `M${x} 410V${410 - 190 * size}`)}${fill('#4f9a6f', leaves.map((leaf) => leaf.replace(/-?\d+\.\d+/g, (value) => String(Math.round(Number(value))))).join(''))}${fruit.join('')}`
}

const house = `<g transform="translate(826 24)"><path d="M20 420V190Q20 60 194 60T368 190V420Z" fill="#173a3c" stroke="#7fb3a6" stroke-width="3"/>${group('stroke="#2f5a59" stroke-width="2" fill="none"', '<path d="M107 78V420M194 60V420M281 78V420M20 190H368M20 300H368"/>')}${plant(92, 0.92, 'tomato-1')}${plant(194, 1.1, 'tomato-2')}${plant(292, 0.86, 'tomato-3')}${box('#5a3f2c', 20, 408, 348, 26)}<g transform="translate(194 104)">${disc('#0d1b1e', [0, 0], 27, ' stroke="#7fb3a6" stroke-width="3"')}${range(
  4,
)
  .map((blade) => `<path d="M0 0q14-4 16-20q-14-4-16 20z" fill="#7fb3a6" transform="rotate(${blade * 90})"/>`)
  .join('')}</g></g>`

const entries: [string, string][] = [
  ['05:50', 'Fan off, air below 10°'],
  ['21:14', 'Watered 1.4 l, bed two'],
  ['17:32', 'Vent closed by hand'],
  ['12:05', 'Fan on, 27.8° and rising'],
]

const log = entries
  .map(
    ([time, note], index) =>
      `${disc(index === 0 ? '#f2a65a' : '#3c5c5c', [850, 524 + index * 54], 6)}${index < 3 ? stroke('#2c4a4c', 2, `M850 ${536 + index * 54}v30`) : ''}${text(time, 876, 530 + index * 54, 17, '#8fb0a5')}${text(note, 944, 530 + index * 54, 18, '#eaf3e6')}`,
  )
  .join('')
