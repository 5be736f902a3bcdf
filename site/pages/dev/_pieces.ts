type Piece = { title: string; by: string; note?: string; src: string; width: number; height: number; alt: string }

const picture = (width: number, height: number, body: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`)}`

const rows = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => draw(i)).join('')

const moonrise = `<rect width="600" height="420" fill="#e7dcc6"/><circle cx="430" cy="130" r="72" fill="#d8492b"/>${rows(
  9,
  (i) =>
    `<path d="M0 ${230 + i * 22}q75 ${i % 2 ? -26 : 26} 150 0t150 0t150 0t150 0V420H0z" fill="${['#2f4a3d', '#3b5c4b', '#4a6f5b', '#264035', '#1f352c'][i % 5]}"/>`,
)}`

const vessel = `<rect width="360" height="480" fill="#d9cdb8"/><path d="M0 380H360V480H0z" fill="#b99f7c"/><path d="M120 130h120v34c58 26 74 92 54 150-14 40-52 66-114 66s-100-26-114-66c-20-58-4-124 54-150z" fill="#2a2622"/><path d="M72 262q108 34 216 0v30q-108 34-216 0z" fill="#c8522f"/><ellipse cx="180" cy="130" rx="60" ry="13" fill="#14110f"/>`

const weave = `<rect width="480" height="480" fill="#f1e8d6"/>${rows(12, (i) =>
  rows(12, (j) =>
    (i + j) % 2
      ? `<rect x="${i * 40 + 3}" y="${j * 40}" width="34" height="40" fill="${['#26415e', '#b3852f', '#7a2f3d'][(i * 5 + j) % 3]}"/>`
      : `<rect x="${i * 40}" y="${j * 40 + 3}" width="40" height="34" fill="#e2d3b4"/>`,
  ),
)}`

const score = `<rect width="840" height="360" fill="#faf6ec"/>${rows(5, (i) => `<path d="M40 ${120 + i * 28}H800" stroke="#2a2622" stroke-width="2"/>`)}${[
  [90, 204],
  [170, 176],
  [250, 190],
  [330, 148],
  [410, 162],
  [490, 120],
  [570, 134],
  [650, 176],
  [730, 148],
]
  .map(
    ([x = 0, y = 0]) =>
      `<ellipse cx="${x}" cy="${y}" rx="17" ry="12" transform="rotate(-20 ${x} ${y})" fill="#2a2622"/><path d="M${x + 15} ${y - 4}v-84" stroke="#2a2622" stroke-width="3"/>`,
  )
  .join('')}`

const heron = `<rect width="400" height="560" fill="#22382f"/><circle cx="120" cy="128" r="54" fill="#d8492b"/><path d="M96 430c8-96 52-148 112-172 40-16 46-52 24-96-16-34-4-62 30-66 24-2 38 10 44 22l78 20-86 4c-10 2-22 8-20 26 10 74 22 132-22 190-34 44-92 62-160 72z" fill="#ece2cb"/><circle cx="278" cy="118" r="5" fill="#22382f"/><path d="M168 410v112m44-126v126" stroke="#ece2cb" stroke-width="6"/>${rows(7, (i) => `<path d="M${20 + i * 58} 560q${i % 2 ? 16 : -14}-90 ${i % 2 ? 6 : -4}-${120 + (i % 3) * 46}" stroke="#6f8f78" stroke-width="7" fill="none"/>`)}`

const plotter = `<rect width="560" height="420" fill="#f4efe4"/>${rows(
  28,
  (i) =>
    `<circle cx="${280 + Math.cos(i * 0.45) * i * 5}" cy="${210 + Math.sin(i * 0.45) * i * 4}" r="${18 + i * 2.6}" fill="none" stroke="${i % 7 === 0 ? '#d8492b' : '#26415e'}" stroke-width="1.6"/>`,
)}`

export const pieces: [Piece, ...Piece[]] = [
  {
    title: 'Moonrise over the allotments',
    by: 'Amara Okafor',
    note: 'Linocut, 2026',
    src: picture(600, 420, moonrise),
    width: 600,
    height: 420,
    alt: 'A red moon over rows of dark green waves of leaves',
  },
  {
    title: 'Quiet vessel',
    by: 'Jonas Weber',
    note: 'Stoneware',
    src: picture(360, 480, vessel),
    width: 360,
    height: 480,
    alt: 'A dark round vessel with one rust-red band',
  },
  {
    title: 'Twelve by twelve',
    by: 'Priya Raman',
    note: 'Hand weaving',
    src: picture(480, 480, weave),
    width: 480,
    height: 480,
    alt: 'A woven square in blue, ochre and plum',
  },
  {
    title: 'Study for a slow walk',
    by: 'Tomás Silva',
    note: 'Score for viola',
    src: picture(840, 360, score),
    width: 840,
    height: 360,
    alt: 'A single line of music on wide paper',
  },
  {
    title: 'Heron, third state',
    by: 'Leila Haddad',
    note: 'Woodcut',
    src: picture(400, 560, heron),
    width: 400,
    height: 560,
    alt: 'A pale heron standing among reeds under the moon',
  },
  {
    title: 'Orbits',
    by: 'Kenji Mori',
    note: 'Pen plotter, JavaScript',
    src: picture(560, 420, plotter),
    width: 560,
    height: 420,
    alt: 'Overlapping thin circles drawn by a plotter',
  },
]

export const firstState = picture(
  600,
  420,
  moonrise.replace('#d8492b', '#cbbd9f').replaceAll('#4a6f5b', '#8d8672').replaceAll('#3b5c4b', '#a39a83'),
)
