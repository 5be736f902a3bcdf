import { fill, range, stroke } from '../paper.ts'
import type { Extra, Look, Top } from './look.ts'

const shoulders = 'M34 322C38 264 92 250 132 240L188 240C228 250 282 264 286 322Z'

type Cloth = Look['wears']

const tops: Record<Top, (cloth: Cloth) => string> = {
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

const extras: Record<Extra, (look: Look) => string> = {
  hoops: ({ width }) =>
    `<g fill="none" stroke="#e0ad3c" stroke-width="4"><circle cx="${158 - width}" cy="182" r="15"/><circle cx="${162 + width}" cy="182" r="15"/></g>`,
  studs: ({ width }) =>
    `<circle cx="${158 - width}" cy="164" r="3.6" fill="#f3e6c0"/><circle cx="${162 + width}" cy="164" r="3.6" fill="#f3e6c0"/>`,
  drops: ({ width }) => [158 - width, 162 + width].map((x) => fill('#d9a63f', `M${x} 164l7 12-7 14-7-14z`)).join(''),
  pencil: ({ width }) =>
    `<g transform="rotate(-62 ${160 + width} 122)">${fill('#e2b13c', `M${150 + width} 118h50v8h-50z`)}${fill('#efd9b4', `M${200 + width} 118l12 4-12 4z`)}${fill('#2b2624', `M${208 + width} 120.700l4 1.300-4 1.300z`)}${fill('#c9605a', `M${144 + width} 118h7v8h-7z`)}</g>`,
  headphones: () =>
    stroke(
      '#25252b',
      11,
      'M104 262C108 226 130 222 136 232M216 262C212 226 190 222 184 232',
      ' stroke-linecap="round"',
    ) +
    fill(
      '#c8452f',
      'M88 250h26q8 0 8 10v26q0 10-8 10H88q-10-22 0-46zM232 250h-26q-8 0-8 10v26q0 10 8 10h26q10-22 0-46z',
    ) +
    fill('#25252b', 'M112 248h12v52h-12zM208 248h-12v52h12z'),
  noseRing: () => `<circle cx="150" cy="177" r="4" fill="none" stroke="#e6c25a" stroke-width="2"/>`,
  bindi: () => `<circle cx="160" cy="124" r="3.6" fill="#a8232c"/>`,
  hearingAid: ({ width }) =>
    stroke('#d9402f', 6, `M${154 - width} 136q-9 12-2 28`, ' stroke-linecap="round"') +
    stroke('#d9402f', 2.4, `M${153 - width} 162q6 4 9-2`),
  neckScarf: ({ wears }) =>
    fill(wears.trim, 'M118 232Q160 262 202 232L212 258Q160 288 108 258Z') +
    fill(wears.under, 'M116 242Q160 272 204 242L207 249Q160 279 113 249Z') +
    fill(wears.trim, 'M176 262L214 258L226 322H190Z') +
    stroke(wears.under, 4, 'M186 290l32-4M190 306l32-4'),
  chair: () =>
    fill('#2c2f33', 'M36 252h16q6 0 6 6v62H44v-54h-8q-6 0-6-7t6-7zM284 252h-16q-6 0-6 6v62h14v-54h8q6 0 6-7t-6-7z') +
    fill('#4a4f55', 'M58 292h204v30H58z'),
  goggles: () =>
    stroke('#2a2f33', 9, 'M112 106Q160 82 208 106') +
    fill(
      '#f0c95a',
      'M122 86q16-10 34-12q4 18-2 28q-18 2-34 8q-4-12 2-24zM198 86q-16-10-34-12q-4 18 2 28q18 2 34 8q4-12-2-24z',
      ' stroke="#2a2f33" stroke-width="4" opacity=".94"',
    ),
}

const behind: Extra[] = ['chair']

export const drawExtras = (look: Look) =>
  (look.extra ?? [])
    .filter((extra) => !behind.includes(extra))
    .map((extra) => extras[extra](look))
    .join('')

export const drawBehind = (look: Look) =>
  (look.extra ?? [])
    .filter((extra) => behind.includes(extra))
    .map((extra) => extras[extra](look))
    .join('')
