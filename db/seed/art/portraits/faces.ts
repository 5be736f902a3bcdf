import { fill, range, stroke } from '../paper.ts'
import type { Look } from './look.ts'

const ink = '#241a18'

export const headOf = ({ width, chin }: Look) => {
  const [left, right] = [160 - width, 160 + width]
  return `M${left} 134C${left - 2} 66 ${right + 2} 66 ${right} 134C${right} 168 ${right - 8} 190 ${160 + width * 0.5} ${chin - 8}C172 ${chin + 3} 148 ${chin + 3} ${160 - width * 0.5} ${chin - 8}C${left + 8} 190 ${left} 168 ${left} 134Z`
}

export function drawFace(look: Look): string {
  const { skin, shade, width } = look
  const ears = `<ellipse cx="${160 - width}" cy="150" rx="9" ry="15" fill="${skin}"/><ellipse cx="${160 + width}" cy="150" rx="9" ry="15" fill="${shade}"/>`
  return (
    ears +
    fill(skin, headOf(look)) +
    halfLight(look) +
    cheeks(look) +
    beard(look) +
    nose(look) +
    mouth(look) +
    eyes(look) +
    marks(look) +
    glasses(look)
  )
}

/** The shaded side of the face, cut as one sheet with the nose on its edge. */
const halfLight = ({ shade, width, chin }: Look) => {
  const right = 160 + width
  return fill(
    shade,
    `M164 83C190 82 ${right + 2} 92 ${right} 134C${right} 168 ${right - 8} 190 ${160 + width * 0.5} ${chin - 8}C174 ${chin} 168 ${chin} 162 ${chin}C166 200 160 196 162 180C152 182 146 178 150 171C156 160 158 148 157 138C160 118 160 100 164 83Z`,
    ' opacity=".62"',
  )
}

const cheeks = ({ lips, width }: Look) =>
  `<ellipse cx="${160 - width * 0.56}" cy="174" rx="12" ry="8" fill="${lips}" opacity=".2"/><ellipse cx="${160 + width * 0.58}" cy="174" rx="11" ry="8" fill="${lips}" opacity=".22"/>`

const nose = ({ shade }: Look) =>
  stroke(shade, 2.6, 'M151 170Q147 178 156 180Q162 181 166 178', ' stroke-linecap="round"')

function mouth({ mouth: kind, lips, chin }: Look): string {
  const y = 192 + (chin - 210) * 0.3
  if (kind === 'grin')
    return fill(
      '#fbf6ee',
      `M143 ${y - 4}Q160 ${y + 2} 178 ${y - 5}Q174 ${y + 11} 160 ${y + 11}Q147 ${y + 10} 143 ${y - 4}Z`,
      ` stroke="${lips}" stroke-width="3.4" stroke-linejoin="round"`,
    )
  const lift = kind === 'smile' ? 4 : 0
  return (
    fill(
      lips,
      `M145 ${y - lift}Q154 ${y - 5} 160 ${y - 2}Q166 ${y - 5} 176 ${y - lift}Q168 ${y + 8} 160 ${y + 8}Q151 ${y + 8} 145 ${y - lift}Z`,
    ) +
    stroke(ink, 1.6, `M143 ${y - lift - 1}Q160 ${y + 4} 178 ${y - lift - 1}`, ' stroke-linecap="round" opacity=".55"')
  )
}

function eyes({ eyes: kind, brow, hair, width }: Look): string {
  const brows =
    hair.cut === 'scarf' ||
    hair.cut === 'flatCap' ||
    hair.cut === 'beanie' ||
    hair.cut === 'shaven' ||
    hair.cut === 'braidsUp'
      ? ink
      : hair.colour
  const gap = width * 0.46
  const browTone =
    hair.cut === 'flatCap'
      ? '#c9c3b8'
      : hair.cut === 'whiteCurls' || hair.cut === 'silverBob'
        ? '#9f9a94'
        : hair.cut === 'plaits'
          ? '#b99a5c'
          : hair.cut === 'bob'
            ? '#a9854a'
            : brows
  return [-1, 1]
    .map((side) => {
      const x = 160 + side * gap
      const arch = stroke(
        browTone,
        brow,
        `M${x - 12} ${side < 0 ? 131 : 128}Q${x} ${123 - brow * 0.4} ${x + 12} ${side < 0 ? 128 : 131}`,
        ' stroke-linecap="round"',
      )
      return arch + eye(kind, x)
    })
    .join('')
}

function eye(kind: Look['eyes'], x: number): string {
  if (kind === 'smiling') return stroke(ink, 3.4, `M${x - 9} 149Q${x} 139 ${x + 9} 149`, ' stroke-linecap="round"')
  if (kind === 'lowered') return stroke(ink, 3, `M${x - 10} 145Q${x} 152 ${x + 10} 145`, ' stroke-linecap="round"')
  return (
    fill('#fbf6ee', `M${x - 11} 147Q${x} 137 ${x + 11} 146Q${x} 154 ${x - 11} 147Z`) +
    `<circle cx="${x}" cy="146" r="4.8" fill="${ink}"/><circle cx="${x + 1.6}" cy="144.4" r="1.3" fill="#fff"/>` +
    stroke(ink, 2.8, `M${x - 12} 147Q${x} 136 ${x + 12} 145`, ' stroke-linecap="round"')
  )
}

function beard({ beard: kind, hair, width, chin }: Look): string {
  const [left, right] = [160 - width, 160 + width]
  const colour =
    hair.cut === 'beanie'
      ? '#2a1d18'
      : hair.cut === 'flatCap'
        ? hair.colour
        : hair.cut === 'receding'
          ? '#b5b0a9'
          : hair.colour
  if (kind === 'full')
    return fill(
      colour,
      `M${left - 1} 150C${left + 6} 176 ${left + 14} 178 ${left + 24} 178C140 176 150 182 160 181C170 182 180 176 ${right - 24} 178C${right - 14} 178 ${right - 6} 176 ${right + 1} 150C${right + 2} 190 ${right - 10} ${chin + 10} 160 ${chin + 16}C${left + 10} ${chin + 10} ${left - 2} 190 ${left - 1} 150Z`,
    )
  if (kind === 'trimmed')
    return fill(
      colour,
      `M${left} 152C${left + 5} 180 ${left + 16} 184 ${left + 24} 184C144 180 150 184 160 184C170 184 176 180 ${right - 24} 184C${right - 16} 184 ${right - 5} 180 ${right} 152C${right + 1} 184 ${right - 12} ${chin + 1} 160 ${chin + 6}C${left + 12} ${chin + 1} ${left - 1} 184 ${left} 152Z`,
    )
  if (kind === 'moustache')
    return fill(
      colour,
      'M160 181C148 174 132 180 118 196C132 198 150 198 160 188C170 198 188 198 202 196C188 180 172 174 160 181Z',
    )
  if (kind === 'goatee')
    return fill(
      colour,
      `M160 183C150 179 142 184 138 196C138 208 148 ${chin + 5} 160 ${chin + 6}C172 ${chin + 5} 182 208 182 196C178 184 170 179 160 183Z`,
      ' opacity=".88"',
    )
  if (kind === 'stubble')
    return fill(
      colour,
      `M${left + 2} 160C${left + 8} 184 ${left + 20} 182 136 182Q160 178 184 182C${right - 20} 182 ${right - 8} 184 ${right - 2} 160C${right} 186 ${right - 14} ${chin} 160 ${chin + 2}C${left + 14} ${chin} ${left} 186 ${left + 2} 160Z`,
      ' opacity=".32"',
    )
  return ''
}

function marks({ marks: kind, shade, width }: Look): string {
  if (kind === 'freckles')
    return fill(
      '#c7805c',
      range(22)
        .map((spot) => `M${160 - width * 0.76 + (spot % 11) * width * 0.145} ${162 + ((spot * 7) % 15)}h2.4v2.4h-2.4z`)
        .join(''),
      ' opacity=".7"',
    )
  if (kind === 'lines')
    return stroke(
      shade,
      2,
      `M${160 - width * 0.86} 152q-5 4-4 9M${160 + width * 0.86} 152q5 4 4 9M139 180q-6 8-4 17M183 180q6 8 4 17M146 112q14-4 28 0`,
      ' stroke-linecap="round"',
    )
  return ''
}

function glasses({ glasses: worn, width }: Look): string {
  if (!worn) return ''
  const gap = width * 0.46
  const rim = worn.shape === 'dark' ? `fill="${worn.colour}"` : 'fill="#fff" fill-opacity=".16"'
  const lens = (x: number) =>
    worn.shape === 'square'
      ? `<rect x="${x - 18}" y="133" width="36" height="27" rx="7" ${rim}/>`
      : `<circle cx="${x}" cy="147" r="18" ${rim}/>`
  const gleam =
    worn.shape === 'dark'
      ? stroke('#fff', 3, `M${160 - gap - 9} 141l8-5M${160 + gap - 9} 141l8-5`, ' stroke-linecap="round" opacity=".5"')
      : ''
  return `<g stroke="${worn.colour}" stroke-width="3.8">${lens(160 - gap)}${lens(160 + gap)}</g>${stroke(worn.colour, 3.4, `M${160 - gap + 17} 145Q160 140 ${160 + gap - 17} 145M${160 - gap - 18} 145L${160 - width - 2} 142M${160 + gap + 18} 145L${160 + width + 2} 142`)}${gleam}`
}
