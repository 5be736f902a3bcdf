import type { SeedWork } from './work.ts'

export const kiln: SeedWork[] = [
  {
    slug: 'five-jugs',
    title: 'Five jugs, one shelf',
    maker: 'despina',
    skill: 'wheel-throwing',
    medium: 'Stoneware, five glazes, one firing',
    story:
      'These came from a single firing and five different corners of the kiln. The green stood by the working element, the black at the door, the cream in the middle where nothing dramatic ever occurs. I threw thirty-one and kept the five that pour without dripping on the cloth. A student asked for the recipe of the blue; the recipe is cobalt and a broken thermocouple. They are photographed at four in the afternoon, since that is when I drink coffee and look at what I have done.',
    alt: 'Five stoneware jugs on a wooden table in soft window light, from tall celadon through dark brown and speckled cream to blue and a small amber one.',
    finishedDaysAgo: 3,
    lengthOfWork: 'one firing, thirty-one attempts',
    picture: 'fiveJugs',
    width: 1200,
    height: 900,
  },
  {
    slug: 'jar-joined-at-the-middle',
    title: 'Jar, joined at the middle',
    maker: 'despina',
    skill: 'wheel-throwing',
    medium: 'Porcelain stoneware, clear glaze',
    story:
      'Two bowls, rim to rim. You cannot throw this height in one go, so you make the halves on the same morning, wait until they are leather and persuade them. The seam is still there if you run a thumb around the belly, and I have stopped apologising for it. The pink cloud on the right was a gift of the kiln: a little copper from somebody else’s pot, flying. Version one cracked at the join while I slept. For this one I stayed up, and turned it every hour like a nurse with a patient.',
    alt: 'A large round white jar with a narrow neck and a faint pink blush, finely speckled, standing on a dark blue-grey table against a blue-grey wall.',
    finishedDaysAgo: 77,
    lengthOfWork: 'two days and one night awake',
    picture: 'moonJar',
    width: 900,
    height: 1200,
  },
  {
    slug: 'polar-night-stairwell',
    title: 'Polar night, for a stairwell',
    maker: 'maren',
    skill: 'stained-glass',
    medium: 'Leaded glass, 117 pieces',
    story:
      'Our stairwell has a window that looks at a wall, and from November to January not even that. I wanted the sun to be there anyway, low, where it would be if it could. Panel three had a sun like a fried egg. Malik held the drawing to the light and traced with one finger where the eye gets stuck; he signs a little by now. So the rays became pieces, and the lead goes round like ripples. The green band is what we do have in winter. I kept this one. The neighbours switch on the lamp behind it at four.',
    alt: 'A tall arched stained-glass window: a golden sun with orange and crimson rays in the middle, blue and violet sky crossed by a green aurora above, and deep teal water below, all in dark lead lines.',
    finishedDaysAgo: 1,
    lengthOfWork: 'five months, eleven panels',
    picture: 'polarNight',
    width: 700,
    height: 1300,
  },
]
