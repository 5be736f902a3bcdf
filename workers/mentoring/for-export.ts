import type { Shelf } from '#db/reading.ts'
import { growthForExport } from './member-data/growth.ts'
import { outreachForExport } from './member-data/outreach.ts'
import { pairsForExport } from './member-data/pairs.ts'
import { programsForExport } from './member-data/programs.ts'
import { suppliesForExport } from './member-data/supplies.ts'
import { workForExport } from './member-data/work.ts'

export const mentoringForExport = (memberId: string): Record<string, Shelf<unknown>> => ({
  ...pairsForExport(memberId),
  ...workForExport(memberId),
  ...growthForExport(memberId),
  ...programsForExport(memberId),
  ...suppliesForExport(memberId),
  ...outreachForExport(memberId),
})
