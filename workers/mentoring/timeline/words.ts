import { type Piece, words } from '#workers/notifications/kinds/words.ts'
import { changeTells } from '../changes/tells.ts'
import { circleTells } from '../circles/tells.ts'
import { feedbackTells } from '../feedback/tells.ts'
import { goalTells } from '../goals/tells.ts'
import { lookTells } from '../looks/tells.ts'
import { mentorshipTells } from '../mentorships/tells.ts'
import { participantTells } from '../participants/tells.ts'
import { planTells } from '../plan/tells.ts'
import { preferenceTells } from '../preferences/tells.ts'
import { requestTells } from '../requests/tells.ts'
import { supplyTells } from '../supplies/tells.ts'
import { taskTells } from '../tasks/tells.ts'
import { testimonialTells } from '../testimonials/tells.ts'

// What stands in a pair's timeline. `who` did it; `data` is what the fact tells, texts and numbers only.
export type Happened = { name: string; who: string; at: string; subject: string; data: Record<string, unknown> }

export type Tells = Record<string, (happened: Happened) => { says: Piece[]; quotes?: string; opens?: string }>

// Each noun of the domain tells its own facts, in its own file, and is named here.
const tells: Tells = {
  ...requestTells,
  ...mentorshipTells,
  ...circleTells,
  ...changeTells,
  ...testimonialTells,
  ...taskTells,
  ...lookTells,
  ...feedbackTells,
  ...preferenceTells,
  ...supplyTells,
  ...participantTells,
  ...goalTells,
  ...planTells,
}

export function told(happened: Happened) {
  const tell = tells[happened.name]
  return tell ? tell(happened) : { says: words`${happened.who} did something` }
}

export const isTold = Object.keys(tells)
