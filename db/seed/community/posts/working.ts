import type { SeedPost } from './post.ts'

export const workingPosts: SeedPost[] = [
  {
    who: 'idrissa',
    title: 'Thirty-one corners that do not close',
    tags: ['Joinery', 'Mistakes'],
    outDaysAgo: 33,
    words: `There is a shelf above my bench with thirty-one dovetail joints on it. Each has a date in pencil, and each one is wrong.

At first I hid them. Then a new apprentice came to the college, cut his first one, looked at it, and put it into his bag so that nobody would see. So I took mine down and laid them out in a row, from the first to the last, and did not say anything. He looked at them for a long time. He took his out of the bag again.

## What they say when they stand in a row

1. Number 1 to 9: the saw wandered. I looked at the line instead of at the saw.
2. Number 10 to 17: the saw is straight and the line is wrong. *Merci* to Kwame, who saw that over a video call from three thousand kilometres away.
3. Number 18 to 30: too tight. I was proud of how tight, and the wood split.
4. Number 31: you have to know where to look.

Number 32 closed. It is a small tray now, and it was sold in the spring. I sometimes think number 31 is the better piece.`,
  },
  {
    who: 'idrissa',
    title: 'Veneer from the bin',
    tags: ['Marquetry', 'Joinery'],
    outDaysAgo: 9,
    words: `Our workshop throws away strips of veneer that are narrower than my hand. On Fridays I am allowed to go through the bin before it is emptied.

This week there was pear, a little walnut, and a piece of sycamore as long as my arm with one grey stain in it. The stain is the best of it. It is going to be a heron.

For anybody who wants to try this with a knife from the kitchen drawer:

- Tape first, cut afterwards. Veneer tears in the direction of its own hair.
- Cut both pieces at the same time, one on the other. Then they fit, even where your hand shook.
- Heat the glue, not the wood.

> Nobody has ever said: what a pity that this was free.

My little brother has asked for the next box that does not close. He keeps his keys in them, because there nobody looks for keys.`,
  },
  {
    who: 'idrissa',
    title: 'What is in the jar called “planes”',
    tags: ['Tools'],
    outDaysAgo: -4,
    words: `Two trays were sold in spring, one box in summer. The jar called “planes” is at a little more than half.

I know which one I want. It is older than my father, its iron has been sharpened so often that a third of it is gone, and the man at the market lets me hold it every Saturday without asking whether I will buy it now. I think he has understood that I will.

When it is mine I shall write here what the first shaving looked like. It will not be a good shaving. I have been told to expect that.`,
  },
  {
    who: 'idrissa',
    title: 'To say at the end of the second year',
    tags: [],
    words: `Not finished. Things I want to thank people for, before I forget which of them said what:

- Kwame, for “look at the saw”
- the woman at the repair café who showed me how a burr feels before you see it
- my brother, for using everything`,
  },
  {
    who: 'niamh',
    title: 'Five envelopes and a biscuit',
    tags: ['Bookkeeping'],
    outDaysAgo: 120,
    words: `People come to me grey in the face with a shoebox. They have sold things, beautiful things, and they have no idea whether they have any money. Here is the whole course, and you may have it without the biscuit.

Take five envelopes. Write on them:

1. **What came in.** Every sale, the day it came, before you are pleased about it.
2. **What the thing cost.** Flour, wool, clay, postage, the stall.
3. **What the tax wants.** A fifth of the first envelope, the same evening. It was never yours.
4. **What breaks.** The oven. It will be the oven.
5. **What is left.** That one is you. If it is empty, the price is wrong and not you.

Do it on the same evening each week, with the radio on. It takes twenty minutes once you stop being afraid of it, and you stop being afraid in about the third week.

Tóg go bog é, says the note above my bench. Take it easy. It does not say: do not look.`,
  },
  {
    who: 'niamh',
    title: 'Drawing the boat before the bread is cold',
    tags: ['Sketching', 'Mornings'],
    outDaysAgo: 45,
    words: `At ten past eight I hand eleven loaves over the side of the *Naomh Éanna* and there are seven minutes until the next van. I have decided that those are for drawing.

Seven minutes are enough for one thing. If you draw the boat you do not get the harbour. I spent most of the winter learning that, in a book with forty unfinished harbours in it.

What helped in the end was a rule from the bakery: *weigh it first.* I look for as long as I would weigh flour, and only then touch the paper. It leaves me four minutes, and in four minutes nobody has time to be clever.

The ink runs when it rains. I have stopped minding. It rains in the drawing where it rained in Galway.`,
  },
  {
    who: 'niamh',
    title: 'A starter to give away',
    tags: ['Sourdough'],
    outDaysAgo: 14,
    words: `I have given away sixty-two jars of starter and I know of nineteen that are alive. That is a better rate than with houseplants.

If you have one of mine, it likes this and no more:

| When | What |
| --- | --- |
| In the evening | a spoon of it, two of flour, two of water |
| In the morning | if it has doubled, bake; if not, wait |
| When you go away | stiff as clay, in the cold, for a month |

It does not need a name, though I have met several. It does not mind being forgotten nearly as much as you mind having forgotten it. Scrape off the grey, feed it twice, and say nothing.`,
  },
  {
    who: 'niamh',
    title: 'Prices, said out loud',
    tags: ['Bookkeeping', 'Markets'],
    words: `For the stall course in spring. The hardest sentence in the market is “that is eighteen euro”, and the second hardest thing is to be quiet after it.

Still to write: the woman with the baskets, and what happened when she doubled it.`,
  },
]
