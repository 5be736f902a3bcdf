import type { Criterion } from '#db/schema/mentoring/tasks.ts'

export type SeedRubric = {
  by: string
  title: string
  skill: string
  versions: { daysAgo: number; criteria: Criterion[] }[]
}

const criteria = (...all: [title: string, ...levels: string[]][]): Criterion[] =>
  all.map(([title, ...levels], n) => ({ key: `c${n + 1}`, title, levels }))

const FIT = [
  'The fit',
  'Goes together with a mallet, and shows daylight',
  'Goes together by hand, gaps thinner than a card',
  'Goes together by hand and stays when you lift it',
  'No line between the two, from either side',
] as const

export const rubrics: SeedRubric[] = [
  {
    by: 'kwame',
    title: 'A corner in solid wood',
    skill: 'hand-joinery',
    versions: [
      {
        daysAgo: 190,
        criteria: criteria(
          [...FIT],
          ['The base line', 'Cut over in several places', 'Kept, with a slip or two', 'One line, all the way round'],
        ),
      },
      {
        daysAgo: 60,
        criteria: criteria(
          [...FIT],
          ['The base line', 'Cut over in several places', 'Kept, with a slip or two', 'One line, all the way round'],
          [
            'Square',
            'Rocks on the bench',
            'Stands still; the diagonals differ by more than a millimetre',
            'Diagonals within half a millimetre',
          ],
        ),
      },
    ],
  },
  {
    by: 'imke',
    title: 'A sheet that holds together',
    skill: 'paper-cutting',
    versions: [
      {
        daysAgo: 64,
        criteria: criteria(
          [
            'The bridges',
            'Something falls out',
            'All holds, and the bridges are seen first',
            'All holds, and the eye passes over them',
          ],
          ['The line', 'Hesitates: many short cuts', 'Flows, and stops at the corners', 'One breath from end to end'],
        ),
      },
      {
        daysAgo: 33,
        criteria: criteria(
          [
            'The bridges',
            'Something falls out',
            'All holds, and the bridges are seen first',
            'All holds, and the eye passes over them',
          ],
          ['The line', 'Hesitates: many short cuts', 'Flows, and stops at the corners', 'One breath from end to end'],
          ['The light', 'Made for the table', 'Works in front of a lamp', 'The empty places say as much as the paper'],
        ),
      },
    ],
  },
  {
    by: 'otieno',
    title: 'A slow part that was found',
    skill: 'javascript',
    versions: [
      {
        daysAgo: 40,
        criteria: criteria(
          [
            'The guess',
            'There is none',
            'Written down before measuring',
            'Written down, with what would prove it wrong',
          ],
          ['The measuring', 'By feeling', 'Once, on one machine', 'Several times, and the numbers are there'],
          ['The telling', 'For whoever wrote it', 'For whoever works on it next', 'For somebody who is nine'],
        ),
      },
    ],
  },
  {
    by: 'rosa',
    title: 'A song played for somebody',
    skill: 'fingerstyle-guitar',
    versions: [
      {
        daysAgo: 52,
        criteria: criteria(
          ['The pulse', 'Waits for the hard places', 'Keeps going, and bends there', 'Carries whoever listens'],
          ['The thumb', 'Follows the tune', 'Keeps its own time', 'Could play alone, and one would stay'],
          ['The tone', 'As it comes', 'Chosen in the quiet places', 'Chosen all through'],
        ),
      },
    ],
  },
]
