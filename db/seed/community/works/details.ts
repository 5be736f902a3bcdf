import type { Crop } from '../../art/details.ts'

// What else hangs in a work: a close look, or how it stood on paper first.
export type SeedDetail = { work: string; name: string; alt: string; crop?: Crop }

export const details: SeedDetail[] = [
  {
    work: 'five-jugs',
    name: 'the-cream-one',
    alt: 'The cream jug from close by, speckled all over, with the dark one behind its handle.',
    crop: [0.4, 0.2, 0.26, 0.62],
  },
  {
    work: 'five-jugs',
    name: 'blue-and-amber',
    alt: 'The blue jug and the small amber one, side by side at the end of the shelf.',
    crop: [0.62, 0.42, 0.32, 0.42],
  },
  {
    work: 'polar-night-stairwell',
    name: 'on-paper',
    alt: 'The whole window as a pale drawing on paper, before any glass was cut.',
  },
  {
    work: 'polar-night-stairwell',
    name: 'the-sun',
    alt: 'The golden sun from close by, with rays of orange and crimson glass between dark lead lines.',
    crop: [0.12, 0.44, 0.76, 0.32],
  },
  {
    work: 'hand-and-eye',
    name: 'the-ampersand',
    alt: 'The red ampersand from close by, with the white flecks that the damp paper left.',
    crop: [0.06, 0.14, 0.88, 0.5],
  },
  {
    work: 'hand-and-eye',
    name: 'a-census',
    alt: 'Two lines of capitals at the foot of the poster: all there are.',
    crop: [0.05, 0.86, 0.9, 0.12],
  },
  {
    work: 'curlew-low-tide',
    name: 'on-paper',
    alt: 'The first proof of the curlew, grey, with too little ink.',
  },
  {
    work: 'the-forty-first-quilt',
    name: 'the-middle',
    alt: 'The yellow flower in the middle of the quilt, with lines of stitches going round it.',
    crop: [0.28, 0.36, 0.44, 0.36],
  },
  {
    work: 'log-basket-first-level-one',
    name: 'where-it-begins',
    alt: 'The middle of the basket, where the first rods cross.',
    crop: [0.3, 0.3, 0.4, 0.4],
  },
  {
    work: 'sampler-for-a-long-crossing',
    name: 'the-ship',
    alt: 'The ship from close by, in cross stitch, with the sun at its bow.',
    crop: [0.12, 0.12, 0.76, 0.32],
  },
  {
    work: 'the-dog-goes-to-work',
    name: 'first-frame',
    alt: 'The first row of frames: the dog sets one foot before the other.',
    crop: [0.03, 0.03, 0.94, 0.34],
  },
  {
    work: 'the-dog-goes-to-work',
    name: 'on-paper',
    alt: 'All twelve frames as pale drawings, before they were painted.',
  },
  {
    work: 'monsoon-seed-seven',
    name: 'close-by',
    alt: 'A piece of the drawing from close by, where the lines bend around each other.',
    crop: [0.2, 0.25, 0.5, 0.4],
  },
  {
    work: 'pot-for-beans',
    name: 'the-branch',
    alt: 'The belly of the pot with the dark cloud that a fallen branch left in the fire.',
    crop: [0.24, 0.42, 0.56, 0.42],
  },
]
