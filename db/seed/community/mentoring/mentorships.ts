import type { SeedMentorship } from './mentorship.ts'

export const mentorships: SeedMentorship[] = [
  {
    mentor: 'kwame',
    participant: 'idrissa',
    skill: 'hand-joinery',
    format: 'group',
    circle: 'The bench, never on Thursdays',
    aim: 'A wall cabinet with through dovetails, no filler, ready for the college exam in June',
    asked:
      'I have cut thirty-one dovetails and dated them. They close on the left and gape on the right. At college there are twelve of us and one teacher, so nobody sees my hands. Could you look at a corner a week?',
    startedDaysAgo: 181,
    notes: [
      { by: 'kwame', words: 'Send me the worst one first. The good ones have nothing to say.', daysAgo: 180 },
      { by: 'idrissa', words: 'It is number nine. I sawed on the line and not beside it.', daysAgo: 178 },
      {
        by: 'kwame',
        words: 'Then your saw is honest and your pencil is fat. Buy a knife this week and leave the pencil at home.',
        daysAgo: 177,
      },
      { by: 'idrissa', words: 'With the knife: three corners, one I would show my mother.', daysAgo: 141 },
      { by: 'kwame', words: 'Show it to her. Then cut the same one in ash.', daysAgo: 140 },
      { by: 'idrissa', words: 'Ash splits when I am in a hurry. I am always in a hurry on Thursdays.', daysAgo: 96 },
      { by: 'kwame', words: 'Do not cut on Thursdays.', daysAgo: 96 },
      {
        by: 'idrissa',
        words: 'Four corners of the carcass are glued. I photographed the inside before I closed it, as you said.',
        daysAgo: 12,
      },
      {
        by: 'kwame',
        words: 'I see light at the back of the third one. You know which side. Well done for showing it.',
        daysAgo: 11,
      },
    ],
  },
  {
    mentor: 'imke',
    participant: 'idrissa',
    skill: 'linocut',
    format: 'one-off',
    aim: 'A maker’s mark for the cabinet: one small block that prints cleanly on wood',
    asked:
      'I would like to sign the inside of a cabinet with a mark I cut myself, two centimetres wide. I have never held a gouge for lino, only chisels. Is one morning with you enough?',
    startedDaysAgo: 26,
    notes: [
      {
        by: 'imke',
        words:
          'More than enough. Draw it three times larger than you want it, then shrink it. Your chisel hands will want to go too deep.',
        daysAgo: 25,
      },
      {
        by: 'idrissa',
        words: 'First print on oak: the ink sits in the pores and the I and the B have become one letter.',
        daysAgo: 9,
      },
      {
        by: 'imke',
        words:
          'Seal the wood with a thin coat of shellac, let it dry overnight, less ink than feels right. Show me the next one, ugly or not.',
        daysAgo: 8,
      },
    ],
  },
  {
    mentor: 'imke',
    participant: 'maren',
    skill: 'paper-cutting',
    format: 'group',
    circle: 'Blades on Tuesday nights',
    aim: 'Cut paper patterns for a window in blue glass, from one winter’s plankton drawings',
    asked:
      'I draw diatoms all day for work and would like to cut them as patterns for glass. I am deaf, so writing and pictures are better for me than calls. Would that be all right?',
    startedDaysAgo: 74,
    notes: [
      {
        by: 'imke',
        words:
          'Writing is better for me too, I work nights. Send me the drawing that you would be sad to lose, and a copy to ruin.',
        daysAgo: 73,
      },
      {
        by: 'maren',
        words: 'Here is Chaetoceros, with its hairs. I cut the hairs off in the second try. It looks like a bean now.',
        daysAgo: 61,
      },
      {
        by: 'imke',
        words:
          'Leave every third hair and let the eye do the rest. Lead came will never be thinner than four millimetres anyway.',
        daysAgo: 60,
      },
      {
        by: 'maren',
        words: 'Every third hair! It breathes. Eleven pieces are cut, numbered and lie on the lamp.',
        daysAgo: 3,
      },
    ],
  },
  {
    mentor: 'imke',
    participant: 'hanta',
    skill: 'linocut',
    format: 'group',
    circle: 'Blades on Tuesday nights',
    aim: 'A print for the cover of every songbook, cut from one small block',
    asked:
      'The songs will have a book now, and the book needs a face. I have never cut a picture, only strings. May I sit with the others and begin with something small?',
    startedDaysAgo: 19,
    notes: [
      { by: 'imke', words: 'Sit beside Maren. She cuts away more than anybody, and regrets nothing.', daysAgo: 18 },
      { by: 'hanta', words: 'I cut a drum. It looks like a loaf. I am keeping the loaf.', daysAgo: 9 },
    ],
  },
  {
    mentor: 'kwame',
    participant: 'maren',
    skill: 'hand-joinery',
    format: 'group',
    circle: 'The bench, never on Thursdays',
    aim: 'A frame for the glass that holds without a single screw',
    asked:
      'My window needs a frame, and I would like it to be of wood and held by its corners alone. I am deaf and learn by watching hands. May I watch yours and those of the others?',
    startedDaysAgo: 33,
    notes: [
      { by: 'kwame', words: 'Bring one corner and a bad saw. Good saws hide too much in the beginning.', daysAgo: 32 },
      { by: 'maren', words: 'The saw is bad enough. Mitre one gapes, mitre two gapes less.', daysAgo: 21 },
    ],
  },
  {
    mentor: 'imke',
    participant: 'aigerim',
    skill: 'linocut',
    aim: 'Three small stamps for the hem of a coat',
    asked:
      'My cloth is plain and my grandmother says a hem should speak. I would like to print it with three stamps that I cut myself. I know grids, not gouges.',
    startedDaysAgo: 118,
    notes: [
      { by: 'imke', words: 'Begin with the stamp that says the least. The others will lean on it.', daysAgo: 117 },
      { by: 'aigerim', words: 'It is a dot. I cut it nine times.', daysAgo: 110 },
    ],
    ended: {
      daysAgo: 6,
      by: 'aigerim',
      because: 'goal-reached',
      rating: 5,
      testimonial:
        'She never once took the gouge out of my hand. She looked at the print, then at me, and waited until I saw it too.',
      onlyOffered: true,
    },
  },
  {
    mentor: 'otieno',
    participant: 'akinyi',
    skill: 'javascript',
    aim: 'A game about the long rains that runs on the oldest laptop of the club',
    asked:
      'My new game is slow on laptop three and I do not want to take out the rain. Can you help me find what is slow without telling me the answer at once?',
    startedDaysAgo: 88,
    notes: [
      {
        by: 'otieno',
        words: 'Agreed. I only ask questions. First one: how many drops fall, and how many can anybody see?',
        daysAgo: 87,
      },
      {
        by: 'akinyi',
        words:
          'I made 4000 and you can see maybe 200. I did not know the computer also draws the ones behind the chapel.',
        daysAgo: 80,
      },
      { by: 'otieno', words: 'Second question, then: what does the loop do on a day without rain?', daysAgo: 79 },
      {
        by: 'akinyi',
        words: 'It counts to 4000 and does nothing. Fixed! Laptop three is the fastest now and the others complain.',
        daysAgo: 20,
      },
      {
        by: 'otieno',
        words: 'Write down in three lines how you found it. The small ones come on Saturday and will ask.',
        daysAgo: 19,
      },
    ],
  },
  {
    mentor: 'rosa',
    participant: 'hanta',
    skill: 'bookbinding',
    aim: 'A first book of one’s own, sewn on tapes, that opens flat on a music stand',
    asked:
      'My songs are on loose leaves and the wind of the fan takes them. I would like a book that stays open by itself. I have needle and thread, no press, and hands that are good with strings.',
    startedDaysAgo: 63,
    pausedForDays: 18,
    notes: [
      {
        by: 'rosa',
        words:
          'Two boards and the collected works of anybody heavy make a press. Fold eight sheets tonight and sleep on them. I mean it, under the mattress.',
        daysAgo: 62,
      },
      { by: 'hanta', words: 'They are flat and my back is not. What comes after?', daysAgo: 60 },
      {
        by: 'rosa',
        words: 'Sewing, next week. Wait overnight after each section; it is the only secret I have.',
        daysAgo: 59,
      },
      {
        by: 'hanta',
        words: 'The cyclone took the roof of the school. I will be back when the children have one again.',
        daysAgo: 14,
      },
    ],
  },
  {
    mentor: 'rosa',
    participant: 'imke',
    skill: 'bookbinding',
    aim: 'An accordion book of waders, one print a leaf',
    asked:
      'Twelve small prints want to live together and a box would hide them. May I learn the accordion from you, and only that?',
    startedDaysAgo: 212,
    notes: [
      {
        by: 'rosa',
        words: 'Only that, then. Grain direction first. Tear a strip both ways and tell me which one argued.',
        daysAgo: 211,
      },
      {
        by: 'imke',
        words: 'The short side argued. I have been folding against the grain for eleven years.',
        daysAgo: 209,
      },
      { by: 'rosa', words: 'So has everybody. Now it will lie down for you.', daysAgo: 208 },
    ],
    ended: {
      daysAgo: 120,
      by: 'imke',
      because: 'goal-reached',
      rating: 5,
      testimonial:
        'She tells you one thing at a time and waits until it is in your hands. My twelve waders stand on the shelf and open like a fan.',
    },
  },
  {
    mentor: 'wanjiru',
    participant: 'ritu',
    skill: 'data-visualisation',
    aim: 'Forty-four years of rain as rings, true to the numbers',
    asked:
      'I have my grandfather’s rain book, typed up. I can program circles, but I do not know how to be honest with them. Will you teach me what not to draw?',
    startedDaysAgo: 160,
    notes: [
      { by: 'wanjiru', words: 'Why are the years straight? Years come round.', daysAgo: 158 },
      { by: 'ritu', words: 'Rings. Of course. The dry ones look like a held breath.', daysAgo: 120 },
    ],
    ended: {
      daysAgo: 22,
      by: 'ritu',
      because: 'goal-reached',
      rating: 5,
      testimonial: 'One question, then she goes to make tea, and when she is back you have seen it yourself.',
    },
  },
  {
    mentor: 'leszek',
    participant: 'aigerim',
    skill: 'weaving',
    aim: 'Two metres of twill for a coat, with edges that run straight',
    asked:
      'I design grids on screens all day and thought weaving would be the same. My edges draw in like a waist. I film my hands every time and cannot see what I do.',
    startedDaysAgo: 134,
    notes: [
      {
        by: 'leszek',
        words: 'Turn the picture off and send me only the sound. A loom that pulls in goes thump, not clap.',
        daysAgo: 133,
      },
      { by: 'aigerim', words: 'Thump, thump, thump. I beat before the thread has laid itself down.', daysAgo: 131 },
      {
        by: 'leszek',
        words: 'Then leave it a small hill before you beat. Count the hill, not the thread.',
        daysAgo: 130,
      },
      {
        by: 'aigerim',
        words: 'Forty centimetres, straight to two threads. My grandmother asked who wove it.',
        daysAgo: 31,
      },
    ],
  },
]
