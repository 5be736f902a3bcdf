import { fill, stroke } from '../paper.ts'
import { beard } from './beards.ts'
import type { Look } from './look.ts'
import { marks } from './marks.ts'

const ink = '#241a18'

export const headOf = ({ width, chin, jaw = 0.5 }: Look) => {
  const [left, right] = [160 - width, 160 + width]
  return `M${left} 134C${left - 2} 66 ${right + 2} 66 ${right} 134C${right} 168 ${right - 8} 190 ${160 + width * jaw} ${chin - 8}C172 ${chin + 3} 148 ${chin + 3} ${160 - width * jaw} ${chin - 8}C${left + 8} 190 ${left} 168 ${left} 134Z`
}

export function drawFace(look: Look): string {
  const { skin, shade, width } = look
  const ears = `<ellipse cx="${160 - width}" cy="150" rx="9" ry="15" fill="${skin}"/><ellipse cx="${160 + width}" cy="150" rx="9" ry="15" fill="${shade}"/>`
  return (
    ears +
    fill(skin, headOf(look)) +
    halfLight(look) +
    (look.marks === 'vitiligo' ? marks(look) : '') +
    cheeks(look) +
    beard(look) +
    nose(look) +
    mouth(look) +
    eyes(look) +
    (look.marks === 'vitiligo' ? '' : marks(look)) +
    glasses(look)
  )
}

/** The shaded side of the face, cut as one sheet with the nose on its edge. */
const halfLight = ({ shade, width, chin, jaw = 0.5 }: Look) => {
  const right = 160 + width
  return fill(
    shade,
    `M164 83C190 82 ${right + 2} 92 ${right} 134C${right} 168 ${right - 8} 190 ${160 + width * jaw} ${chin - 8}C174 ${chin} 168 ${chin} 162 ${chin}C166 200 160 196 162 180C152 182 146 178 150 171C156 160 158 148 157 138C160 118 160 100 164 83Z`,
    ' opacity=".62"',
  )
}

const cheeks = ({ lips, width }: Look) =>
  `<ellipse cx="${160 - width * 0.56}" cy="174" rx="12" ry="8" fill="${lips}" opacity=".2"/><ellipse cx="${160 + width * 0.58}" cy="174" rx="11" ry="8" fill="${lips}" opacity=".22"/>`

const noses = {
  plain: 'M151 170Q147 178 156 180Q162 181 166 178',
  broad: 'M146 172Q143 181 153 181Q160 184 167 181Q174 180 173 174',
  long: 'M154 160Q147 179 151 183Q158 187 167 181',
  button: 'M153 173Q150 178 156 180Q161 181 165 178',
}

const nose = ({ shade, nose: kind = 'plain' }: Look) => stroke(shade, 2.6, noses[kind], ' stroke-linecap="round"')

function mouth({ mouth: kind, lips, chin }: Look): string {
  const y = 192 + (chin - 210) * 0.3
  if (kind === 'grin')
    return fill(
      '#fbf6ee',
      `M143 ${y - 4}Q160 ${y + 2} 178 ${y - 5}Q174 ${y + 11} 160 ${y + 11}Q147 ${y + 10} 143 ${y - 4}Z`,
      ` stroke="${lips}" stroke-width="3.4" stroke-linejoin="round"`,
    )
  if (kind === 'braces')
    return (
      fill(
        '#fbf6ee',
        `M142 ${y - 4}Q160 ${y + 3} 178 ${y - 5}Q174 ${y + 10} 160 ${y + 10}Q147 ${y + 9} 142 ${y - 4}Z`,
        ` stroke="${lips}" stroke-width="3.2" stroke-linejoin="round"`,
      ) + stroke('#8d9aa5', 2, `M147 ${y + 1}Q160 ${y + 6} 174 ${y + 1}M153 ${y}v5M160 ${y + 1}v6M167 ${y}v5`)
    )
  if (kind === 'wry')
    return (
      fill(
        lips,
        `M146 ${y + 1}Q156 ${y - 4} 164 ${y - 3}Q172 ${y - 4} 180 ${y - 7}Q172 ${y + 6} 160 ${y + 6}Q152 ${y + 6} 146 ${y + 1}Z`,
      ) + stroke(ink, 1.6, `M144 ${y + 1}Q162 ${y + 3} 181 ${y - 8}q3-1 3-4`, ' stroke-linecap="round" opacity=".55"')
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
  const tone = hair.brows ?? hair.under ?? hair.colour
  return [-1, 1]
    .map((side) => {
      const x = 160 + side * width * 0.46
      const arch = stroke(
        tone,
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
  if (kind === 'narrow')
    return (
      fill('#fbf6ee', `M${x - 10} 147Q${x} 140 ${x + 10} 146Q${x} 151 ${x - 10} 147Z`) +
      `<circle cx="${x}" cy="146" r="3.6" fill="${ink}"/>` +
      stroke(ink, 3, `M${x - 12} 148Q${x} 139 ${x + 12} 145`, ' stroke-linecap="round"')
    )
  if (kind === 'wide')
    return (
      fill('#fbf6ee', `M${x - 11} 147Q${x} 133 ${x + 11} 147Q${x} 158 ${x - 11} 147Z`) +
      `<circle cx="${x}" cy="146.5" r="6" fill="${ink}"/><circle cx="${x + 2}" cy="144" r="1.9" fill="#fff"/>` +
      stroke(ink, 2.8, `M${x - 12} 146Q${x} 132 ${x + 12} 146`, ' stroke-linecap="round"')
    )
  return (
    fill('#fbf6ee', `M${x - 11} 147Q${x} 137 ${x + 11} 146Q${x} 154 ${x - 11} 147Z`) +
    `<circle cx="${x}" cy="146" r="4.8" fill="${ink}"/><circle cx="${x + 1.6}" cy="144.4" r="1.3" fill="#fff"/>` +
    stroke(ink, 2.8, `M${x - 12} 147Q${x} 136 ${x + 12} 145`, ' stroke-linecap="round"')
  )
}

function glasses({ glasses: worn, width }: Look): string {
  if (!worn) return ''
  const gap = width * 0.46
  const rim = worn.shape === 'dark' ? `fill="${worn.colour}"` : 'fill="#fff" fill-opacity=".16"'
  const lens = (x: number, side: number) => {
    if (worn.shape === 'square') return `<rect x="${x - 18}" y="133" width="36" height="27" rx="7" ${rim}/>`
    if (worn.shape === 'half')
      return `<path d="M${x - 17} 152H${x + 17}Q${x + 16} 168 ${x} 168Q${x - 16} 168 ${x - 17} 152Z" ${rim}/>`
    if (worn.shape === 'cat')
      return `<path d="M${x - side * 15} 137Q${x + side * 8} 131 ${x + side * 24} 128Q${x + side * 22} 158 ${x + side * 2} 160Q${x - side * 17} 160 ${x - side * 15} 137Z" ${rim} stroke-linejoin="round"/>`
    return `<circle cx="${x}" cy="147" r="18" ${rim}/>`
  }
  const gleam =
    worn.shape === 'dark'
      ? stroke('#fff', 3, `M${160 - gap - 9} 141l8-5M${160 + gap - 9} 141l8-5`, ' stroke-linecap="round" opacity=".5"')
      : ''
  const arm = worn.shape === 'half' ? 154 : 145
  return `<g stroke="${worn.colour}" stroke-width="3.8">${lens(160 - gap, -1)}${lens(160 + gap, 1)}</g>${stroke(worn.colour, 3.4, `M${160 - gap + 17} ${arm}Q160 ${arm - 5} ${160 + gap - 17} ${arm}M${160 - gap - 18} ${arm}L${160 - width - 2} 142M${160 + gap + 18} ${arm}L${160 + width + 2} 142`)}${gleam}`
}
