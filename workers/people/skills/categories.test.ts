import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, it } from 'vitest'
import { readTogether } from '#db/reading.ts'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { categoriesWithCount } from './skills.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

it('a category says how many of its skills are shown, whatever happens to them', async () => {
  const { db } = world.ctx()
  const counts = async () => {
    const { categories } = await readTogether(db, { categories: categoriesWithCount() })
    return Object.fromEntries(categories.map(({ slug, skills: number }) => [slug, number]))
  }
  await db.insert(skillCategories).values(['art', 'music', 'crafts'].map((slug) => ({ slug, name: slug })))
  await db.insert(skills).values(Array.from({ length: 7 }, (_, n) => aSkill(n, n < 4 ? 'art' : 'music')))
  expect(await counts()).toEqual({ art: 4, music: 3, crafts: 0 })
  await db.update(skills).set({ shown: false }).where(eq(skills.slug, 'skill-0'))
  expect(await counts()).toEqual({ art: 3, music: 3, crafts: 0 })
  await db.update(skills).set({ category: 'crafts' })
  expect(await counts()).toEqual({ art: 0, music: 0, crafts: 6 })
  await db.update(skills).set({ shown: true, name: sql`name || '!'` })
  expect(await counts()).toEqual({ art: 0, music: 0, crafts: 7 })
  await db.delete(skills).where(sql`${skills.slug} in ('skill-1', 'skill-5')`)
  expect(await counts()).toEqual({ art: 0, music: 0, crafts: 5 })
})

const aSkill = (n: number, category: string) => ({
  slug: `skill-${n}`,
  name: `Skill ${n}`,
  category,
  summary: 'x',
  description: 'x',
  firstStep: 'x',
  ladder: ['1', '2', '3', '4', '5'],
})
