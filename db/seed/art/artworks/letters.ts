import { type Chance, chance } from '../chance.ts'
import { box, drawing, fill, group, polar, range, type Sheet } from '../paper.ts'
import { covered, specks, tooth } from '../texture.ts'
import { bend, pen, rhomb } from './pen.ts'

const gold = '#b58a2f'

type Leaf = { ground: string; margin: string; ink: string }

const leaf = (page: Sheet, { ground, margin, ink }: Leaf, written: string): string => {
  const { width, height } = page
  return drawing(
    page,
    `<defs>${specks('leaf-ink', 5, 8, -5.6, '0.3')}${tooth('leaf-tooth', 8, 0.12, '0.5')}</defs>${box(margin, 0, 0, width, height)}${box(gold, 56, 56, width - 112, height - 112)}${box(ground, 61, 61, width - 122, height - 122)}<rect x="74" y="74" width="${width - 148}" height="${height - 148}" fill="none" stroke="${gold}" stroke-width="2"/>${group(`filter="url(#leaf-ink)" fill="${ink}"`, written)}${covered('leaf-tooth')}`,
  )
}

const nun =
  pen(
    [
      ...bend([150, -90], [176, 10], [150, 120], [0, 124], 16),
      ...bend([0, 124], [-130, 124], [-166, 30], [-140, -70], 14),
    ],
    54,
    58,
  ) + rhomb(0, -58, 27)

/** The letter nun: a bowl and the dot that it holds, 900 by 1200. */
export function bowlAndDot(page: Sheet): string {
  const luck = chance('nun')
  const small = range(11).map(
    (step) =>
      `<use href="#nun" fill="${step === 7 ? '#a8442a' : '#1f3a44'}" transform="translate(${750 - (step % 6) * 120 - (step > 5 ? 60 : 0)} ${step > 5 ? 1016 : 900}) rotate(${Math.round(luck.about(0, 4))}) scale(.28)"/>`,
  )
  const measure = range(5).map((dot) => fill(gold, rhomb(240 + dot * 54, 180, 18)))
  return leaf(
    page,
    { ground: '#f2e6cc', margin: '#1f3a44', ink: '#231a17' },
    `<defs><path id="nun" d="${nun}"/></defs><use href="#nun" transform="translate(450 520) scale(1.75)"/>${small.join('')}${measure.join('')}`,
  )
}

const alif = (tall: number, lean: number) =>
  pen(bend([lean, -tall / 2], [-lean, -tall / 6], [lean, tall / 4], [-lean * 0.6, tall / 2], 14), 50, 58)

/** Alifs of one morning, from the first to the one that stands, 1200 by 800. */
export function standingAlifs(page: Sheet): string {
  const luck = chance('alif')
  const row = range(13).map((step) => oneAlif(luck, step))
  return leaf(page, { ground: '#faf3e2', margin: '#6b2a22', ink: '#231a17' }, row.join(''))
}

function oneAlif(luck: Chance, step: number) {
  const unsure = 1 - step / 12
  const shape = alif(330 + luck.about(0, 70 * unsure), luck.about(8, 34 * unsure))
  return `<path d="${shape}" transform="translate(${1080 - step * 80} ${Math.round(400 + luck.about(0, 60 * unsure))}) rotate(${Math.round(luck.about(0, 22 * unsure))})"${step === 12 ? ' fill="#a8442a"' : ''}/>`
}

/** A ring of bowls around one point, gold on blue, 1000 by 1000. */
export function ringOfBowls(page: Sheet): string {
  const rings = [
    { count: 8, radius: 176, size: 0.5, colour: '#f1dfae' },
    { count: 16, radius: 312, size: 0.42, colour: '#d9ad4e' },
  ].flatMap(({ count, radius, size, colour }) =>
    range(count).map((step) => {
      const turn = (step * 360) / count
      const [x, y] = polar([500, 500], radius, turn)
      return `<use href="#nun" fill="${colour}" transform="translate(${Math.round(x)} ${Math.round(y)}) rotate(${Math.round(turn - 90)}) scale(${size})"/>`
    }),
  )
  const dots = range(32).map((step) => rhomb(...polar([500, 500], 398, step * 11.25), step % 2 ? 5 : 9))
  return leaf(
    page,
    { ground: '#173450', margin: '#0f2238', ink: '#f1dfae' },
    `<defs><path id="nun" d="${nun}"/></defs>${rings.join('')}${fill('#d9ad4e', dots.join(''))}${fill('#c9542f', rhomb(500, 500, 34))}`,
  )
}
