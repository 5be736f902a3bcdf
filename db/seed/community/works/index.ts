import { bench } from './bench.ts'
import { codeTable } from './code-table.ts'
import { kiln } from './kiln.ts'
import { looms } from './looms.ts'
import { printRoom } from './print-room.ts'
import { editorial } from './sites/editorial.ts'
import { notebook } from './sites/notebook.ts'
import { terminal } from './sites/terminal.ts'
import { wall } from './sites/wall.ts'
import { sketchbook } from './sketchbook.ts'
import { strings } from './strings.ts'
import type { SeedWork } from './work.ts'

export const works: SeedWork[] = [
  ...bench,
  ...codeTable,
  ...kiln,
  ...looms,
  ...printRoom,
  ...sketchbook,
  ...strings,
  ...wall,
  ...editorial,
  ...notebook,
  ...terminal,
]
