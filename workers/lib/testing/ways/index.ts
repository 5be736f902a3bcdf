import { accounts } from './accounts.ts'
import { finance } from './finance.ts'
import { growth } from './growth.ts'
import { house } from './house.ts'
import { market } from './market.ts'
import { media } from './media.ts'
import { mentorships } from './mentorships.ts'
import { money } from './money.ts'
import { notifications } from './notifications.ts'
import { outreach } from './outreach.ts'
import { payments } from './payments.ts'
import { people } from './people.ts'
import { portfolios } from './portfolios.ts'
import { posts } from './posts.ts'
import { programs } from './programs.ts'
import { supplies } from './supplies.ts'
import { tasks } from './tasks.ts'
import { works } from './works.ts'

const ALL = [
  accounts,
  people,
  mentorships,
  tasks,
  growth,
  outreach,
  supplies,
  programs,
  portfolios,
  posts,
  media,
  notifications,
  market,
  money,
  finance,
  payments,
  works,
  house,
]

// Every way into the house: see ways.ts for how to read it.
export const DECLARED = ALL.flatMap(({ declared }) => declared)
export const MATRIX = ALL.flatMap(({ matrix }) => matrix)
