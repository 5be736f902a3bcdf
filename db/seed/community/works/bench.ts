import type { SeedWork } from './work.ts'

export const bench: SeedWork[] = [
  {
    slug: 'tray-of-twelve-points',
    title: 'Tray of twelve points',
    maker: 'idrissa',
    skills: ['marquetry'],
    medium: 'Six veneers on birch, oil finish',
    story:
      'All the veneer comes from the bin of my college workshop, even the rosewood, which was the edge of somebody’s boardroom. The star is one hundred and eight pieces. I cut it first with all the grain running the same way, and Kwame said: you have one kind of wood with six names. He was right, it was flat as paint. In the second I turned each piece so that light runs out from the middle. When you walk around it the pale points go dark and the dark ones go pale. It paid for my first plane.',
    alt: 'A round wooden tray inlaid with a twelve-pointed star in pale, brown, red and dark veneers, bordered by rings, lying on a grey-green surface.',
    finishedDaysAgo: 48,
    lengthOfWork: 'seven weeks',
    picture: 'twelvePoints',
    width: 1000,
    height: 1000,
  },
  {
    slug: 'the-teaching-box',
    title: 'The teaching box',
    maker: 'kwame',
    skills: ['hand-joinery'],
    medium: 'Odum, hand-cut dovetails, sliding lid',
    story:
      'Every apprentice of mine begins by opening and closing this box. I tell them nothing. They feel the lid slow down in the last inch because the air has to get out, and that is the lesson. It is the third I have made for the purpose: one was borrowed by a visitor with warm feelings, one went to a school. I left a saw mark on the inside of a tail, and whoever finds it is ready for a chisel. On video I hold it close to the camera and Idrissa, in Lyon, laughs, since he can hear the air as well.',
    alt: 'A wooden box with clear dovetails at its corner and its flat lid slid back to show the dark inside, standing on a pale bench among curled shavings.',
    finishedDaysAgo: 186,
    lengthOfWork: 'nine days',
    picture: 'thirdBox',
    width: 1200,
    height: 900,
  },
  {
    slug: 'gate-for-one-pony',
    title: 'Gate for one pony',
    maker: 'gethin',
    skills: ['blacksmithing'],
    medium: 'Forged mild steel, collars, no welds',
    story:
      'Customer said plain. Pony leans on plain. So it is pinned and collared all through, and the scrolls are where he scratches his neck; I put them at his height and not at mine. The shoe in the arch is his first, off the near fore. I made the left-hand scrolls before lunch and the right-hand ones after, and if you hold up a ruler you will see what lunch was. Wagiman asked by video why I had not just welded it. I said you could not hear a weld.',
    alt: 'A tall black wrought-iron gate with an arched top between two stone posts; rows of scrolls between the bars and a horseshoe in the arch. Behind it a muddy path leads into green hills.',
    finishedDaysAgo: 59,
    lengthOfWork: 'eleven days between hooves',
    picture: 'ponyGate',
    width: 1000,
    height: 1200,
  },
]
