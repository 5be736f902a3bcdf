export type Category = 'art' | 'music' | 'coding' | 'crafts' | 'professional'

export type SeedSkill = {
  slug: string
  name: string
  category: Category
  summary: string
  description: string
  synonyms: string[]
  tags: string[]
  related: string[]
  firstStep: string
  ladder: [string, string, string, string, string]
}
