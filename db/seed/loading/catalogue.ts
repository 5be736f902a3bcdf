import * as catalogue from '#db/schema/people/skills.ts'
import { categories, skills } from '../skills/index.ts'
import { type Ids, idOf, idsFor, type Tx } from './ids.ts'

export async function hangUpCatalogue(tx: Tx): Promise<Ids> {
  const there = await tx.select({ slug: catalogue.skills.slug, id: catalogue.skills.id }).from(catalogue.skills)
  if (there.length > 0) return new Map(there.map(({ slug, id }) => [slug, id]))
  const ids = idsFor(skills.map((skill) => skill.slug))
  await tx.insert(catalogue.skillCategories).values(categories.map(({ slug, name }) => ({ slug, name })))
  await tx.insert(catalogue.skills).values(skills.map((skill) => ({ ...skill, id: idOf(ids, skill.slug) })))
  const pairs = skills.flatMap((skill) =>
    skill.related.map((other) => ({ skillId: idOf(ids, skill.slug), relatedId: idOf(ids, other) })),
  )
  await tx.insert(catalogue.relatedSkills).values(pairs).onConflictDoNothing()
  return ids
}
