import type { CHANNELS, OUTCOMES, Stage } from '#db/schema/mentoring/outreach.ts'

// Each time the two were in touch: how, what came of it, what was said.
export type SeedContact = {
  daysAgo: number
  how: (typeof CHANNELS)[number]
  outcome: (typeof OUTCOMES)[number]
  words: string
  place?: string
}

// Somebody a mentor met.
export type SeedProspect = {
  owner: 'imke' | 'rosa'
  name: string
  place: string
  stage: Stage
  young?: 'adult' | 'minor'
  speaks: string[]
  areas: string[]
  impression?: string
  hasTime?: string
  phone?: string
  email?: string
  agreed?: { to: string; how: string; inDays: number }
  next?: { step: string; inDays: number }
  leftAlone?: { daysAgo: number; because: string }
  // A member by now.
  joinedAs?: string
  contacts: SeedContact[]
}

export type SeedInvitation = {
  mentor: 'imke' | 'rosa'
  name: string
  email: string
  words: string
  skills: string[]
  goals: string[]
  task: { title: string; description: string }
  daysAgo: number
  accepted?: { by: string; daysAgo: number }
}
