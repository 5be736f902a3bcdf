import { bench } from './bench.ts'
import { codeTable } from './code-table.ts'
import { kiln } from './kiln.ts'
import { kitchen } from './kitchen.ts'
import { longTable } from './long-table.ts'
import { looms } from './looms.ts'
import type { SeedMember } from './member.ts'
import { printRoom } from './print-room.ts'
import { sketchbook } from './sketchbook.ts'
import { strings } from './strings.ts'

// The circles of the guild, in the order of the doors along the corridor.
export const members: SeedMember[] = [
  ...printRoom,
  ...sketchbook,
  ...kiln,
  ...looms,
  ...bench,
  ...strings,
  ...codeTable,
  ...kitchen,
  ...longTable,
]
