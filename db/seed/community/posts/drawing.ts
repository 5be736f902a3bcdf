import type { SeedPost } from './post.ts'

export const drawingPosts: SeedPost[] = [
  {
    who: 'wanjiru',
    title: 'Write down the seed',
    tags: ['Plotting', 'Habits'],
    outDaysAgo: 96,
    words: `Last night the machine drew the best landscape of its life and I cannot make it again.

Every drawing of mine begins with one number. From that number the program makes all its other numbers: how tall each ridge is, where the pen lifts, which of the four pens goes first. The same number gives the same drawing, line for line, next week or in ten years. That number is called the *seed*. It is the cheapest insurance in the world, and I had not written it down.

## What I do now

- The seed goes into the name of the file before the pen touches the paper.
- It is written by hand in the lower left corner, on the back, with the date.
- The program refuses to start without one. I do not trust myself at midnight, so I asked the machine to be strict.

> Bahati husaidia, lakini andika mbegu. Luck helps, but write down the seed.

The lost landscape hangs above my desk. I have tried four hundred numbers since then. None of them is it, and two of them are better.`,
  },
  {
    who: 'wanjiru',
    title: 'Four pens and the order they go in',
    tags: ['Plotting', 'Pens'],
    outDaysAgo: 31,
    words: `A plotter does not mix colours, it lays one line over another, and the paper remembers who came first.

My rule after two years and a drawer of ruined sheets:

1. The lightest pen first. A yellow over a wet blue comes home green for the rest of its life.
2. The pen that bleeds second, while the paper is still dry everywhere else.
3. Black last, and never before the kettle has boiled. Ten minutes of patience are worth a whole sheet.

The fourth pen belonged to my headmistress. It has a gold nib and opinions. It draws only the horizon, at a third of the speed, and I stand beside it.

If you build such a machine yourself, strap in a pencil first. A pencil forgives; you learn where the arm shakes, and nothing has to be thrown away.`,
  },
  {
    who: 'wanjiru',
    title: 'A chart to be hung on a wall',
    tags: ['Data'],
    outDaysAgo: -6,
    words: `Somebody asked me whether a chart may be beautiful before it is read. I think it has to be, because otherwise nobody reads it.

I took one year of a water meter, a quiet house with two children, and drew every day as one line across the page. Mornings are a small hill. Saturdays are a range. In August there are nine flat days and then a cliff: they went to the coast, came home, and everybody bathed.

There is no axis on it and no legend. The family knew at once which day was the birthday.`,
  },
  {
    who: 'chiyo',
    title: 'Stop 14, in front of the bath house',
    tags: ['Route eleven', 'Pixels'],
    outDaysAgo: 54,
    words: `This week I drew stop fourteen. It took sixteen evenings for sixteen by sixteen squares, so you see I am not getting faster.

The trouble was the steam. Steam has no edge, and a square is nothing but edge. I tried grey. Grey looked like a wall. I tried white with holes, and it looked like a fishing net. In the end I moved *the people*: the old man who always waited there now stands two squares to the left, and where his hat was there is half a hat. Everybody sees steam. I did not draw any.

小さい絵ほど、よく見ないと描けません。 The smaller the picture, the harder you must look.

Colours used: five. Colours I wanted: nine. My granddaughter says that is called a palette. At the depot we called it a budget.`,
  },
  {
    who: 'chiyo',
    title: 'A game in which the bus is on time',
    tags: ['Game'],
    outDaysAgo: 12,
    words: `The game runs now. You sit at the stop. The bus comes at 7:42. You get in. That is all.

Three people have tried it and all three asked the same thing: what happens if I miss it? You cannot miss it. I drove for thirty-four years so that nobody would.

What I learned in JavaScript this month:

\`\`\`
function tick(minute) {
  if (minute === 42) busArrives()
}
\`\`\`

In the beginning I wrote \`=\` where \`===\` belongs, and it was always 7:42. The bus arrived in every minute. For one evening it was a very crowded street, and I confess that I left it running while I had my tea.`,
  },
  {
    who: 'chiyo',
    title: 'How many colours has a wet street?',
    tags: ['Pixels'],
    words: `I count seven from my window tonight. Notes for a drawing:

- the lamp, twice: once above, once in the puddle, and the one below is warmer
- the crossing is not white, it is the colour of the sky minus the lamp
- nobody is out, so there has to be one umbrella`,
  },
]
