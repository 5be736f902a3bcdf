import { fill, range, stroke } from '../paper.ts'
import { type Cloth, shoulders } from './cloth.ts'

const round = ' stroke-linecap="round"'

export const robes = {
  tee: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    stroke(trim, 8, 'M126 243Q160 280 194 243') +
    fill(under, 'M142 290l18-14 18 14v20l-18 12-18-12z') +
    stroke(trim, 3, 'M80 272Q88 298 86 320M240 272Q232 298 234 320'),
  breton: ({ colour, trim }) =>
    fill(colour, shoulders) +
    stroke(trim, 5.5, 'M40 304Q160 334 280 304M46 288Q160 318 274 288M58 272Q160 302 262 272M84 259Q160 286 236 259') +
    stroke(colour, 9, 'M118 244Q160 258 202 244') +
    stroke(trim, 2.4, 'M118 249Q160 264 202 249'),
  smock: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(under, 'M138 240Q160 262 182 240L176 262H144Z') +
    stroke(trim, 6, 'M132 240Q140 268 160 268Q180 268 188 240') +
    stroke(trim, 3, 'M160 268V322M70 276Q90 292 88 322M250 276Q230 292 232 322') +
    range(3)
      .map((button) => `<circle cx="168" cy="${280 + button * 15}" r="3.4" fill="${under}"/>`)
      .join(''),
  chef: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(under, 'M126 238Q160 258 194 238L190 254Q176 262 172 284L160 268L148 284Q144 262 130 254Z') +
    stroke(trim, 2.4, 'M130 254L188 322M172 262Q150 292 148 322') +
    range(6)
      .map(
        (button) =>
          `<circle cx="${134 + (button % 2) * 50}" cy="${284 + Math.floor(button / 2) * 16}" r="3.6" fill="${trim}"/>`,
      )
      .join(''),
  deel: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(under, 'M134 240Q160 256 186 240L172 262H148Z') +
    stroke(trim, 10, 'M132 240Q146 262 166 268Q208 272 232 258', round) +
    stroke(trim, 8, 'M188 240Q180 262 164 268') +
    stroke(trim, 6, 'M232 258Q252 286 252 322') +
    stroke(under, 3, 'M206 266l10 10M240 280l12-2', round),
  kanzu: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    stroke(under, 7, 'M132 240Q160 268 188 240') +
    fill(under, 'M153 258h14v64h-14z') +
    stroke(
      trim,
      2,
      range(6)
        .map((stitch) => `M155 ${266 + stitch * 10}l5-5 5 5-5 5z`)
        .join(''),
    ) +
    stroke(trim, 2, 'M84 268Q92 296 90 320M236 268Q228 296 230 320'),
  netela: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(colour, 'M60 322C58 274 96 250 126 238C150 266 214 288 262 300L262 322Z') +
    stroke(trim, 8, 'M126 240C150 268 212 290 266 302') +
    stroke(under, 4, 'M118 246C146 276 206 298 262 312') +
    stroke('#00000018', 3, 'M92 262C110 290 140 308 170 320M74 276C90 300 106 312 122 320'),
  huipil: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    fill(trim, 'M104 249L132 240Q160 264 188 240L216 249L210 322H110Z') +
    stroke(under, 4, 'M132 242Q160 268 188 242') +
    [
      [134, 278],
      [160, 286],
      [186, 278],
      [146, 306],
      [174, 306],
    ]
      .map(([x = 0, y = 0]) =>
        range(5)
          .map((petal) => {
            const turn = petal * 1.257
            return `<circle cx="${Math.round(x + Math.cos(turn) * 5.5)}" cy="${Math.round(y + Math.sin(turn) * 5.5)}" r="4" fill="${under}"/>`
          })
          .join(''),
      )
      .join('') +
    stroke(colour, 2.6, 'M118 262L114 322M202 262L206 322'),
  batik: ({ colour, trim, under }) =>
    fill(colour, shoulders) +
    stroke(
      trim,
      2.6,
      range(18)
        .map((motif) => {
          const [x, y] = [54 + (motif % 6) * 42 + (Math.floor(motif / 6) % 2) * 18, 272 + Math.floor(motif / 6) * 19]
          return `M${x} ${y}q9-9 16 0q-8 9-16 0zm8-4v8`
        })
        .join(''),
      round,
    ) +
    fill(under, 'M140 240L160 272L180 240Z') +
    fill(colour, 'M132 237L160 276L138 296L112 252ZM188 237L160 276L182 296L208 252Z') +
    stroke(trim, 2.4, 'M132 237L160 276L138 296L112 252M188 237L160 276L182 296L208 252M160 278V322'),
} satisfies Record<string, (cloth: Cloth) => string>
