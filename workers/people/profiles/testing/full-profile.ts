import { eq } from 'drizzle-orm'
import { newId } from '#db/id.ts'
import type { AgeBand } from '#db/schema/accounts.ts'
import { availability } from '#db/schema/people/availability.ts'
import { endorsements, workedTogether } from '#db/schema/people/endorsements.ts'
import { profileEntries } from '#db/schema/people/entries.ts'
import { memberSkills, skillCategories, skillEvidence, skills, skillWords } from '#db/schema/people/skills.ts'
import { members, type Role, type Standing } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import type { World } from '#workers/lib/testing/world.ts'

type Wish = {
  handle?: string
  name?: string
  standing?: Standing
  ageBand?: AgeBand
  roles?: Role[]
  visibility?: Record<string, string>
}

// Monday to Friday, 18:00 to 20:00 UTC.
export const EVENINGS = [0, 1, 2, 3, 4].reduce(
  (week, day) => `${week.slice(0, day * 48 + 36)}1111${week.slice(day * 48 + 40)}`,
  '0'.repeat(336),
)

export async function aSkill(world: World, slug: string, name = slug, synonyms: string[] = []) {
  const { db } = world.ctx()
  await db.insert(skillCategories).values({ slug: 'crafts', name: 'Crafts' }).onConflictDoNothing()
  const ladder = ['Tried it', 'Does it with help', 'Does it alone', 'Surprises others', 'Teaches it']
  const told = { name, category: 'crafts', summary: '…', description: '…', firstStep: '…', ladder, synonyms }
  await db
    .insert(skills)
    .values({ ...told, slug })
    .onConflictDoNothing()
  const [kept] = await db.select({ id: skills.id }).from(skills).where(eq(skills.slug, slug))
  return kept?.id ?? ''
}

export async function aWork(world: World, memberId: string, title = 'A jug') {
  const slug = `work-${newId()}`
  await world
    .ctx()
    .db.insert(projects)
    .values({
      slug,
      memberId,
      title,
      medium: 'Clay',
      story: '…',
      lengthOfWork: 'a week',
      picture: 'jug.svg',
      alt: 'A jug',
      width: 4,
      height: 3,
      finishedAt: new Date('2026-10-01T10:00:00Z'),
    })
  return slug
}

// Somebody with something in every part of their profile; each part says its own name.
export async function aFullProfile(world: World, wish: Wish = {}): Promise<Somebody> {
  const { db } = world.ctx()
  const { visibility = {}, ...who } = wish
  const owner = await aMember(world, { roles: ['participant', 'mentor'], ...who })
  const skillId = await aSkill(world, 'full-skill', 'Full skill')
  await db
    .update(members)
    .set({
      visibility,
      craft: 'Potter',
      story: 'the story',
      place: 'the place',
      languages: ['gl', 'pt-BR'],
      experience: 'practised',
      interests: ['the interest'],
      learningGoals: 'the goals',
      offers: 'the offers',
    })
    .where(eq(members.id, owner.id))
  const kinds = ['work', 'certification', 'achievement', 'link'] as const
  await db
    .insert(profileEntries)
    .values(kinds.map((kind) => ({ memberId: owner.id, kind, title: `the ${kind}`, url: 'https://example.org/' })))
  await db
    .insert(memberSkills)
    .values({ memberId: owner.id, skillId, bond: 'teaches', level: 4, assessedAt: new Date() })
  await db.insert(skillWords).values({ memberId: owner.id, bond: 'learns', word: 'the word' })
  await db
    .insert(skillEvidence)
    .values({ memberId: owner.id, skillId, title: 'the evidence', url: 'https://example.org/' })
  await db.insert(availability).values({
    memberId: owner.id,
    weekly: [1, 2, 3, 4, 5].map((day) => ({ day, from: '18:00', until: '20:00' })),
    menteesAtMost: 2,
    week: EVENINGS,
  })
  await aWork(world, owner.id)
  return owner
}

export async function workTogether(world: World, one: { id: string }, other: { id: string }) {
  await world
    .ctx()
    .db.insert(workedTogether)
    .values([
      { memberId: one.id, otherId: other.id, on: 'a kiln' },
      { memberId: other.id, otherId: one.id, on: 'a kiln' },
    ])
}

export async function praise(world: World, owner: Somebody, endorser: Somebody, words = 'the praise') {
  await workTogether(world, owner, endorser)
  const skillId = await aSkill(world, 'full-skill')
  await world.ctx().db.insert(endorsements).values({ memberId: owner.id, skillId, endorserId: endorser.id, words })
}
