import { fill, range, stroke } from '../paper.ts'
import type { Look, Tool } from './look.ts'

const round = ' stroke-linecap="round"'

/** A hand that comes up on the right and holds something. */
const hand = ({ skin, shade, wears }: Look) =>
  fill(wears.colour, 'M216 324C216 304 220 292 226 284L256 282C266 294 272 308 274 324Z') +
  stroke(wears.trim, 5, 'M225 286Q240 292 257 284') +
  fill(skin, 'M224 288C212 276 212 256 222 246C230 238 250 238 257 248C265 258 264 278 256 286Z') +
  stroke(shade, 2.4, 'M216 256Q226 260 236 254M215 266Q226 270 236 264M218 276Q227 280 236 275', round) +
  fill(skin, 'M240 246C250 240 262 246 260 256C254 262 242 262 236 258Z') +
  stroke(shade, 2, 'M238 259Q250 263 259 256', round)

const held = (tool: (look: Look) => string) => (look: Look) => tool(look) + hand(look)

const neckAndBody = (wood: string, dark: string, body: string, soundHole: string) =>
  stroke(dark, 13, 'M110 304L262 236') +
  stroke(wood, 4, 'M112 302L262 235') +
  fill(dark, 'M254 230l22-14 10 8-22 22z') +
  fill(wood, body) +
  stroke(dark, 3, body) +
  soundHole +
  stroke('#f3ead6', 1.4, 'M70 318L262 233M74 324L264 238')

export const tools: Record<Tool, (look: Look) => string> = {
  brush: held(
    ({ wears }) =>
      stroke('#b98a4f', 6, 'M242 300L222 208', round) +
      stroke('#9aa3a8', 8, 'M222 208L219 194') +
      fill(wears.under, 'M213 196L225 193Q226 176 214 166Q210 182 213 196Z'),
  ),
  hammer: held(
    () =>
      stroke('#8a5a30', 8, 'M244 300L224 200', round) + fill('#4a4f55', 'M198 190l42-9q8 6 6 18l-44 10q-10-8-4-19z'),
  ),
  needle: held(
    ({ wears }) =>
      stroke('#c9ced1', 3, 'M232 268L196 212', round) +
      stroke(wears.trim, 2.4, 'M197 214C176 214 170 240 186 252S210 290 190 312', round),
  ),
  spoon: held(
    () =>
      stroke('#c99a5f', 8, 'M243 302L224 214', round) +
      fill('#c99a5f', 'M222 220C206 212 202 186 212 176C224 170 236 188 232 214Z') +
      fill('#a87a42', 'M221 210C212 204 209 190 214 184C222 182 228 194 226 208Z'),
  ),
  cup: held(
    ({ wears }) =>
      fill(wears.under, 'M204 236h42q2 34-12 42h-18q-14-8-12-42z') +
      stroke(wears.under, 5, 'M206 246q-16 0-14 12t18 10') +
      stroke('#fff', 2.6, 'M216 226q-5-8 0-14t0-14M230 226q-5-8 0-14t0-14', ' stroke-linecap="round" opacity=".7"') +
      fill('#3b241a', 'M206 236h38v5h-38z'),
  ),
  knife: held(
    () =>
      stroke('#6b4426', 10, 'M244 298L234 252', round) +
      fill('#c3cbcf', 'M228 250l11-3-8-62q-12 16-11 34z') +
      stroke('#8d979c', 1.6, 'M236 246l-6-52'),
  ),
  squeegee: held(
    ({ wears }) =>
      stroke('#a8743f', 9, 'M242 300L232 226', round) +
      fill('#a8743f', 'M194 214l72-15 4 15-72 15z') +
      fill(wears.under, 'M192 206l72-15 2 9-72 15z'),
  ),
  stick: held(
    () =>
      fill('#565c62', 'M180 244l78-16 4 20-78 16z') +
      fill('#c8cdd0', 'M184 232l68-14 2 12-68 14z') +
      stroke(
        '#3a3f44',
        2,
        range(9)
          .map((type) => `M${192 + type * 7} ${231 - type * 1.4}l2 11`)
          .join(''),
      ),
  ),
  hook: held(
    ({ wears }) =>
      stroke('#d8a04a', 5, 'M242 300L216 206q-4-10 4-10', round) +
      stroke(wears.under, 3.4, 'M219 214C190 210 176 236 190 250S214 282 196 306', round),
  ),
  ukulele: (look) =>
    neckAndBody(
      '#b06a34',
      '#6b3a1c',
      'M34 318C20 286 50 262 78 276C92 262 118 268 122 290C128 314 112 330 96 336H50C42 332 38 326 34 318Z',
      '<circle cx="92" cy="300" r="12" fill="#3a1f12"/>',
    ) + hand(look),
  oud: (look) =>
    neckAndBody(
      '#a9672f',
      '#4f2c16',
      'M20 326C14 288 48 252 96 262C128 270 136 300 124 336H24Z',
      '<circle cx="82" cy="300" r="17" fill="#2f190e"/><circle cx="82" cy="300" r="11" fill="none" stroke="#d9a760" stroke-width="2"/>',
    ) + hand(look),
}
