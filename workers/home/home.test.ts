import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { memberSkills, skillCategories, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { gapsOf, readHome } from './home.ts'

let world: World
let mentor: Somebody
let learner: Somebody
let shy: Somebody
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  mentor = await aMember(world, { roles: ['participant', 'mentor'], handle: 'mentor-mia' })
  learner = await aMember(world, { handle: 'learner-leo' })
  shy = await aMember(world, { handle: 'shy-sue' })
  await db.insert(skillCategories).values({ slug: 'art', name: 'Art' })
  const words = { category: 'art', summary: '.', description: '.', firstStep: '.', ladder: ['1', '2', '3', '4', '5'] }
  const [skill] = await db
    .insert(skills)
    .values({ slug: 'linocut', name: 'Linocut', ...words })
    .returning()
  const skillId = skill?.id ?? ''
  await db.insert(memberSkills).values([
    { memberId: mentor.id, skillId, bond: 'teaches', level: 5, assessedAt: new Date() },
    { memberId: learner.id, skillId, bond: 'learns' },
    { memberId: shy.id, skillId, bond: 'learns' },
  ])
  await db
    .update(members)
    .set({ visibility: { skills: 'me' } })
    .where(eq(members.id, shy.id))
})

describe('home', () => {
  it('is read in one round trip', async () => {
    const before = world.spent.trips
    await readHome(mentor.ctx)
    expect(world.spent.trips - before).toBe(1)
  })

  it('shows a mentor who wants to learn what they show, and only who lets it be seen', async () => {
    const { learners, newcomers } = await readHome(mentor.ctx)
    expect(learners).toEqual([expect.objectContaining({ handle: 'learner-leo', skill: 'Linocut' })])
    expect(newcomers.map(({ handle }) => handle)).toEqual(['learner-leo'])
  })

  it('shows figures of the house to those who organise it and to nobody else', async () => {
    const organiser = await aMember(world, { roles: ['participant', 'organiser'] })
    expect((await readHome(organiser.ctx)).house).toMatchObject({ members: 4, joined: 4, waiting: 0 })
    expect((await readHome(learner.ctx)).house).toBeUndefined()
    expect((await readHome(learner.ctx)).learners).toEqual([])
  })

  it('knows what is missing in a profile, and names the skill that has no level', async () => {
    const { me, skills } = await readHome(learner.ctx)
    const says = me ? gapsOf(me, skills).map((gap) => gap.says) : []
    expect(says).toContain('Hang up a portrait')
    expect(says).toContain('Say where you are in Linocut')
    expect(says).not.toContain('Say what you want to learn')
  })
})
