export type SeedMoment = { member: string; text: string; hoursAgo: number }

export const moments: SeedMoment[] = [
  { member: 'idrissa', text: 'finished the third version of a dovetail box; the lid closes', hoursAgo: 1 },
  { member: 'imke', text: 'passed on 12 sheets of cotton rag to someone starting out', hoursAgo: 2 },
  { member: 'chiyo', text: 'drew stop 29 of route eleven, with the dog', hoursAgo: 4 },
  { member: 'maren', text: 'kept panel number four', hoursAgo: 5 },
  { member: 'leszek', text: 'returned the borrowed warping mill with a new peg', hoursAgo: 7 },
  { member: 'ritu', text: 'typed the last month of a forty-year rain ledger', hoursAgo: 9 },
  { member: 'losa', text: 'published the shade map in two languages', hoursAgo: 12 },
  { member: 'padma', text: 'gave three ticks and one question on a hibiscus', hoursAgo: 14 },
  { member: 'daon', text: 'reached half of the cutting-table jar', hoursAgo: 18 },
  { member: 'despina', text: 'opened the kiln: 31 jugs, 2 opinions', hoursAgo: 21 },
  { member: 'seun', text: 'passed grade two piano, one mark behind his daughter', hoursAgo: 26 },
  { member: 'bea', text: 'printed zine no. 42 with a class of thirteen-year-olds', hoursAgo: 30 },
  { member: 'soledad', text: 'found the bug; it was the ground wire', hoursAgo: 33 },
  { member: 'tama', text: 'stitched row nineteen somewhere in Cook Strait', hoursAgo: 38 },
  { member: 'aigerim', text: 'wove a whole metre without narrowing', hoursAgo: 44 },
  { member: 'niamh', text: 'balanced the month to the cent before the school run', hoursAgo: 50 },
  { member: 'farida', text: 'found the missing two millimetres in block fourteen', hoursAgo: 57 },
  { member: 'marguerite', text: 'heard her score played on three continents', hoursAgo: 63 },
  { member: 'andrei', text: 'recorded the bridge for the three-hundredth dawn', hoursAgo: 70 },
  { member: 'malik', text: 'got forty-one signatures for a wall and one excellent objection', hoursAgo: 78 },
]
