import type { EntryKind, members } from '#db/schema/people.ts'

type Part =
  | 'story'
  | 'place'
  | 'languages'
  | 'experience'
  | 'work'
  | 'certifications'
  | 'achievements'
  | 'links'
  | 'interests'
  | 'goals'
  | 'offers'
  | 'skills'
  | 'availability'

export type Audience = 'me' | 'mentors' | 'members' | 'everyone'

export type SeedEntry = {
  kind: EntryKind
  title: string
  by?: string
  url?: string
  since?: string
  until?: string
  text?: string
}

export type SeedProfile = {
  experience?: (typeof members.$inferSelect)['experience']
  interests: string[]
  goals: string
  offers: string
  // Free words for what no skill of the catalogue names yet.
  words?: { teaches?: string[]; learns?: string[] }
  evidence?: [skill: string, title: string, url: string][]
  entries?: SeedEntry[]
  visibility?: Partial<Record<Part, Audience>>
}

export type SeedProfiles = Record<string, SeedProfile>
