import { chance } from '../chance.ts'
import { lineLength, setLine } from '../lettering/set.ts'
import { box, disc, drawing, fill, group, type Point, range, type Sheet, sliver, stroke, tick } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'

const ink = '#232227'
const tint = '#f0a58c'
const night = '#5b7f95'
const white = '#f9f4e8'

type Frame = [x: number, y: number, width: number, height: number]

const frames: Frame[] = [
  [60, 60, 780, 340],
  [60, 418, 250, 300],
  [328, 418, 512, 300],
  [60, 736, 400, 250],
  [478, 736, 362, 250],
  [60, 1004, 780, 206],
]

/** A page about a late bus, 900 by 1270. */
export function busComic(page: Sheet): string {
  const scenes = [stop, watch, faces, headlamps, seat, away]
  const panels = frames.map(([x, y, width, height], index) => {
    const clip = `<clipPath id="comic-${index}"><rect width="${width}" height="${height}"/></clipPath>`
    const rim = `<path d="M-1 1L${width + 1} -1L${width} ${height + 1}L1 ${height}Z" fill="none" stroke="${ink}" stroke-width="6" stroke-linejoin="round"/>`
    return `<g transform="translate(${x} ${y})">${clip}${group(`clip-path="url(#comic-${index})"`, scenes[index]?.() ?? '')}${rim}</g>`
  })
  return drawing(
    page,
    `<defs>${specks('comic-ink', 4, 9, -6.3)}${tooth('comic-tooth', 6, 0.06)}<pattern id="comic-dots" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><circle cx="4" cy="4" r="2.5" fill="${ink}"/></pattern></defs>${box(white, 0, 0, 900, 1270)}${group('filter="url(#comic-ink)"', panels.join(''))}${words}${covered('comic-tooth')}`,
  )
}

const rain = (seed: string, count: number, width: number, height: number) => {
  const luck = chance(seed)
  const drops = range(count).map(() => {
    const start: Point = [luck.between(0, width + 40), luck.between(-20, height)]
    const reach = luck.between(14, 40)
    return tick(start, [start[0] - reach * 0.3, start[1] + reach])
  })
  return stroke(white, 2.4, drops.join(''), ' stroke-linecap="round"')
}

const stop = () =>
  box(night, 0, 0, 780, 340) +
  fill(ink, 'M0 210V96h70v40h48V70h84v120h52V120h96v90h74V150h60v60h296V340H0z') +
  fill(
    tint,
    'M24 120h14v18H24zM86 160h12v16H86zM140 96h16v20h-16zM166 96h16v20h-16zM140 140h16v20h-16zM280 146h14v18h-14zM310 146h14v18h-14zM452 168h14v14h-14z',
  ) +
  box(ink, 0, 268, 780, 90) +
  fill(night, 'M0 292h780v5H0zM60 318h220v4H60zM420 320h260v4H420z') +
  fill(tint, 'M560 92L520 268H700L640 92z', ' opacity=".75"') +
  stroke(ink, 9, 'M600 270V78M590 78h62') +
  fill(ink, 'M636 70h34v34h-34z') +
  fill(white, 'M642 76h22v10h-22z') +
  woman(560, 266, 1) +
  stroke(ink, 8, 'M664 268v-58h76v58M656 210h92') +
  fill(ink, 'M676 206h22v-30h-22zM684 176a12 12 0 1 1 1 0z') +
  rain('stop', 120, 780, 340)

const woman = (x: number, y: number, size: number) =>
  `<g transform="translate(${x} ${y}) scale(${size})">${fill(ink, 'M-64-112C-58-160 58-160 64-112C50-120 38-120 22-110C10-120-10-120-22-110C-38-120-50-120-64-112z')}${stroke(ink, 4, 'M0-150V-40')}${fill(ink, 'M-24-78C-18-90 6-90 12-78L24-10H-32z')}${disc(ink, [-8, -98], 13)}${disc(ink, [-16, -108], 8)}${stroke(ink, 8, 'M-16-12V2M8-12V2')}</g>`

const watch = () =>
  box(tint, 0, 0, 250, 300) +
  fill(white, 'M92 0h74l10 92h-94zM82 212h94l-8 88h-78z', ` stroke="${ink}" stroke-width="5"`) +
  disc(white, [128, 152], 82, ` stroke="${ink}" stroke-width="8"`) +
  range(12)
    .map(
      (hour) =>
        `<path d="M128 84v${hour % 3 ? 8 : 16}" stroke="${ink}" stroke-width="5" transform="rotate(${hour * 30} 128 152)"/>`,
    )
    .join('') +
  stroke(ink, 8, 'M128 152L104 186M128 152L92 112', ' stroke-linecap="round"') +
  disc(ink, [128, 152], 8) +
  range(9)
    .map((line) => fill(ink, sliver([0, 230 + line * 9], [66 - line * 3, 300], 2)))
    .join('')

const faces = () =>
  box(night, 0, 0, 512, 300) +
  rain('faces', 70, 512, 300) +
  fill(ink, 'M-10 60C80-60 340-50 402 70C360 50 320 52 284 76C230 44 160 46 110 76C70 50 30 48-10 60z') +
  stroke(ink, 8, 'M198 0V200') +
  fill(
    white,
    'M62 160C56 104 96 84 136 88C176 92 190 126 184 160C182 200 160 226 126 226C92 226 68 198 62 160z',
    ` stroke="${ink}" stroke-width="6"`,
  ) +
  fill(
    ink,
    'M56 160C40 84 96 58 140 70C188 76 200 120 188 150C168 116 110 104 84 124C72 134 66 146 62 170zM60 96a26 26 0 1 1-30 30z',
  ) +
  stroke(
    ink,
    5,
    'M92 154q12-8 22 0M140 154q12-8 22 0M126 160q-8 18 4 20M108 202q20-10 38-2M84 172q-6 10 0 18M168 170q6 8 0 18',
    ' stroke-linecap="round"',
  ) +
  `${disc('none', [103, 158], 18, ` stroke="${ink}" stroke-width="4"`)}${disc('none', [151, 158], 18, ` stroke="${ink}" stroke-width="4"`)}` +
  fill(tint, 'M20 310C26 240 70 222 126 230C186 226 226 246 234 310z', ` stroke="${ink}" stroke-width="6"`) +
  fill(
    white,
    'M352 176C350 132 378 112 410 112C446 114 462 140 460 174C458 212 438 234 408 234C376 232 356 212 352 176z',
    ` stroke="${ink}" stroke-width="6"`,
  ) +
  fill(ink, 'M346 178C336 110 372 86 414 90C462 94 478 132 464 172C456 140 440 140 408 140C376 138 362 146 346 178z') +
  stroke(ink, 5, 'M382 172v6M430 172v6M406 176q-6 14 4 16M392 210q16 8 32 0', ' stroke-linecap="round"') +
  fill(white, 'M318 310C322 256 360 238 408 242C456 240 494 258 498 310z', ` stroke="${ink}" stroke-width="6"`) +
  fill('url(#comic-dots)', 'M318 310C322 256 360 238 408 242C456 240 494 258 498 310z')

const headlamps = () =>
  box(ink, 0, 0, 400, 250) +
  fill(night, 'M0 250L120 128H280L400 250z') +
  fill(tint, 'M150 134L-60 250H190zM250 134L460 250H210z', ' opacity=".85"') +
  fill(white, 'M128 44q0-16 16-16h112q16 0 16 16v98H128z', ` stroke="${ink}" stroke-width="6"`) +
  fill(night, 'M140 62h120v40H140z', ` stroke="${ink}" stroke-width="5"`) +
  fill(tint, 'M156 36h88v18h-88z') +
  `${disc(white, [148, 126], 13, ` stroke="${ink}" stroke-width="5"`)}${disc(white, [252, 126], 13, ` stroke="${ink}" stroke-width="5"`)}` +
  stroke(ink, 4, 'M200 62v40M176 126h48') +
  rain('lamps', 60, 400, 250)

const seat = () =>
  box(tint, 0, 0, 362, 250) +
  fill(night, 'M30 20h302v112H30z', ` stroke="${ink}" stroke-width="6"`) +
  fill(ink, 'M30 132V96l44-20 30 22 46-40 40 34 60-24 82 40v24z') +
  disc(white, [262, 52], 15) +
  fill(
    white,
    'M74 250V150q0-22 22-22h60q22 0 22 22v100zM196 250V150q0-22 22-22h60q22 0 22 22v100z',
    ` stroke="${ink}" stroke-width="6"`,
  ) +
  fill('url(#comic-dots)', 'M74 214h104v36H74zM196 214h104v36H196z') +
  stroke(ink, 6, 'M74 212h104M196 212h104') +
  fill(ink, 'M222 206q26-34 52 0z') +
  stroke(ink, 5, 'M248 188v-14q0-8 10-8')

const away = () =>
  box(night, 0, 0, 780, 206) +
  fill(ink, 'M0 160h780v46H0zM0 160V120h40v-30h60v44h70v26zM640 160v-52h50v22h90v30z') +
  fill(white, 'M250 40q0-16 16-16h340q18 0 20 18l8 106H250z', ` stroke="${ink}" stroke-width="6"`) +
  fill(tint, 'M250 106h380v18H250z') +
  fill(ink, 'M268 44h58v46h-58zM340 44h58v46h-58zM412 44h58v46h-58zM484 44h58v46h-58zM556 44h52l6 46h-58z') +
  fill(tint, 'M352 90c0-18 8-24 18-24s18 6 18 24zM370 64a9 9 0 1 1 1 0z') +
  stroke(tint, 6, 'M388 84l12-24', ' stroke-linecap="round"') +
  `${disc(ink, [320, 150], 27)}${disc(ink, [556, 150], 27)}${disc(white, [320, 150], 11)}${disc(white, [556, 150], 11)}` +
  fill(white, 'M70 176h90v4H70zM190 190h50v4h-50z') +
  rain('away', 70, 780, 206)

const balloon = (text: string, x: number, y: number, [tipX, tipY]: Point) => {
  const wide = lineLength(text, { size: 27, colour: ink }) + 44
  const [foot, inner] = [tipX + (tipX < x ? 30 : -26), tipY < y ? y - 30 : y + 10]
  const rim = ` stroke="${ink}" stroke-width="4.5" stroke-linejoin="round"`
  const tail = `M${foot} ${inner}L${tipX} ${tipY}L${foot + 24} ${inner}Z`
  return (
    fill(white, tail, rim) +
    fill(white, `M${x} ${y - 34}h${wide}q16 0 16 24t-16 24H${x}q-16 0-16-24t16-24z`, rim) +
    fill(white, `M${foot + 2} ${y - 10}L${(foot + tipX) / 2 + 4} ${(inner + tipY) / 2}L${foot + 21} ${y - 10}Z`) +
    setLine(text, x + wide / 2, y, { size: 27, colour: ink, align: 0.5, more: ` stroke="${ink}" stroke-width="6"` })
  )
}

const words = [
  box(white, 78, 78, 226, 46, ` stroke="${ink}" stroke-width="4"`),
  setLine('18h40. Parada 9.', 96, 110, { size: 25, colour: ink, more: ` stroke="${ink}" stroke-width="5"` }),
  balloon('Atrasou?', 356, 470, [446, 524]),
  balloon('Sempre.', 676, 524, [722, 578]),
  balloon('Como eu.', 540, 700, [520, 644]),
  setLine('...e guardou o lugar.', 800, 1196, {
    size: 25,
    colour: white,
    align: 1,
    more: ` stroke="${white}" stroke-width="4"`,
  }),
].join('')
