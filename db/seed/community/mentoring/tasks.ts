import type { SeedTask } from './task.ts'

export const tasks: SeedTask[] = [
  {
    pair: ['kwame', 'idrissa'],
    pictures: ['teaching-box'],
    title: 'One corner in pine, marked with a knife',
    description:
      'A single through dovetail, **three tails**, in the cheapest pine you can find.\n\n- knife lines only, no pencil\n- saw beside the line, not on it\n- no glue: it has to hold because it is right',
    skill: 'hand-joinery',
    rubric: ['A corner in solid wood', 1],
    setDaysAgo: 176,
    dueInDays: -160,
    steps: ['Plane both faces flat', 'Mark with the knife', 'Saw', 'Pare to the line', 'Push together by hand'],
    ticked: 5,
    state: 'done',
    versions: [
      {
        daysAgo: 163,
        pictures: ['pine-left'],
        note: 'It goes together with a mallet. On the left there is nothing to see, on the right I could post a letter.',
        look: {
          daysAgo: 162,
          words:
            'You sawed the right side from the wrong side of the line, all three times. That is good news: it is one mistake, not three.',
          scores: [1, 3],
          helped: 5,
          comments: [
            ['celebratory', 'The base line is one line. Nobody does that in the first month.'],
            [
              'essential',
              'Shade the waste before you saw. Then your saw knows where to live.',
              'change',
              [0, 0.62, 0.55],
            ],
            ['optional', 'Try it with the board lower in the vice, elbow at your ribs.', 'keep'],
          ],
          next: 'Same corner, same wood, waste shaded.',
        },
      },
      {
        daysAgo: 148,
        pictures: ['pine-again'],
        note: 'Waste shaded with red chalk. By hand until the last two millimetres, then one knock. I hear what you mean by tight.',
        actedOn: [1],
        look: {
          daysAgo: 147,
          words: 'Date it and put it on the shelf beside number nine. You will want to look at both in a year.',
          comments: [['celebratory', 'I cannot find the knock.']],
          next: 'The same in ash.',
          level: 2,
          scores: [3, 3],
          helped: 4,
        },
      },
    ],
  },
  {
    pair: ['kwame', 'idrissa'],
    title: 'The same corner in ash',
    description: 'Ash tells you when you hurry. Four tails this time.\n\nCut two. Keep the worse one.',
    skill: 'hand-joinery',
    rubric: ['A corner in solid wood', 1],
    setDaysAgo: 139,
    dueInDays: -95,
    state: 'done',
    versions: [
      {
        daysAgo: 97,
        pictures: ['ash-split'],
        note: 'The second tail split when I drove it home. It was a Thursday.',
        look: {
          daysAgo: 96,
          words: 'It split where the grain runs out, and it told you so when you planed it.',
          comments: [
            ['essential', 'Turn the board so that the grain runs into the tail, not out of it.', 'change'],
            ['actionable', 'Ease the inner corners by one shaving before it goes in.', 'change'],
          ],
          scores: [2, 2],
          helped: 4,
          next: 'Two more. Not on a Thursday.',
        },
      },
      {
        daysAgo: 66,
        pictures: ['ash-for-mother', 'ash-shown'],
        note: 'Two more, on a Sunday. One I would show my mother, one I have shown her.',
        actedOn: [0, 1],
        look: {
          daysAgo: 64,
          words: 'This is a corner that will outlive both of us.',
          comments: [['celebratory', 'Four tails, four different thumbs could not open them.']],
          next: 'A carcass: four corners that have to agree with each other.',
          level: 3,
          scores: [4, 3],
          helped: 5,
        },
      },
    ],
  },
  {
    pair: ['kwame', 'idrissa'],
    title: 'A carcass whose four corners agree',
    description:
      'The body of your cabinet. Measure the diagonals before the glue, not after.\n\nPhotograph the inside before you close it: in the exam they ask for it.',
    skill: 'hand-joinery',
    rubric: ['A corner in solid wood', 2],
    looksFirst: ['self'],
    setDaysAgo: 58,
    dueInDays: 9,
    steps: [
      'Cut list',
      'Four boards flat and square',
      'All four corners dry',
      'Diagonals within 0.5 mm',
      'Photograph the inside',
      'Glue',
    ],
    ticked: 5,
    state: 'again',
    versions: [
      {
        daysAgo: 12,
        pictures: ['carcass-dry', 'carcass-corner'],
        note: 'Dry fit, diagonals 0.4 mm apart. I see light at the back of the third corner, lower left.',
        links: ['https://example.org/idrissa/carcass-inside.jpg'],
        first: [
          {
            daysAgo: 11.8,
            words: 'Three corners I would sign. The fourth I turned to the wall.',
            scores: [2, 3, 3],
            next: 'Find out whether it is the tail or the socket.',
          },
        ],
        look: {
          daysAgo: 11,
          words: 'You found it before I did, so you need me less than you think.',
          comments: [
            ['celebratory', 'Diagonals! In my first year I did not know that the word existed.'],
            [
              'essential',
              'The light comes from the socket, not from the tail. Pare the socket floor flat, it is a hair high in the middle.',
              'change',
              [1, 0.5, 0.82],
            ],
            ['actionable', 'Number the corners inside before you take it apart.', undefined, [0, 0.36, 0.3]],
            ['optional', 'A rubbed-in veneer strip would hide it. I would rather see you not need it.'],
          ],
          scores: [2, 3, 3],
          next: 'Pare, dry fit again, and only then the glue.',
        },
      },
    ],
  },
  {
    pair: ['imke', 'idrissa'],
    title: 'A mark of two centimetres that prints on oak',
    description:
      'Draw it at six centimetres, shrink it, cut it. Five prints on scrap oak, sealed and unsealed. Send me the ugliest first.',
    skill: 'linocut',
    setDaysAgo: 24,
    dueInDays: 4,
    steps: ['Draw at 6 cm', 'Cut', 'Print on paper', 'Print on sealed oak'],
    ticked: 3,
    state: 'accepted',
    versions: [],
  },
  {
    pair: ['imke', 'maren'],
    title: 'Three diatoms, cut from one folded sheet',
    description: 'One cut, three layers. What stays has to hold together when you lift it by one corner.',
    skill: 'paper-cutting',
    rubric: ['A sheet that holds together', 1],
    looksFirst: ['peer'],
    setDaysAgo: 59,
    dueInDays: -40,
    state: 'done',
    versions: [
      {
        daysAgo: 44,
        pictures: ['diatoms-two'],
        note: 'The middle one fell out like a coin. The outer two hold.',
        first: [
          {
            by: 'idrissa',
            daysAgo: 43.5,
            words: 'In wood I would say the tenon was too thin. Here too, I think: it hung on nothing but the fold.',
            comments: [
              ['actionable', 'Leave it wider where it bends, narrower where it only hangs.', 'keep', [0, 0.5, 0.5]],
            ],
            scores: [1, 2],
            helped: 5,
          },
        ],
        look: {
          daysAgo: 43,
          words:
            'The coin is lovely by itself, keep it. Now the bridge: leave a hair’s width where the eye expects a gap.',
          scores: [1, 2],
          helped: 4,
          comments: [
            ['celebratory', 'Your curves do not hesitate. That is from years of drawing what you see.'],
            ['essential', 'One bridge for each ring, never opposite the fold.', 'change', [0, 0.45, 0.42]],
          ],
          next: 'Again with bridges, same sheet size.',
        },
      },
      {
        daysAgo: 29,
        pictures: ['diatoms-three'],
        note: 'Three that hold. I lifted it by the corner in front of the lamp and my dog barked at the shadow.',
        actedOn: [1],
        look: {
          daysAgo: 27,
          words: 'A shadow worth barking at. Done.',
          comments: [['celebratory', 'The bridges vanish. Even I had to look for them.']],
          level: 3,
          scores: [3, 3],
          helped: 5,
        },
      },
    ],
  },
  {
    pair: ['imke', 'maren'],
    title: 'Eleven pieces for the lamp window',
    description:
      'Patterns for glass: no inside corner sharper than your little finger, and everything numbered on the back. Show me all of them on one sheet.',
    skill: 'paper-cutting',
    rubric: ['A sheet that holds together', 2],
    looksFirst: ['self'],
    setDaysAgo: 26,
    dueInDays: 12,
    steps: ['Draw the whole window', 'Cut apart', 'Number', 'Lay out on the lamp'],
    ticked: 4,
    state: 'handed-in',
    versions: [
      {
        daysAgo: 3,
        pictures: ['lamp-window'],
        note: 'All eleven on the lamp. Number seven has a corner I am ashamed of, but without it the cell looks like a potato. What would you do?',
        first: [
          {
            daysAgo: 2.8,
            words: 'Ten of them I would hang tomorrow. Seven is a compromise, and it looks at me.',
            scores: [3, 2, 2],
            next: 'Cut seven once more, with the corner given to its neighbour.',
          },
        ],
        links: ['https://example.org/maren/eleven-on-the-lamp.jpg'],
      },
    ],
  },
  {
    pair: ['otieno', 'akinyi'],
    title: 'Find the slow part, and say how you found it',
    description:
      'Three lines are enough: what you thought, what you measured, what it was. Somebody who is nine has to understand them.',
    skill: 'javascript',
    rubric: ['A slow part that was found', 1],
    setDaysAgo: 19,
    dueInDays: 2,
    state: 'handed-in',
    versions: [
      {
        daysAgo: 1,
        note: '1. I thought the pictures are too big.\n2. I counted how often the loop runs when nobody plays: 4000 times for nothing.\n3. It was not the pictures. It was me.',
      },
    ],
  },
  {
    pair: ['imke', 'maren'],
    title: 'A border that turns the corner',
    description:
      'Three repeats on each side, and at the corner it has to turn without anybody noticing. One sheet, folded as often as you dare.',
    skill: 'paper-cutting',
    rubric: ['A sheet that holds together', 2],
    looksFirst: ['peer'],
    setDaysAgo: 14,
    dueInDays: 6,
    state: 'handed-in',
    versions: [
      {
        daysAgo: 1,
        asksPeer: true,
        pictures: ['leaf-border'],
        note: 'The corner at the top is the one I like. At the bottom I ran out of paper and of courage.',
      },
    ],
  },
  {
    pair: ['leszek', 'aigerim'],
    title: 'A metre of twill with straight edges',
    description:
      'Any yarn, any colour. Measure the width every ten centimetres and write it on the edge with a thread.',
    skill: 'weaving',
    setDaysAgo: 9,
    dueInDays: 21,
    state: 'accepted',
    versions: [],
  },
]
