import type { output } from 'zod'
import type { Category } from '#workers/people/skills/inputs.ts'

export const CATEGORIES: { slug: output<typeof Category>; name: string }[] = [
  { slug: 'art', name: 'Art' },
  { slug: 'crafts', name: 'Crafts' },
  { slug: 'music', name: 'Music' },
  { slug: 'coding', name: 'Coding' },
  { slug: 'professional', name: 'Professional' },
]

export const categoryName = (slug: string) => CATEGORIES.find((category) => category.slug === slug)?.name ?? slug
