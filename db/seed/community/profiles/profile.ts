import type { EntryKind } from '#db/schema/people/entries.ts'
import type { members } from '#db/schema/people.ts'
import type { Circle, Part } from '#workers/people/profiles/visibility.ts'

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
  visibility?: Partial<Record<Part, Circle>>
}

export type SeedProfiles = Record<string, SeedProfile>
