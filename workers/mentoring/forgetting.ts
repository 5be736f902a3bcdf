import type { SQL } from 'drizzle-orm'
import { growthForgotten } from './member-data/growth.ts'
import { outreachForgotten } from './member-data/outreach.ts'
import { pairsForgotten } from './member-data/pairs.ts'
import { programsForgotten } from './member-data/programs.ts'
import { suppliesForgotten } from './member-data/supplies.ts'
import { workForgotten } from './member-data/work.ts'

// While the account is still there: what was noted under its address is found by it.
export const mentoringForgotten = (memberId: string): SQL[] => [
  ...outreachForgotten(memberId),
  ...pairsForgotten(memberId),
  ...workForgotten(memberId),
  ...growthForgotten(memberId),
  ...programsForgotten(memberId),
  ...suppliesForgotten(memberId),
]
