import { fill } from '../paper.ts'
import type { Look } from './look.ts'

export function beard({ beard: kind, hair, width, chin }: Look): string {
  const [left, right] = [160 - width, 160 + width]
  const colour = hair.beard ?? hair.under ?? hair.colour
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
  if (kind === 'long')
    return fill(
      colour,
      `M${left - 1} 150C${left + 6} 176 ${left + 16} 180 ${left + 26} 179C140 176 150 184 160 184C170 184 180 176 ${right - 26} 179C${right - 16} 180 ${right - 6} 176 ${right + 1} 150C${right + 4} 200 ${right - 8} 236 ${right - 26} 256L176 250L164 270L154 252L${left + 30} 262L${left + 24} 248C${left + 6} 230 ${left - 4} 196 ${left - 1} 150Z`,
    )
  if (kind === 'chops')
    return fill(
      colour,
      `M${left - 1} 140C${left + 6} 168 ${left + 12} 178 140 186C148 180 156 182 160 185C164 182 172 180 180 186C${right - 12} 178 ${right - 6} 168 ${right + 1} 140C${right + 3} 176 ${right - 6} 200 ${right - 22} 203C190 196 172 196 160 191C148 196 130 196 ${left + 22} 203C${left + 6} 200 ${left - 3} 176 ${left - 1} 140Z`,
    )
  if (kind === 'stubble')
    return fill(
      colour,
      `M${left + 2} 160C${left + 8} 184 ${left + 20} 182 136 182Q160 178 184 182C${right - 20} 182 ${right - 8} 184 ${right - 2} 160C${right} 186 ${right - 14} ${chin} 160 ${chin + 2}C${left + 14} ${chin} ${left} 186 ${left + 2} 160Z`,
      ' opacity=".32"',
    )
  return ''
}
