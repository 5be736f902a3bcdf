import type { SeedSite } from './site.ts'

export const wall: SeedSite[] = [
  {
    who: 'wanjiru',
    openedDaysAgo: 120,
    design: {
      title: 'Wanjirũ Kamau',
      line: 'Numbers that were asked to sit still and be drawn.',
      theme: 'wall',
      palette: 'sea',
      welcome:
        'By day I count water for a city. At night a pen on two motors draws what I counted. Nothing here was made to be exact: it was made to be looked at for longer than a table is.',
      first: ['hills-with-weather', 'fifteen-leaks'],
      pages: [
        {
          slug: 'the-machine',
          title: 'The machine',
          words:
            'Two scanners from a repair market gave me four motors, two rails and a lamp I did not need. The arm is a ruler. The pen holder is a peg, and it holds anything: ballpoints, a quill, once a lipstick.\n\n## What it cannot do\n\nIt cannot fill. All that looks dark here is many lines that nearly touch. It cannot go faster than a person, either, and I have stopped trying to teach it.\n\n## If you want one\n\nBring a dead scanner on a Saturday. I have the rest in a drawer, and [the hills](https://example.org/hills) are free for everyone to draw again.',
        },
      ],
    },
  },
  {
    who: 'despina',
    openedDaysAgo: 480,
    design: {
      line: 'A jug must stand, hold, lift and pour.',
      theme: 'wall',
      palette: 'ink',
      welcome:
        'All of it was fired in one kiln from 1974, with two working elements out of three. If you want to know where a pot stood, look at its colour.\n\nΚαλώς ήρθατε. Come in and lift something.',
      about:
        'I took down other people’s words in court for thirteen years, at two hundred syllables a minute. Then my hands wanted to make something that could not be appealed against.\n\nMy workshop is a former garage behind the station in Thessaloniki. The door stands open from ten, except when I throw, because of the draught. I keep a notebook for each year of the kiln and a few for the bad months: forty by now. Everybody may read in them. Nobody may tear out a page, not even the one about the blue.\n\nΠρώτα το χέρι, μετά το μάτι. First the hand, then the eye.',
      first: ['five-jugs', 'island-jugs', 'jar-joined-at-the-middle'],
      pages: [
        {
          slug: 'lessons',
          title: 'Lessons',
          words:
            'Four people, four wheels, Thursday from six. We begin with our eyes closed: I put a pot in your hands and you tell me what it weighs, where it is thick, and whether you would carry it up a stair.\n\n- **The first month** you make cylinders and cut each of them in half.\n- **The second** you make one jug, twenty times.\n- **The third** you keep one.\n\nCome with cut nails. I have aprons, and coffee at eight.',
        },
      ],
    },
  },
  {
    who: 'farida',
    openedDaysAgo: 210,
    design: {
      title: 'Farida Rahimi, quilts',
      line: 'The only structures I am permitted to improvise.',
      theme: 'wall',
      palette: 'clay',
      welcome:
        'I calculate bridges in Hamburg. In the evening I cut up the shirts of the people I calculate them with. A quilt carries its load just as a slab does, only nobody has to sign for it.',
      first: ['load-path', 'fog-on-the-elbe'],
      pages: [
        {
          slug: 'learn-to-piece',
          title: 'Learn to piece',
          words:
            'I teach three things, in this order: how to cut, how to find out where the two millimetres went, and when to stop caring about them.\n\n1. Bring one worn shirt that somebody wore out, not a shop.\n2. We take it apart without scissors. That is the first lesson, and it takes longer than you think.\n3. You cut one block with a ruler and one without. Then we hang both on the wall and say nothing for five minutes.\n\nقطره قطره دریا می‌شود. Drop by drop it becomes a sea.',
        },
      ],
    },
  },
]
