// What mentors kept, to set it again: how often it was, and whether others may use it.
export type SeedTemplate = {
  by: string
  title: string
  description: string
  skill: string
  steps: string[]
  daysToDo: number
  shared?: true
  uses: number
  daysAgo: number
}

export const templates: SeedTemplate[] = [
  {
    by: 'imke',
    title: 'One block, five prints',
    description:
      'Cut a block no larger than a matchbox and print it **five times**, without washing it in between.\n\n- number them in pencil\n- keep the worst one: it knows most\n- bring all five, not the best one',
    skill: 'linocut',
    steps: ['Draw it three times larger', 'Shrink and transfer', 'Cut', 'Print five', 'Number them'],
    daysToDo: 14,
    shared: true,
    uses: 6,
    daysAgo: 150,
  },
  {
    by: 'imke',
    title: 'Paper before glass',
    description: 'One pattern in paper at its full size, cut with a knife, held against a window at noon.',
    skill: 'paper-cutting',
    steps: ['Trace', 'Cut from the inside outwards', 'Look at it against the light'],
    daysToDo: 10,
    uses: 2,
    daysAgo: 70,
  },
  {
    by: 'kwame',
    title: 'The corner in cheap pine',
    description:
      'A through dovetail with three tails in the cheapest pine you can find.\n\n- knife lines only\n- saw beside the line\n- no glue',
    skill: 'hand-joinery',
    steps: ['Plane both faces', 'Mark with the knife', 'Saw', 'Pare to the line', 'Push together by hand'],
    daysToDo: 16,
    shared: true,
    uses: 11,
    daysAgo: 178,
  },
  {
    by: 'rosa',
    title: 'Eight sheets and a night under the mattress',
    description: 'Fold eight sheets along the grain, press them for one night and sew them as one section, on tapes.',
    skill: 'bookbinding',
    steps: ['Find the grain', 'Fold', 'Press overnight', 'Sew'],
    daysToDo: 7,
    shared: true,
    uses: 4,
    daysAgo: 96,
  },
]
