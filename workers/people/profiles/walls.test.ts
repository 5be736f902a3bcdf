import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#db/id.ts'
import { readTogether } from '#db/reading.ts'
import { events } from '#db/schema/events.ts'
import { members, STANDINGS } from '#db/schema/people.ts'
import { projectSkills } from '#db/schema/projects/hanging.ts'
import { projects } from '#db/schema/projects.ts'
import { sessions } from '#db/schema/sessions.ts'
import { latestMoments } from '#workers/insights/moments.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { WorkPage } from '#workers/projects/inputs.ts'
import { findWork } from '#workers/projects/work.ts'
import { everyWorkSlug, freshWorks, worksOfSkill } from '#workers/projects/works.ts'
import { upcomingSessions } from '#workers/sessions/sessions.ts'
import { teachersOf } from '../directory/directory.ts'
import { everyOpenHandle, voices } from '../members.ts'
import { aFullProfile, aSkill } from './testing/full-profile.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})

// Somebody who is met everywhere: a work, a session, a moment, a quote, a skill they teach.
async function everywhere(wish: Parameters<typeof aFullProfile>[1]) {
  const owner = await aFullProfile(world, wish)
  const { db } = world.ctx()
  const skillId = await aSkill(world, 'full-skill')
  await db.update(members).set({ quote: 'Wait overnight.' }).where(eq(members.id, owner.id))
  await db
    .insert(events)
    .values({ name: 'moment.shared', subject: owner.id, actor: `member:${owner.id}`, data: { text: '…' } })
  const planned = { title: '…', summary: '…', timeZone: 'UTC', lengthMinutes: 60, seats: 8, slug: `session-${newId()}` }
  await db.insert(sessions).values({ ...planned, hostId: owner.id, startsAt: new Date('2999-01-01T00:00:00Z') })
  const [work] = await db
    .select({ id: projects.id, slug: projects.slug })
    .from(projects)
    .where(eq(projects.memberId, owner.id))
  await db.insert(projectSkills).values({ projectId: work?.id ?? '', skillId, place: 0 })
  return { owner, work: work?.slug ?? '' }
}

async function metAt({ owner, work }: { owner: Somebody; work: string }) {
  const name = `Member ${owner.handle}`
  const found = await readTogether(world.ctx().db, {
    fresh: freshWorks(100),
    ofSkill: worksOfSkill('full-skill', 100),
    workPages: everyWorkSlug(),
    moments: latestMoments(100),
    sessions: upcomingSessions(100),
    voices: voices(100),
    handles: everyOpenHandle(),
    teachers: teachersOf('full-skill'),
  })
  const listed = WorkPage.parse(await (await world.request(`/api/works?maker=${owner.handle}`)).json())
  return {
    home: found.fresh.some(({ slug }) => slug === work),
    gallery: listed.works.length === 1,
    skillWorks: found.ofSkill.some(({ slug }) => slug === work),
    sitemap: found.workPages.some(({ slug }) => slug === work),
    workPage: await isWork(work),
    moments: found.moments.some((moment) => moment.name === name),
    sessions: found.sessions.some(({ host }) => host === name),
    voices: found.voices.some(({ handle }) => handle === owner.handle),
    people: found.handles.some(({ handle }) => handle === owner.handle),
    teachers: found.teachers[0]?.cards.some(({ handle }) => handle === owner.handle),
  }
}

const isWork = (slug: string, reader?: Somebody) =>
  findWork(reader?.ctx ?? world.ctx(), slug).then(
    () => true,
    () => false,
  )

const ALL = [
  'home',
  'gallery',
  'skillWorks',
  'sitemap',
  'workPage',
  'moments',
  'sessions',
  'voices',
  'people',
  'teachers',
]
const at = (places: string[]) => Object.fromEntries(ALL.map((place) => [place, places.includes(place)]))

describe('what hangs where everybody comes by', () => {
  it.each(STANDINGS)('ACC-1 SAF-1 is by members who are here: %s', async (standing) => {
    const met = await everywhere({ standing })
    expect(await metAt(met)).toEqual(at(standing === 'active' || standing === 'leaving' ? ALL : []))
  })

  it('ACC-1 is only what its maker shows to everyone', async () => {
    const works = ['home', 'gallery', 'skillWorks', 'sitemap', 'workPage']
    const not = (...places: string[]) => at(ALL.filter((place) => !places.includes(place)))
    expect(await metAt(await everywhere({ visibility: { profile: 'members' } }))).toEqual(at([]))
    expect(await metAt(await everywhere({ visibility: { works: 'members' } }))).toEqual(not(...works))
    expect(await metAt(await everywhere({ visibility: { story: 'members' } }))).toEqual(not('voices'))
    expect(await metAt(await everywhere({ visibility: { skills: 'members' } }))).toEqual(not('teachers'))
  })

  it('ACC-1 opens a work for members to members', async () => {
    const { owner, work } = await everywhere({ visibility: { works: 'members' } })
    expect(await isWork(work)).toBe(false)
    expect(await isWork(work, await aMember(world))).toBe(true)
    expect(await isWork(work, owner)).toBe(true)
    expect(await isWork(work, await aMember(world, { standing: 'waiting' }))).toBe(false)
    await world.ctx().db.execute(sql`update members set standing = 'suspended' where id = ${owner.id}`)
    expect(await isWork(work, await aMember(world))).toBe(false)
  })

  it('ACC-1 says nothing of where its maker lives when that is for members', async () => {
    const { work } = await everywhere({ visibility: { place: 'members' } })
    expect((await findWork(world.ctx(), work)).work.maker.place).toBe('')
  })
})
