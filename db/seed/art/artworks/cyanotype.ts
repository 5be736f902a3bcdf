import { type Chance, chance } from '../chance.ts'
import { box, curve, drawing, fill, group, type Point, polar, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth, wander } from '../texture.ts'

const blue = '#123a6b'
const pale = '#e9f1ee'

/** Kelp laid on coated paper in the sun, 900 by 1200. */
export function kelp(page: Sheet): string {
  const luck = chance('kelp')
  const coat = fill(blue, 'M92 96H806L812 1104H88Z') + brush(luck)
  const plants = [
    plant(luck, [430, 1090], -96, 860, 13),
    plant(luck, [520, 1090], -72, 700, 10),
    plant(luck, [372, 1094], -116, 620, 9),
  ]
  return drawing(
    page,
    `<defs>${wander('kelp-coat', 5, '0.035', 20)}${tooth('kelp-tooth', 6, 0.12)}<filter id="kelp-soft" x="-5%" y="-5%" width="110%" height="110%"><feTurbulence type="fractalNoise" baseFrequency=".012" numOctaves="3" seed="4"/><feDisplacementMap in="SourceGraphic" scale="16" xChannelSelector="R" yChannelSelector="G"/><feGaussianBlur stdDeviation=".9"/></filter><filter id="kelp-bloom" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB"><feTurbulence type="fractalNoise" baseFrequency="0.035" numOctaves="3" seed="5"/><feDisplacementMap in="SourceGraphic" scale="20" xChannelSelector="R" yChannelSelector="G" result="coat"/><feTurbulence type="fractalNoise" baseFrequency=".006 .009" numOctaves="4" seed="14"/><feColorMatrix values="0 0 0 0 .62 0 0 0 0 .76 0 0 0 0 .86 0 1.7 0 0 -.72"/><feComposite in2="coat" operator="in"/></filter><filter id="kelp-haze" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="13"/></filter><clipPath id="kelp-plate"><rect x="84" y="84" width="732" height="1032"/></clipPath></defs>${box('#f3ecdb', 0, 0, 900, 1200)}` +
      `<g filter="url(#kelp-coat)">${coat}</g>` +
      group('filter="url(#kelp-bloom)" opacity=".46"', coat) +
      group(
        'clip-path="url(#kelp-plate)"',
        group('filter="url(#kelp-haze)" opacity=".32"', plants.map(({ blades }) => fill('#a9cbe0', blades)).join('')) +
          group(
            'filter="url(#kelp-soft)"',
            plants
              .map(
                ({ blades, ribs, stipe }) =>
                  fill(pale, blades, ' opacity=".8"') +
                  stroke('#3f6f9f', 1.3, ribs, ' opacity=".6"') +
                  stroke(pale, 9, stipe, ' stroke-linecap="round"'),
              )
              .join('') +
              holdfast(luck) +
              grit(luck),
          ),
      ) +
      covered('kelp-tooth'),
  )
}

const brush = (luck: Chance) =>
  stroke(
    blue,
    30,
    range(30)
      .map((step) => `M${96 + step * 24} ${luck.whole(66, 92)}V${luck.whole(1100, 1132)}`)
      .join(''),
  ) +
  stroke(
    blue,
    44,
    range(24)
      .map((step) => `M${luck.whole(74, 94)} ${116 + step * 42}H${luck.whole(808, 828)}`)
      .join(''),
  )

function plant(luck: Chance, foot: Point, lean: number, tall: number, count: number) {
  const spine = range(count + 1).map((step): Point => {
    const share = step / count
    return [
      polar(foot, tall * share, lean)[0] + Math.sin(share * 4.2 + tall) * 44 * share,
      polar(foot, tall * share, lean)[1],
    ]
  })
  const blades = spine
    .slice(1)
    .map((joint, index) =>
      blade(
        luck,
        joint,
        lean + (index % 2 ? 52 : -52) + luck.about(0, 14),
        190 - index * (78 / count) * 1.2,
        27 - index * (9 / count),
      ),
    )
  return {
    blades: blades.map(({ rim }) => rim).join(''),
    ribs: blades.map(({ rib }) => rib).join(''),
    stipe: curve([foot, ...spine]),
  }
}

function blade(luck: Chance, root: Point, turn: number, reach: number, wide: number) {
  const sway = luck.between(-30, 30)
  const spine = range(7).map((step) =>
    polar(root, 12 + (reach * step) / 6, turn + Math.sin((step / 6) * 3) * sway * 0.5),
  )
  const side = (sign: number) =>
    spine.map(([x, y], step) => {
      const half =
        Math.sin(Math.min(1, (step + 0.6) / 4.7) * Math.PI * 0.62) * (1 - (step / 6.15) ** 3) * wide +
        luck.about(0, 3.4)
      return polar([x, y], half * sign, turn + 90)
    })
  const bulb = polar(root, 7, turn)
  const float = `M${Math.round(bulb[0] - 9)} ${Math.round(bulb[1])}a9 9 0 1 0 18 0a9 9 0 1 0-18 0z`
  return { rim: `${curve([...side(1), ...side(-1).reverse()], true)}${float}`, rib: curve(spine.slice(0, -1)) }
}

const holdfast = (luck: Chance) =>
  stroke(
    pale,
    5,
    range(17)
      .map((root) =>
        curve([
          [440 + luck.about(0, 40), 1080],
          [380 + root * 8.4 + luck.about(0, 8), 1096],
          [330 + root * 15, 1106 + luck.about(0, 7)],
        ]),
      )
      .join(''),
    ' stroke-linecap="round" opacity=".85"',
  )

const grit = (luck: Chance) =>
  stroke(
    pale,
    4,
    range(90)
      .map(() => `M${luck.whole(110, 790)} ${luck.whole(940, 1100)}h0`)
      .join(''),
    ' stroke-linecap="round" opacity=".55"',
  ) +
  stroke(
    pale,
    2,
    range(120)
      .map(() => `M${luck.whole(100, 800)} ${luck.whole(100, 1100)}h0`)
      .join(''),
    ' stroke-linecap="round" opacity=".5"',
  )
