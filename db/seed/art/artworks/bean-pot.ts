import { chance } from '../chance.ts'
import { box, drawing, group, range, type Sheet, sliver } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

/** A burnished pot of thirty litres on a bed sheet, 900 by 1200. */
export function beanPot(page: Sheet): string {
  const luck = chance('beans')
  const belly =
    'M310 420C180 480 120 640 140 780C160 940 300 1040 450 1040C600 1040 740 940 760 780C780 640 720 480 590 420L604 372Q450 340 296 372Z'
  const burnish = range(90).map(() => {
    const [x, y] = [luck.whole(170, 700), luck.whole(450, 990)]
    return sliver([x, y], [x + luck.between(40, 120), y + luck.about(4, 10)], luck.between(0.8, 2.4), -6)
  })
  const folds = range(7).map(
    (fold) => `M${60 + fold * 130} 0Q${30 + fold * 140 + luck.whole(-30, 30)} 500 ${70 + fold * 128} 1200`,
  )
  return drawing(
    page,
    `<defs>${tooth('pot-tooth', 6, 0.12)}<radialGradient id="pot-light" cx=".34" cy=".3" r=".8"><stop stop-color="#d98a5c"/><stop offset=".5" stop-color="#a5532e"/><stop offset="1" stop-color="#4f2415"/></radialGradient><radialGradient id="pot-smoke" cx=".7" cy=".7" r=".4"><stop stop-color="#1d1310" stop-opacity=".85"/><stop offset="1" stop-color="#1d1310" stop-opacity="0"/></radialGradient><clipPath id="pot-belly"><path d="${belly}"/></clipPath><filter id="pot-soft" x="-20%" y="-50%" width="140%" height="200%"><feGaussianBlur stdDeviation="18"/></filter></defs>${box('#e6e3ea', 0, 0, 900, 1200)}<path d="${folds.join('')}" fill="none" stroke="#cfcad8" stroke-width="22" opacity=".6"/>${range(
      24,
    )
      .map(
        (sprig) =>
          `<circle cx="${40 + ((sprig * 167) % 840)}" cy="${40 + ((sprig * 271) % 1140)}" r="9" fill="#b9c4e0" opacity=".7"/>`,
      )
      .join('')}<ellipse cx="470" cy="1040" rx="300" ry="40" fill="#3a3040" opacity=".5" filter="url(#pot-soft)"/>` +
      `<path d="M156 560C70 540 60 690 150 700M744 560C830 540 840 690 750 700" fill="none" stroke="#7d3b20" stroke-width="34" stroke-linecap="round"/><path d="${belly}" fill="url(#pot-light)"/>${group('clip-path="url(#pot-belly)"', `<path d="${burnish.join('')}" fill="#f0b58a" opacity=".26"/><path d="${belly}" fill="url(#pot-smoke)"/><path d="M120 520Q450 600 780 520" fill="none" stroke="#5f2a17" stroke-width="7"/><path d="M120 548Q450 628 780 548" fill="none" stroke="#5f2a17" stroke-width="3"/>`)}<ellipse cx="450" cy="372" rx="156" ry="34" fill="#8a4426"/><ellipse cx="450" cy="374" rx="128" ry="24" fill="#2a1610"/><ellipse cx="336" cy="600" rx="34" ry="90" fill="#ffe2c8" opacity=".28" transform="rotate(14 336 600)" filter="url(#pot-soft)"/>` +
      covered('pot-tooth'),
  )
}
