import type { Design } from '#workers/portfolios/design.ts'

// Sites of members of the demo: whose, and what of the design they chose.
export type SeedSite = { who: string; openedDaysAgo: number; design: Partial<Design> }

export const communitySites: SeedSite[] = [
  {
    who: 'wanjiru',
    openedDaysAgo: 120,
    design: {
      title: 'Wanjirũ Kamau',
      line: 'Numbers that were asked to sit still and be drawn.',
      theme: 'wall',
      palette: 'sea',
      welcome:
        'By day I count things for a hospital. At night a pen on two motors draws what I counted. Nothing here was made to be exact: it was made to be looked at for longer than a table is.',
    },
  },
  {
    who: 'idrissa',
    openedDaysAgo: 40,
    design: {
      title: 'Idrissa Barry, wood',
      line: 'Second year at the bench. Dovetails most days, marquetry when nobody hurries me.',
      theme: 'notebook',
      palette: 'clay',
      pages: [
        {
          slug: 'commissions',
          title: 'Commissions',
          words:
            'Small boxes, frames and repairs, **two at a time**. Write to me with what it is for, not what it should look like.\n\n## How it goes\n\n1. We talk, and I draw it once.\n2. You see the wood before I cut it.\n3. Six weeks, usually seven.\n\n> Chairs have to wait until somebody has shown me how.',
        },
      ],
    },
  },
  {
    who: 'niamh',
    openedDaysAgo: 300,
    design: { theme: 'editorial', palette: 'moss' },
  },
  {
    who: 'chiyo',
    openedDaysAgo: 75,
    design: { theme: 'terminal', palette: 'plum', line: 'Thirty-four years a bus, now sixteen colours.' },
  },
]
