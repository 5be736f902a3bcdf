import { art } from './art.ts'
import { coding } from './coding.ts'
import { crafts } from './crafts.ts'
import { music } from './music.ts'
import { professional } from './professional.ts'
import type { Category, SeedSkill } from './skill.ts'

export const categories: { slug: Category; name: string; about: string }[] = [
  { slug: 'art', name: 'Art', about: 'Drawing, printing, painting, photography and pictures that move.' },
  { slug: 'music', name: 'Music', about: 'Playing, singing, writing and recording, alone and together.' },
  { slug: 'coding', name: 'Coding', about: 'Programs, pages, data and machines that do what you meant.' },
  { slug: 'crafts', name: 'Crafts', about: 'Clay, cloth, wood, metal, paper and bread.' },
  {
    slug: 'professional',
    name: 'Professional',
    about: 'Speaking, writing, teaching, selling and working with people.',
  },
]

export const skills: SeedSkill[] = [...art, ...music, ...coding, ...crafts, ...professional]
