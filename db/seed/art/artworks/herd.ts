import { chance } from '../chance.ts'
import { box, drawing, group, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

/** White goats on snow, and the boxes that a program drew around them, 1400 by 900. */
export function goatsOnSnow(page: Sheet): string {
  const luck = chance('goats')
  const goat = `<g id="goat"><path d="M-22-2q-4-16 10-17h22q10 0 12-10l4-8 8 2 6 6-4 6-8 1q-2 16-8 20v18h-5v-14h-24v14h-5z"/><path d="M24-36q-2-10-10-12M27-36q2-10-4-14" fill="none" stroke="#6b6257" stroke-width="2.4"/></g>`
  const herd = range(34).map((animal) => {
    const y = 360 + (animal % 9) * 52 + luck.about(0, 14)
    const x = 90 + ((animal * 317) % 1220) + luck.about(0, 20)
    const size = 0.55 + (y - 330) / 560
    const uncle = animal === 21
    const coat = uncle ? '#4a3426' : luck.pick(['#fbfaf6', '#f7f4ee', '#fdfcf9', '#eae3d6', '#6b5a4c'])
    const sure = luck.next() < 0.8 || uncle
    const half = Math.round(40 * size)
    const figure = uncle
      ? `<path d="M-16 20q-4-44 16-46t16 46z" fill="${coat}"/><circle cx="0" cy="-36" r="10" fill="#d9a67c"/><path d="M-14-38q14-18 28 0l-3 5h-22z" fill="#2b1f18"/>`
      : `<use href="#goat" fill="${coat}" stroke="#cfd4d6" stroke-width="1.4"/>`
    const frame = sure
      ? stroke(
          uncle ? '#c2410c' : '#2f8f86',
          3,
          `M${Math.round(x) - half} ${Math.round(y - 54 * size)}h${half * 2}v${Math.round(80 * size)}h-${half * 2}z`,
        )
      : ''
    const turned = animal % 3 === 0 ? -size : size
    return {
      y,
      mark: `<g transform="translate(${Math.round(x)} ${Math.round(y)}) scale(${turned.toFixed(2)} ${size.toFixed(2)})">${figure}</g>${frame}`,
    }
  })
  const drifts = range(26).map(
    () => `M${luck.whole(0, 1300)} ${luck.whole(360, 880)}q${luck.whole(30, 70)} -10 ${luck.whole(90, 160)} 0`,
  )
  return drawing(
    page,
    `<defs>${goat}${tooth('herd-tooth', 4, 0.07)}</defs>${box('#bcd2de', 0, 0, 1400, 330)}<path fill="#9fb4c0" d="M0 330V250Q160 170 300 240T620 190T900 236T1180 160T1400 230V340H0Z"/><path fill="#eef2f3" d="M0 322Q340 280 700 316T1400 300V900H0Z"/>${stroke('#dde6e9', 4, drifts.join(''))}${group(
      '',
      herd
        .toSorted((one, other) => one.y - other.y)
        .map(({ mark }) => mark)
        .join(''),
    )}${covered('herd-tooth')}`,
  )
}
