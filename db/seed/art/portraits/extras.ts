import { fill, range, stroke } from '../paper.ts'
import type { Extra, Look } from './look.ts'
import { tools } from './tools.ts'

const extras: Record<Extra, (look: Look) => string> = {
  ...tools,
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
  beads: ({ wears }) =>
    range(21)
      .map((bead) => {
        const [x, y] = [118 + bead * 4.3, 244 + Math.sin((bead / 20) * 3.14) * 32]
        return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="${bead % 4 ? 4.2 : 6}" fill="${bead % 4 ? wears.under : '#e2622e'}"/>`
      })
      .join(''),
  pearls: () =>
    range(13)
      .map((pearl) => {
        const [x, y] = [126 + pearl * 5.7, 240 + Math.sin((pearl / 12) * 3.14) * 20]
        return `<circle cx="${Math.round(x)}" cy="${Math.round(y)}" r="4.4" fill="#f6efe2"/>`
      })
      .join(''),
  headset: ({ width }) =>
    stroke(
      '#2b2b31',
      7,
      `M${156 - width} 132C${150 - width} 40 ${170 + width} 40 ${164 + width} 132`,
      ' stroke-linecap="round"',
    ) +
    fill('#2b2b31', `M${148 - width} 132h14v40h-14q-8-20 0-40zM${172 + width} 132h-14v40h14q8-20 0-40z`) +
    stroke('#2b2b31', 4, `M${154 - width} 170Q${158 - width} 204 136 206`, ' stroke-linecap="round"') +
    fill('#c8452f', 'M130 201h14v9h-14z'),
  headlamp: () =>
    stroke('#2f3a40', 9, 'M110 104Q160 78 210 104') +
    fill('#454f55', 'M142 76h36v26h-36z') +
    `<circle cx="160" cy="89" r="9" fill="#fff3c4"/><circle cx="160" cy="89" r="15" fill="#fff3c4" opacity=".35"/>`,
  loupe: () =>
    stroke('#2f2a2c', 8, 'M110 106Q160 80 210 106') +
    fill('#3d4148', 'M130 84h60q6 0 6 6v12q0 6-6 6h-60q-6 0-6-6V90q0-6 6-6z') +
    fill('#b9d3da', 'M133 90h24v12h-24zM163 90h24v12h-24z', ' opacity=".9"'),
  gaiter: ({ wears, width }) =>
    fill(
      wears.trim,
      `M${160 - width + 1} 160Q160 178 ${159 + width} 160C${158 + width} 196 ${168 + width * 0.4} 232 160 250C${152 - width * 0.4} 232 ${162 - width} 196 ${161 - width} 160Z`,
    ) + stroke(wears.under, 2.6, 'M122 184Q160 204 198 184M128 204Q160 224 192 204', ' stroke-linecap="round"'),
  tape: () =>
    stroke('#ecc94f', 9, 'M124 238C112 262 110 292 114 322M196 238C208 262 210 292 206 322') +
    stroke(
      '#5b4a1c',
      1.6,
      range(7)
        .map((mark) => `M${109 + (mark % 2)} ${256 + mark * 9}h6M${204 + (mark % 2)} ${256 + mark * 9}h6`)
        .join(''),
    ),
  camera: () =>
    stroke('#3a2b22', 6, 'M124 236L136 284M196 236L184 284') +
    fill('#2b2b30', 'M124 280h20l6-8h20l6 8h20v38h-72z') +
    `<circle cx="160" cy="299" r="14" fill="#4a4c54"/><circle cx="160" cy="299" r="8" fill="#9fc0cc"/>`,
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
