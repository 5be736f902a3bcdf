import type { AiUse } from '#db/schema/projects.ts'
import type { Section } from '#workers/portfolios/design.ts'
import type { Offer } from '../content.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'

type With = (said: string) => string
type Counted = (many: number) => string

// What a site says by itself, in one language; everything else on it is said by its member.
export type Words = {
  skip: string
  pages: string
  sections: Record<Section, string>
  // Of a page, for whoever finds it elsewhere.
  says: {
    works(name: string, works: number): string
    gallery: With
    shop: With
    blog: With
    tag(name: string, tag: string): string
    contact: With
  }
  missing: { title: string; says: string; heading: string; why: string; back: With }
  letter: { before: string; after: With; write: string }
  foot: { follow: string; partOf: With }
  close: string
  person: {
    skills: string
    said: string
    elsewhere: string
    at: With
    teaches: string
    level: Counted
    on: With
  }
  shop: { sold: string; from: With; left: Counted; note: With; kinds: Record<Offer['kind'], string> }
  work: {
    process: string
    steps: Counted
    others: string
    before: string
    next: string
    code: string
    codeOf: With
  }
  facts: Record<'finished' | 'took' | 'skills' | 'with' | 'code' | 'ai' | 'rights', string>
  rights: Record<'reserved' | 'cc0', string>
  ai: Record<AiUse, string>
}

const ALL: Record<string, Words> = { de, en, es, fr }

// By the language a member chose for their site; English where nobody has found the words yet.
export const wordsIn = (language: string): Words => ALL[plain(language)] ?? en

const RIGHT_TO_LEFT = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'ur', 'yi'])

export const directionOf = (language: string): 'ltr' | 'rtl' => (RIGHT_TO_LEFT.has(plain(language)) ? 'rtl' : 'ltr')

const plain = (language: string) => language.split('-')[0] ?? ''
