import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { events } from '#db/schema/events.ts'
import { goals } from '#db/schema/mentoring/goals.ts'
import { tasks } from '#db/schema/mentoring/tasks.ts'
import { memberSkills, skillCategories, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { aPair } from '#workers/lib/testing/pairs.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { aSkill, aWork } from '#workers/people/profiles/testing/full-profile.ts'
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

  it('shows works in my skills and goals before newer ones, and says which are which', async () => {
    const { db } = world.ctx()
    const carver = await aMember(world, { handle: 'carver-cas' })
    const [lino, raku] = [await aSkill(world, 'linocut'), await aSkill(world, 'raku')]
    const hang = async (title: string, skillId: string, day: number) => {
      const slug = await aWork(world, carver.id, title)
      await db
        .update(projects)
        .set({ skillId, finishedAt: new Date(Date.UTC(2026, 9, day)) })
        .where(eq(projects.slug, slug))
    }
    await hang('A print', lino, 1)
    await hang('A cup', raku, 2)
    await hang('A bowl', raku, 3)
    const seen = async (who: Somebody) => (await readHome(who.ctx)).works.map(({ title, isNear }) => [title, isNear])
    expect(await seen(learner)).toEqual([
      ['A print', true],
      ['A bowl', false],
      ['A cup', false],
    ])
    await db.insert(goals).values({ memberId: learner.id, skillId: raku, title: 'Three cups', target: 3 })
    expect(await seen(learner)).toEqual([
      ['A bowl', true],
      ['A cup', true],
      ['A print', true],
    ])
    expect((await seen(carver)).length).toBe(0)
  })

  it('tells first what happened to people who share a skill, where they let it be seen', async () => {
    const { db } = world.ctx()
    const stranger = await aMember(world, { handle: 'stranger-sam' })
    const tell = (who: Somebody, text: string) =>
      db.insert(events).values({ name: 'moment.shared', subject: who.id, actor: `member:${who.id}`, data: { text } })
    await tell(mentor, 'prepared')
    await tell(mentor, 'taught')
    await tell(shy, 'was shy')
    await tell(stranger, 'came by')
    await tell(learner, 'learnt')
    const { moments } = await readHome(learner.ctx)
    expect(moments.map(({ text, skill }) => [text, skill])).toEqual([
      ['taught', 'Linocut'],
      ['came by', null],
      ['was shy', null],
    ])
  })

  it('knows what is missing in a profile, and names the skill that has no level', async () => {
    const { me, skills } = await readHome(learner.ctx)
    const says = me ? gapsOf(me, skills).map((gap) => gap.says) : []
    expect(says).toContain('Hang up a portrait')
    expect(says).toContain('Say where you are in Linocut')
    expect(says).not.toContain('Say what you want to learn')
  })
})

describe('what is next', () => {
  it('is the task that is due first, and for a mentor whoever waits for a look; not where mentoring is off', async () => {
    const pair = await aPair(world)
    const { db } = world.ctx()
    const whose = { participantId: pair.participant.id, setById: pair.mentor.id, mentorshipId: pair.id }
    const day = (n: number) => new Date(Date.now() + n * 86_400_000)
    await db.insert(tasks).values([
      { id: newId(), ...whose, title: 'Later', state: 'accepted', dueAt: day(9) },
      { id: newId(), ...whose, title: 'Sooner', state: 'set', dueAt: day(2) },
      { id: newId(), ...whose, title: 'Handed in', state: 'handed-in', dueAt: day(1) },
    ])
    const home = await readHome(pair.participant.ctx)
    expect(home.tasks.map(({ title }) => title)).toEqual(['Sooner', 'Later'])
    expect((await readHome(pair.mentor.ctx)).waiting).toMatchObject({ toLookAt: 1, requests: 0 })
    expect((await readHome(pair.participant.ctx, ['mentoring'])).tasks).toEqual([])
  })
})
