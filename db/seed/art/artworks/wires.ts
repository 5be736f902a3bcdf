import { chance } from '../chance.ts'
import { box, disc, drawing, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

const cords: [string, ...string[]] = ['#c8402f', '#e0a53c', '#2f6f8f', '#3f7d58', '#e8ddc4', '#7a4a8a']

/** Two columns of a catalogue, joined by cords, 1000 by 1200. */
export function switchboard(page: Sheet): string {
  const luck = chance('switchboard')
  const jack = (row: number, column: number) => [150 + column * 100, (row < 6 ? 130 : 300) + row * 66] as const
  const holes = range(96).map((hole) => {
    const [x, y] = jack(Math.floor(hole / 8), hole % 8)
    return `${disc('#15110f', [x, y], 15)}<circle cx="${x}" cy="${y}" r="15" fill="none" stroke="#b98a3a" stroke-width="4"/>${disc('#e9dfc8', [x, y - 26], 4)}`
  })
  const joined = range(19).map((cord) => {
    const [x1, y1] = jack(cord % 6, (cord * 3 + luck.whole(0, 2)) % 8)
    const [x2, y2] = jack(6 + ((cord * 5) % 6), luck.whole(0, 7))
    const sag = luck.whole(40, 170)
    const colour = luck.pick(cords)
    return (
      stroke('#00000055', 9, `M${x1 + 6} ${y1 + 8}C${x1 + 6} ${y1 + sag} ${x2 + 6} ${y2 - sag} ${x2 + 6} ${y2 + 8}`) +
      stroke(
        colour,
        8,
        `M${x1} ${y1}C${x1 + luck.whole(-50, 50)} ${y1 + sag + 60} ${x2 + luck.whole(-50, 50)} ${y2 - sag - 60} ${x2} ${y2}`,
        ' stroke-linecap="round"',
      ) +
      disc(colour, [x1, y1], 11) +
      disc(colour, [x2, y2], 11) +
      disc('#e9dfc8', [x1, y1], 4) +
      disc('#e9dfc8', [x2, y2], 4)
    )
  })
  return drawing(
    page,
    `<defs>${tooth('board-tooth', 8, 0.14, '0.02 0.7')}</defs>${box('#4a2f20', 0, 0, 1000, 1200)}${box('#33201a', 70, 60, 860, 480, ' rx="14"')}${box('#33201a', 70, 640, 860, 480, ' rx="14"')}${box('#b98a3a', 70, 580, 860, 8)}${box('#b98a3a', 70, 596, 860, 3)}${holes.join('')}${joined.join('')}${covered('board-tooth')}`,
  )
}

/** A sound wave of rain on zinc in which one beat in four comes late, 1600 by 700. */
export function lateSnare(page: Sheet): string {
  const luck = chance('late-snare')
  const bars = range(196).map((bar) => {
    const x = 60 + bar * 7.6
    const beat = bar % 24
    const late = beat >= 14 && beat <= 16
    const kick = beat <= 2
    const reach = Math.round(
      (kick ? 170 - beat * 34 : late ? 250 - (beat - 14) * 70 : 26) + luck.between(0, 46) + 30 * Math.sin(bar / 15),
    )
    const colour = late ? '#f2c230' : kick ? '#d8442f' : bar % 2 ? '#2f8f86' : '#4fb0a0'
    return box(colour, x, 350 - reach, 5, reach * 2, ' rx="2.5"')
  })
  const crack = `M980 0l-34 120 46 70-60 130 52 96-38 120 30 164`
  const rain = range(150).map(() => {
    const [x, y] = [luck.whole(20, 1570), luck.whole(10, 660)]
    return `M${x} ${y}l-4 ${luck.whole(10, 26)}`
  })
  return drawing(
    page,
    `<defs>${tooth('snare-tooth', 6, 0.1)}</defs>${box('#14242b', 0, 0, 1600, 700)}${stroke('#2b4a52', 2, rain.join(''))}${bars.join('')}${stroke('#0c161a', 7, crack)}${stroke('#7fa5a8', 1.6, crack)}${covered('snare-tooth')}`,
  )
}

/** Three voices on one sheet: the outer ones are grey, 1400 by 800. */
export function middleVoice(page: Sheet): string {
  const line = (middle: number, swing: number, pace: number, turn: number) =>
    range(57)
      .map((step) => {
        const y = middle + Math.sin(step / pace + turn) * swing + Math.sin(step / 2.3 + turn) * swing * 0.22
        return `${step ? 'L' : 'M'}${80 + step * 22} ${Math.round(y / 12) * 12}`
      })
      .join('')
  const beats = range(13).map((beat) => `M${108 + beat * 100} 90V710`)
  const echoes = range(5).map((echo) =>
    stroke(
      '#c2410c',
      9 - echo * 1.4,
      line(400 + echo * 9, 54, 5.2, 0.9),
      ` opacity="${(0.34 - echo * 0.06).toFixed(2)}" stroke-linejoin="round"`,
    ),
  )
  return drawing(
    page,
    `<defs>${tooth('voice-tooth', 5, 0.09)}</defs>${box('#f1eadb', 0, 0, 1400, 800)}${stroke('#d8ccb4', 2, beats.join(''))}${stroke('#9a9488', 11, line(220, 78, 4.1, 0), ' stroke-linejoin="round" stroke-linecap="round"')}${stroke('#6f6a62', 15, line(600, 40, 7.3, 2), ' stroke-linejoin="round" stroke-linecap="round"')}${echoes.join('')}${stroke('#c2410c', 13, line(400, 54, 5.2, 0.9), ' stroke-linejoin="round" stroke-linecap="round"')}${covered('voice-tooth')}`,
  )
}
