export type SeedQuestion = {
  skill: string
  level: number
  by: string
  text: string
  options: [string, string, string]
  right: 0 | 1 | 2
  explanation: string
}

const wood = { skill: 'hand-joinery', by: 'kwame' }
const paper = { skill: 'paper-cutting', by: 'imke' }

export const questions: SeedQuestion[] = [
  {
    ...wood,
    level: 2,
    text: 'A flat-sawn board dries. Which way does it cup?',
    options: ['Towards the heart', 'Away from the heart', 'Along its length'],
    right: 1,
    explanation: 'The outer rings are longer and shrink more, so the edges lift on the bark side.',
  },
  {
    ...wood,
    level: 2,
    text: 'You saw dovetail pins. On which side of the line does the saw go?',
    options: ['On the line', 'In the waste', 'In the pin'],
    right: 1,
    explanation: 'What is left of the line tells you that nothing of the joint was lost. Half a line is a tight joint.',
  },
  {
    ...wood,
    level: 2,
    text: 'The plane tears the grain. What do you try first?',
    options: ['Push harder', 'Turn the board around', 'Sand it'],
    right: 1,
    explanation:
      'The fibres rise towards you. From the other end they lie down. Then a sharper iron, then a finer cut.',
  },
  {
    ...wood,
    level: 2,
    text: 'How much wider than the tenon is a mortise for a wedge?',
    options: ['A slope of about one in eight', 'Twice as wide', 'Not at all'],
    right: 0,
    explanation: 'A wedge that opens the tenon by one part in eight locks it. More splits the rail.',
  },
  {
    ...wood,
    level: 2,
    text: 'What is the marking gauge set to for half-blind dovetails?',
    options: ['The thickness of the drawer side', 'Two thirds of the drawer front', 'Half of the pin'],
    right: 1,
    explanation: 'A third of the front stays to cover the joint. Less, and the chisel comes through.',
  },
  {
    ...wood,
    level: 2,
    text: 'Glue sets in ten minutes and the carcass has eight joints. What comes before the glue?',
    options: ['A dry run with the clamps', 'A coat of oil', 'Wetting the joints'],
    right: 0,
    explanation: 'Every clamp set and laid out in order. A dry run costs five minutes; a crooked carcass costs a week.',
  },
  {
    ...paper,
    level: 3,
    text: 'Which part of a many-layered cut do you cut first?',
    options: ['The outline', 'The smallest openings', 'Whatever is nearest'],
    right: 1,
    explanation:
      'While the sheet is whole it holds still. The outline comes last, when nothing inside needs strength any more.',
  },
  {
    ...paper,
    level: 3,
    text: 'The blade drags a fringe along. What is wrong?',
    options: ['The paper is too thick', 'The blade is blunt', 'The hand is too slow'],
    right: 1,
    explanation: 'Paper blunts steel faster than wood does. A fresh tip every half hour is cheaper than a sheet.',
  },
  {
    ...paper,
    level: 3,
    text: 'What holds an island in the middle of an opening?',
    options: ['Glue from behind', 'A bridge that belongs to the drawing', 'A thicker sheet'],
    right: 1,
    explanation: 'Draw the bridge as a twig, a thread, a ray. What has to be there looks meant.',
  },
  {
    ...paper,
    level: 3,
    text: 'You turn the knife or the sheet in a tight curve?',
    options: ['The knife', 'The sheet', 'Both against each other'],
    right: 1,
    explanation: 'The hand cuts best in one direction. The other hand feeds the paper into it.',
  },
  {
    ...paper,
    level: 3,
    text: 'A finished sheet curls in the frame. Why?',
    options: ['It was cut on one side only', 'It was glued all over', 'The glass is too near'],
    right: 1,
    explanation: 'Paper breathes with the weather. Held by its upper edge only, it hangs flat in every season.',
  },
]
