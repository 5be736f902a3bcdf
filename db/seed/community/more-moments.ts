import type { SeedMoment } from './moments.ts'

// What the people around the five who can sign in shared on other days: their inboxes tell of it.
export const moreMoments: SeedMoment[] = [
  { member: 'kwame', text: 'planed a board by lamplight; it is flat, I checked twice', hoursAgo: 5 },
  { member: 'kwame', text: 'sharpened every chisel and have nothing left to avoid', hoursAgo: 7 },
  { member: 'kwame', text: 'glued up the lid of a tea box in nine kinds of veneer', hoursAgo: 49 },
  { member: 'kwame', text: 'lent the long clamps to a neighbour who also builds boats', hoursAgo: 122 },
  { member: 'naim', text: 'wrote one letter alif forty times before the shutters went up', hoursAgo: 27 },
  { member: 'naim', text: 'mixed ink from soot and gum arabic between two prescriptions', hoursAgo: 98 },
  { member: 'imke', text: 'pulled the last of forty sheets and hung them like laundry', hoursAgo: 55 },
  { member: 'thandi', text: 'moved three evenings so that nobody has to choose between them', hoursAgo: 31 },
  { member: 'rosa', text: 'pressed a hundred pages and went for a swim while they dried', hoursAgo: 19 },
  { member: 'rosa', text: 'repaired the spine of a cookery book with most of the soup still in it', hoursAgo: 76 },
  { member: 'sam', text: 'found the deadlock: two polite threads, each waiting for the other', hoursAgo: 11 },
  { member: 'sam', text: 'read the manual to the end; page 400 is funny', hoursAgo: 60 },
  { member: 'otieno', text: 'taught loops with a drum; the neighbours now know loops too', hoursAgo: 22 },
  { member: 'otieno', text: 'wrote a program on the wall with chalk, and it rained', hoursAgo: 91 },
  { member: 'chiyo', text: 'drew the bus driver, who asked for more hair', hoursAgo: 33 },
  { member: 'malik', text: 'mixed the blue for the school wall with eleven children and one caretaker', hoursAgo: 14 },
  { member: 'malik', text: 'sketched the stairwell in chalk; the rain liked it too', hoursAgo: 84 },
]
