import { chance } from '../chance.ts'
import { drawing, range, type Sheet } from '../paper.ts'

const sprite = (rows: string[], x: number, y: number, paint: Record<string, string>) =>
  rows
    .flatMap((row, down) =>
      [...row].map((dot, across) =>
        paint[dot] ? `<path fill="${paint[dot]}" d="M${x + across} ${y + down}h1v1h-1z"/>` : '',
      ),
    )
    .join('')

const carrier = [
  '..cccc....',
  '.cccccc...',
  '...hhh....',
  '..hsssh...',
  '..hsesh...',
  '...sss....',
  '..tttttt..',
  '.sttttts..',
  '.s.tttt.s.',
  '...tttt...',
  '...bbbb...',
  '...b..b...',
  '...b..b...',
  '..kk..kk..',
]
const neighbour = [
  '..ggg...',
  '.ggggg..',
  '..sss...',
  '..sse...',
  '..sss...',
  '.ooooo..',
  'sooooos.',
  '.ooooo..',
  '.ooooo..',
  '..b.b...',
  '..b.b...',
  '.kk.kk..',
]

const skins = { h: '#2a1a16', s: '#8a5638', e: '#1a1210', b: '#3a3f5c', k: '#1c1a22' }

/** A game about carrying water up stairs, 1280 by 800. */
export function waterStairs(page: Sheet): string {
  const luck = chance('water')
  const steps = range(12).map(
    (step) =>
      `<path fill="${step % 2 ? '#8f8a9a' : '#a19cad'}" d="M${10 + step * 11} ${86 - step * 5}h12v${14 + step * 5}h-12z"/><path fill="#c9c4d2" d="M${10 + step * 11} ${86 - step * 5}h12v1h-12z"/>`,
  )
  const windows = range(24).map(
    (pane) =>
      `<path fill="${luck.pick(['#f4cf7a', '#3d4470', '#3d4470', '#e8a86a'])}" d="M${6 + (pane % 8) * 20} ${8 + Math.floor(pane / 8) * 13}h9v8h-9z"/>`,
  )
  const drops = range(9).map(
    (drop) =>
      `<path fill="#6fc3e0" d="M${44 + drop * 9 + luck.whole(-2, 2)} ${76 - drop * 4 + luck.whole(-2, 3)}h1v2h-1z"/>`,
  )
  const bar = `<path fill="#1c1f38" d="M4 4h44v7h-44z"/><path fill="#6fc3e0" d="M5 5h29v5h-29z"/><path fill="#1c1f38" d="M128 4h28v7h-28z"/>${range(
    3,
  )
    .map(
      (heart) =>
        `<path fill="${heart < 2 ? '#e0526a' : '#4a4f70'}" d="M${131 + heart * 8} 5h2v1h1v-1h2v2h-1v1h-1v1h-1v1h-1v-1h-1v-1h-1v-1h-1v-2z"/>`,
    )
    .join('')}`
  return drawing(
    page,
    `<g transform="scale(8)" shape-rendering="crispEdges"><path fill="#4a5288" d="M0 0h160v100h-160z"/><path fill="#5b639a" d="M0 0h160v14h-160z"/>${windows.join('')}<path fill="#5a4a5c" d="M0 92h160v8h-160z"/>${steps.join('')}${drops.join('')}${sprite(carrier, 62, 48, { ...skins, c: '#f0b93c', t: '#d8447a' })}${sprite(neighbour, 92, 36, { ...skins, g: '#e8e2d0', o: '#3f9a74' })}${sprite(neighbour, 126, 22, { ...skins, g: '#2a1a16', o: '#e0823c' })}${bar}</g>`,
  )
}
