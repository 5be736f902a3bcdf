import type { MOODS } from '#db/schema/mentoring/journal.ts'
import type { HandedInName } from '../../art/handed-in/index.ts'

export type SeedEntry = {
  who: string
  daysAgo: number
  mood?: (typeof MOODS)[number]
  tags: string[]
  prompt?: string
  text: string
  pictures?: HandedInName[]
  sharedWith?: [handle: string, daysLeft: number]
}

const mine = { who: 'idrissa' }

export const entries: SeedEntry[] = [
  {
    ...mine,
    daysAgo: 179,
    pictures: ['first-nine'],
    mood: 'unsure',
    tags: ['dovetails', 'beginning'],
    text: 'Kwame wants to see the **worst one first**. I sent number nine and did not sleep well.\n\nHe wrote back in an hour: the saw is honest and the pencil is fat. I laughed in the bus.',
  },
  {
    ...mine,
    daysAgo: 163,
    mood: 'unsure',
    tags: ['dovetails', 'pine'],
    prompt: 'What did your hands understand today before you did?',
    text: 'That the board was too high. My shoulder knew it all morning, and I kept blaming the saw.\n\n- lower the vice by a hand\n- elbow at the ribs\n- breathe out on the first stroke',
  },
  {
    ...mine,
    daysAgo: 141,
    pictures: ['by-the-radio'],
    mood: 'proud',
    tags: ['dovetails', 'home'],
    text: 'Three corners with the knife, and one I showed my mother. She turned it over, looked for the glue, and put it on the shelf beside the radio.\n\nIt has not moved since. Neither has the corner.',
  },
  {
    ...mine,
    daysAgo: 97,
    pictures: ['split-again'],
    mood: 'heavy',
    tags: ['ash', 'thursday'],
    text: 'Split the second tail. It was half past nine, the room closes at ten, and I wanted to have finished something **today**.\n\nThe grain ran out exactly where I knew it did. I had drawn an arrow there myself.',
  },
  {
    ...mine,
    daysAgo: 95,
    mood: 'steady',
    tags: ['ash', 'thursday'],
    prompt: 'Which mistake would you make again, and why?',
    text: 'The split one. I know now what ash sounds like just before.\n\nNew rule, from Kwame: no cutting on Thursdays. On Thursdays I sharpen.',
  },
  {
    ...mine,
    daysAgo: 66,
    pictures: ['boards-at-home'],
    mood: 'glad',
    tags: ['cabinet', 'college'],
    text: 'Ten pieces of ash from the store, two with a brown streak for the back. I carried them home on the tram, four stops, and three people asked what it will be.\n\nI said “a cabinet”, and it was the first time that I believed it.',
  },
  {
    ...mine,
    daysAgo: 34,
    mood: 'glad',
    tags: ['cabinet', 'dovetails'],
    prompt: 'When did you forget the time?',
    text: 'Both sides of the carcass in one afternoon. When I looked up it was dark and somebody had put a tea beside me. It was cold. I still do not know who.',
  },
  {
    ...mine,
    daysAgo: 12,
    pictures: ['third-corner'],
    mood: 'unsure',
    tags: ['cabinet', 'glue'],
    text: 'Glued. I photographed the inside before I closed it, as Kwame said, because afterwards nobody can look.\n\nThere is light at the back of the third corner. I could have filled it. **I did not fill it.**',
  },
  {
    ...mine,
    daysAgo: 9,
    pictures: ['two-blocks'],
    mood: 'steady',
    tags: ['linocut', 'mark'],
    prompt: 'What would you show your mentor first, and what last?',
    text: 'First: the print on paper, where the *I* and the *B* stand apart like two people who like each other.\n\nLast: the same block on oak, where they have become one letter. The ink sits in the pores.\n\nWhat I would like to ask Imke:\n\n1. Is it the wood, the ink or my impatience?\n2. Would you cut the gap wider, or print drier?\n3. How do you know when a mark is *yours*?',
    sharedWith: ['imke', 9],
  },
  {
    ...mine,
    daysAgo: 2,
    mood: 'glad',
    tags: ['linocut', 'mark'],
    text: 'Asked for shellac. Tomorrow I sharpen, the day after I seal three offcuts: one thin coat, one thick, one with none, so that I know and do not only believe.',
  },
]
