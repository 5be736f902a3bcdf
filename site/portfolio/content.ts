import type { SiteColour } from '#db/schema/portfolios/sites.ts'
import type { AiUse, Licence } from '#db/schema/projects.ts'
import type { Design } from '#workers/portfolios/design.ts'

// Everything a site is made of, read in one go. Nothing is in here that not everybody may see.

export type Size = { width: number; key: string; type: string }

export type Picture = {
  alt: string
  width: number
  height: number
  // In how many widths it was drawn, and where the files lie.
  sizes: Size[]
}

export type Recording = {
  id: string
  kind: 'audio' | 'video' | 'file'
  name: string
  key: string
  type: string
  bytes: number
}

export type Hanging = (Picture & { kind: 'image' }) | Recording

export type Step = { version: number; note: string; at: string; files: Hanging[] }

export type SiteWork = {
  slug: string
  title: string
  medium: string
  story: string
  lengthOfWork: string
  finishedAt: string
  cover: Picture
  files: Hanging[]
  steps: Step[]
  skills: { slug: string; name: string }[]
  beside: { handle: string; name: string; part: string }[]
  licence: Licence
  ai: AiUse
  aiWords: string
  codeLink: string | null
}

export type Offer = {
  slug: string
  work: string
  kind: 'original' | 'edition' | 'made-to-order' | 'digital' | 'lesson'
  title: string
  currency: string
  priceMinor: number
  payMore: boolean
  // None where it never runs out.
  left: number | null
}

export type SitePost = {
  slug: string
  title: string
  words: string
  tags: string[]
  outAt: string
  changedAt: string
  // Those that stand in its words.
  pictures: (Picture & { id: string })[]
}

export type SiteSkill = {
  slug: string
  name: string
  bond: 'teaches' | 'learns'
  level: number | null
  rung: string | null
  evidence: { title: string; url: string }[]
}

export type Said = {
  words: string
  at: string
  skill: string | null
  by: { handle: string; name: string; craft: string }
}

export type Content = {
  handle: string
  name: string
  craft: string
  place: string
  story: string
  portrait: string | null
  // Whether strangers may write to them at all.
  takesLetters: boolean
  design: Design
  works: SiteWork[]
  offers: Offer[]
  posts: SitePost[]
  skills: SiteSkill[]
  said: Said[]
  links: { title: string; url: string }[]
  // Of what they made, the colour that stands out.
  hue?: SiteColour | undefined
}
