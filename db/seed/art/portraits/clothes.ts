import { fill, range, stroke } from '../paper.ts'
import { type Cloth, shoulders } from './cloth.ts'
import type { Look, Top } from './look.ts'
import { robes } from './robes.ts'

const tops: Record<Top, (cloth: Cloth) => string> = {
  ...robes,
  crew: ({ colour, trim }) =>
    fill(colour, shoulders) +
    stroke(trim, 9, 'M128 243Q160 276 192 243') +
    stroke(trim, 3, 'M76 266Q84 296 82 320M244 266Q236 296 238 320'),
  collar: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(under, 'M138 238L160 284L182 238Z') +
    fill(trim, 'M132 236L160 282L134 300L112 250ZM188 236L160 282L186 300L208 250Z') +
    stroke(trim, 3, 'M160 284V320') +
    range(2)
      .map((button) => `<circle cx="166" cy="${298 + button * 16}" r="2.6" fill="${under}"/>`)
      .join(''),
  cardigan: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    fill(colour, 'M34 322C38 264 92 250 130 240L154 322ZM286 322C282 264 228 250 190 240L166 322Z') +
    stroke(trim, 7, 'M131 241L155 322M189 241L165 322') +
    fill('#fffaf0', 'M134 236L160 268L140 280L122 246ZM186 236L160 268L180 280L198 246Z'),
  apron: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    stroke('#b9ad98', 3, 'M128 243Q160 272 192 243') +
    fill(colour, 'M100 322V274Q160 288 220 274V322Z') +
    stroke(trim, 9, 'M106 278L126 240M214 278L194 240') +
    stroke(trim, 3, 'M100 280Q160 294 220 280M142 300h36v20'),
  turtleneck: ({ colour, trim }) =>
    fill(colour, shoulders) +
    fill(colour, 'M130 214Q160 230 190 214L194 252Q160 266 126 252Z') +
    stroke(trim, 3, 'M129 226Q160 242 191 226M127 240Q160 256 193 240'),
  jacket: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    stroke('#00000022', 5, 'M134 242Q160 266 186 242') +
    fill(colour, 'M34 322C38 264 92 250 128 239L158 322ZM286 322C282 264 228 250 192 239L162 322Z') +
    fill(trim, 'M128 238L108 262L128 274L122 288L156 322L140 262ZM192 238L212 262L192 274L198 288L164 322L180 262Z'),
  sari: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    stroke(trim, 5, 'M130 244Q160 274 190 244') +
    fill(colour, 'M34 322C40 266 92 252 122 243C150 268 222 296 246 322Z') +
    stroke(trim, 8, 'M123 244C152 270 220 298 246 324') +
    stroke(trim, 2.4, 'M84 262C112 286 150 306 176 322M60 276C82 298 100 312 120 322'),
  yoke: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    stroke(trim, 7, 'M126 244Q160 270 194 244') +
    stroke(under, 5, 'M108 250Q160 292 212 250') +
    fill(
      trim,
      range(13)
        .map((star) => `M${66 + star * 15.6} ${268 + Math.sin((star / 12) * 3.14) * 26}l6 7-6 7-6-7z`)
        .join(''),
    ) +
    fill(
      trim,
      range(16)
        .map((dot) => `M${52 + dot * 14} ${290 + Math.sin((dot / 15) * 3.14) * 24}h4v4h-4z`)
        .join(''),
    ),
  hood: ({ colour, trim, under }) =>
    fill(trim, 'M92 262C84 214 110 196 134 200L186 200C210 196 236 214 228 262Z') +
    fill(colour, shoulders) +
    fill(under, 'M140 238Q160 262 180 238Q172 274 160 276Q148 274 140 238Z') +
    stroke(trim, 6, 'M132 240Q138 286 160 290Q182 286 188 240') +
    stroke(under, 3, 'M146 284v28M174 284v28', ' stroke-linecap="round"'),
  overall: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    stroke('#c9bda6', 4, 'M130 242Q160 270 190 242') +
    fill(colour, 'M104 322V276H216V322Z') +
    stroke(colour, 14, 'M112 284L122 244M208 284L198 244') +
    fill('#e2c46a', 'M108 280h10v10h-10zM202 280h10v10h-10z') +
    stroke(trim, 3, 'M110 296H210M140 322v-18h40v18'),
  vest: ({ colour, trim, under }) =>
    fill(under, shoulders) +
    stroke('#00000033', 4, 'M130 242Q160 270 190 242') +
    fill(colour, 'M70 322C72 282 92 260 124 243L150 322ZM250 322C248 282 228 260 196 243L170 322Z') +
    fill(trim, 'M92 262L106 252L132 322H114ZM228 262L214 252L188 322H206Z'),
  stripes: ({ colour, trim }) =>
    fill(colour, shoulders) +
    stroke(trim, 5, 'M40 300Q160 336 280 300M50 282Q160 318 270 282M70 266Q160 300 250 266M100 254Q160 280 220 254') +
    fill('#8a9aa0', 'M112 322V290H208V322Z') +
    stroke('#8a9aa0', 8, 'M116 292L128 246M204 292L192 246'),
  raincoat: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(under, 'M134 238Q160 258 186 238L176 290H144Z') +
    fill(trim, 'M132 236C108 240 100 254 104 268L150 300L144 262ZM188 236C212 240 220 254 216 268L170 300L176 262Z') +
    stroke(trim, 3, 'M160 296V322') +
    range(2)
      .map((toggle) => `<rect x="146" y="${298 + toggle * 14}" width="28" height="5" rx="2.5" fill="${under}"/>`)
      .join(''),
}

export const drawClothes = ({ wears }: Look) => tops[wears.top](wears)
