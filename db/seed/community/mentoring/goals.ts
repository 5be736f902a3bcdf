export type SeedGoal = {
  who: string
  // The other of the pair it is shared with.
  with?: string
  title: string
  why: string
  measure: string
  from?: number
  to: number
  dueInDays?: number
  setDaysAgo: number
  remindEvery?: 7 | 14 | 30
  steps?: string[]
  done?: number
  progress: [daysAgo: number, reached: number, words?: string][]
}

export const goals: SeedGoal[] = [
  {
    who: 'idrissa',
    with: 'kwame',
    title: 'Twelve corners that close on both sides',
    why: 'The exam in June asks for four. I would like to have eight behind me that nobody asked for.',
    measure: 'corners',
    to: 12,
    dueInDays: 190,
    setDaysAgo: 170,
    remindEvery: 14,
    steps: ['Pine, by hand', 'Ash, by hand', 'Ash, without looking at the mallet', 'The carcass', 'Oak'],
    done: 3,
    progress: [
      [148, 1, 'The second one in pine. I cannot find the knock.'],
      [118, 3],
      [97, 3, 'It was a Thursday.'],
      [80, 5, 'Two in ash on one Sunday, nobody was in a hurry.'],
      [52, 6],
      [34, 8, 'Both sides of the carcass.'],
      [12, 9, 'The fourth shows light at the back. I know which side.'],
    ],
  },
  {
    who: 'idrissa',
    with: 'kwame',
    title: 'One corner in twenty-five minutes',
    why: 'Not to be fast. To stop doing things twice.',
    measure: 'minutes',
    from: 70,
    to: 25,
    dueInDays: 60,
    setDaysAgo: 120,
    remindEvery: 30,
    progress: [
      [97, 64],
      [80, 51, 'I mark all four before I saw one.'],
      [52, 43],
      [20, 34, 'The gauge stays set. It was the setting that took the time.'],
    ],
  },
  {
    who: 'idrissa',
    title: 'Thirty days with a sharp chisel',
    why: 'Kwame says a dull chisel is a decision.',
    measure: 'days',
    to: 30,
    setDaysAgo: 140,
    progress: [
      [131, 6],
      [120, 13, 'Five minutes before breakfast. My mother thinks I am cooking.'],
      [108, 22],
      [99, 30, 'I do it without counting now.'],
    ],
  },
  {
    who: 'idrissa',
    with: 'imke',
    title: 'A mark that prints ten times alike on oak',
    why: 'I want to sign the inside of the cabinet.',
    measure: 'prints',
    to: 10,
    dueInDays: 30,
    setDaysAgo: 22,
    steps: ['Draw it three times larger', 'Cut the first', 'Seal the oak', 'Less ink than feels right'],
    done: 2,
    progress: [[9, 1, 'The I and the B have become one letter.']],
  },
  {
    who: 'akinyi',
    with: 'otieno',
    title: 'Eight levels of the rain game',
    why: 'The club plays the first three and then asks me what comes next.',
    measure: 'levels',
    to: 8,
    dueInDays: 45,
    setDaysAgo: 75,
    remindEvery: 7,
    steps: ['A level without words', 'The flood', 'The end'],
    done: 1,
    progress: [
      [60, 2],
      [38, 4, 'Level four is the one where you lose your boots.'],
      [11, 5],
    ],
  },
  {
    who: 'aigerim',
    with: 'leszek',
    title: 'A scarf of two metres with straight edges',
    why: 'For my grandfather, who looks at edges first.',
    measure: 'cm',
    to: 200,
    setDaysAgo: 30,
    progress: [
      [21, 40],
      [9, 85, 'From 60 on I stopped pulling.'],
    ],
  },
]
