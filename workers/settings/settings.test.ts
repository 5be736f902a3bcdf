import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { events } from '#db/schema/events.ts'
import { skillCategories, skills } from '#db/schema/people/skills.ts'
import { houseTexts, settings } from '#db/schema/settings.ts'
import { aMember, type Somebody } from '#workers/lib/testing/people.ts'
import { problemOf } from '#workers/lib/testing/promises.ts'
import { aWorld, type World } from '#workers/lib/testing/world.ts'
import { inTheDark, isReadable, luminance } from './accent.ts'
import { NEW_HOUSE, wishOf } from './settings.ts'

let world: World
let keeper: Somebody
beforeAll(async () => {
  world = await aWorld()
})
beforeEach(async () => {
  await world.startAfresh()
  keeper = await aMember(world, { roles: ['participant', 'admin'] })
})

const change = (who: Somebody, changes: object) =>
  who.send('PUT', '/api/settings', { ...wishOf(NEW_HOUSE), ...changes })

describe('the settings of a house', () => {
  it('begin with what every new house has', async () => {
    expect(await (await keeper.request('/api/settings')).json()).toEqual(NEW_HOUSE)
  })

  it('are kept in one row, change at once, and say who changed them', async () => {
    expect((await change(keeper, { name: 'The Loft' })).status).toBe(200)
    expect((await change(keeper, { name: 'The Sail Loft' })).status).toBe(200)
    expect(await (await keeper.request('/api/settings')).json()).toMatchObject({ name: 'The Sail Loft' })
    const { db } = world.ctx()
    expect(await db.select({ name: settings.name }).from(settings)).toEqual([{ name: 'The Sail Loft' }])
    const facts = await db.select().from(events)
    expect(facts.map(({ name, actor }) => `${name} by ${actor}`)).toEqual(
      Array(2).fill(`settings.changed by member:${keeper.id}`),
    )
  })

  it('are for admins only, by what the database says now', async () => {
    for (const roles of [['participant'], ['participant', 'mentor', 'organiser']] as const) {
      const other = await aMember(world, { roles: [...roles] })
      expect((await change(other, { name: 'Mine' })).status).toBe(403)
      expect((await other.request('/api/settings')).status).toBe(403)
    }
    expect((await world.request('/api/settings')).status).toBe(401)
  })

  it('refuse a colour on which white words cannot be read', async () => {
    const answer = await change(keeper, { accent: '#ffcc00' })
    expect(answer.status).toBe(422)
    expect((await problemOf(answer)).issues).toMatchObject([{ path: 'accent' }])
    expect([isReadable('#000000'), isReadable('#b93c1f'), isReadable('#ffffff')]).toEqual([true, true, false])
  })
})

describe('the colour of a community', () => {
  it.each(['#000000', '#1d4e6b', '#c2410c', '#3a3a8c', '#5b2333', '#006400', '#767676'])(
    'glows in the dark, so that black words on it can be read: %s',
    (colour) => {
      const shade = inTheDark(colour)
      expect(shade).toMatch(/^#[0-9a-f]{6}$/)
      expect(luminance(shade)).toBeGreaterThan(6 * (luminance('#191512') + 0.05) - 0.05)
      expect(inTheDark(shade)).toBe(shade)
    },
  )
})

describe('a part that is switched off', () => {
  it('leaves no door behind, and is there again when it is switched on', async () => {
    expect((await world.request('/api/works')).status).toBe(200)
    await change(keeper, { off: ['works', 'mentoring'] })
    expect((await world.request('/api/works')).status).toBe(404)
    expect((await world.request('/works', { headers: { Accept: 'text/html' } })).status).toBe(404)
    expect((await world.request('/mentors', { headers: { Accept: 'text/html' } })).status).toBe(404)
    await change(keeper, { off: [] })
    expect((await world.request('/api/works')).status).toBe(200)
  })
})

describe('a pack of skills that is switched off', () => {
  it('does not show its skills, and forgets none of them', async () => {
    const { db } = world.ctx()
    await db.insert(skillCategories).values([
      { slug: 'art', name: 'Art' },
      { slug: 'music', name: 'Music' },
    ])
    const a = (name: string, category: string) => ({
      slug: name,
      name,
      category,
      summary: name,
      description: name,
      firstStep: name,
      ladder: ['1', '2', '3', '4', '5'],
    })
    await db.insert(skills).values([a('linocut', 'art'), a('fiddle', 'music')])
    const names = async () => {
      const { skills: found } = await (await world.request('/api/skills')).json<{ skills: { name: string }[] }>()
      return found.map(({ name }) => name)
    }
    await change(keeper, { packs: ['art'] })
    expect(await names()).toEqual(['linocut'])
    expect((await world.request('/api/skills/fiddle')).status).toBe(404)
    expect(await (await world.request('/api/skills?q=fiddle')).json()).toMatchObject({ skills: [] })
    await change(keeper, { packs: ['art', 'music'] })
    expect(await names()).toEqual(['fiddle', 'linocut'])
  })
})

describe('the terms', () => {
  const publish = (version: string, text = 'We look after each other, and after the tools.'.repeat(2)) =>
    keeper.send('POST', '/api/house-texts', { kind: 'terms', version, text })

  it('are published in versions, and a version never changes', async () => {
    expect((await publish('2026-11')).status).toBe(201)
    expect((await publish('2026-11', 'Something else altogether, but under the same version.')).status).toBe(409)
    expect((await publish('2026-12')).status).toBe(201)
    const kept = await world.ctx().db.select({ version: houseTexts.version }).from(houseTexts)
    expect(kept.map(({ version }) => version)).toEqual(['2026-11', '2026-12'])
  })
})
