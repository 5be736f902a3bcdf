import { setLine } from '../lettering/set.ts'
import { box, drawing, group, type Sheet, stroke } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const ink = '#22201f'
const red = '#c23b22'

/** A broadside set in wood and metal type, 900 by 1200. */
export function ampersand(page: Sheet): string {
  const first = setLine('&', 464, 772, { face: 'black', size: 900, colour: red, align: 0.5 })
  const second =
    setLine('hand', 72, 262, { face: 'black', size: 224, colour: ink }) +
    setLine('eye', 828, 970, { face: 'black', size: 292, colour: ink, align: 1 }) +
    setLine('ABCDEFGHIJKLM', 72, 1100, { face: 'black', size: 37, colour: ink, space: 2.6 }) +
    setLine('NOPQRSTUVWXYZ?!', 72, 1142, { face: 'black', size: 37, colour: ink, space: 2.4 }) +
    setLine('Set by hand and printed wet on a proofing press, Harbour Street', 828, 1176, {
      size: 16,
      colour: ink,
      align: 1,
    }) +
    stroke(ink, 7, 'M72 72H828') +
    stroke(ink, 1.6, 'M72 84H828M72 1052H828')
  return drawing(
    page,
    `<defs>${specks('type-red', 6, 9, -5.7, '0.35')}${specks('type-black', 15, 9, -5.9, '0.4')}${tooth('type-tooth', 4, 0.1)}${press}</defs>${box('#f3ecdc', 0, 0, 900, 1200)}${group('filter="url(#type-red)"', first)}${group('filter="url(#type-bite)"', group('filter="url(#type-black)" style="mix-blend-mode:multiply"', second))}${covered('type-tooth')}`,
  )
}

/** Type pushed into soft paper catches light on its lower edge. */
const press = `<filter id="type-bite" x="-5%" y="-5%" width="110%" height="110%"><feOffset in="SourceAlpha" dx="1.5" dy="2" result="low"/><feFlood flood-color="#fffaf0"/><feComposite in2="low" operator="in" result="lip"/><feMerge><feMergeNode in="lip"/><feMergeNode in="SourceGraphic"/></feMerge></filter>`
