import { thirdBox } from '../artworks/wood.ts'
import { border } from './border.ts'
import { carcass } from './carcass.ts'
import { corner } from './corner.ts'
import { diatoms, lampWindow } from './paper-cuts.ts'
import { ashBoards, dovetailSaw, linoBlocks } from './things.ts'

type HandedIn = { width: number; height: number; alt: string; draw(): string }

const wide = { width: 1200, height: 900 }

// What people of the demo photographed: for their mentors, for their journals, and of what is on the shelf.
export const handedIn = {
  'ash-boards': { ...wide, alt: 'Five offcuts of ash, stacked, the longest at the bottom.', draw: ashBoards },
  'dovetail-saw': {
    ...wide,
    alt: 'A small saw with a brass back and a worn handle, lying on a dark cloth.',
    draw: dovetailSaw,
  },
  'lino-blocks': { ...wide, alt: 'Two grey lino blocks, a frond begun on one of them, and a gouge.', draw: linoBlocks },
  'first-nine': {
    ...wide,
    alt: 'The ninth corner in pine: three dovetails and daylight beside every one.',
    draw: () => corner({ seed: 'pine nine', wood: 'pine', tails: 3, gaps: [21, 26, 19] }),
  },
  'by-the-radio': {
    ...wide,
    alt: 'A corner in pine with three dovetails that close.',
    draw: () => corner({ seed: 'pine home', wood: 'pine', tails: 3, gaps: [0, 1, 0] }),
  },
  'split-again': {
    ...wide,
    alt: 'A corner in ash, split at its third tail.',
    draw: () => corner({ seed: 'ash thursday', wood: 'ash', tails: 4, gaps: [0, 3, 6, 0], cracked: 2 }),
  },
  'frame-corner': {
    ...wide,
    alt: 'A small corner in ash with two tails, and light beside the lower one.',
    draw: () => corner({ seed: 'frame for glass', wood: 'ash', tails: 2, gaps: [2, 17] }),
  },
  'third-corner': {
    ...wide,
    alt: 'The third corner from the inside: five tails in oak, and light under the lowest.',
    draw: () => corner({ seed: 'carcass inside', wood: 'oak', tails: 5, gaps: [0, 0, 2, 0, 16] }),
  },
  'straight-saw': {
    ...wide,
    alt: 'Four tails in ash, sawn straight, the last one a little open.',
    draw: () => corner({ seed: 'ash saw', wood: 'ash', tails: 4, gaps: [0, 2, 0, 5] }),
  },
  'frame-of-six': { ...wide, alt: 'Six pieces of ash put together dry into a frame.', draw: carcass },
  'boards-at-home': { ...wide, alt: 'Ash boards, stacked on the kitchen table.', draw: ashBoards },
  'boards-put-by': { ...wide, alt: 'Ash boards at the timber yard, put by until they are paid for.', draw: ashBoards },
  'two-blocks': { ...wide, alt: 'Two lino blocks and a gouge, before the first print.', draw: linoBlocks },
  'teaching-box': {
    ...wide,
    alt: 'A wooden box with clear dovetails at its corner and its lid slid back.',
    draw: () => thirdBox(wide),
  },
  'pine-left': {
    ...wide,
    alt: 'A corner in pine with three dovetails; a wide dark gap under each of them.',
    draw: () => corner({ seed: 'pine one', wood: 'pine', tails: 3, gaps: [15, 22, 18] }),
  },
  'pine-again': {
    ...wide,
    alt: 'A corner in pine with three dovetails that close, the waste between them hatched in red chalk.',
    draw: () => corner({ seed: 'pine two', wood: 'pine', tails: 3, gaps: [0, 2, 0], chalk: true }),
  },
  'ash-split': {
    ...wide,
    alt: 'A corner in ash with four dovetails; a crack runs from the second one into the board.',
    draw: () => corner({ seed: 'ash one', wood: 'ash', tails: 4, gaps: [0, 5, 3, 0], cracked: 1 }),
  },
  'ash-for-mother': {
    ...wide,
    alt: 'A corner in ash with four dovetails and not a line of shadow between them.',
    draw: () => corner({ seed: 'ash two', wood: 'ash', tails: 4, gaps: [0, 0, 0, 0] }),
  },
  'ash-shown': {
    ...wide,
    alt: 'Another corner in ash; under the lowest tail there is a hair of shadow.',
    draw: () => corner({ seed: 'ash three', wood: 'ash', tails: 4, gaps: [0, 0, 0, 6] }),
  },
  'carcass-dry': {
    ...wide,
    alt: 'Four boards put together into a frame; light comes through the corner at the lower left.',
    draw: carcass,
  },
  'carcass-corner': {
    ...wide,
    alt: 'The third corner close up: five tails, and a gap under the lowest.',
    draw: () => corner({ seed: 'carcass three', wood: 'oak', tails: 5, gaps: [0, 0, 0, 3, 13] }),
  },
  'box-dry': {
    ...wide,
    alt: 'The four sides of the box, put together dry; a line of light in one corner.',
    draw: carcass,
  },
  'box-corner': {
    ...wide,
    alt: 'A corner of the box in ash: four tails, closed but for a hair under the lowest.',
    draw: () => corner({ seed: 'mother box', wood: 'ash', tails: 4, gaps: [0, 0, 0, 4] }),
  },
  'diatoms-two': {
    ...wide,
    alt: 'A dark sheet with two cut diatoms and a round hole between them; the middle one lies below.',
    draw: () => diatoms(false),
  },
  'diatoms-three': {
    ...wide,
    alt: 'A dark sheet with three diatoms cut into it, glowing in front of a lamp.',
    draw: () => diatoms(true),
  },
  'leaf-border': {
    ...wide,
    alt: 'A border of leaves cut from dark red paper; at the lower right corner two leaves are missing.',
    draw: border,
  },
  'lamp-window': {
    width: 1000,
    height: 1200,
    alt: 'Eleven cells cut from black paper before a lamp; the seventh has corners where the others are round.',
    draw: lampWindow,
  },
} satisfies Record<string, HandedIn>

export type HandedInName = keyof typeof handedIn

export const keyOfHandedIn = (name: HandedInName) => `_private/seed/handed-in/${name}.svg`
