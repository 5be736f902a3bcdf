import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { members } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { settings } from '#db/schema/settings.ts'
import { corporaAreHere, naughtyStrings } from '#workers/lib/testing/corpora.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { NEW_HOUSE, wishOf } from '#workers/settings/settings.ts'
import { Found } from './inputs.ts'

let world: World
let anna: Somebody
let hidden: Somebody
beforeAll(async () => {
  world = await aWorld()
  const { db } = world.ctx()
  anna = await aMember(world, { handle: 'anna', name: 'Anna Ferreira' })
  hidden = await aMember(world, { handle: 'annabel', name: 'Annabel Hidden' })
  await aMember(world, { handle: 'annabeth', name: 'Annabeth Gone', standing: 'suspended' })
  await db
    .update(members)
    .set({ visibility: { profile: 'members' } })
    .where(eq(members.id, hidden.id))
  await db.insert(skillCategories).values({ slug: 'art', name: 'Art' })
  const words = { category: 'art', summary: '.', description: '.', firstStep: '.', ladder: ['1', '2', '3', '4', '5'] }
  await db.insert(skills).values({ slug: 'letterpress', name: 'Letterpress', ...words })
  const work = {
    medium: '.',
    story: '.',
    lengthOfWork: '.',
    picture: 'a.svg',
    alt: '.',
    width: 9,
    height: 9,
    finishedAt: new Date(),
  }
  await db.insert(projects).values([
    { slug: 'nightjar', title: 'The Nightjar Alphabet', memberId: anna.id, ...work },
    { slug: 'nightfall', title: 'Nightjar at dusk', memberId: hidden.id, ...work },
  ])
})

const find = async (q: string, who: { request: World['request'] } = world) =>
  Found.parse(await (await who.request(`/api/search?q=${encodeURIComponent(q)}`)).json())

describe('searching', () => {
  it('finds people, skills and works at once, typing mistakes included, in one round trip', async () => {
    const before = world.spent.trips
    expect((await find('anna fereira')).people.map(({ handle }) => handle)).toContain('anna')
    expect(world.spent.trips - before).toBe(1)
    expect((await find('leterpress')).skills).toEqual([expect.objectContaining({ slug: 'letterpress' })])
    expect((await find('nightjar')).works).toEqual([
      expect.objectContaining({ slug: 'nightjar', maker: 'Anna Ferreira' }),
    ])
  })

  it('finds no work where a community does without works', async () => {
    const { db } = world.ctx()
    await db.insert(settings).values({ ...wishOf(NEW_HOUSE), off: ['works'] })
    expect((await find('nightjar')).works).toEqual([])
    await db.delete(settings)
    expect((await find('nightjar')).works).toHaveLength(1)
  })

  it('finds for members what is shown to members, and for nobody who is suspended', async () => {
    const handles = async (who?: Somebody) => (await find('annabel', who)).people.map(({ handle }) => handle)
    expect(await handles()).not.toContain('annabel')
    expect(await handles(anna)).toContain('annabel')
    expect(await handles(anna)).not.toContain('annabeth')
    expect((await find('nightjar', anna)).works.map(({ slug }) => slug)).toEqual(['nightfall', 'nightjar'])
  })

  it.each(['', '   ', 'x'.repeat(101)])('refuses %j', async (q) => {
    expect((await world.request(`/api/search?q=${q}`)).status).toBe(422)
  })

  it.runIf(corporaAreHere)('B82 answers calmly, whatever is asked', async () => {
    for (const q of naughtyStrings().filter((text) => text.isWellFormed()))
      expect([200, 400, 422], q).toContain((await world.request(`/api/search?q=${encodeURIComponent(q)}`)).status)
    expect((await find('%_\\')).people).toEqual([])
  })
})
