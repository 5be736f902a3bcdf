import type { Look } from '../look.ts'
import { bench } from './bench.ts'
import { codeTable } from './code-table.ts'
import { kiln } from './kiln.ts'
import { kitchen } from './kitchen.ts'
import { longTable } from './long-table.ts'
import { looms } from './looms.ts'
import { printRoom } from './print-room.ts'
import { sketchbook } from './sketchbook.ts'
import { strings } from './strings.ts'

const cast: Record<string, Look> = {
  ...printRoom,
  ...sketchbook,
  ...kiln,
  ...looms,
  ...bench,
  ...strings,
  ...codeTable,
  ...kitchen,
  ...longTable,
}

export function lookOf(handle: string): Look {
  const look = cast[handle]
  if (!look) throw new Error(`Nobody has drawn ${handle} yet.`)
  return look
}
