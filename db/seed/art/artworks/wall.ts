import { type Chance, chance } from '../chance.ts'
import { box, curve, disc, drawing, fill, group, type Point, polar, range, type Sheet, stroke } from '../paper.ts'
import { covered, tooth } from '../texture.ts'

/** A painted end wall on its street, 1600 by 760. */
export function joyRoad(page: Sheet): string {
  const luck = chance('joy-road')
  return drawing(
    page,
    `<defs><pattern id="joy-brick" width="44" height="28" patternUnits="userSpaceOnUse"><path d="M0 .7H44M0 14.7H44M12 0V14M34 14V28" stroke="#2a1712" stroke-width="1.5" opacity=".34"/><path d="M0 2.4H44M0 16.4H44" stroke="#fff" stroke-width="1" opacity=".09"/></pattern><clipPath id="joy-wall"><path d="M150 620V110H1040L1040 70H1450V620Z"/></clipPath><linearGradient id="joy-sky" x2="0" y2="1"><stop stop-color="#cfdde2"/><stop offset="1" stop-color="#efe3cf"/></linearGradient>${tooth('joy-tooth', 5, 0.14, '0.6')}</defs>${box('url(#joy-sky)', 0, 0, 1600, 760)}${neighbours}` +
      group(
        'clip-path="url(#joy-wall)"',
        `${box('#f2a541', 150, 60, 1310, 570)}${rays}${hill}${garden(luck)}${woman}${hairdo(luck)}${child}${flock}${box('url(#joy-brick)', 150, 60, 1310, 570)}${shutters}`,
      ) +
      stroke('#3a2a22', 5, 'M150 620V110H1040V70H1450V620') +
      street +
      covered('joy-tooth'),
  )
}

const neighbours = `${fill('#a8917c', 'M0 620V210L70 160L150 210V620Z')}${fill('#7d6a5c', 'M22 330h40v70H22zM88 330h40v70H88zM22 460h40v70H22zM88 460h40v70H88z')}${fill('#9aa39b', 'M1450 620V250H1600V620Z')}${fill('#6d7771', 'M1486 300h34v60h-34zM1546 300h34v60h-34zM1486 420h34v60h-34zM1546 420h34v60h-34z')}${stroke('#4a4f52', 2, 'M0 130Q700 210 1600 60')}`

const rays =
  fill(
    '#f6c667',
    range(12)
      .map((ray) => {
        const [first, second] = [polar([930, 400], 1100, ray * 30), polar([930, 400], 1100, ray * 30 + 15)]
        return `M930 400L${first.map(Math.round).join(' ')}L${second.map(Math.round).join(' ')}Z`
      })
      .join(''),
  ) + disc('#d8452e', [930, 400], 176)

const hill =
  fill('#2f6b5a', 'M150 630V520C320 470 480 520 640 500S980 440 1150 486S1380 470 1460 440V630Z') +
  fill('#235246', 'M150 630V570C380 530 560 590 800 560S1240 530 1460 560V630Z')

function bloom([x, y]: Point, size: number, petal: string, heart: string): string {
  const petals = range(7).map((turn) => {
    const [tipX, tipY] = polar([x, y], size * 0.62, turn * 51.4)
    return `<ellipse cx="${tipX.toFixed(0)}" cy="${tipY.toFixed(0)}" rx="${(size * 0.46).toFixed(0)}" ry="${(size * 0.27).toFixed(0)}" transform="rotate(${(turn * 51.4).toFixed(0)} ${tipX.toFixed(0)} ${tipY.toFixed(0)})"/>`
  })
  return `<g fill="${petal}">${petals.join('')}</g>${disc(heart, [x, y], size * 0.3)}`
}

const petals: [string, ...string[]] = ['#f7e3c0', '#e8604a', '#8fc1b5', '#f3b84b', '#d98aa0']

function garden(luck: Chance): string {
  return range(15)
    .map((step) => {
      const [x, y] = [190 + step * 88 + luck.about(0, 20), luck.between(470, 560)]
      const stem = stroke(
        '#173b31',
        6,
        `M${x.toFixed(0)} 640Q${(x + 12).toFixed(0)} ${(y + 60).toFixed(0)} ${x.toFixed(0)} ${y.toFixed(0)}`,
      )
      const leaf = fill('#3f8a6a', `M${x.toFixed(0)} ${(y + 66).toFixed(0)}q30-34 50-14q-14 26-50 14z`)
      return stem + leaf + bloom([x, y], luck.between(26, 40), luck.pick(petals), '#5a2a22')
    })
    .join('')
}

const woman = `${fill('#23446b', 'M300 640C310 540 400 486 520 480L640 486C760 500 800 560 810 640Z')}${fill('#f0c14d', 'M400 640C410 570 470 520 540 500L640 500C560 540 520 580 510 640Z')}${fill('#6f4028', 'M470 520C500 470 490 440 486 400L620 420C614 460 620 490 650 508C610 560 510 570 470 520Z')}${fill('#8a5434', 'M470 330C460 250 510 170 600 166C660 164 694 196 700 236C704 262 716 280 734 306C742 320 730 326 716 328C720 340 722 350 714 356C720 362 718 372 710 376C712 400 706 420 676 422C646 424 626 420 606 412C560 440 482 420 470 330Z')}${fill('#6f4028', 'M606 412C626 420 646 424 676 422C650 440 610 446 580 430Z')}${stroke('#3a1f16', 6, 'M664 250q20-14 38-4M668 268q16 10 30-2M684 366q16 4 30-6', ' stroke-linecap="round"')}${disc('#f0c14d', [560, 356], 21)}${disc('#d8452e', [560, 356], 10)}`

function hairdo(luck: Chance): string {
  const rim = range(20).map((step): Point => polar([500, 236], 166 + luck.about(0, 13), 64 + step * 13.6))
  const roofs = range(6).map((index) => {
    const [x, y] = [384 + (index % 3) * 74, 150 + Math.floor(index / 3) * 92 - (index % 3 === 1 ? 34 : 0)]
    return `<path d="M${x} ${y + 52}v-30l24-22 24 22v30z" fill="${['#e8604a', '#f3b84b', '#8fc1b5', '#f7e3c0', '#d98aa0', '#e8604a'][index]}"/><path d="M${x + 18} ${y + 52}v-18h12v18z" fill="#2a1a2a"/>`
  })
  const twinkles = range(26).map(() =>
    disc('#f3b84b', polar([488, 230], luck.between(40, 150), luck.between(70, 320)), luck.between(2, 4)),
  )
  return `${fill('#2a1a2a', curve([...rim, [566, 200], [520, 330]], true))}${twinkles.join('')}${roofs.join('')}`
}

const child = `${fill('#d8452e', 'M1060 640C1064 560 1110 524 1180 520C1250 524 1300 560 1306 640Z')}${fill('#b9774e', 'M1120 430C1112 376 1150 340 1196 344C1244 348 1262 390 1254 434C1250 476 1224 500 1190 498C1156 498 1128 474 1120 430Z')}${fill('#3a1f16', 'M1112 424C1100 350 1150 316 1204 322C1262 330 1276 384 1260 430C1250 396 1220 376 1180 384C1150 388 1132 400 1112 424Z')}${stroke('#3a1f16', 6, 'M1152 428q12-9 24 0M1206 428q12-9 24 0M1190 436q-8 16 6 16M1168 470q24 15 46-2', ' stroke-linecap="round"')}${fill('#b9774e', 'M1020 470C1000 440 990 410 1006 400C1016 396 1024 412 1030 424L1024 376C1024 362 1040 362 1044 376L1052 416L1056 366C1058 352 1074 354 1074 368L1074 418L1086 380C1090 368 1104 374 1102 388L1092 436C1110 424 1122 430 1114 442L1080 490C1064 510 1034 500 1020 470Z')}${fill('#3f8a6a', 'M1052 366C1050 320 1030 300 996 296C1000 334 1020 356 1052 366ZM1056 362C1056 306 1080 280 1120 276C1118 322 1096 350 1056 362Z')}${stroke('#235246', 6, 'M1054 420V350')}`

const flock = fill(
  '#f7e3c0',
  [
    [800, 170, 1.2],
    [870, 130, 0.9],
    [1000, 190, 1],
    [1330, 170, 1.3],
    [1396, 240, 0.9],
  ]
    .map(
      ([x = 0, y = 0, size = 1]) =>
        `M${x} ${y}q${20 * size} ${-34 * size} ${54 * size} ${-30 * size}q${-10 * size} ${18 * size} ${-26 * size} ${26 * size}q${30 * size} ${-4 * size} ${44 * size} ${12 * size}q${-30 * size} ${14 * size} ${-58 * size} ${6 * size}q${-16 * size} ${8 * size} ${-34 * size} ${2 * size}z`,
    )
    .join(''),
)

const shutters = `${box('#4a372d', 1338, 330, 74, 104)}${box('#a9c3c4', 1346, 338, 26, 88)}${box('#8fb0b4', 1378, 338, 26, 88)}${box('#d9c8ac', 1330, 434, 90, 10)}`

const street = `${box('#b9b2a4', 0, 620, 1600, 50)}${box('#9f988b', 0, 664, 1600, 8)}${box('#5d5b58', 0, 672, 1600, 88)}${stroke(
  '#a59e91',
  2,
  range(17)
    .map((step) => `M${step * 100 - 10} 620l-14 46`)
    .join(''),
)}${stroke('#d9cfae', 5, 'M40 724h120M260 724h120M480 724h120M700 724h120M920 724h120M1140 724h120M1360 724h120')}${stroke('#2b2724', 7, 'M1270 668L1316 300M1330 668L1352 300', ' stroke-linecap="round"')}${stroke(
  '#2b2724',
  5,
  range(10)
    .map((rung) => `M${1274 + rung * 4.4} ${640 - rung * 35}h${56 - rung * 1.8}`)
    .join(''),
)}${fill('#2b2724', 'M232 664v-62q-14-4-12-40q2-26 20-28q20 2 22 28q2 36-12 40v62zM240 528a14 14 0 1 1 .1 0zM300 664v-44q-9-4-8-28q2-18 14-20q14 2 16 20q1 24-8 28v44zM307 568a11 11 0 1 1 .1 0z')}${stroke('#2b2724', 6, 'M262 566L294 596', ' stroke-linecap="round"')}${stroke('#2b2724', 4, 'M1120 664a30 30 0 1 1 .1 0M1218 664a30 30 0 1 1 .1 0M1120 634l30-40h44l24 40M1150 594l22 40h-52M1194 594l-22 40M1194 594l-6-22h18M1150 594l-6-14M1134 578h22')}`
